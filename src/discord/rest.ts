import { setTimeout as pause } from 'node:timers/promises';
import { DefaultRestOptions, DiscordAPIError, REST, type RESTOptions } from 'discord.js';
import type { Ops } from '../ops/ops.ts';

type InternalRequest = Parameters<REST['request']>[0];

type Watched = Pick<Ops, 'breaker' | 'restErrors'>;

/** A request that was not sent, since too many were refused of late. */
class RequestHeld extends Error {
  override readonly name = 'RequestHeld';
}

/** First answers to interactions have three seconds in all: two attempts without a reply fit into them, and more that fail at once. */
const callback = { timeout: 1200, retries: 4 } as const;
/** No attempt begins later than this after the first one. Milliseconds. */
const lastAttempt = 2000;
/** Before the third attempt and each later one: a fault that lasts is not over at once. Milliseconds. */
const breath = 100;
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

/** Nothing came of a request, and it is not sent again. */
class GivenUp extends Error {
  override readonly name = 'GivenUp';
}

/** How a request went so far. */
interface Course {
  attempts: number;
  /** When the first one began. Milliseconds. */
  readonly since: number;
  /** What the last one was answered; null where it was not. */
  status: number | null;
}

class InteractionRest extends REST {
  /** Requests under way, by method and address. */
  readonly #courses: Map<string, Course>;

  constructor(options: Partial<RESTOptions>, ops: Watched) {
    const courses = new Map<string, Course>();
    const send = guarded(ops, false);
    super({
      ...options,
      ...callback,
      globalRequestsPerSecond: Number.MAX_SAFE_INTEGER,
      rejectOnRateLimit: ({ retryAfter }) => retryAfter > bearable,
      async makeRequest(url, init) {
        const { pathname } = new URL(url);
        const key = keyOf(init.method, pathname);
        const course = courses.get(key) ?? { attempts: 0, since: performance.now(), status: null };
        courses.set(key, course);
        const canRepeat = isRepeatable(pathname, init.method);
        await beforeAttempt(course, canRepeat);
        course.attempts += 1;
        course.status = null;
        const response = await send(url, init).catch((error: unknown) => {
          throw canRepeat && isCut(error) ? new BrokenLine() : error;
        });
        course.status = response.status;
        return response;
      },
    });
    this.#courses = courses;
  }

  override async request(options: InternalRequest): Promise<unknown> {
    const { pathname } = new URL(`${this.options.api}/v${this.options.version}${options.fullRoute}`);
    const key = keyOf(options.method, pathname);
    try {
      return await super.request(options);
    } catch (error) {
      // An earlier attempt arrived although its reply got lost.
      const isApplied = error instanceof DiscordAPIError && error.code === acknowledged;
      if (isApplied && isCallback(options.fullRoute) && (this.#courses.get(key)?.attempts ?? 0) > 1)
        return undefined;
      throw error;
    } finally {
      this.#courses.delete(key);
    }
  }
}

const keyOf = (method: string | undefined, pathname: string): string => `${method ?? ''} ${pathname}`;

/** Takes a breath where that may help. Throws where another attempt would be too late, or could say something twice. */
async function beforeAttempt({ attempts, since, status }: Course, canRepeat: boolean): Promise<void> {
  if (attempts === 0 || status === 429) return;
  if (!canRepeat || performance.now() - since > lastAttempt)
    throw new GivenUp('Discord gave no answer in time');
  if (attempts > 1) await pause(breath * (attempts - 1));
}

/** Sends what the breaker admits, and tells it and the figures what came of it. */
function guarded({ breaker, restErrors }: Watched, isSigned: boolean): RESTOptions['makeRequest'] {
  return async (url, init) => {
    if (!(await breaker.admits(performance.now())))
      throw new RequestHeld('too many requests were refused of late');
    const response = await DefaultRestOptions.makeRequest(url, init).catch((error: unknown) => {
      breaker.failed(performance.now());
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
