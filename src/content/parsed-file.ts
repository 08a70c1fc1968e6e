import type { ParsedArticle } from './parse.ts';

/** A file as it was when it was parsed. */
export interface ParsedFile {
  /** SHA-256 of its bytes. */
  readonly hash: string;
  readonly stamp: Stamp;
  readonly parsed: ParsedArticle;
}

/** What tells without reading that a file is probably still the same. */
export interface Stamp {
  /** Bytes. */
  readonly size: number;
  /** When it was last written: milliseconds since 1970, with a fraction. */
  readonly mtime: number;
}

/** Parsed files by id: what need not be done again. */
export type ParsedFiles = ReadonlyMap<string, ParsedFile>;

export const sameStamp = (one: Stamp, other: Stamp): boolean =>
  one.size === other.size && one.mtime === other.mtime;
