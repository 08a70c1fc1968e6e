import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServerId } from '../../src/answers/answer.ts';
import { startDiscord, type LoopbackDiscord } from '../discord-server/discord.ts';
import { messageContent } from '../discord-server/shown.ts';
import type { StoredMessage } from '../discord-server/state.ts';
import { ids, rights, sampleWorld, type World } from '../discord-server/world.ts';
import { startBot, type RunningBot } from './bot.ts';
import { labelsOf } from './moderating.ts';
import { buttonsOf, here, isPrivate, mention, peopleIn, type People } from './people.ts';

const articles: Readonly<Record<string, string>> = {
  'klub/klubben.md': `---
title: Klubben
lang: da
---
## Hvornår er der træning?
Tirsdag og torsdag klokken 18.

## Hvor foregår træningen?
I hallen på Skolevej.

## Hvad koster et medlemskab?
500 kroner om året.

## Appen virker ikke, hvad gør jeg?
Start den forfra, og log ind igen.
`,
  'spil/server.md': `---
title: Spilserveren
lang: da
---
## Hvordan får jeg whitelist?
Skriv dit spillernavn i kanalen.
`,
};

/** Ten members besides. */
const crowd = Array.from({ length: 10 }, (_, index) => `10000000000000030${String(index)}`);
function world(): World {
  const sample = sampleWorld();
  const members = crowd.map((id) => ({
    user: { id, username: `member-${id}`, discriminator: '0' },
    roles: [],
    joined_at: '2026-01-01T00:00:00.000Z',
    flags: 0,
  }));
  const guilds = sample.guilds.map((guild) => ({ ...guild, members: [...guild.members, ...members] }));
  return { ...sample, guilds, enabledIntents: messageContent };
}

const hour = 60 * 60 * 1000;
let now = 1_000_000;
let folder: string;
let discord: LoopbackDiscord;
let bot: RunningBot;
let people: People;
const start = (): Promise<RunningBot> =>
  startBot(
    discord,
    {
      CONTENT_DIR: folder,
      MESSAGE_CONTENT: 'on',
      DATABASE_URL: `sqlite:${join(folder, 'data', 'svar.db')}`,
    },
    { clock: { now: () => now } },
  );
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'svar-unasked-'));
  for (const [name, text] of Object.entries(articles)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  discord = await startDiscord(world());
  bot = await start();
  people = peopleIn(discord);
});
afterAll(async () => {
  await bot.stop();
  await discord.close();
  await rm(folder, { recursive: true });
});

/** A subcommand of `/settings`, with options as type and value. */
async function set(
  subcommand: string,
  options: Readonly<Record<string, readonly [type: number, value: string | number | boolean]>> = {},
  user: string = ids.owner,
): Promise<StoredMessage> {
  const given = Object.entries(options).map(([name, [type, value]]) => ({ name, type, value }));
  return people.answerTo(
    await discord.act('subcommand', { ...here, user, name: 'settings', subcommand, options: given }),
  );
}
const watch = (channel: string): Promise<StoredMessage> => set('channel', { channel: [7, channel] });

/** Everything that was written before is dealt with once this is answered. */
async function settled(): Promise<void> {
  now += hour;
  await people.reply(`${mention} hvad er klokken ${String(now)}`, { user: ids.moderator });
}
const repliesTo = async (message: string): Promise<readonly StoredMessage[]> =>
  (await discord.seen()).messages.filter(
    ({ message_reference: above }) => (above as { message_id?: string } | undefined)?.message_id === message,
  );
/** What is said to a message, or nothing. */
async function heard(content: string, more: Record<string, unknown> = {}): Promise<string> {
  now += hour;
  const message = await people.say(content, { user: ids.other, ...more });
  await settled();
  return (await repliesTo(message))[0]?.content.split('\n')[0] ?? 'silence';
}

describe('a channel that nobody chose', () => {
  it('hears nothing unasked', async () => {
    expect(await heard('Hvornår er der træning?')).toBe('silence');
  });
});

describe('settings', () => {
  it('are for who may manage the server', async () => {
    expect((await set('channel', {}, ids.other)).content).toBe(
      'Det kan kun de, der må administrere serveren.',
    );
  });
  it('name the channel that was chosen, and take it back', async () => {
    const told = await watch(ids.channel);
    expect(told.content).toContain(`I <#${ids.channel}> svarer jeg nu også på spørgsmål`);
    expect(isPrivate(told)).toBe(true);
    expect((await set('show')).content).toContain(`i <#${ids.channel}>.`);
    await people.press(told, 'Fortryd', ids.other);
    await people.press(told, 'Fortryd', ids.owner);
    const undone = await people.becomes(told.id, ({ content }) => content.startsWith('Fortrudt.'));
    expect(undone.content).toContain('Jeg svarer kun, når nogen spørger mig.');
    // A press of the first button once more comes too late.
    const again = { ...told, components: told['components'] } as StoredMessage;
    await people.press(again, 'Fortryd', ids.owner);
    await people.becomes(told.id, ({ content }) => content.includes('ændret igen siden'));
    await watch(ids.channel);
  });
  it('name what is missing in the channel that was chosen', async () => {
    const overwrites = [
      { id: ids.guild, type: 0, allow: '0', deny: String(rights.sendMessages | rights.readHistory) },
    ];
    await discord.act('setOverwrites', { channel: ids.muted, overwrites });
    const told = await watch(ids.muted);
    expect(told.content).toContain('⚠️ Der mangler jeg »Send beskeder«, »Læs beskedhistorik«.');
    await set('channel', { channel: [7, ids.muted], answers: [5, false] });
  });
  it('show what is set, what was read and what Svar may do here', async () => {
    const { content } = await set('show');
    expect(content).toContain('Så sikker skal jeg være: Normalt.');
    expect(content).toContain('Jeg læser alle artiklerne: 2.');
    expect(content).toMatch(/Artiklerne blev sidst læst <t:\d+:R>, uden problemer\./u);
    expect(content).toContain('Jeg kan læse alle beskeder i de kanaler, jeg må se.');
    expect(content).toContain('I denne kanal må jeg alt det, jeg har brug for.');
  });
  it('change the language of replies to messages that tell none', async () => {
    expect((await people.reply(`${mention} ???`)).content).toContain('Stil mig et spørgsmål');
    const told = await set('language', { language: [3, 'en'] });
    expect(told.content).toBe('Når en besked ikke viser sit sprog, svarer jeg på engelsk.');
    expect((await people.reply(`${mention} ??`)).content).toContain('Ask me a question');
    const back = await set('language', { language: [3, 'server'] });
    expect(back.content).toBe('Når en besked ikke viser sit sprog, svarer jeg på serverens: dansk.');
  });
  it('limit the server to folders, which are completed', async () => {
    const offered = await discord.act('subcommand', {
      ...here,
      user: ids.owner,
      name: 'settings',
      subcommand: 'articles',
      options: [{ name: 'folders', type: 3, value: 'klub, sp', focused: true }],
      autocomplete: true,
    });
    const choices = (await discord.response(offered)).result?.['choices'] as { value: string }[];
    expect(choices.map(({ value }) => value)).toEqual(['klub, spil']);
    const told = await set('articles', { folders: [3, '/spil/'] });
    expect(told.content).toBe('Jeg læser 1 af 2 artikler, nemlig dem i **spil**.');
    expect((await people.ask('hvornår er der træning')).content).toContain('Det står ikke i artiklerne');
    const wrong = await set('articles', { folders: [3, 'findes-ikke'] });
    expect(wrong.content).toBe('Der er ingen mappe, der hedder **findes-ikke**. Der er: **klub**, **spil**.');
    await people.press(told, 'Fortryd', ids.owner);
    await people.becomes(told.id, ({ content }) => content.includes('Jeg læser alle artiklerne'));
    expect((await people.ask('hvornår er der træning')).content).toContain('### Hvornår er der træning?');
  });
  it('move the bars, and say what each would have answered', async () => {
    const told = await set('threshold', { level: [4, 100] });
    expect(told.content).toContain('Så sikker skal jeg være: Kun når jeg er sikker.');
    expect(told.content).toMatch(/Af de seneste 30 dages \d+ spørgsmål ville jeg have svaret på:/u);
    const shares = Array.from(told.content.matchAll(/omkring (\d+) %/gu), ([, share]) => Number(share));
    expect(shares).toHaveLength(5);
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
    await people.press(told, 'Fortryd', ids.owner);
    await people.becomes(told.id, ({ content }) => content.includes('Så sikker skal jeg være: Normalt.'));
  });
});

/** Nothing that was said before stands in a channel any more. */
const emptied = async (): Promise<unknown> =>
  discord.act('erase', { messages: (await discord.seen()).messages.map(({ id }) => id) });

describe('a chosen channel', () => {
  beforeAll(emptied);
  it('is answered where Svar is sure, with a button for the asker to take it away', async () => {
    now += hour;
    const asked = await people.say('Er der nogen der ved hvornår der er træning?', { user: ids.other });
    const answer = await discord.replyTo(asked);
    expect(answer.content).toContain('### Hvornår er der træning?');
    expect(labelsOf(answer)).toEqual(['👍', '👎', '⋯', 'Fjern']);
    const refused = await people.pressed(answer, 'Fjern', ids.asker);
    expect(refused.content).toBe('Kun den, der spurgte, og moderatorer kan fjerne svaret.');
    await people.press(answer, 'Fjern', ids.other);
    await people.vanishes(answer.id);
  });
  it.each([
    ['what Svar knows', 'Hvor meget koster et medlemskab?', '### Hvad koster et medlemskab?'],
    ['the same once more', 'Hvad koster et medlemskab?', 'silence'],
    ['a fault', 'Øv, appen virker ikke', '### Appen virker ikke, hvad gør jeg?'],
    ['what the articles do not say', 'Hvordan bager man rugbrød?', 'silence'],
    ['one word', 'træning?', 'silence'],
    ['a remark', 'Det var en fed træning i aftes', 'silence'],
    ['a greeting', 'Hej alle sammen!', 'silence'],
    ['somebody named', `<@${ids.moderator}> hvornår er der træning?`, 'silence'],
  ])('hears of %s: "%s" → %s', async (_, content, said) => {
    expect(await heard(content)).toBe(said);
  });
  it('leaves people alone who talk with each other, and what bots say', async () => {
    const first = await people.say('Jeg tager hjem nu', { user: ids.moderator });
    expect(await heard('Hvor foregår træningen?', { replyTo: first })).toBe('silence');
    expect(await heard('Hvor foregår træningen?', { user: ids.robot })).toBe('silence');
  });
  it('answers one of two who ask the same at the same moment', async () => {
    now += hour;
    const asked = await Promise.all(
      [ids.other, ids.asker].map((user) => people.say('Hvor foregår træningen?', { user })),
    );
    await settled();
    const replies = (await Promise.all(asked.map(repliesTo))).flat();
    expect(replies.map(({ content }) => content.split('\n')[0])).toEqual(['### Hvor foregår træningen?']);
  });
  it('is answered once a thread, and a post whose title asks as soon as Discord has it', async () => {
    now += hour;
    await discord.act('fault', { statuses: [500] });
    const post = await discord.act('openPost', {
      user: ids.other,
      parent: ids.channel,
      title: 'Hvordan får jeg whitelist?',
      content: 'Jeg hedder Bo og vil gerne spille med.',
    });
    const answer = await discord.replyTo(post);
    expect(answer.content).toContain('### Hvordan får jeg whitelist?');
    const again = await heard('Hvor foregår træningen?', { channel: answer.channel_id });
    expect(again).toBe('silence');
  });
  it('has an answer follow the edits of its question, and go with it', async () => {
    now += hour;
    await emptied();
    const asked = await people.say('Hvad koster et medlemskab?', { user: ids.other });
    const answer = await discord.replyTo(asked);
    await discord.act('rewrite', { message: asked, content: 'Hvornår er der træning?' });
    await people.becomes(answer.id, ({ content }) => content.includes('### Hvornår er der træning?'));
    await discord.act('rewrite', { message: asked, content: 'Glem det, jeg fandt det.', after: 2000 });
    await people.vanishes(answer.id);
    expect(await repliesTo(asked)).toEqual([]);
  });
});

describe('a reply to an answer', () => {
  it('goes on about what was answered', async () => {
    now += hour;
    const answer = await people.reply(`${mention} hvornår er der træning?`);
    const next = await people.reply('og hvor?', { replyTo: answer.id });
    expect(next.content).toContain('### Hvor foregår træningen?');
    const why = await people.pressed(await people.pressed(next, '⋯'), 'Hvorfor dette svar?');
    expect(why.content).not.toContain('valgt af en person');
  });
});

const votes = async (): Promise<number> => {
  const figures = await bot.app.figures?.of(ids.guild as ServerId, 1);
  return figures?.ok === true ? figures.value.up + figures.value.down : 0;
};

describe('ten members who press buttons at the same moment', () => {
  it('are each answered, in private, and have one vote each', async () => {
    now += hour;
    const answer = await people.reply(`${mention} hvor foregår træningen?`);
    const before = await votes();
    const told = await Promise.all(
      crowd.flatMap((user) => ['👍', '👎', '⋯'].map((label) => people.pressed(answer, label, user))),
    );
    expect(told.filter((one) => !isPrivate(one) || one.content.includes('Noget gik galt'))).toEqual([]);
    expect(new Set(told.map(({ id }) => id)).size).toBe(30);
    expect((await votes()) - before).toBe(10);
  });
});

describe('a button of a message that does not belong here', () => {
  it('shows nothing of articles that the server does not read', async () => {
    now += hour;
    const answer = await people.reply(`${mention} hvad koster et medlemskab?`);
    const hash = Array.from(buttonsOf(answer).values())[0]?.split(':')[2] ?? '';
    const press = async (): Promise<StoredMessage> =>
      people.answerTo(
        await discord.act('press', { ...here, message: answer.id, customId: `svar:example:${hash}` }),
      );
    expect((await press()).content).toContain('### Hvad koster et medlemskab?');
    const told = await set('articles', { folders: [3, 'spil'] });
    expect((await press()).content).toBe('Det sted findes ikke længere i artiklerne.');
    await people.press(told, 'Fortryd', ids.owner);
    await people.becomes(told.id, ({ content }) => content.includes('alle artiklerne'));
  });
  it('takes no answer away from another server', async () => {
    now += hour;
    const answer = await people.reply(`${mention} hvordan får jeg whitelist?`);
    const customId = `svar:remove:${ids.other}:${answer.id}`;
    const there = { channel: ids.secondChannel, user: ids.other };
    const own = await discord.act('say', { ...there, content: `${mention} hvad koster et medlemskab?` });
    const elsewhere = await discord.replyTo(own);
    const pressed = await discord.act('press', { ...there, message: elsewhere.id, customId });
    expect((await people.answerTo(pressed)).content).toBe('Svaret findes ikke længere.');
    expect((await discord.seen()).messages.some(({ id }) => id === answer.id)).toBe(true);
  });
});

describe('after a restart', () => {
  it('says nothing unasked that stands in the channel already', async () => {
    await emptied();
    now += hour;
    const asked = await people.say('Hvad koster et medlemskab?', { user: ids.other });
    await discord.replyTo(asked);
    await bot.stop();
    bot = await start();
    expect(await heard('Ved nogen hvad et medlemskab koster?', { user: ids.asker })).toBe('silence');
  });
});

describe('a server that Svar is invited to', () => {
  const [guild, channel] = ['400000000000000400', '400000000000000401'];
  it('is told what it does, with an example to press, and not again after a restart', async () => {
    await discord.act('invite', { guild, channel, like: ids.guild });
    const hello = await discord.until(({ messages }) =>
      messages.find(({ channel_id: id }) => id === channel),
    );
    expect(hello.content).toContain('Hej! Jeg er Svar.');
    const [label = ''] = labelsOf(hello);
    const shown = await people.pressed(hello, label, ids.other, { channel });
    expect(shown.content).toContain(`### ${label}`);
    expect(isPrivate(shown)).toBe(true);
    await bot.stop();
    bot = await start();
    await settled();
    const all = (await discord.seen()).messages.filter(({ channel_id: id }) => id === channel);
    expect(all.filter((one) => !isPrivate(one))).toHaveLength(1);
  });
  it('is told nothing where Svar may not write', async () => {
    const [shut, own] = ['500000000000000500', '500000000000000501'];
    await discord.act('invite', { guild: shut, channel: own, like: ids.guild, mayWrite: false });
    await settled();
    expect((await discord.seen()).messages.some(({ channel_id: id }) => id === own)).toBe(false);
    expect((await discord.refusals()).filter((one) => one.startsWith('POST'))).toEqual([]);
  });
});
