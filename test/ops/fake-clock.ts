import type { Clock } from '../../src/ops/clock.ts';

/** A clock that stands still until the test moves it; who sleeps wakes in the order of their times. */
export class FakeClock implements Clock {
  #now: number;
  readonly #sleepers = new Set<{ readonly at: number; readonly wake: () => void }>();

  constructor(start = Date.UTC(2026, 10, 12)) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const sleeper = {
        at: this.#now + milliseconds,
        wake: () => {
          this.#sleepers.delete(sleeper);
          signal.removeEventListener('abort', sleeper.wake);
          resolve();
        },
      };
      this.#sleepers.add(sleeper);
      if (signal.aborted) sleeper.wake();
      signal.addEventListener('abort', sleeper.wake);
    });
  }

  /** Moves on, waking everybody whose time comes, and lets each do what it does then. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    for (;;) {
      await settled();
      const next = Math.min(...Array.from(this.#sleepers, ({ at }) => at));
      if (next > end) break;
      this.#now = Math.max(this.#now, next);
      for (const sleeper of Array.from(this.#sleepers)) if (sleeper.at <= this.#now) sleeper.wake();
    }
    this.#now = end;
    await settled();
  }
}

/** Lets everything run that waits for nothing but its turn. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
