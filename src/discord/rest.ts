import { DefaultRestOptions, DiscordAPIError, REST, type RESTOptions } from 'discord.js';
import type { Ops } from '../ops/ops.ts';

type InternalRequest = Parameters<REST['request']>[0];

type Watched = Pick<Ops, 'breaker' | 'restErrors'>;

/** A request that was not sent, since too many were refused of late. */
class RequestHeld extends Error {
  override readonly name = 'RequestHeld';
}

/** First answers to interactions have three seconds in all: two attempts fit into them. */
const callback = { timeout: 1200, retries: 1 } as const;
/** A rate limit that is over sooner is waited for. Milliseconds. */
const bearable = 1000;
/** Discord's own limit on everything but interactions. */
const requestsPerSecond = 50;
/** Interaction already acknowledged; unknown interaction. */
const acknowledged = 40060;

/**
 * A REST client for Discord in which answers to interactions wait for nothing else: Discord counts them apart, and who
 * asked waits for three seconds only.
 */
export class SplitRest extends REST {
  readonly #interactions: InteractionRest;

  constructor(options: Partial<RESTOptions>, ops: Watched) {
    super({ ...options, globalRequestsPerSecond: requestsPerSecond, makeRequest: guarded(ops, true) });
    this.#interactions = new InteractionRest(options, ops);
  }

  override request(options: InternalRequest): Promise<unknown> {
    return isInteraction(options.fullRoute) ? this.#interactions.request(options) : super.request(options);
  }

  override clearHashSweeper(): void {
    super.clearHashSweeper();
    this.#interactions.clearHashSweeper();
  }

  override clearHandlerSweeper(): void {
    super.clearHandlerSweeper();
    this.#interactions.clearHandlerSweeper();
  }
}

/** Callbacks of interactions and what is done with their token. */
const isInteraction = (route: string): boolean => /^\/(?:interactions|webhooks)\//u.test(route);
const isCallback = (route: string): boolean => route.startsWith('/interactions/');

/** What may arrive twice: Discord takes only one first answer, and an edit says the same again. */
const isRepeatable = (path: string, method: string | undefined): boolean =>
  path.includes('/interactions/') || method === 'PATCH';

/** undici's names for a line that broke, which discord.js does not try again. */
const isCut = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('UND_ERR');

/** By its code discord.js sees that the request may be sent again. */
class BrokenLine extends Error {
  override readonly name = 'BrokenLine';
  readonly code = 'ECONNRESET';
}

class InteractionRest extends REST {
  /** Attempts of callbacks under way, by address. */
  readonly #attempts: Map<string, number>;

  constructor(options: Partial<RESTOptions>, ops: Watched) {
    const attempts = new Map<string, number>();
    const send = guarded(ops, false);
    super({
      ...options,
      ...callback,
      globalRequestsPerSecond: Number.MAX_SAFE_INTEGER,
      rejectOnRateLimit: ({ retryAfter }) => retryAfter > bearable,
      makeRequest(url, init) {
        const { pathname } = new URL(url);
        attempts.set(pathname, (attempts.get(pathname) ?? 0) + 1);
        return send(url, init).catch((error: unknown) => {
          throw isRepeatable(pathname, init.method) && isCut(error) ? new BrokenLine() : error;
        });
      },
    });
    this.#attempts = attempts;
  }

  override async request(options: InternalRequest): Promise<unknown> {
    const path = new URL(this.options.api + '/v' + this.options.version + options.fullRoute).pathname;
    try {
      return await super.request(options);
    } catch (error) {
      // The first attempt arrived although its reply got lost.
      const isApplied = error instanceof DiscordAPIError && error.code === acknowledged;
      if (isApplied && isCallback(options.fullRoute) && (this.#attempts.get(path) ?? 0) > 1) return undefined;
      throw error;
    } finally {
      this.#attempts.delete(path);
    }
  }
}

/** Sends what the breaker admits, and tells it and the figures what came of it. */
function guarded({ breaker, restErrors }: Watched, isSigned: boolean): RESTOptions['makeRequest'] {
  return async (url, init) => {
    if (!breaker.admits(performance.now())) throw new RequestHeld('too many requests were refused of late');
    const response = await DefaultRestOptions.makeRequest(url, init).catch((error: unknown) => {
      breaker.failed();
      restErrors.add('network');
      throw error;
    });
    const { status, headers } = response;
    const isShared = headers.get('x-ratelimit-scope') === 'shared';
    breaker.came({ status, isShared, isSigned }, performance.now());
    if (status >= 400) restErrors.add(String(status));
    return response;
  };
}
