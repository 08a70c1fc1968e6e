/**
 * A token bucket (leaky bucket as a meter, ITU-T I.371): `capacity` at once, and one more every `interval`. In any
 * span of time T it grants at most `capacity + T / interval`.
 */
export interface BucketRate {
  readonly capacity: number;
  /** Milliseconds. */
  readonly interval: number;
}

/** What a bucket held when it was last looked at. */
export interface Bucket {
  readonly tokens: number;
  readonly at: number;
}

/** What a bucket holds now; a new one is full. Time that runs backwards adds nothing. */
export function filled(bucket: Bucket | null, { capacity, interval }: BucketRate, now: number): Bucket {
  if (bucket === null) return { tokens: capacity, at: now };
  const gained = Math.max(0, now - bucket.at) / interval;
  return { tokens: Math.min(capacity, bucket.tokens + gained), at: now };
}

/** Takes a token, or null where there is none. */
export function taken(bucket: Bucket | null, rate: BucketRate, now: number): Bucket | null {
  const { tokens } = filled(bucket, rate, now);
  return tokens < 1 ? null : { tokens: tokens - 1, at: now };
}

/** How long until there is a token. Milliseconds; 0 where there is one. */
export function untilNext(bucket: Bucket | null, rate: BucketRate, now: number): number {
  const { tokens } = filled(bucket, rate, now);
  return Math.ceil(Math.max(0, 1 - tokens) * rate.interval);
}
