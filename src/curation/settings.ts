import type { Result } from '../store/problem.ts';
import type { SettingStore } from '../store/store.ts';
import type { ServerId } from '../store/server.ts';

/** What a server has set. */
export interface ServerSettings {
  /** The role whose members are moderators as well; null where none is set. */
  curatorRole(server: ServerId): Promise<Result<string | null>>;
  /** Null: none any more. */
  setCuratorRole(server: ServerId, role: string | null): Promise<Result<null>>;
}

const name = 'curator-role';

/** Settings over a store. */
export function serverSettings(store: SettingStore): ServerSettings {
  return {
    async curatorRole(server) {
      const settings = await store.read(server);
      if (!settings.ok) return settings;
      const role = settings.value.get(name);
      return { ok: true, value: typeof role === 'string' ? role : null };
    },
    setCuratorRole: (server, role) => store.write(server, name, role),
  };
}
