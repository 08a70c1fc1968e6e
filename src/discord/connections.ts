import { Events, type Client } from 'discord.js';
import type { App } from '../app.ts';
import type { Fleet, ShardState } from '../ops/ops.ts';
import { openClient } from './client.ts';
import { CommandIds } from './command-ids.ts';
import { endFor, loginFault, type End } from './end.ts';
import { faultOf } from './fault.ts';
import { Followed } from './follow.ts';
import type { Access, Front, Words } from './front.ts';
import { onInteraction } from './interactions.ts';
import { onDelete, onEdit, onMessage } from './messages.ts';
import { Drafts } from './pins/drafts.ts';
import { RecentIds } from './recent.ts';
import { ServerRoles } from './server-roles.ts';
import { noteSessions, shardStates } from './sessions.ts';
import { welcome } from './welcome.ts';

/** Events that a resumed connection delivers twice. */
const rememberedEvents = 10_000;
/** Answers that follow the edits of their questions. */
const rememberedAnswers = 2000;

/** Everything that people cause. */
const heard = [
  Events.MessageCreate,
  Events.InteractionCreate,
  Events.GuildCreate,
  Events.MessageUpdate,
  Events.MessageDelete,
  Events.MessageBulkDelete,
] as const;

export interface ConnectionOptions {
  readonly app: App;
  readonly fleet: Fleet;
  /** Holds work under way. */
  readonly running: Set<Promise<void>>;
  readonly words: Words;
  readonly access: Access;
}

/** The clients of this process: one for all shards, or one for each lot of shards that it took. What they share is kept once. */
export class Connections {
  readonly commandIds = new CommandIds();
  /** Resolves when Discord refuses to let in, or ends a connection for good. */
  readonly ended: Promise<End>;
  readonly #app: App;
  readonly #fleet: Fleet;
  readonly #running: Set<Promise<void>>;
  readonly #words: Words;
  readonly #access: Access;
  readonly #clients = new Set<Client>();
  readonly #recent = new RecentIds(rememberedEvents);
  readonly #followed = new Followed(rememberedAnswers);
  readonly #drafts = new Drafts();
  readonly #roles: ServerRoles;
  #end: (end: End) => void = () => undefined;
  #ready: (client: Client<true>) => void = () => undefined;

  constructor({ app, fleet, running, words, access }: ConnectionOptions) {
    this.#app = app;
    this.#fleet = fleet;
    this.#running = running;
    this.#words = words;
    this.#access = access;
    this.#roles = new ServerRoles(app.config.mentions);
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  /** Tells of each client that is connected. */
  onReady(told: (client: Client<true>) => void): void {
    this.#ready = told;
  }

  /** Connects these shards; null: as many as Discord recommends. */
  open(shards: readonly number[] | null, shardCount: number | null): void {
    const client = openClient(this.#app, { shards, shardCount }, this.#access);
    this.#clients.add(client);
    this.#listen(client);
    noteSessions(client, this.#app);
    client.on(Events.ShardDisconnect, ({ code }) => {
      this.#end(endFor(code, this.#words, this.#access));
    });
    client.once(Events.ClientReady, (ready) => {
      this.#ready(ready);
    });
    client.login(this.#app.config.discordToken ?? '').catch((error: unknown) => {
      if (this.#clients.has(client)) this.#end(loginFault(error, this.#words, this.#access));
    });
  }

  /** What every shard of this process does. */
  states(): ReadonlyMap<number, ShardState> {
    return new Map(Array.from(this.#clients).flatMap((client) => Array.from(shardStates(client, this.#app))));
  }

  /** Takes in nothing more. */
  deafen(): void {
    for (const client of this.#clients) for (const event of heard) client.removeAllListeners(event);
  }

  /** Lets go of every shard at once: others may take them. */
  drop(): void {
    this.deafen();
    void this.close();
  }

  async close(): Promise<void> {
    const closing = Array.from(this.#clients);
    this.#clients.clear();
    for (const client of closing) client.removeAllListeners(Events.ShardDisconnect);
    await Promise.all(closing.map((client) => client.destroy()));
  }

  #track(work: Promise<void>): void {
    this.#running.add(work);
    void work.finally(() => this.#running.delete(work));
  }

  /** Handles an event that other processes may be told of as well; one of them does. */
  #handle(event: string, work: () => Promise<void>): void {
    if (!this.#fleet.isSure()) return;
    const handled = async (): Promise<void> => {
      if (await this.#fleet.handles(event)) await work();
    };
    this.#track(handled());
  }

  #listen(client: Client): void {
    const [app, followed, drafts] = [this.#app, this.#followed, this.#drafts];
    const [commandIds, roles, access] = [this.commandIds, this.#roles, this.#access];
    const front = (): Front | null =>
      client.isReady() ? { app, client, followed, drafts, commandIds, roles, access } : null;
    client.on(Events.InteractionCreate, (interaction) => {
      const ready = front();
      if (ready !== null && this.#recent.add(interaction.id))
        this.#handle(interaction.id, () => onInteraction(interaction, ready));
    });
    client.on(Events.MessageCreate, (message) => {
      const ready = front();
      if (ready !== null && this.#recent.add(message.id))
        this.#handle(message.id, () => onMessage(message, ready));
    });
    client.on(Events.MessageUpdate, (_, message) => {
      const ready = front();
      if (ready !== null) this.#track(onEdit(message, ready));
    });
    client.on(Events.MessageDelete, ({ id }) => {
      const ready = front();
      if (ready !== null) this.#track(onDelete(id, ready));
    });
    client.on(Events.MessageBulkDelete, (messages) => {
      const ready = front();
      if (ready === null) return;
      for (const id of messages.keys()) this.#track(onDelete(id, ready));
    });
    client.on(Events.GuildCreate, (guild) => {
      this.#track(welcome(guild, { app, commandIds }));
    });
    client.on(Events.Error, (error) => {
      this.#app.log.error(faultOf(error), 'discord.js reported an error');
    });
    client.on(Events.ShardReconnecting, (shard) => {
      this.#app.log.warn({ shard }, 'reconnecting to Discord');
    });
    client.on(Events.ShardResume, (shard) => {
      this.#app.log.info({ shard }, 'connection to Discord resumed');
    });
  }
}
