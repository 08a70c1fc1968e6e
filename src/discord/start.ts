import { setTimeout as pause } from 'node:timers/promises';
import {
  Client,
  disableValidators,
  DiscordAPIError,
  Events,
  GatewayIntentBits,
  Options,
  Partials,
  type ClientOptions,
} from 'discord.js';
import type { App } from '../app.ts';
import { fatalReason } from './close-code.ts';
import { CommandIds } from './command-ids.ts';
import { faultOf } from './fault.ts';
import { watchDesks } from './desk/watch.ts';
import { uiTags, wordsFor, type Access, type Front, type Words } from './front.ts';
import { onInteraction } from './interactions.ts';
import { Followed } from './follow.ts';
import { onDelete, onEdit, onMessage } from './messages.ts';
import { inviteLink, missingPermissions } from './permissions.ts';
import { Drafts } from './pins/drafts.ts';
import { welcome, welcomeMissed } from './welcome.ts';
import { RecentIds } from './recent.ts';
import { registerCommands } from './register.ts';
import { SplitRest } from './rest.ts';
import { noteSessions, sessionThrottler, shardStates } from './sessions.ts';

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

/** A setting needs a person; starting again will not help. */
const needsPerson = 78;
const failed = 1;
/** Replies under way are waited for so long when stopping. Milliseconds. */
const patience = 3000;
/** Events that a resumed connection delivers twice. */
const rememberedEvents = 10_000;
/** Answers that follow the edits of their questions. */
const rememberedAnswers = 2000;

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
  const client = openClient(app, access);
  const running = new Set<Promise<void>>();
  const ended = Promise.race([
    fatalClose(client, words, access),
    stuckShard(client, app, words),
    refused(app, words),
    fallen(app, words, unexpected),
  ]);
  const commandIds = new CommandIds();
  listen(client, app, running, commandIds, access);
  noteSessions(client, app);
  app.ops.watchShards(() => shardStates(client, app));
  const stopping = new AbortController();
  client.once(Events.ClientReady, (ready) => {
    void greet(ready, app, commandIds, words, print);
    watchDesks({ client: ready, app }, running, stopping.signal);
  });
  const login = client.login(app.config.discordToken ?? '').then(
    () => null,
    (error: unknown) => loginFault(error, words, access),
  );
  const end =
    (await Promise.race([login, ended, stopped(signal)])) ?? (await Promise.race([ended, stopped(signal)]));
  stopping.abort();
  if (end.sentence !== null) print(end.sentence);
  client.removeAllListeners(Events.MessageCreate);
  client.removeAllListeners(Events.InteractionCreate);
  client.removeAllListeners(Events.GuildCreate);
  client.removeAllListeners(Events.MessageUpdate);
  client.removeAllListeners(Events.MessageDelete);
  client.removeAllListeners(Events.MessageBulkDelete);
  await Promise.race([Promise.allSettled(running), pause(patience, undefined, { ref: false })]);
  await client.destroy();
  return end.status;
}

/** A client whose answers to interactions wait behind nothing else. */
function openClient(app: App, access: Access): Client {
  // Discord itself checks every button and menu; checking them before takes a part of every answer's time.
  disableValidators();
  const client = new Client(clientOptions(app, access));
  client.rest.clearHashSweeper();
  client.rest.clearHandlerSweeper();
  client.rest = new SplitRest(client.options.rest ?? {}, app.ops);
  return client;
}

function clientOptions(app: App, access: Access): ClientOptions {
  const { discordApiUrl, shards, shardCount } = app.config;
  return {
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
      ...(access === 'granted' ? [GatewayIntentBits.MessageContent] : []),
    ],
    // Without these, direct messages of channels that are not cached yet are dropped, and edits and deletions of
    // messages that were forgotten meanwhile.
    partials: [Partials.Channel, Partials.Message],
    allowedMentions: { parse: [], repliedUser: false },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      // A message that is delivered again is told by the cache; a few are enough.
      MessageManager: 50,
      ReactionManager: 0,
      PresenceManager: 0,
      // Everybody who ever wrote would be kept for ever; each event brings its own people along.
      UserManager: { maxSize: mostPeople, keepOverLimit: isOurs },
      GuildMemberManager: { maxSize: mostPeople, keepOverLimit: isOurs },
    }),
    rest: discordApiUrl === null ? {} : { api: discordApiUrl },
    ws: { buildIdentifyThrottler: sessionThrottler(app) },
    ...(shardCount === null ? {} : { shardCount }),
    ...(shards === null ? {} : { shards: [...shards] }),
  };
}

/** People that are remembered, in all and of each server. */
const mostPeople = 2000;
const isOurs = ({ id, client }: { readonly id: string; readonly client: Client }): boolean =>
  id === client.user?.id;

function listen(
  client: Client,
  app: App,
  running: Set<Promise<void>>,
  commandIds: CommandIds,
  access: Access,
): void {
  const recent = new RecentIds(rememberedEvents);
  const track = (work: Promise<void>): void => {
    running.add(work);
    void work.finally(() => running.delete(work));
  };
  const followed = new Followed(rememberedAnswers);
  const drafts = new Drafts();
  const front = (): Front | null =>
    client.isReady() ? { app, client, followed, drafts, commandIds, access } : null;
  client.on(Events.InteractionCreate, (interaction) => {
    const ready = front();
    if (ready !== null && recent.add(interaction.id)) track(onInteraction(interaction, ready));
  });
  client.on(Events.MessageCreate, (message) => {
    const ready = front();
    if (ready !== null && recent.add(message.id)) track(onMessage(message, ready));
  });
  client.on(Events.MessageUpdate, (_, message) => {
    const ready = front();
    if (ready !== null) track(onEdit(message, ready));
  });
  client.on(Events.MessageDelete, ({ id }) => {
    const ready = front();
    if (ready !== null) track(onDelete(id, ready));
  });
  client.on(Events.MessageBulkDelete, (messages) => {
    const ready = front();
    if (ready === null) return;
    for (const id of messages.keys()) track(onDelete(id, ready));
  });
  client.on(Events.GuildCreate, (guild) => {
    track(welcome(guild, { app, commandIds }));
  });
  client.on(Events.Error, (error) => {
    app.log.error(faultOf(error), 'discord.js reported an error');
  });
  client.on(Events.ShardReconnecting, (shard) => {
    app.log.warn({ shard }, 'reconnecting to Discord');
  });
  client.on(Events.ShardResume, (shard) => {
    app.log.info({ shard }, 'connection to Discord resumed');
  });
}

/** Says who Svar is, where, what it lacks and how it is invited, and brings the commands up to date. */
async function greet(
  client: Client<true>,
  app: App,
  commandIds: CommandIds,
  { start }: Words,
  print: (sentence: string) => void,
): Promise<void> {
  print(start.ready(client.user.username, client.guilds.cache.size));
  for (const [permission, servers] of missingPermissions(client)) print(start.missing(permission, servers));
  print(start.invite(inviteLink(client)));
  // Reading the small talk of every language takes half a second: before the first question, not during it.
  app.answers.smallTalk('');
  if (app.config.messageContent) app.answers.asks('', [...uiTags, ...app.answers.languages()]);
  try {
    if (await registerCommands(client, commandIds)) app.log.info('commands registered');
    await welcomeMissed(client, { app, commandIds });
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

/** Why the bot ends: a sentence where there is more to say than that it was told to. */
interface End {
  readonly sentence: string | null;
  /** Null: without the privileged intent it can go on. */
  readonly status: number | null;
}

const endFor = (code: number, { start }: Words, access: Access): End => {
  if (code === disallowedIntents && access === 'granted') return { sentence: start.noContent, status: null };
  const reason = fatalReason(code);
  return reason === null
    ? { sentence: start.lost(code), status: failed }
    : { sentence: start[reason], status: needsPerson };
};

/** Close code: a privileged intent is not switched on for the application. */
const disallowedIntents = 4014;

/** Resolves when Discord ends the connection for good. */
const fatalClose = (client: Client, words: Words, access: Access): Promise<End> =>
  new Promise((resolve) => {
    client.on(Events.ShardDisconnect, ({ code }) => {
      resolve(endFor(code, words, access));
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
const stuckShard = (client: Client, app: App, { start }: Words): Promise<End> =>
  new Promise((resolve) => {
    const timer = setInterval(() => {
      const shard = app.ops.watchdog.check(shardStates(client, app), performance.now());
      if (shard === null) return;
      clearInterval(timer);
      resolve({ sentence: start.stuck(shard, app.ops.watchdog.patience / 1000), status: failed });
    }, watchInterval);
    timer.unref();
  });

/** Why logging in failed, in a sentence; the error itself may hold the token's address. */
function loginFault(error: unknown, words: Words, access: Access): End {
  const { start } = words;
  const text = error instanceof Error ? error.message : '';
  const isRefused = error instanceof DiscordAPIError && error.status === 401;
  if (isRefused || /invalid token|authentication failed|token/iu.test(text))
    return { sentence: start.badToken, status: needsPerson };
  if (/intents/iu.test(text)) return endFor(disallowedIntents, words, access);
  if (/shard/iu.test(text)) return { sentence: start.badShards, status: needsPerson };
  return { sentence: start.noNetwork(networkReason(error)), status: failed };
}

function networkReason(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const cause = error.cause ?? error;
  if (cause instanceof Error && 'code' in cause) return String(cause.code);
  return error.name;
}
