import { pino, type Logger } from 'pino';

export type { Logger };

/** Levels that LOG_LEVEL accepts, from loud to quiet. */
export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/**
 * One JSON object a line on standard error, so that standard output stays for answers.
 * Callers never log user ids, tokens or question texts.
 */
export function openLog(level: LogLevel): Logger {
  return pino(
    {
      level,
      base: null,
      redact: { paths: ['token', '*.token', 'headers.authorization'], censor: '[removed]' },
    },
    pino.destination({ dest: 2, sync: true }),
  );
}
