import { setTimeout as pause } from 'node:timers/promises';

/** Time as the parts that wait and count see it; tests give one that they move themselves. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after so many milliseconds, or as soon as `signal` is aborted. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** As it passes, whatever the system's clock is set to. */
export const steadyClock: Clock = {
  now: () => performance.now(),
  sleep: (milliseconds, signal) => systemClock.sleep(milliseconds, signal),
};

export const systemClock: Clock = {
  now: () => Date.now(),
  async sleep(milliseconds, signal) {
    await pause(milliseconds, undefined, { signal }).catch(() => undefined);
  },
};
