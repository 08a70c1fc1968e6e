import { GatewayDispatchEvents, Status, type Client, type ClientOptions } from 'discord.js';
import type { App } from '../app.ts';
import type { SessionLimit, ShardState } from '../ops/ops.ts';

type Throttler = NonNullable<NonNullable<ClientOptions['ws']>['buildIdentifyThrottler']>;
type Gateway = Parameters<Throttler>[0];

/** Until Discord has told another one: its documented default. */
const usualLimit: SessionLimit = { remaining: 1000, resetAfter: 0, maxConcurrency: 1 };

/** Lets shards start sessions as the ledger allows. discord.js sends IDENTIFY also when this fails: it fails on abort only. */
export function sessionThrottler({ ops, config }: App): Throttler {
  const bot = botOf(config.discordToken ?? '');
  return (gateway) => {
    let known = usualLimit;
    return {
      async waitForIdentify(shard, signal) {
        known = (await limitOf(gateway)) ?? known;
        await ops.identify.wait(bot, shard, known, signal);
      },
    };
  };
}

async function limitOf(gateway: Gateway): Promise<SessionLimit | null> {
  try {
    const { session_start_limit: limit } = await gateway.fetchGatewayInformation();
    const { remaining, reset_after: resetAfter, max_concurrency: maxConcurrency } = limit;
    return { remaining, resetAfter, maxConcurrency };
  } catch {
    return null;
  }
}

/** Tells the ledger which sessions are ready. */
export function noteSessions(client: Client, { ops, config }: App): void {
  const bot = botOf(config.discordToken ?? '');
  client.ws.on(GatewayDispatchEvents.Ready, (_: unknown, shard: number) => {
    void ops.identify.ready(bot, shard);
  });
}

/** A token begins with the bot's id, which outlives it. */
export function botOf(token: string): string {
  const id = Buffer.from(token.split('.', 1)[0] ?? '', 'base64').toString('latin1');
  return /^\d{15,21}$/u.test(id) ? id : 'bot';
}

/** What each shard does: `client.isReady()` stays true after a session died. */
export function shardStates({ ws }: Client, { ops }: App): ReadonlyMap<number, ShardState> {
  const stateOf = (shard: number, status: Status): ShardState => {
    if (status === Status.Ready) return 'ready';
    return ops.identify.isWaiting(shard) ? 'waiting' : 'busy';
  };
  return new Map(ws.shards.map(({ id, status }) => [id, stateOf(id, status)]));
}
