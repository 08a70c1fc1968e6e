import type { Answers } from './answers/service.ts';
import type { Config } from './config.ts';
import type { Logger } from './log.ts';

/** Everything a front needs, wired once. */
export interface App {
  readonly config: Config;
  readonly log: Logger;
  readonly answers: Answers;
  /** Stops watching files and closes the store; idempotent. */
  close(): Promise<void>;
}
