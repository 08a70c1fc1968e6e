import type { PassageIndex } from './index-builder.ts';
import type { Tellable, Wanted } from './input.ts';
import type { Shares } from './line-match.ts';
import type { PreparedQuestion } from './prepare.ts';
import { at } from './rows.ts';
import { roleWeight } from './weight.ts';
import { closeLook } from './weights.ts';

const floorIdf = closeLook.floorIdf.value;

/** What meeting some words of a question tells beside how many they are. */
export interface Information {
  /** As `mass`, each word also by how rare it is in everyday speech: in few passages every word is rare. */
  readonly spokenMass: number;
  /** 0..1: how rare in everyday speech the rarest word is that was not met, as far as it was not. */
  readonly rarestUnmet: number;
  /** 1 where the question wants a price, a duration, a time or a person named, and the passage names nothing of the kind. */
  readonly lacking: number;
}

/** `met`: by group of the question, how well the passage holds it anywhere. */
export function informationOf(
  index: PassageIndex,
  { groups, question }: PreparedQuestion,
  passage: number,
  met: Shares,
): Information {
  let spokenMass = 0;
  let rarestUnmet = 0;
  for (const [group, { word, idf }] of groups.entries()) {
    const share = Math.min(1, at(met, group));
    const rarity = word.spokenRarity * roleWeight[word.role];
    spokenMass += share * (idf + floorIdf) * rarity;
    rarestUnmet = Math.max(rarestUnmet, (1 - share) * rarity);
  }
  return {
    spokenMass: spokenMass / Math.log(1 + index.rarity.documents),
    rarestUnmet,
    lacking: lacksWanted(index, question.wanted, passage) ? 1 : 0,
  };
}

const tellable: readonly string[] = ['price', 'duration', 'time', 'person'] satisfies readonly Tellable[];
const isTellable = (want: Wanted): want is Tellable => tellable.includes(want);

function lacksWanted({ named }: PassageIndex, wanted: ReadonlySet<Wanted>, passage: number): boolean {
  const wants = Array.from(wanted).filter(isTellable);
  if (wants.length === 0) return false;
  const names = named[passage]?.();
  return names !== undefined && !wants.some((want) => names.has(want));
}
