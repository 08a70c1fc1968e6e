import { createAnswers } from './answers/create.ts';
import { openLibrary } from './answers/library.ts';
import type { Answers } from './answers/service.ts';
import type { Config } from './config.ts';
import { openLog, type Logger } from './log.ts';

/** Everything a front needs, wired once. */
export interface App {
  readonly config: Config;
  readonly log: Logger;
  readonly answers: Answers;
  /** Stops watching files and closes the store; idempotent. */
  close(): Promise<void>;
}

export interface AppOptions {
  /** Whether edits of the articles go live while running. */
  readonly watches: boolean;
}

/**
 * Opens everything that the settings ask for.
 * @throws {ContentFolderError} when the content folder cannot be read
 */
export async function openApp(config: Config, { watches }: AppOptions): Promise<App> {
  const log = openLog(config.logLevel);
  const library = await openLibrary({ dir: config.contentDir, log, watches });
  return {
    config,
    log,
    answers: createAnswers(library, config.siteUrl),
    close: () => library.close(),
  };
}
