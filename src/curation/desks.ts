import type { Result } from '../store/problem.ts';
import type { ServerId } from '../store/server.ts';
import type { Json, SettingStore } from '../store/store.ts';

/** Where Svar writes to a server's moderators. */
export interface Desk {
  /** Id of the channel. */
  readonly channel: string;
  /** Id of the role that is notified when a member asks for a person; null: nobody. */
  readonly notify: string | null;
}

/** The desks of servers. */
export interface Desks {
  /** Null where none is set. */
  of(server: ServerId): Promise<Result<Desk | null>>;
  /** Null: none any more. */
  set(server: ServerId, desk: Desk | null): Promise<Result<null>>;
  /** Servers that have one. */
  servers(): Promise<Result<readonly ServerId[]>>;
}

const name = 'moderator-desk';

/** Desks over a store. */
export const desksOver = (store: SettingStore): Desks => ({
  async of(server) {
    const settings = await store.read(server);
    return settings.ok ? { ok: true, value: deskIn(settings.value.get(name) ?? null) } : settings;
  },
  set: (server, desk) =>
    store.write(server, name, desk === null ? null : { channel: desk.channel, notify: desk.notify }),
  async servers() {
    const holders = await store.holders(name);
    return holders.ok ? { ok: true, value: holders.value.filter(isServer) } : holders;
  },
});

const isServer = (id: string): id is ServerId => /^\d+$/u.test(id);

function deskIn(value: Json): Desk | null {
  const { channel, notify }: { channel?: unknown; notify?: unknown } = Object(value);
  if (typeof channel !== 'string') return null;
  return { channel, notify: typeof notify === 'string' ? notify : null };
}
