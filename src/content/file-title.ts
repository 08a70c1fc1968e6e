import { posix } from 'node:path';
import { withoutEnding } from './files.ts';

/** `a1b2`, as tools name files by: hexadecimal, with a digit and a letter. */
const isId = (word: string): boolean => /^(?=.*\d)(?=.*[a-f])[0-9a-f]{4,}$/u.test(word);
const isNumber = (word: string): boolean => /^\d+[.)]?$/u.test(word);
/** Names of files that say no more than that they begin a folder. */
const isIndex = (name: string): boolean => /^_?(?:index|readme)$/iu.test(name);

/** The name of a file as a title: leading numbers and ids dropped, `-` and `_` as blanks. */
export function fileTitle(id: string): string {
  const base = posix.basename(withoutEnding(id));
  const folder = posix.basename(posix.dirname(id));
  const name = isIndex(base) && folder !== '.' && folder !== '' ? folder : base;
  const words = name.split(/[-_\s]+/u).filter((word) => word !== '');
  const numbers = words.findIndex((word) => !isNumber(word));
  const hasId = numbers > 0 && isId(words[numbers] ?? '');
  const rest = numbers < 0 ? [] : words.slice(numbers + (hasId ? 1 : 0));
  return rest.join(' ') || name;
}
