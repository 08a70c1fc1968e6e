import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDiscord, type LoopbackDiscord } from '../discord-server/discord.ts';
import type { Json, StoredMessage } from '../discord-server/state.ts';
import { ids } from '../discord-server/world.ts';
import { startBot, type RunningBot } from './bot.ts';
import { buttonsOf, isPrivate, mention, peopleIn, type People } from './people.ts';

const found = 'Hvordan kan jeg netværke effektivt?';
const unsure = 'netværk online eller fysisk';
const pinned = 'Hvornår er der medlemsmøde?';
const pinText = 'Første tirsdag i måneden kl. 19.';
let folder: string;
let discord: LoopbackDiscord;
let bot: RunningBot;
let people: People;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'svar-asker-'));
  discord = await startDiscord();
  bot = await startBot(discord, {
    DATABASE_URL: `sqlite:${join(folder, 'svar.db')}`,
    HOME_SERVER: ids.guild,
  });
  people = peopleIn(discord);
  const options = [
    { name: 'question', type: 3, value: pinned },
    { name: 'text', type: 3, value: pinText },
  ];
  await people.answerTo(
    await discord.act('subcommand', {
      user: ids.moderator,
      channel: ids.channel,
      name: 'pins',
      subcommand: 'add',
      options,
    }),
  );
});
afterAll(async () => {
  await bot.stop();
  await discord.close();
  await rm(folder, { recursive: true });
});

/** Presses a button that is not there, with a custom_id of one's own making. */
async function forged(message: StoredMessage, customId: string, user: string): Promise<StoredMessage> {
  const press = { user, channel: message.channel_id, message: message.id, customId };
  return people.answerTo(await discord.act('press', press));
}
const isThere = async (id: string): Promise<boolean> =>
  (await discord.seen()).messages.some((message) => message.id === id);
const privately: readonly Json[] = [{ name: 'private', type: 5, value: true }];

describe('who asked', () => {
  const ways: readonly (readonly [string, () => Promise<StoredMessage>])[] = [
    ['a command', () => people.ask(found)],
    ['a mention', () => people.reply(`${mention} ${found}`)],
  ];
  it.each(ways)('is read from the answer to %s, never from a custom_id', async (_, answerOf) => {
    const answer = await answerOf();
    const told = await forged(answer, `svar:remove:${ids.other}:${answer.id}`, ids.other);
    expect(told.content).toBe('Kun den, der spurgte, og moderatorer kan fjerne svaret.');
    expect(isPrivate(told)).toBe(true);
    expect(await isThere(answer.id)).toBe(true);
  });
  it('decides who may say that none of the suggestions fits', async () => {
    const answer = await people.ask(unsure);
    const told = await forged(answer, `svar:none:${ids.other}`, ids.other);
    expect(told.content).toBe('Det kan kun den, der spurgte, og moderatorer.');
    await people.press(answer, 'Ingen af dem', ids.asker);
    const changed = await people.becomes(answer.id, ({ content }) => content.includes('Det står ikke'));
    expect(changed.content).toBe(`> ${unsure}\nDet står ikke i artiklerne.`);
  });
  it('decides who may put another passage in public', async () => {
    const answer = await people.reply(`${mention} ${unsure}`);
    const [, target = ''] = /:([0-9a-f]{12}):0$/u.exec(buttonsOf(answer).get('1') ?? '') ?? [];
    const shown = await forged(answer, `svar:pick:${ids.other}:${target}:0`, ids.other);
    expect(isPrivate(shown)).toBe(true);
    await people.press(answer, '1', ids.asker);
    await people.becomes(answer.id, ({ content }) => content.startsWith('### '));
  });
  it.each(ways)('may remove the answer to %s', async (_, answerOf) => {
    const answer = await answerOf();
    const panel = await people.pressed(answer, '⋯', ids.asker);
    await people.press(panel, 'Fjern', ids.asker);
    await people.vanishes(answer.id);
    const told = await people.becomes(panel.id, ({ components }) => (components as unknown[]).length === 0);
    expect(told.content).toBe('Fjernet.');
  });
  it('is told no certainty of a passage that a person picked', async () => {
    const answer = await people.ask(unsure);
    await people.press(answer, '2', ids.asker);
    const picked = await people.becomes(answer.id, ({ content }) => content.includes('### '));
    const why = await people.pressed(await people.pressed(picked, '⋯'), 'Hvorfor dette svar?');
    expect(why.content).toContain('Det blev valgt blandt flere forslag.');
    expect(why.content).not.toContain('sikker');
  });
  it('hears that an answer is gone when somebody removed it before', async () => {
    const answer = await people.ask(found);
    const panel = await people.pressed(answer, '⋯', ids.asker);
    await people.press(await people.pressed(answer, '⋯', ids.moderator), 'Fjern', ids.moderator);
    await people.vanishes(answer.id);
    expect((await people.pressed(panel, 'Fjern', ids.asker)).content).toBe('Svaret findes ikke længere.');
  });
  it('keeps question and person when none fits an answer for somebody', async () => {
    const answer = await people.ask(unsure, [{ name: 'for', type: 6, value: ids.other }]);
    await people.press(answer, 'Ingen af dem', ids.asker);
    const changed = await people.becomes(answer.id, ({ content }) => content.includes('Det står ikke'));
    expect(changed.content).toBe(`Til <@${ids.other}>\n> ${unsure}\nDet står ikke i artiklerne.`);
  });
});

describe('a private answer', () => {
  it('offers nothing that cannot be done with it', async () => {
    const panel = await people.pressed(await people.ask(found, privately), '⋯');
    expect(Array.from(buttonsOf(panel).keys())).toEqual(['Hvorfor dette svar?', 'Andre steder']);
    expect(panel.content).toContain(`> ${found}`);
  });
  it('says why', async () => {
    const panel = await people.pressed(await people.ask(found, privately), '⋯');
    const why = await people.pressed(panel, 'Hvorfor dette svar?');
    expect(why.content).toContain('effektivt');
  });
  it.each([
    [
      'from its panel',
      async (answer: StoredMessage) => {
        const panel = await people.pressed(answer, '⋯');
        return people.pressed(panel, 'Andre steder');
      },
    ],
    ['after 👎', (answer: StoredMessage) => people.pressed(answer, '👎')],
  ] as const)('gives way to another passage %s', async (_, listFor) => {
    const list = await listFor(await people.ask(found, privately));
    expect(isPrivate(list)).toBe(true);
    await people.press(list, '1');
    const picked = await people.becomes(list.id, ({ content }) => content.includes('### '));
    expect(picked.content).toMatch(/^> Hvordan kan jeg netværke effektivt\?\n### /u);
    const again = await people.pressed(picked, '⋯');
    expect((await people.pressed(again, 'Hvorfor dette svar?')).content).not.toContain('ikke længere');
  });
});

describe('a direct message', () => {
  it('gets the home server’s fixed answer, and every control finds it', async () => {
    const channel = await discord.act('openDm', { user: ids.other });
    const answer = await people.reply(pinned, { channel, user: ids.other });
    expect(answer.content).toContain(pinText);
    const panel = await people.pressed(answer, '⋯', ids.other);
    const why = await people.pressed(panel, 'Hvorfor dette svar?', ids.other);
    expect(why.content).toContain('Moderatorerne');
    const [, target = ''] = /^svar:panel:(p[\w-]+)$/u.exec(buttonsOf(answer).get('⋯') ?? '') ?? [];
    const whole = await forged(answer, `svar:more:${ids.other}:${target}:0`, ids.other);
    expect(whole.content).toContain(pinText);
  });
  it('completes the home server’s questions', async () => {
    const interaction = await discord.act('slash', {
      user: ids.other,
      channel: null,
      name: 'ask',
      options: [{ name: 'question', type: 3, value: 'medlemsm', focused: true }],
      autocomplete: true,
    });
    const { result } = await discord.response(interaction);
    expect(result?.['choices']).toContainEqual({ name: `📌 ${pinned}`, value: pinned });
  });
});

describe('all of this', () => {
  it('stays within what Discord allows', async () => {
    // One answer is looked for that somebody removed before.
    const refusals = await discord.refusals();
    expect(refusals.filter((refusal) => !refusal.endsWith('404 Unknown Message'))).toEqual([]);
  });
});
