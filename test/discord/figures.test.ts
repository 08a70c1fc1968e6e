import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import type { ServerId } from '../../src/answers/answer.ts';
import { stringsFor } from '../../src/strings/index.ts';
import { runGaps } from '../../src/terminal/gaps.ts';
import { startDiscord, type LoopbackDiscord } from '../discord-server/discord.ts';
import { ids } from '../discord-server/world.ts';
import { startBot, type RunningBot } from './bot.ts';
import { moderating } from './moderating.ts';
import { isPrivate, mention, peopleIn, type People } from './people.ts';

const sure = 'Hvordan kan jeg netværke effektivt?';
let folder: string;
let discord: LoopbackDiscord;
let bot: RunningBot;
let people: People;
const moderator = moderating(() => discord);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'svar-figures-'));
  discord = await startDiscord();
  bot = await startBot(discord, {
    DATABASE_URL: `sqlite:${join(folder, 'svar.db')}`,
    HOME_SERVER: ids.guild,
  });
  people = peopleIn(discord);
});
afterAll(async () => {
  await bot.stop();
  await discord.close();
  await rm(folder, { recursive: true });
});

const stats = async (days: number | null, user: string = ids.moderator): Promise<string> => {
  const options = days === null ? [] : [{ name: 'days', type: 4, value: days }];
  const act = { channel: ids.channel, user, name: 'questions', subcommand: 'stats', options };
  const told = await moderator.first(await discord.act('subcommand', act));
  expect(isPrivate(told)).toBe(true);
  return told.content;
};

it('figures are for moderators, and say so where nobody has asked', async () => {
  expect(await stats(null, ids.other)).toContain('Det kan kun moderatorer');
  expect(await stats(null)).toBe('### De sidste 30 dage\nIngen har spurgt om noget.');
});

it('figures show what became of every question, wherever it was asked, and what people think', async () => {
  await moderator.pins('add', { question: 'Hvornår er der møde?', text: 'Kl. 19.' });
  const first = await people.ask(sure);
  await people.pressed(first, '👍');
  await people.pressed(first, '👍', ids.other);
  await people.pressed(await people.ask(sure), '👎');
  await people.ask('hvornår er der møde');
  await people.reply(`${mention} hvordan får jeg et netværk`);
  const channel = await discord.act('openDm', { user: ids.other });
  await people.reply('hvordan bager man rugbrød', { channel, user: ids.other });
  expect((await stats(1)).split('\n')).toEqual([
    '### I dag',
    '5 spørgsmål',
    '```',
    'besvaret      ████████████░░░░░░░░   60 %  (3)',
    '· faste svar  ████░░░░░░░░░░░░░░░░   20 %  (1)',
    'forslag       ████░░░░░░░░░░░░░░░░   20 %  (1)',
    'intet svar    ████░░░░░░░░░░░░░░░░   20 %  (1)',
    '```',
    '👍 67 % af 3 stemmer',
    '**Mest spurgt**',
    expect.stringMatching(/^1\. Hvordan kan jeg netværke effektivt\? · .+ · 2$/u),
    '2. 📌 Hvornår er der møde? · 1',
  ]);
});

it('figures of several days come with a chart, and what it shows in words', async () => {
  await stats(30);
  const { requests } = await discord.seen();
  const sent = requests.findLast(({ body }) => JSON.stringify(body).includes('De sidste 30 dage'));
  expect(JSON.stringify(sent?.body)).toContain('"attachments":[{');
  expect(JSON.stringify(sent?.body)).toContain(
    'Spørgsmål over tid. Af 5 spørgsmål blev 3 besvaret, 1 fik forslag og 1 intet svar.',
  );
});

it('the same figures and the gaps come from the terminal, while the bot runs', async () => {
  const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
  const config = readConfig({ DATABASE_URL: `sqlite:${join(folder, 'svar.db')}` }, root);
  const app = await openApp(config, { watches: false, keepsPins: true });
  const run = async (more: { readonly csv?: true; readonly days: number }): Promise<string> => {
    const printed: string[] = [];
    const output = { write: async (text: string) => printed.push(text) > 0, flush: async () => {} };
    const given = { server: ids.guild as ServerId, ...more };
    expect(await runGaps(given, { strings: stringsFor('en'), output, app })).toBe(0);
    return printed.join('');
  };
  const day = new Date().toISOString().slice(0, 10);
  expect((await run({ csv: true, days: 1 })).split('\r\n')).toEqual([
    'day,kind,answer,count',
    `${day},found,networking.md#${sure},2`,
    expect.stringMatching(/^.+,pinned,p[0-9a-f]{12},1$/u),
    `${day},unknown,,1`,
    `${day},unsure,,1`,
    `${day},up,,2`,
    `${day},down,,1`,
    '',
  ]);
  const stubs = await run({ days: 30 });
  await app.close();
  expect(stubs).toContain('## hvordan får jeg et netværk\n');
  expect(stubs).toContain(`## ${sure}\n`);
  expect(stubs).not.toContain('rugbrød');
});

it('stays within what Discord allows', async () => {
  expect(await discord.refusals()).toEqual([]);
});
