import { createHash } from 'node:crypto';
import { packData } from './packs.ts';

/** Raised with every change of how a key is made of a text's words. */
const rule = 2;

const known = new Map<string, string>();

/** Names the data and the rule that the keys of a language are made with: equal versions make equal keys. */
export function keyVersion(tag: string): string {
  const made = known.get(tag) ?? versionOf(tag);
  known.set(tag, made);
  return made;
}

function versionOf(tag: string): string {
  const digest = createHash('sha256')
    .update(JSON.stringify(packData(tag)))
    .digest('hex');
  return `${tag}-${String(rule)}-${digest.slice(0, 12)}`;
}
