import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'discord.js';
import type { App } from '../app.ts';
import type { Fleet } from '../ops/ops.ts';
import type { CommandIds } from './command-ids.ts';
import { Connections } from './connections.ts';
import { watchDesks } from './desk/watch.ts';
import { failed, loginFault, needsPerson, type End } from './end.ts';
import { faultOf } from './fault.ts';
import { uiTags, wordsFor, type Access, type Words } from './front.ts';
import { inviteLink, missingPermissions } from './permissions.ts';
import { registerCommands } from './register.ts';
import { welcomeMissed } from './welcome.ts';
import { isLeased, memberOf, shareOf } from './share.ts';

export interface DiscordOptions {
  /** Of the person who starts the bot. */
  readonly locale: string | null;
  /** Says a sentence to that person. */
  readonly print: (sentence: string) => void;
  /** Told to stop. */
  readonly signal: AbortSignal;
  /** Resolves with an error that nobody expected. */
  readonly unexpected?: Promise<unknown>;
}

/** Replies under way are waited for so long when stopping. Milliseconds. */
const patience = 3000;

/**
 * Runs the bot until it is told to stop. Where Discord refuses the intent for the content of messages, it runs without.
 * @returns the exit status: 0 stopped, 78 a setting needs a person, 1 Discord cannot be reached or ended the connection
 */
export async function runDiscord(app: App, options: DiscordOptions): Promise<number> {
  const status = await runOnce(app, options, app.config.messageContent ? 'granted' : 'off');
  return status ?? (await runOnce(app, options, 'refused')) ?? needsPerson;
}

/** Null: it can run without the privileged intent. */
async function runOnce(
  app: App,
  { locale, print, signal, unexpected }: DiscordOptions,
  access: Access,
): Promise<number | null> {
  const words = wordsFor(locale);
  const running = new Set<Promise<void>>();
  const stopping = new AbortController();
  const share = await shareOf(app).catch((error: unknown) => loginFault(error, words, access));
  if ('status' in share) {
    if (share.sentence !== null) print(share.sentence);
    return share.status;
  }
  const fleet = app.ops.openFleet(memberOf(app, share.shardCount));
  if (!(await fleet.join(signal))) {
    print(words.start.foreign);
    return needsPerson;
  }
  const connections = new Connections({ app, fleet, running, words, access });
  let ready: Client<true> | null = null;
  const registered = (): void => {
    if (ready !== null) void register(ready, app, fleet, connections.commandIds);
  };
  fleet.onDuty(registered);
  connections.onReady((client) => {
    watchDesks({ client, app }, running, stopping.signal);
    if (ready === null) greet(client, app, words, print);
    ready = client;
    registered();
  });
  app.ops.watchShards(() => connections.states());
  const ended = Promise.race([
    connections.ended,
    stuckShard(connections, app, words),
    refused(app, words),
    fallen(app, words, unexpected),
    stopped(signal),
  ]);
  if (isLeased(app))
    fleet.run({ taken: (...taken) => connections.open(...taken), lost: () => connections.drop() });
  else {
    fleet.run({ taken: () => undefined, lost: () => undefined });
    connections.open(app.config.shards, app.config.shardCount);
  }
  const end = await ended;
  stopping.abort();
  if (end.sentence !== null) print(end.sentence);
  connections.deafen();
  await Promise.race([Promise.allSettled(running), pause(patience, undefined, { ref: false })]);
  await connections.close();
  await fleet.leave();
  return end.status;
}

/** Says who Svar is, where, what it lacks and how it is invited. */
function greet(client: Client<true>, app: App, { start }: Words, print: (sentence: string) => void): void {
  print(start.ready(client.user.username, client.guilds.cache.size));
  for (const [permission, servers] of missingPermissions(client)) print(start.missing(permission, servers));
  print(start.invite(inviteLink(client)));
  // Reading the small talk of every language takes half a second: before the first question, not during it.
  app.answers.smallTalk('');
  if (app.config.messageContent) app.answers.asks('', [...uiTags, ...app.answers.languages()]);
}

/** Brings the commands up to date where that is this process's duty; the others learn their ids. */
async function register(client: Client<true>, app: App, fleet: Fleet, ids: CommandIds): Promise<void> {
  try {
    if (await registerCommands(client, ids, fleet.hasDuties())) app.log.info('commands registered');
    await welcomeMissed(client, { app, commandIds: ids });
  } catch (error) {
    app.log.error(faultOf(error), 'the commands could not be registered');
  }
}

const stopped = (signal: AbortSignal): Promise<End> => endBy(signal, { sentence: null, status: 0 });

const endBy = (signal: AbortSignal, end: End): Promise<End> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve(end);
    signal.addEventListener('abort', () => {
      resolve(end);
    });
  });

/** Resolves when a request told that the token is no longer good. */
const refused = ({ ops }: App, { start }: Words): Promise<End> =>
  endBy(ops.breaker.revoked, { sentence: start.badToken, status: needsPerson });

/** Resolves after an error outside of any answer: what it left behind cannot be trusted. */
async function fallen({ log }: App, { start }: Words, unexpected: Promise<unknown> = never): Promise<End> {
  log.fatal(faultOf(await unexpected), 'an error that nobody expected; stopping');
  return { sentence: start.fallen, status: failed };
}
const never = new Promise<never>(() => undefined);

/** How often the watchdog looks. Milliseconds. */
const watchInterval = 5000;

/** Resolves when a shard has had no working connection for too long, without waiting for its turn. */
const stuckShard = (connections: Connections, app: App, { start }: Words): Promise<End> =>
  new Promise((resolve) => {
    const timer = setInterval(() => {
      const shard = app.ops.watchdog.check(connections.states(), performance.now());
      if (shard === null) return;
      clearInterval(timer);
      resolve({ sentence: start.stuck(shard, app.ops.watchdog.patience / 1000), status: failed });
    }, watchInterval);
    timer.unref();
  });
