import type { Group } from './groups.ts';
import { lineOf, type LineDemands, type PassageIndex } from './index-builder.ts';
import type { Shares } from './line-match.ts';
import type { PreparedQuestion } from './prepare.ts';
import { at, row } from './rows.ts';
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
    ...asksOther(prepared, linesOf(index, passage)),
  };
}

const linesOf = (index: PassageIndex, passage: number): readonly LineDemands[] =>
  Array.from(row(index.lines, passage)).flatMap((line) => index.lineDemands[line] ?? []);

/** How what the lines want and speak of agrees with the question. */
function asksOther(
  { question: { wanted, sides } }: PreparedQuestion,
  lines: readonly LineDemands[],
): Pick<Demands, 'otherWanted' | 'sameWanted' | 'opposite'> {
  if (wanted.size === 0 && sides.length === 0) return { otherWanted: 0, sameWanted: 0, opposite: 0 };
  const told = lines.filter((line) => line.wanted.size > 0);
  const isSame = told.some((line) => Array.from(line.wanted).some((want) => wanted.has(want)));
  const isOpposite = sides.some(({ pair, side }) => {
    const spoken = lines.flatMap((line) => line.sides.filter((one) => one.pair === pair));
    return spoken.length > 0 && spoken.every((one) => one.side !== side);
  });
  return {
    otherWanted: wanted.size > 0 && told.length > 0 && !isSame ? 1 : 0,
    sameWanted: isSame ? 1 : 0,
    opposite: isOpposite ? 1 : 0,
  };
}

/**
 * Whether the question names one thing and the passage's heading another: hal 7 and hal 2, C# and C++, 5.1 and 4.2. A number
 * that nothing stands against is part of somebody's story.
 */
function namesOther(
  index: PassageIndex,
  { groups, lookup }: PreparedQuestion,
  passage: number,
  met: Shares,
): boolean {
  const isUnmet = ({ word }: Group, group: number): boolean =>
    !isSpelt(word.folded) && at(met, group) < metAtAll.value;
  if (!groups.some(isUnmet)) return false;
  const heading = row(index.lines, passage)[0];
  if (heading === undefined) return false;
  return lineOf(index, heading).some(
    (term) => !isSpelt(index.vocabulary.terms[term] ?? '') && !lookup.has(term),
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
