import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApp, type App } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { runDiscord } from '../../src/discord/start.ts';
import type { ActionName } from '../discord-server/events.ts';
import { startDiscord, type LoopbackDiscord } from '../discord-server/discord.ts';
import type { Json } from '../discord-server/state.ts';
import { ids } from '../discord-server/world.ts';
import { mention } from './people.ts';

const packageRoot = join(dirname(fileURLToPath(import.meta.url)), '../..');
let discord: LoopbackDiscord;
let opened: App;
beforeAll(async () => {
  discord = await startDiscord();
  const env = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.api, LOG_LEVEL: 'silent' };
  opened = await openApp(readConfig(env, packageRoot), {
    watches: false,
    // Hours pass between any two questions: this is not about cool-downs.
    clock: {
      now: (() => {
        let hours = 0;
        return () => ++hours * 3_600_000;
      })(),
    },
  });
});
afterAll(async () => {
  await opened.close();
  await discord.close();
});

/** Sessions are started at once: how seldom they may be is tried with a clock that stands still. */
const unthrottled = (app: App): App => ({
  ...app,
  ops: { ...app.ops, identify: { ...app.ops.identify, wait: () => Promise.resolve() } },
});

interface Running {
  readonly ended: Promise<number>;
  readonly printed: string[];
  stop(): Promise<number>;
}

async function start(at: LoopbackDiscord, isAwaited = true): Promise<Running> {
  const controller = new AbortController();
  const printed: string[] = [];
  const config = { ...opened.config, discordApiUrl: at.api };
  const ended = runDiscord(unthrottled({ ...opened, config }), {
    locale: 'en',
    print: (line) => printed.push(line),
    signal: controller.signal,
  });
  if (isAwaited) await at.until(({ commands }) => commands.length > 0);
  return {
    ended,
    printed,
    stop() {
      controller.abort();
      return ended;
    },
  };
}

type Step = readonly [ActionName, Json];
const drop: Step = ['drop', {}];
const reconnect: Step = ['reconnect', {}];
const forget: Step = ['forgetSessions', {}];
const close = (code: number): Step => ['close', { code }];
const frame = (op: number, d: unknown, more: Json = {}): Step => [
  'frame',
  { frame: { op, d, s: null, t: null, ...more } },
];
const event = (t: string, d: unknown): Step => ['dispatch', { event: t, data: d }];
const guild = { id: ids.guild };

type Fault = readonly [string, readonly Step[]];
const codes = (...some: readonly number[]): Fault[] =>
  some.map((code) => [`close code ${String(code)}`, [close(code)]]);

/** The session goes on: what is asked meanwhile comes afterwards. */
const resumed: readonly Fault[] = [
  ['a line that breaks', [drop]],
  ['a line that breaks three times', [drop, drop, drop]],
  ['a line that breaks while it is told to reconnect', [reconnect, drop]],
  ['Discord that asks to reconnect', [reconnect]],
  ['Discord that asks to reconnect twice', [reconnect, reconnect]],
  ['an invalid session that may be resumed', [frame(9, true)]],
  ...codes(1011, 1012, 3000, 4000, 4001, 4002, 4009, 4999),
  ['a heartbeat that is asked for', [frame(1, null)]],
  ['a heartbeat answered that was never sent', [frame(11, null)]],
  ['a second HELLO', [frame(10, { heartbeat_interval: 41_250 })]],
  ['an operation nobody knows', [frame(42, { a: 1 })]],
  ['a frame without anything', [['frame', { frame: {} }]]],
  ['an event nobody knows', [event('SOMETHING_NEW', { id: '1' })]],
  ['an event without a number', [frame(0, {}, { t: 'SOMETHING_NEW' })]],
  ['a number that runs backwards, then a break', [frame(0, {}, { t: 'SOMETHING_NEW', s: 1 }), drop]],
  ['RESUMED out of nowhere', [event('RESUMED', {})]],
  ['an interaction of a kind nobody knows', [event('INTERACTION_CREATE', { id: '1', type: 99, token: 'x' })]],
  ['a server that is out for a while', [event('GUILD_DELETE', { ...guild, unavailable: true })]],
  ['a server that nobody knows gone', [event('GUILD_DELETE', { id: '1' })]],
  ['a channel that nobody knows gone', [event('CHANNEL_DELETE', { id: '1', guild_id: ids.guild, type: 0 })]],
  ['a message that nobody knows gone', [event('MESSAGE_DELETE', { id: '1', channel_id: ids.channel })]],
  ['a message in a channel that nobody knows', [event('MESSAGE_DELETE', { id: '1', channel_id: '1' })]],
  ['a member who never was gone', [event('GUILD_MEMBER_REMOVE', { guild_id: ids.guild, user: { id: '1' } })]],
  [
    'what people did last once more',
    [
      ['again', {}],
      ['again', {}],
    ],
  ],
];

/** The session is over: Discord tells nobody what happens until the next one begins. */
const begunAnew: readonly Fault[] = [
  ['a session that Discord forgot, after a break', [forget, drop]],
  ['a session that Discord forgot, after it asked to reconnect', [forget, reconnect]],
  ['an invalid session that may not be resumed', [frame(9, false)]],
  ['an invalid session that Discord forgot', [forget, frame(9, true)]],
  ...codes(1000, 1001, 4003, 4005, 4007, 4008),
  ['close code 4009 of a session that Discord forgot', [forget, close(4009)]],
];

/** Asks in a message that is delivered twice, and with a command; how the answer begins, and how many there are. */
async function answered(): Promise<{ title: string | undefined; replies: number; answers: number }> {
  const asked = await discord.act('say', {
    user: ids.asker,
    channel: ids.channel,
    content: `${mention} hvad er netværk`,
  });
  const { content } = await discord.replyTo(asked);
  await discord.act('again', {});
  const slash = { user: ids.asker, channel: ids.channel, name: 'ask' };
  const options = [{ name: 'question', type: 3, value: 'hvad er netværk' }];
  const used = await discord.response(await discord.act('slash', { ...slash, options }));
  const { messages } = await discord.seen();
  const replies = messages.filter(
    ({ message_reference: to }) => (to as { message_id?: string } | undefined)?.message_id === asked,
  );
  return { title: content.split('\n')[0], replies: replies.length, answers: used.messages.length };
}
const once = { title: '### Hvad er netværk?', replies: 1, answers: 1 };

describe('the bot survives', () => {
  let bot: Running;
  beforeAll(async () => {
    bot = await start(discord);
  });
  it.each(resumed)('%s: what is asked meanwhile is answered once', async (_, steps) => {
    for (const [name, given] of steps) await discord.act(name, given);
    expect(await answered()).toEqual(once);
  });

  it.each(begunAnew)('%s: what is asked afterwards is answered once', async (_, steps) => {
    const { sessions } = await discord.seen();
    for (const [name, given] of steps) await discord.act(name, given);
    await discord.until((seen) => seen.sessions > sessions);
    expect(await answered()).toEqual(once);
  });

  it('all of it, and stops when it is told to', async () => {
    expect(await bot.stop()).toBe(0);
    expect(await discord.refusals()).toEqual([]);
  });
});

const ends: readonly (readonly [number, number, string])[] = [
  [4004, 78, 'Discord refused DISCORD_TOKEN'],
  [4010, 78, 'SHARD'],
  [4011, 78, 'SHARD'],
  [4012, 78, 'Update Svar'],
  [4013, 78, 'ntent'],
  [4014, 78, 'ntent'],
];

describe('a close code after which nothing helps', () => {
  it.each(ends)(
    '%i ends a running bot with status %i, which names what to mend',
    async (code, status, sentence) => {
      const own = await startDiscord();
      const bot = await start(own);
      await own.act('close', { code, fromNowOn: true });
      expect(await bot.ended).toBe(status);
      expect(bot.printed.at(-1)).toContain(sentence);
      await own.close();
    },
  );
  it.each(ends)('%i at login ends with status %i, too', async (code, status, sentence) => {
    const own = await startDiscord();
    await own.act('close', { code, fromNowOn: true });
    const bot = await start(own, false);
    expect(await bot.ended).toBe(status);
    expect(bot.printed.at(-1)).toContain(sentence);
    await own.close();
  });
});
