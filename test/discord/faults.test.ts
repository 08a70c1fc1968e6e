import { EventEmitter, once } from 'node:events';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openApp, type App } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { runDiscord } from '../../src/discord/start.ts';
import { startDiscord, type LoopbackDiscord } from '../discord-server/discord.ts';
import { ids } from '../discord-server/world.ts';
import { isPrivate, mention, peopleIn } from './people.ts';

const packageRoot = join(dirname(fileURLToPath(import.meta.url)), '../..');
let discord: LoopbackDiscord;
let opened: App;
let lines: string[];
let printed: string[];
let controller: AbortController;
beforeEach(async () => {
  discord = await startDiscord();
  const env = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.api, LOG_LEVEL: 'silent' };
  opened = await openApp(readConfig(env, packageRoot), { watches: false });
  lines = [];
  printed = [];
  controller = new AbortController();
});
afterEach(async () => {
  await opened.close();
  await discord.close();
});

/** Runs the bot with something of the app exchanged. */
async function run(changes: Partial<App>, unexpected?: Promise<unknown>): Promise<Promise<number>[]> {
  const log = pino({ level: 'trace' }, { write: (line) => lines.push(line) });
  const options = { locale: 'en', print: (line: string) => printed.push(line), signal: controller.signal };
  const running = runDiscord(
    { ...opened, log, ...changes },
    { ...options, ...(unexpected === undefined ? {} : { unexpected }) },
  );
  await discord.until(({ commands }) => commands.length > 0);
  return [running];
}

describe('an answer that fails', () => {
  it('is told privately with the id that the log has, and others are answered', async () => {
    const { answers } = opened;
    const failing: App['answers'] = {
      ...answers,
      ask: (question) =>
        question.text.includes('hemmelig')
          ? Promise.reject(new RangeError(question.text))
          : answers.ask(question),
      within: () => Promise.resolve(failing),
    };
    const [running] = await run({ answers: failing });
    const people = peopleIn(discord);
    const failed = await people.ask('min hemmelige diagnose');
    const id = /-# Fejl ([0-9a-f]{8})$/u.exec(failed.content)?.[1] ?? 'none';
    expect(failed.content).toContain('Noget gik galt hos mig.');
    expect(isPrivate(failed)).toBe(true);
    const answered = await people.ask('hvad er netværk', [], { user: ids.other });
    expect(answered.content).toContain('### Hvad er netværk?');
    controller.abort();
    expect(await running).toBe(0);
    const told = lines.filter((line) => line.includes(id));
    expect(told).toHaveLength(1);
    expect(JSON.parse(told[0] ?? '')).toMatchObject({ level: 50, fault: 'RangeError', id });
    expect(lines.join('')).not.toContain('hemmelig');
  });
});

describe('an error outside of any answer', () => {
  it('is logged without its words, and ends the bot for its supervisor', async () => {
    const trouble = new EventEmitter();
    const unexpected = once(trouble, 'fell').then(([error]: readonly unknown[]) => error);
    const [running] = await run({}, unexpected);
    trouble.emit('fell', new TypeError('min hemmelige diagnose'));
    expect(await running).toBe(1);
    expect(printed.at(-1)).toContain('Something unexpected went wrong');
    expect(lines.filter((line) => line.includes('"level":60') && line.includes('TypeError'))).toHaveLength(1);
    expect(lines.join('')).not.toContain('hemmelig');
  });
});

describe('a token that is taken back while the bot runs', () => {
  it('ends it with the setting named, after at most three requests', async () => {
    const [running] = await run({});
    const before = (await discord.seen()).requests.length;
    await discord.act('fault', { statuses: [401, 401, 401, 401, 401, 401] });
    for (const word of ['a', 'b', 'c', 'd'])
      await discord.act('say', { user: ids.asker, channel: ids.channel, content: `${mention} ${word}` });
    expect(await running).toBe(78);
    expect(printed.at(-1)).toContain('Discord refused DISCORD_TOKEN');
    expect((await discord.seen()).requests.length - before).toBeLessThanOrEqual(3);
  });
});
