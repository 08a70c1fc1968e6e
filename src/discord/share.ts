import { REST, Routes } from 'discord.js';
import type { App } from '../app.ts';
import type { FleetMember } from '../ops/ops.ts';
import type { ShardShare } from './client.ts';
import { botOf } from './sessions.ts';

/** Whether shards are shared out by leases: on a database for several machines, where nobody fixed who runs what. */
export const isLeased = ({ config, ops }: App): boolean =>
  ops.isShared && config.shardCount === null && config.shards === null;

/** Which shards this process may run; of leased ones, how many Discord recommends. Throws where Discord cannot be asked. */
export async function shareOf(app: App): Promise<ShardShare> {
  const { shards, shardCount, discordToken, discordApiUrl } = app.config;
  if (!isLeased(app)) return { shards, shardCount };
  const rest = new REST(discordApiUrl === null ? {} : { api: discordApiUrl }).setToken(discordToken ?? '');
  rest.clearHashSweeper();
  rest.clearHandlerSweeper();
  const { shards: count }: { shards?: unknown } = Object(await rest.get(Routes.gatewayBot()));
  return { shards: null, shardCount: typeof count === 'number' ? count : 1 };
}

/** This process as the others see it. */
export function memberOf(app: App, shardCount: number | null): FleetMember {
  const { shards, generation, discordToken } = app.config;
  return { bot: botOf(discordToken ?? ''), leases: isLeased(app), generation, shards, shardCount };
}
