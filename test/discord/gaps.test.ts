import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoredMessage } from '../discord-server/state.ts';
import { startDiscord, type LoopbackDiscord } from '../discord-server/discord.ts';
import { ids } from '../discord-server/world.ts';
import { startBot, type RunningBot } from './bot.ts';
import { labelsOf, marked, moderating, prefilled } from './moderating.ts';
import { isPrivate, mention, peopleIn, type People } from './people.ts';

const bikes = ['Hvor er cykelkælderen?', 'er der en cykelkælder', 'cykelkælder, hvor er den henne'];
let folder: string;
let discord: LoopbackDiscord;
let bot: RunningBot;
let people: People;
const moderator = moderating(() => discord);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'svar-gaps-'));
  discord = await startDiscord();
  bot = await startBot(discord, {
    DATABASE_URL: `sqlite:${join(folder, 'svar.db')}`,
    EDIT_URL: 'https://example.com/edit/{article}#L{line}',
    HOME_SERVER: ids.guild,
  });
  people = peopleIn(discord);
});
afterAll(async () => {
  await bot.stop();
  await discord.close();
  await rm(folder, { recursive: true });
});

/** `/questions unanswered`. */
const unanswered = async (user: string = ids.moderator): Promise<StoredMessage> =>
  moderator.first(
    await discord.act('subcommand', {
      channel: ids.channel,
      user,
      name: 'questions',
      subcommand: 'unanswered',
    }),
  );
/** Presses and gives the list as it reads then. */
async function becomes(list: StoredMessage, press: Promise<string>, text: string): Promise<StoredMessage> {
  await press;
  return moderator.changed(list, text);
}

describe('what nobody answered', () => {
  it('is told to moderators alone', async () => {
    expect((await unanswered(ids.other)).content).toContain('Det kan kun moderatorer');
    const list = await unanswered();
    expect(isPrivate(list)).toBe(true);
    expect(list.content).toBe('Der er ingen ubesvarede spørgsmål.');
  });

  it('is listed with how often, when last, the other words and what is nearest', async () => {
    for (const text of bikes) await people.ask(text);
    await people.reply(`${mention} hvordan får jeg et netværk`, { user: ids.other });
    await people.ask('Hvordan kan jeg netværke effektivt?');
    const { content } = await unanswered();
    const day = new Intl.DateTimeFormat('da-DK', { day: 'numeric', month: 'short', year: 'numeric' });
    expect(content.split('\n')).toEqual([
      '### Ubesvaret: 2 emner',
      `**1** Hvor er cykelkælderen? · spurgt 3 gange, senest ${day.format(new Date())}`,
      '-# Også: »er der en cykelkælder« · »cykelkælder, hvor er den henne«',
      `**2** hvordan får jeg et netværk · spurgt 1 gang, senest ${day.format(new Date())}`,
      expect.stringMatching(
        /^-# Nærmest: .+ · .+ · \[ret artiklen\]\(<https:\/\/example\.com\/edit\/networking\.md#L\d+>\)$/u,
      ),
    ]);
  });

  it('stands without anybody’s id in the database', async () => {
    const files = ['svar.db', 'svar.db-wal'].map((name) =>
      readFile(join(folder, name), 'latin1').catch(() => ''),
    );
    const raw = (await Promise.all(files)).join('');
    expect(raw).toContain('er der en cykelk');
    for (const id of [ids.asker, ids.other]) expect(raw).not.toContain(id);
  });

  it('is marked in the form where people were offered a passage', async () => {
    const form = await moderator.form(await moderator.press(await unanswered(), '📌 2'));
    expect(prefilled(form, 'question')).toBe('hvordan får jeg et netværk');
    expect(marked(form, 'target')).toMatch(/^[0-9a-f]{12}$/u);
  });

  it('is pinned in two clicks, with every wording, and is a gap no longer', async () => {
    const form = await moderator.form(await moderator.press(await unanswered(), '📌 1'));
    expect(prefilled(form, 'question')).toBe(bikes[0]);
    expect(prefilled(form, 'phrasings').split('\n')).toEqual(bikes.slice(1));
    expect(marked(form, 'target')).toBeNull();
    const told = await moderator.submit(form, { text: 'Under opgang B.' });
    expect(told.content).toContain('Gemt.');
    for (const text of bikes) expect((await people.ask(text)).content).toContain('Under opgang B.');
    expect((await unanswered()).content).not.toContain('cykel');
  });

  it('is left out of the list and taken back', async () => {
    await people.ask('Hvem vander planterne?');
    const list = await unanswered();
    const id = idsIn(list, 'Udelad et emne …').get('Hvem vander planterne?') ?? '';
    const dropped = await becomes(
      list,
      moderator.choose(list, 'Udelad et emne …', id),
      'er fra nu af udeladt',
    );
    expect(labelsOf(dropped)).toEqual(['Fortryd', 'Tilbage til listen']);
    const left = await becomes(dropped, moderator.press(dropped, 'Tilbage til listen'), 'Ubesvaret: 1 emne');
    expect(left.content).not.toContain('planterne');
    const ignored = await becomes(left, moderator.press(left, 'Udeladt: 1'), '**1** Hvem vander planterne?');
    const back = await becomes(ignored, moderator.press(ignored, 'Tag 1 med igen'), 'er på listen igen');
    await becomes(back, moderator.press(back, 'Tilbage til listen'), 'Hvem vander planterne?');
  });

  it('is deleted for good, one wording at a time', async () => {
    await people.ask('hvem er det der vander planterne');
    const list = await unanswered();
    const id = idsIn(list, 'Udelad et emne …').get('Hvem vander planterne?') ?? '';
    const which = await becomes(
      list,
      moderator.choose(list, 'Slet et spørgsmål for altid …', id),
      'Hvilken formulering',
    );
    const wording = idsIn(which, 'Vælg en formulering …').get('hvem er det der vander planterne') ?? '';
    const erased = await becomes(
      which,
      moderator.choose(which, 'Vælg en formulering …', wording),
      '1 spørgsmål er slettet for altid.',
    );
    const left = await becomes(
      erased,
      moderator.press(erased, 'Tilbage til listen'),
      'Hvem vander planterne?',
    );
    expect(left.content).not.toContain('det der vander');
  });

  it('cannot be touched by who is no moderator, nor from another list’s time', async () => {
    const list = await unanswered();
    const press = { channel: ids.channel, message: list.id };
    const forged = await discord.act('press', { ...press, user: ids.other, customId: 'svar:gappage:0' });
    expect((await moderator.first(forged)).content).toContain('Det kan kun moderatorer');
    const gone = await discord.act('press', {
      ...press,
      user: ids.moderator,
      customId: 'svar:gappin:000000000000',
    });
    expect((await moderator.first(gone)).content).toContain('ikke på listen længere');
  });

  it('is a question whose answer was voted down, too', async () => {
    const asked = 'Hvad er online netværk?';
    const answer = await people.ask(asked);
    await people.pressed(answer, '👎');
    await people.pressed(answer, '👎', ids.other);
    expect((await unanswered()).content).toContain(`${asked} · spurgt 1 gang`);
  });

  it('in a direct message is not kept', async () => {
    const channel = await discord.act('openDm', { user: ids.other });
    await people.reply('hvad hedder kassererens kat', { channel, user: ids.other });
    expect((await unanswered()).content).not.toContain('kassererens');
  });
});

it('stays within what Discord allows', async () => {
  expect(await discord.refusals()).toEqual([]);
});

/** Values of a menu by their labels. */
function idsIn(message: StoredMessage, placeholder: string): ReadonlyMap<string, string> {
  const rows = message['components'] as {
    components: { placeholder?: string; options?: { label: string; value: string }[] }[];
  }[];
  const menus = rows.flatMap(({ components }) => components);
  const options = menus.find((menu) => menu.placeholder === placeholder)?.options ?? [];
  return new Map(options.map(({ label, value }) => [label, value]));
}
