import type { Logger } from '../log.ts';
import type { Result } from '../store/problem.ts';

/** Something that is done once a day until it is stopped. */
export interface Sweep {
  /** Ends what is under way, and does it no more. */
  stop(): Promise<void>;
}

const everyDay = 24 * 60 * 60 * 1000;

/** Deletes what has been kept long enough, at the start and once a day. Never throws: it runs beside everything else. */
export function dailySweep(log: Logger, work: (now: Date) => Promise<Result<unknown>>): Sweep {
  async function sweep(): Promise<void> {
    try {
      const outcome = await work(new Date());
      if (!outcome.ok) log.error({ problem: outcome.problem.kind }, 'what is old could not be deleted');
    } catch (error) {
      log.error(
        { fault: error instanceof Error ? error.name : 'unknown' },
        'what is old could not be deleted',
      );
    }
  }
  let last = sweep();
  const timer = setInterval(() => {
    last = last.then(sweep);
  }, everyDay).unref();
  return {
    stop() {
      clearInterval(timer);
      return last;
    },
  };
}
