import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoredMessage } from '../discord-server/state.ts';
import { startDiscord, type LoopbackDiscord } from '../discord-server/discord.ts';
import { ids } from '../discord-server/world.ts';
import { startBot, type RunningBot } from './bot.ts';
import { labelsOf, moderating, prefilled } from './moderating.ts';
import { isPrivate, peopleIn, type People } from './people.ts';

const unsure = 'hvordan får jeg et netværk';
let folder: string;
let discord: LoopbackDiscord;
let bot: RunningBot;
let people: People;
const moderator = moderating(() => discord);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'svar-offers-'));
  discord = await startDiscord();
  bot = await startBot(discord, { DATABASE_URL: `sqlite:${join(folder, 'svar.db')}` });
  people = peopleIn(discord);
});
afterAll(async () => {
  await bot.stop();
  await discord.close();
  await rm(folder, { recursive: true });
});

const unanswered = async (): Promise<StoredMessage> =>
  moderator.first(
    await discord.act('subcommand', {
      channel: ids.channel,
      user: ids.moderator,
      name: 'questions',
      subcommand: 'unanswered',
    }),
  );
const erase = async (options: readonly object[], user: string = ids.owner): Promise<StoredMessage> =>
  moderator.first(
    await discord.act('subcommand', {
      channel: ids.channel,
      user,
      name: 'settings',
      subcommand: 'erase',
      options,
    }),
  );
/** The id of the only entry of a menu. */
const onlyOf = (message: StoredMessage): string => {
  const rows = message['components'] as { components: { options?: { value: string }[] }[] }[];
  return rows.flatMap(({ components }) => components.flatMap(({ options }) => options ?? []))[0]?.value ?? '';
};

describe('what people pick five times', () => {
  let offers: StoredMessage;

  it('is offered in the list of what is unanswered', async () => {
    for (let time = 0; time < 5; time++) {
      const shown = await people.ask(unsure);
      await people.press(shown, '1');
      await people.becomes(shown.id, ({ content }) => content.includes('### '));
    }
    const list = await unanswered();
    expect(labelsOf(list)).toContain('Forslag: 1');
    await moderator.press(list, 'Forslag: 1');
    offers = await moderator.changed(list, 'Forslag til jer: 1');
    expect(offers.content.split('\n')).toEqual([
      '### Forslag til jer: 1',
      expect.stringMatching(
        /^\*\*1\*\* »hvordan får jeg et netværk«: \*\*.+\*\* \(.+\) er valgt 5 gange\. Skal det være det faste svar\?$/u,
      ),
    ]);
  });

  it('is declined, and that is taken back', async () => {
    await moderator.choose(offers, 'Nej tak til …', onlyOf(offers));
    const declined = await moderator.changed(offers, 'Jeg foreslår det ikke igen');
    await moderator.press(declined, 'Fortryd');
    const restored = await moderator.changed(declined, 'er blandt forslagene igen');
    await moderator.press(restored, 'Tilbage til listen');
    offers = await moderator.changed(restored, 'Forslag til jer: 1');
    expect(labelsOf(offers)[0]).toBe('📌 1');
  });

  it('is the fixed answer after one click of a moderator, and not after another', async () => {
    const refused = await moderator.first(await moderator.press(offers, '📌 1', ids.other));
    expect(refused.content).toContain('Det kan kun moderatorer');
    const done = await moderator.first(await moderator.press(offers, '📌 1'));
    expect(isPrivate(done)).toBe(true);
    expect(done.content).toContain(
      'Gemt. Fra nu af får alle på serveren det svar på »hvordan får jeg et netværk«.',
    );
    expect(labelsOf(done)).toEqual(['Fortryd']);
    expect((await people.ask(unsure)).content).toContain('📌 Fast svar fra moderatorerne');
    expect((await moderator.first(await moderator.press(offers, '📌 1'))).content).toContain(
      'ikke aktuelt længere',
    );
    await moderator.press(done, 'Fortryd');
    await moderator.changed(done, 'er ikke længere et fast svar');
    expect((await people.ask(unsure)).content).not.toContain('📌');
  });
});

describe('answers that did not help', () => {
  it('open the form with every wording where nobody picked another', async () => {
    for (const user of [ids.asker, ids.other, ids.owner])
      await people.pressed(await people.ask('Hvordan kan jeg netværke effektivt?'), '👎', user);
    const list = await unanswered();
    await moderator.press(list, labelsOf(list).find((label) => label.startsWith('Forslag')) ?? '');
    const offers = await moderator.changed(list, '3 gange hjalp det ikke');
    const number = /\*\*(\d)\*\* »Hvordan kan jeg netværke effektivt\?«/u.exec(offers.content)?.[1] ?? '';
    const form = await moderator.form(await moderator.press(offers, `📌 ${number}`));
    expect(prefilled(form, 'question')).toBe('Hvordan kan jeg netværke effektivt?');
  });
});

describe('/settings erase', () => {
  it('removes a person from what this server keeps', async () => {
    await moderator.pins('add', { question: 'Hvornår er der møde?', text: 'Kl. 19.' });
    const person = { name: 'person', type: 6, value: ids.moderator };
    expect((await erase([person], ids.moderator)).content).toContain('kun de, der må administrere serveren');
    expect((await erase([person])).content).toMatch(/nævner <@\d+> længere: det gjorde \d+ faste? svar/u);
    expect((await erase([person])).content).toContain('det gjorde 0 faste svar og 0 stemmer');
  });

  it('deletes everything of the server, once it is asked back', async () => {
    const asked = await erase([]);
    expect(asked.content).toContain('Slet alt, hvad jeg gemmer for denne server?');
    expect((await people.ask('hvornår er der møde')).content).toContain('Kl. 19.');
    expect(
      (await moderator.first(await moderator.press(asked, 'Slet det hele', ids.other))).content,
    ).toContain('kun de, der må administrere serveren');
    await moderator.press(asked, 'Slet det hele', ids.owner);
    await moderator.changed(asked, 'Alt, hvad jeg gemte for denne server, er slettet.');
    expect((await people.ask('hvornår er der møde')).content).not.toContain('Kl. 19.');
    expect((await unanswered()).content).not.toContain('netværk«');
  });
});

it('stays within what Discord allows', async () => {
  expect(await discord.refusals()).toEqual([]);
});
