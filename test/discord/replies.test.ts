import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDiscord, type LoopbackDiscord } from '../discord-server/discord.ts';
import { ids, sampleWorld, type World } from '../discord-server/world.ts';
import { startBot, type RunningBot } from './bot.ts';
import { buttonsOf, here, mention, peopleIn, type People } from './people.ts';

const articles: Readonly<Record<string, string>> = {
  'klubben.md': `---
title: Klubben
lang: da
---
## Hvornår er der træning?
Tirsdag og torsdag klokken 18.

## Hvad koster et medlemskab?
500 kroner om året.

## Hvem kan blive medlem?
Alle over seks år.

## Hvad står der i vedtægterne?
${'Foreningens formål er at fremme idrætten i byen og omegn.\n\n'.repeat(60)}
## Lejrens program
### Fredag
Ankomst.
### Lørdag
Kamp.
### Søndag
Hjemrejse.
### Mandag
Fri.
### Tirsdag
Oprydning.
`,
  'club.md': `---
title: The club
lang: en
---
## How do I cancel my subscription?
Write to the treasurer.

## Where can I park my bicycle?
Behind the hall.
`,
};

let folder: string;
let discord: LoopbackDiscord;
let bot: RunningBot;
let people: People;

/** The second server is English. */
function world(): World {
  const sample = sampleWorld();
  const guilds = sample.guilds.map((guild) =>
    guild.id === ids.secondGuild ? { ...guild, preferred_locale: 'en-GB' } : guild,
  );
  return { ...sample, guilds };
}
const english = { channel: ids.secondChannel, user: ids.owner };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'svar-replies-'));
  for (const [name, text] of Object.entries(articles)) await writeFile(join(folder, name), text);
  discord = await startDiscord(world());
  bot = await startBot(discord, { CONTENT_DIR: folder });
  people = peopleIn(discord);
});
afterAll(async () => {
  await bot.stop();
  await discord.close();
  await rm(folder, { recursive: true });
});

const openPost = (title: string, content: string): Promise<string> =>
  discord.act('openPost', { user: ids.asker, parent: ids.channel, title, content });
const rewrite = (message: string, content: string, after?: number): Promise<string> =>
  discord.act('rewrite', {
    message,
    content: `${mention} ${content}`,
    ...(after === undefined ? {} : { after }),
  });
const askedBy = async (user: string): Promise<{ readonly asked: string; readonly answer: string }> => {
  const asked = await people.say(`${mention} hvornår er der træning?`, { user });
  return { asked, answer: (await discord.replyTo(asked)).id };
};

const training = '### Hvornår er der træning?\nTirsdag og torsdag klokken 18.\n-# Fra Klubben';
const unknown = { da: 'Det står ikke i artiklerne.', en: 'The articles do not say.' };

describe('the language of a reply', () => {
  it.each([
    ['hvornår er der træning', training],
    ['hvordan bager man rugbrød', unknown.da],
    ['how do I bake bread', unknown.en],
    ['contact', unknown.en],
  ])('to "%s" in an English server', async (asked, said) => {
    expect((await people.reply(`${mention} ${asked}`, english)).content).toContain(said);
  });
  it.each([
    ['how do I bake bread', unknown.en],
    ['rugbrød', unknown.da],
  ])('to "%s" in a Danish server', async (asked, said) => {
    expect((await people.reply(`${mention} ${asked}`)).content).toContain(said);
  });
  it.each(['???', '^', '', 'help'])('to "%s", which tells none, is the server’s', async (asked) => {
    expect((await people.reply(`${mention} ${asked}`, english)).content).toContain('Ask me a question');
    expect((await people.reply(`${mention} ${asked}`)).content).toContain('Stil mig et spørgsmål');
  });
  it('brings examples in that language', async () => {
    const help = (await people.reply(mention, english)).content;
    expect(help).toContain('How do I cancel my subscription?');
    expect(help).not.toContain('Hvornår er der træning?');
  });
});

describe('small talk', () => {
  it.each([
    ['hej', 'Hej! Spørg mig om noget, så slår jeg det op i artiklerne.'],
    ['hello', 'Hello! Ask me something, and I will look it up in the articles.'],
    ['er du en robot?', 'Jeg er en bot.'],
    ['are you human?', 'I am a bot.'],
  ])('"%s" gets one friendly line', async (said, line) => {
    expect((await people.reply(`${mention} ${said}`)).content).toContain(line);
  });
  it.each([
    ['Perfekt, mange tak!', '👍'],
    ['fedt tak', '👍'],
    ['tak, det hjalp', '👍'],
    ['thanks, that worked!', '👍'],
    ['cheers', '👍'],
    ['farvel', '👋'],
  ])('"%s" gets a reaction and no more', async (said, emoji) => {
    const id = await people.say(`${mention} ${said}`);
    await discord.until(({ reactions }) => reactions.some(({ message }) => message === id));
    const { reactions, messages } = await discord.seen();
    expect(reactions.filter(({ message }) => message === id)).toEqual([{ message: id, emoji }]);
    const isReply = ({ message_reference: to }: (typeof messages)[number]): boolean =>
      (to as { message_id?: string } | undefined)?.message_id === id;
    expect(messages.filter(isReply)).toEqual([]);
  });
  it('beside a question does not hide it', async () => {
    expect((await people.reply(`${mention} hej, hvornår er der træning?`)).content).toBe(training);
  });
  it('as a command gets a line, too', async () => {
    expect((await people.ask('tak')).content).toContain('Selv tak!');
  });
});

describe('a mention that points at a message', () => {
  const seen = `${mention} hvornår er der træning?`;
  it.each(['', 'kan du?', '^', 'help', 'kan du svare på det her?'])('with "%s" answers it', async (words) => {
    const asked = await people.say(seen);
    const reply = await people.reply(`${mention} ${words}`, { replyTo: asked, user: ids.other });
    expect(reply.content).toBe(training);
  });
  it('with a question of its own answers that', async () => {
    const asked = await people.say(seen);
    const reply = await people.reply(`${mention} hvad koster et medlemskab?`, {
      replyTo: asked,
      user: ids.other,
    });
    expect(reply.content).toContain('500 kroner');
  });
  it('remembers what was asked: its panel can say why', async () => {
    const asked = await people.say(seen);
    const reply = await people.reply(`${mention} ^`, { replyTo: asked, user: ids.other });
    const why = await people.pressed(await people.pressed(reply, '⋯'), 'Hvorfor dette svar?');
    expect(why.content).toContain('træning');
  });
  it('that Discord hides says so and what to do', async () => {
    const asked = await people.say('hvornår er der træning?');
    const reply = await people.reply(`${mention} kan du?`, { replyTo: asked, user: ids.other });
    expect(reply.content).toBe(
      'Jeg kan ikke se teksten i den besked. Højreklik (eller hold) på den, og vælg Apps → »Slå op i artiklerne«.',
    );
  });
});

describe('what Discord hides', () => {
  it('is told in one line where somebody replies to Svar without a ping', async () => {
    const answer = await people.reply(`${mention} hvornår er der træning?`);
    const reply = await people.reply('og hvad koster det?', { replyTo: answer.id });
    expect(reply.content).toMatch(
      /^Jeg kan ikke se, hvad du skrev: Discord viser mig kun beskeder, der nævner mig\. Nævn mig med @Svar i beskeden, eller brug <\/ask:\d+>\.$/u,
    );
  });
});

describe('a new forum post', () => {
  it.each([mention, `${mention} kan du?`])('with "%s" asks its title', async (content) => {
    const reply = await discord.replyTo(await openPost('Hvornår er der træning?', content));
    expect(reply.content).toBe(training);
  });
  it('with a question of its own asks that', async () => {
    const reply = await discord.replyTo(await openPost('Hjælp!', `${mention} hvornår er der træning?`));
    expect(reply.content).toBe(training);
  });
});

describe('a private answer of several pages', () => {
  it('can say why from its last page, and what else there is', async () => {
    const interaction = await discord.act('slash', {
      ...here,
      name: 'ask',
      options: [
        { name: 'question', type: 3, value: 'hvad står der i vedtægterne' },
        { name: 'private', type: 5, value: true },
      ],
    });
    const { messages } = await discord.until(({ interactions, messages: all }) => {
      const answered = interactions.find(({ id }) => id === interaction)?.messages ?? [];
      const own = all.filter(({ id }) => answered.includes(id));
      return own.some((message) => buttonsOf(message).has('⋯')) && { messages: own };
    });
    const last = messages.at(-1);
    if (last === undefined) throw new Error('nothing was answered');
    expect(messages.length).toBeGreaterThan(1);
    expect(last.content).toMatch(/^> hvad står der i vedtægterne\n/u);
    const why = await people.pressed(await people.pressed(last, '⋯'), 'Hvorfor dette svar?');
    expect(why.content).toContain('vedtægterne');
  });
});

describe('a heading without text', () => {
  it('offers what stands below it, in order, and the topics', async () => {
    const list = await people.reply(`${mention} lejrens program`);
    expect(list.content.split('\n').map((line) => line.split(' · ')[0])).toEqual([
      'Under »Lejrens program« står:',
      '**1** Fredag',
      '**2** Lørdag',
      '**3** Søndag',
      '**4** Mandag',
      '**5** Tirsdag',
    ]);
    expect(Array.from(buttonsOf(list).keys())).toEqual(['1', '2', '3', '4', '5', 'Se emner']);
    await people.press(list, '5');
    const shown = await people.becomes(list.id, ({ content }) => content.includes('### '));
    expect(shown.content).toContain('### Tirsdag\nOprydning.');
  });
  it('leaves room for other questions of its message', async () => {
    const both = await people.reply(`${mention} 1) lejrens program 2) hvad koster et medlemskab`);
    expect(both.content).toContain('**3** Søndag');
    expect(both.content).not.toContain('**4**');
    expect(both.content).toContain('500 kroner');
  });
});

describe('a question that is edited', () => {
  const price = 'hvad koster et medlemskab?';
  it('within ten minutes changes its answer', async () => {
    const asked = await people.say(`${mention} hvornår er der træning?`);
    const answer = await discord.replyTo(asked);
    await rewrite(asked, price, 600_000);
    const changed = await people.becomes(answer.id, ({ content }) => content.includes('500 kroner'));
    expect(changed.content).toContain('### Hvad koster et medlemskab?');
  });
  it('later keeps its answer, as one does whose link gets a preview', async () => {
    const asked = await people.say(`${mention} hvornår er der træning?`);
    const answer = await discord.replyTo(asked);
    await rewrite(asked, price, 600_001);
    await discord.act('unfurl', { message: asked });
    await people.reply(`${mention} hvem kan blive medlem?`);
    const { messages } = await discord.seen();
    expect(messages.find(({ id }) => id === answer.id)?.content).toBe(training);
  });
  it('in a direct message changes its answer', async () => {
    const channel = await discord.act('openDm', { user: ids.other });
    const asked = await people.say('hvornår er der træning?', { channel, user: ids.other });
    const answer = await discord.replyTo(asked);
    await discord.act('rewrite', { message: asked, content: price });
    const changed = await people.becomes(answer.id, ({ content }) => content.includes('500 kroner'));
    expect(changed.content).toContain('### Hvad koster et medlemskab?');
  });
  it('into thanks takes its answer back', async () => {
    const asked = await people.say(`${mention} hvornår er der træning?`);
    const answer = await discord.replyTo(asked);
    await rewrite(asked, 'tak');
    await people.vanishes(answer.id);
    expect((await discord.seen()).reactions).toContainEqual({ message: asked, emoji: '👍' });
  });
});

describe('a question that is deleted', () => {
  it('takes its answer along', async () => {
    const { asked, answer } = await askedBy(ids.asker);
    await discord.act('erase', { messages: [asked] });
    await people.vanishes(answer);
    expect((await discord.seen()).messages.map(({ id }) => id)).not.toContain(answer);
  });
  it('takes its answer along also where many are deleted at once', async () => {
    const first = await askedBy(ids.asker);
    const second = await askedBy(ids.other);
    await discord.act('erase', { messages: [first.asked, second.asked] });
    await people.vanishes(first.answer);
    await people.vanishes(second.answer);
    expect((await discord.seen()).messages.map(({ id }) => id)).not.toContain(second.answer);
  });
});

describe('all of this', () => {
  it('stays within what Discord allows', async () => {
    expect(await discord.refusals()).toEqual([]);
  });
});
