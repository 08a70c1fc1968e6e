import { filled, taken, untilNext, type Bucket, type BucketRate } from './bucket.ts';
import type { Clock } from './clock.ts';

/** What somebody, or a channel, may have only so much of. */
export type Deed = 'question' | 'press' | 'typing' | 'channel';

/** How much at once, and one more every so many milliseconds. */
export const cooldownRates: Readonly<Record<Deed, BucketRate>> = {
  /** Questions of one person in one server: as fast as they can be read. */
  question: { capacity: 8, interval: 5000 },
  /** Buttons and other commands of one person. */
  press: { capacity: 20, interval: 1000 },
  /** Completions: one with every key. */
  typing: { capacity: 40, interval: 150 },
  /** Answers to messages in one channel, whoever asked. */
  channel: { capacity: 30, interval: 1500 },
};

/** Whether it is somebody's turn; where it is not, `tell` is true the first time, and later only after a rest. */
export type Turn =
  { readonly isFree: true } | { readonly isFree: false; readonly tell: boolean; readonly wait: number };

/** Keeps one person from taking everybody's time. In memory: a restart forgives. */
export interface Cooldowns {
  /** Takes a turn. `wait` is how long until there is one, in milliseconds. */
  turn(deed: Deed, whose: string): Turn;
  /** Takes something that is done once in so many milliseconds: true where it was not. */
  once(what: string, milliseconds: number): boolean;
}

interface Entry {
  readonly bucket: Bucket;
  readonly isTold: boolean;
}

/** More are not remembered; the one that was not heard of for the longest is forgiven. */
const remembered = 20_000;

/** Remembers something as the newest. */
function note<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > remembered && oldest !== undefined) map.delete(oldest);
}

/** Cool-downs by a clock. */
export function openCooldowns(clock: Pick<Clock, 'now'>): Cooldowns {
  const entries = new Map<string, Entry>();
  const done = new Map<string, number>();

  return {
    turn(deed, whose) {
      const [key, rate, now] = [`${deed}:${whose}`, cooldownRates[deed], clock.now()];
      const entry = entries.get(key) ?? null;
      const before = filled(entry?.bucket ?? null, rate, now);
      // Who kept quiet for a while is told again.
      const wasTold = entry?.isTold === true && before.tokens < rate.capacity / 2;
      const after = taken(before, rate, now);
      note(entries, key, { bucket: after ?? before, isTold: wasTold || after === null });
      if (after !== null) return { isFree: true };
      return { isFree: false, tell: !wasTold, wait: untilNext(before, rate, now) };
    },
    once(what, milliseconds) {
      const now = clock.now();
      const until = done.get(what);
      if (until !== undefined && until > now) return false;
      note(done, what, now + milliseconds);
      return true;
    },
  };
}
