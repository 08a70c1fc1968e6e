import { filled, taken, type Bucket, type BucketRate } from './bucket.ts';

/** Whether requests may go to Discord, which shuts out who sends 10,000 invalid ones in ten minutes. */
export interface Breaker {
  /** Before a request: false where it must not be sent. Who may, tells `came` afterwards, or `failed`. */
  admits(now: number): boolean;
  /** The request was answered. */
  came(answer: Answered, now: number): void;
  /** The request was not answered. */
  failed(): void;
  /** Aborted when Discord has refused the token: nothing is sent any more. */
  readonly revoked: AbortSignal;
}

/** What breakers look at. */
export interface Answered {
  readonly status: number;
  /** A rate limit that others filled; Discord does not count it. */
  readonly isShared: boolean;
  /** Whether the bot's own token was sent along: without it a 401 is about something else. */
  readonly isSigned: boolean;
}

/** At most 60 + 600 / 16 = 97 invalid requests in ten minutes, of which 401 is the last. */
const invalid: BucketRate = { capacity: 60, interval: 16_000 };
const isInvalid = (status: number): boolean => status === 401 || status === 403 || status === 429;

/** A breaker that counts what Discord counts: 401, 403 and 429. */
export function openBreaker(): Breaker {
  let left: Bucket | null = null;
  let underWay = 0;
  const revocation = new AbortController();
  return {
    revoked: revocation.signal,
    admits(now) {
      if (revocation.signal.aborted) return false;
      const { tokens } = filled(left, invalid, now);
      // What is under way may come back invalid, too. While nothing did, a rush is let through.
      const risked = tokens < invalid.capacity ? underWay : 0;
      if (tokens - risked < 1) return false;
      underWay += 1;
      return true;
    },
    came({ status, isShared, isSigned }, now) {
      underWay -= 1;
      if (!isInvalid(status) || isShared) return;
      left = taken(left, invalid, now) ?? { tokens: 0, at: now };
      if (status === 401 && isSigned) revocation.abort();
    },
    failed() {
      underWay -= 1;
    },
  };
}
