import type { Group } from './groups.ts';
import { lineOf, type LineDemands, type PassageIndex } from './index-builder.ts';
import type { Shares } from './line-match.ts';
import type { PreparedQuestion } from './prepare.ts';
import { at, row } from './rows.ts';
import type { Side } from './input.ts';
import { isSpelt } from './spelt.ts';
import { roleWeight } from './weight.ts';
import { metAtAll } from './weights.ts';

/** What a question asks for that a passage does not hold. */
export interface Demands {
  /** 1 where the question names one thing and the heading another. */
  readonly otherName: number;
  /** 1 where every line that tells what it is about, a price say, wants another thing named than the question. */
  readonly otherWanted: number;
  /** 1 where a line wants the same named. */
  readonly sameWanted: number;
  /** 1 where the lines speak of the other side of opposites alone: how to turn off what is to be turned on. */
  readonly opposite: number;
}

/** `met`: by group of the question, how well the passage holds it. */
export function demandsOf(
  index: PassageIndex,
  prepared: PreparedQuestion,
  passage: number,
  met: Shares,
): Demands {
  return {
    otherName: namesOther(index, prepared, passage, met) ? 1 : 0,
    ...asksOther(index, prepared, passage),
  };
}

const nothingAsked = { otherWanted: 0, sameWanted: 0, opposite: 0 } as const;

/** How what the lines want and speak of agrees with the question. */
function asksOther(
  { lines, lineDemands }: PassageIndex,
  { question: { wanted, sides } }: PreparedQuestion,
  passage: number,
): Pick<Demands, 'otherWanted' | 'sameWanted' | 'opposite'> {
  if (wanted.size === 0 && sides.length === 0) return nothingAsked;
  let isTold = false;
  let isSame = false;
  let isOpposite = false;
  const from = at(lines.offsets, passage);
  const to = at(lines.offsets, passage + 1);
  for (let place = from; place < to; place++) {
    const line = lineDemands[at(lines.values, place)];
    if (line === undefined) continue;
    if (line.wanted.size > 0) isTold = true;
    for (const want of line.wanted) if (wanted.has(want)) isSame = true;
  }
  for (const side of sides)
    if (isSpokenOtherwise(lineDemands, lines.values, from, to, side)) isOpposite = true;
  return {
    otherWanted: wanted.size > 0 && isTold && !isSame ? 1 : 0,
    sameWanted: isSame ? 1 : 0,
    opposite: isOpposite ? 1 : 0,
  };
}

/** Whether some of these lines speak of a pair of opposites, and all of its other side. */
function isSpokenOtherwise(
  demands: readonly LineDemands[],
  lines: Uint32Array,
  from: number,
  to: number,
  { pair, side }: Side,
): boolean {
  let isSpoken = false;
  for (let place = from; place < to; place++) {
    for (const one of demands[at(lines, place)]?.sides ?? none) {
      if (one.pair !== pair) continue;
      if (one.side === side) return false;
      isSpoken = true;
    }
  }
  return isSpoken;
}

const none: readonly Side[] = [];

/**
 * Whether the question names one thing and the passage's heading another: hal 7 and hal 2, C# and C++, 5.1 and 4.2. A number
 * that nothing stands against is part of somebody's story.
 */
function namesOther(index: PassageIndex, prepared: PreparedQuestion, passage: number, met: Shares): boolean {
  if (!prepared.isName.some((isName, group) => isName && at(met, group) < metAtAll.value)) return false;
  const heading = row(index.lines, passage)[0];
  if (heading === undefined) return false;
  return lineOf(index, heading).some(
    (term) => !isSpelt(index.vocabulary.terms[term] ?? '') && !prepared.lookup.has(term),
  );
}

/** Information in the words that were met, in units of what one word of one passage alone would tell. */
export function metMass(index: PassageIndex, groups: readonly Group[], met: Shares): number {
  const mass = groups.reduce(
    (sum, { idf, word }, group) => sum + at(met, group) * idf * roleWeight[word.role],
    0,
  );
  return mass / Math.log(1 + index.rarity.documents);
}
