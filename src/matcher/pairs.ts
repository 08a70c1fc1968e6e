import type { PassageIndex } from './index-builder.ts';
import { lineOf } from './index-builder.ts';
import type { PreparedQuestion } from './prepare.ts';
import { at, row } from './rows.ts';
import { closeLook } from './weights.ts';

const pairWindow = closeLook.pairWindow.value;

/** Neighbouring words of the question that stand near each other in a line or the body, by their weight. */
export function pairShare(
  index: PassageIndex,
  prepared: PreparedQuestion,
  passage: number,
  lines: readonly number[],
): number {
  const { groups } = prepared;
  if (groups.length < 2) return 0;
  const found = new Uint8Array(groups.length);
  for (const line of lines) markPairs(prepared, lineOf(index, line), found);
  markPairs(prepared, row(index.fields.body, passage), found);
  let total = 0;
  let met = 0;
  for (let pair = 0; pair + 1 < groups.length; pair++) {
    const weight = (groups[pair]?.share ?? 0) + (groups[pair + 1]?.share ?? 0);
    total += weight;
    met += weight * at(found, pair);
  }
  return total === 0 ? 0 : met / total;
}

function markPairs({ lookup, groups }: PreparedQuestion, terms: Uint32Array, found: Uint8Array): void {
  const last = new Int32Array(groups.length).fill(-1000);
  for (let place = 0; place < terms.length; place++) {
    for (const { group } of lookup.get(at(terms, place)) ?? []) {
      if (group > 0 && place - at(last, group - 1) <= pairWindow) found[group - 1] = 1;
      if (group + 1 < groups.length && place - at(last, group + 1) <= pairWindow) found[group] = 1;
      last[group] = place;
    }
  }
}
