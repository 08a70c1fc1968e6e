interface Bucket {
  tokens: number;
  /** Milliseconds of the clock when `tokens` was right. */
  at: number;
  told: boolean;
}

/** `tell`: refused for the first time in this flood, which may be said once. */
export type Admission = 'go' | 'tell' | 'silence';

/** A token bucket for each user: `burst` at once, refilled over `seconds`. Memory is bounded. */
export class Cooldown {
  readonly #buckets = new Map<string, Bucket>();
  readonly #burst: number;
  readonly #perMillisecond: number;
  readonly #now: () => number;

  constructor(burst = 5, seconds = 10, now: () => number = () => performance.now()) {
    this.#burst = burst;
    this.#perMillisecond = burst / (seconds * 1000);
    this.#now = now;
  }

  admit(user: string): Admission {
    const bucket = this.#refilled(user);
    if (bucket.tokens >= 1) {
      bucket.tokens -= 1;
      bucket.told = false;
      return 'go';
    }
    if (bucket.told) return 'silence';
    bucket.told = true;
    return 'tell';
  }

  #refilled(user: string): Bucket {
    const now = this.#now();
    const old = this.#buckets.get(user) ?? { tokens: this.#burst, at: now, told: false };
    const tokens = Math.min(this.#burst, old.tokens + (now - old.at) * this.#perMillisecond);
    const bucket = { tokens, at: now, told: old.told };
    this.#buckets.delete(user);
    this.#buckets.set(user, bucket);
    const [oldest] = this.#buckets.keys();
    if (this.#buckets.size > 5000 && oldest !== undefined) this.#buckets.delete(oldest);
    return bucket;
  }
}
