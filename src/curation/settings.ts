import { randomBytes } from 'node:crypto';
import type { Result } from '../store/problem.ts';
import type { Json, SettingStore } from '../store/store.ts';
import type { ServerId } from '../store/server.ts';
import { readSettings, settingNames, type Choices, type SettingName } from './choices.ts';

export type { Choices, SettingName } from './choices.ts';

/** A change that was made. */
export interface Change {
  /** 12 hexadecimal digits, by which it is taken back. */
  readonly id: string;
  readonly name: SettingName;
}

/** What servers have set. */
export interface ServerSettings {
  /**
   * What a server has chosen, as it was a moment ago at the earliest. Never throws and waits for no store that it has
   * heard from before: questions are answered whatever becomes of it.
   */
  of(server: ServerId): Promise<Choices>;
  /** The same, read now. */
  read(server: ServerId): Promise<Result<Choices>>;
  /** Null takes a choice back. */
  change(server: ServerId, name: SettingName, value: Json): Promise<Result<Change>>;
  /** Takes a change back, where nothing has changed it since; null where it is too late. That, too, can be taken back. */
  undo(server: ServerId, id: string): Promise<Result<Change | null>>;
  /** The role whose members are moderators as well; null where none is set. */
  curatorRole(server: ServerId): Promise<Result<string | null>>;
  /** Null: none any more. */
  setCuratorRole(server: ServerId, role: string | null): Promise<Result<null>>;
}

/** Other processes' changes are seen within this time; our own at once. Milliseconds. */
const freshness = 5000;
/** Servers whose choices are kept in memory. */
const mostServers = 10_000;
/** Changes of a server that can be taken back. */
const mostChanges = 20;
const changesName = 'changes';

/** A change as it is stored. */
interface Noted {
  readonly id: string;
  readonly name: SettingName;
  readonly before: Json;
  readonly after: Json;
}

interface Known {
  readonly choices: Choices;
  readonly until: number;
}

/** Settings over a store. */
export function serverSettings(store: SettingStore, now: () => number = Date.now): ServerSettings {
  const known = new Map<ServerId, Known>();
  const looks = new Map<ServerId, Promise<Choices | null>>();

  async function read(server: ServerId): Promise<Result<Choices>> {
    const settings = await store.read(server);
    if (!settings.ok) return settings;
    const choices = readSettings(settings.value);
    known.delete(server);
    known.set(server, { choices, until: now() + freshness });
    const [oldest] = known.keys();
    if (known.size > mostServers && oldest !== undefined) known.delete(oldest);
    return { ok: true, value: choices };
  }

  /** One look for all who wait; null where the store does not tell. */
  function look(server: ServerId): Promise<Choices | null> {
    const begun =
      looks.get(server) ??
      read(server)
        .then(
          (found) => (found.ok ? found.value : null),
          () => null,
        )
        .finally(() => looks.delete(server));
    looks.set(server, begun);
    return begun;
  }

  /** Writes a choice, and what it was before. */
  async function write(server: ServerId, name: SettingName, value: Json): Promise<Result<Change>> {
    const settings = await store.read(server);
    if (!settings.ok) return settings;
    const id = randomBytes(6).toString('hex');
    const change: Noted = { id, name, before: settings.value.get(name) ?? null, after: value };
    const changes = [...changesIn(settings.value.get(changesName)), change].slice(-mostChanges);
    const written = await store.write(server, name, value);
    if (!written.ok) return written;
    known.delete(server);
    const noted = await store.write(server, changesName, changes.map(asJson));
    return noted.ok ? { ok: true, value: { id, name } } : noted;
  }

  return {
    read,
    async of(server) {
      const cached = known.get(server);
      if (cached !== undefined) {
        if (cached.until <= now()) {
          known.set(server, { ...cached, until: now() + freshness });
          void look(server);
        }
        return cached.choices;
      }
      return (await look(server)) ?? readSettings(new Map());
    },
    change: write,
    setCuratorRole(server, role) {
      known.delete(server);
      return store.write(server, 'curator-role', role);
    },
    async undo(server, id) {
      const settings = await store.read(server);
      if (!settings.ok) return settings;
      const change = changesIn(settings.value.get(changesName)).find((one) => one.id === id);
      if (change === undefined) return { ok: true, value: null };
      const { name, before, after } = change;
      const isStanding = JSON.stringify(settings.value.get(name) ?? null) === JSON.stringify(after);
      return isStanding ? write(server, name, before) : { ok: true, value: null };
    },
    async curatorRole(server) {
      const choices = await read(server);
      return choices.ok ? { ok: true, value: choices.value.curatorRole } : choices;
    },
  };
}

const asJson = ({ id, name, before, after }: Noted): Json => ({ id, name, before, after });

function changesIn(value: Json | undefined): readonly Noted[] {
  const list: readonly Json[] = Array.isArray(value) ? value : [];
  return list.flatMap((one) => {
    const { id, name, before = null, after = null }: Partial<Record<keyof Noted, Json>> = Object(one);
    const known = settingNames.find((wanted) => wanted === name);
    return typeof id === 'string' && known !== undefined ? [{ id, name: known, before, after }] : [];
  });
}
