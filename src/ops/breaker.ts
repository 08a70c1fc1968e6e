import { filled, taken, type Bucket, type BucketRate } from './bucket.ts';

/** Whether requests may go to Discord, which shuts out who sends 10,000 invalid ones in ten minutes. */
export interface Breaker {
  /**
   * Before a request: false where it must not be sent. Who may, tells `came` afterwards, or `failed`. Where only what is
   * under way stands against it, it waits for that.
   */
  admits(now: number): Promise<boolean>;
  /** The request was answered. */
  came(answer: Answered, now: number): void;
  /** The request was not answered. */
  failed(now: number): void;
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

/** Where nothing else comes back: at most 60 + 600 / 16 = 97 invalid requests in ten minutes, of which 401 is the last. */
const invalid: BucketRate = { capacity: 60, interval: 16_000 };
/** Among good ones, one in ten may be invalid for as long as one likes … */
const earned = 0.1;
/** … up to 1,000 + 600 / 0.6 = 2,000 in ten minutes, a fifth of what Discord bears. */
const bearable: BucketRate = { capacity: 1000, interval: 600 };
const isInvalid = (status: number): boolean => status === 401 || status === 403 || status === 429;

/** A breaker that counts what Discord counts: 401, 403 and 429. */
export function openBreaker(): Breaker {
  let left: Bucket | null = null;
  let leftInAll: Bucket | null = null;
  let underWay = 0;
  const waiting: ((isAdmitted: boolean) => void)[] = [];
  const revocation = new AbortController();

  function verdict(now: number): 'yes' | 'no' | 'soon' {
    if (revocation.signal.aborted) return 'no';
    const { tokens } = filled(left, invalid, now);
    if (tokens < 1 || filled(leftInAll, bearable, now).tokens < 1) return 'no';
    // What is under way may come back invalid, too. While nothing did, a rush is let through.
    return tokens < invalid.capacity && tokens - underWay < 1 ? 'soon' : 'yes';
  }

  function settle(now: number): void {
    for (;;) {
      const found = waiting.length === 0 ? 'soon' : verdict(now);
      if (found === 'soon') return;
      if (found === 'yes') underWay += 1;
      waiting.shift()?.(found === 'yes');
    }
  }

  return {
    revoked: revocation.signal,
    admits(now) {
      const found = waiting.length === 0 ? verdict(now) : 'soon';
      if (found === 'soon') return new Promise((resolve) => waiting.push(resolve));
      if (found === 'yes') underWay += 1;
      return Promise.resolve(found === 'yes');
    },
    came({ status, isShared, isSigned }, now) {
      underWay -= 1;
      if (isInvalid(status) && !isShared) {
        left = taken(left, invalid, now) ?? { tokens: 0, at: now };
        leftInAll = taken(leftInAll, bearable, now) ?? { tokens: 0, at: now };
        if (status === 401 && isSigned) revocation.abort();
      } else if (status < 400 && left !== null) {
        const { tokens } = filled(left, invalid, now);
        left = { tokens: Math.min(invalid.capacity, tokens + earned), at: now };
      }
      settle(now);
    },
    failed(now) {
      underWay -= 1;
      settle(now);
    },
  };
}
