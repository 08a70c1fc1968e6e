import type { Json } from './state.ts';

/** A request that Discord answers with an error. */
export class Refused extends Error {
  readonly status: number;
  readonly code: number;
  constructor(status: number, code: number, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export const invalid = (what: string): Refused => new Refused(400, 50035, `Invalid Form Body: ${what}`);
export const missingPermissions = (): Refused => new Refused(403, 50013, 'Missing Permissions');
export const missingAccess = (): Refused => new Refused(403, 50001, 'Missing Access');
export const unknown = (code: number, what: string): Refused => new Refused(404, code, `Unknown ${what}`);

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const listOf = (value: unknown): readonly Json[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

/** A text that must have a length; absent counts as 0 characters. */
export function length(value: unknown, least: number, most: number, what: string): void {
  const size = typeof value === 'string' ? Array.from(value).length : 0;
  if ((value !== undefined && value !== null && typeof value !== 'string') || size < least || size > most) {
    throw invalid(`${what} must be ${String(least)} to ${String(most)} in length, is ${String(size)}`);
  }
}

export function count(value: unknown, least: number, most: number, what: string): void {
  const size = Array.isArray(value) ? value.length : 0;
  if (size < least || size > most)
    throw invalid(`${what} must have ${String(least)} to ${String(most)} entries`);
}
