import { pino, type DestinationStream, type Logger } from 'pino';
import pretty from 'pino-pretty';

export type { Logger };

/** Levels that LOG_LEVEL accepts, from loud to quiet. */
export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/**
 * One JSON object a line on standard error, or a line for people where that is a terminal, so that standard output stays for answers.
 * Callers never log user ids, tokens or question texts.
 */
export function openLog(level: LogLevel, isTerminal: boolean = process.stderr.isTTY): Logger {
  return pino(
    {
      level,
      base: null,
      redact: { paths: ['token', '*.token', 'headers.authorization'], censor: '[removed]' },
    },
    isTerminal ? forPeople() : pino.destination({ dest: 2, sync: true }),
  );
}

const forPeople = (): DestinationStream =>
  pretty({ destination: 2, sync: true, singleLine: true, translateTime: 'SYS:HH:MM:ss' });
