import type { Side, Wanted } from '../matcher/input.ts';
import type { FunctionWords } from './function-words.ts';
import { wantedNames, type PackData } from './pack.ts';
import { phrasesIn, phraseTable, type MetPhrase, type PhraseTable } from './phrases.ts';

/** What a language's data tells of a sentence as a whole; sentences are given as terms. */
export interface Asked {
  /** What an answer has to name: the price, the place. */
  wantedIn(terms: readonly string[]): ReadonlySet<Wanted>;
  /** The sides of opposites that are spoken of, each once. */
  sidesIn(terms: readonly string[]): readonly Side[];
  /** Whether something is told not to work. */
  tellsFault(terms: readonly string[]): boolean;
}

type Row<Value> = readonly [phrase: string, value: Value];

/** Reads what a pack says of prices, faults, opposites and the like. */
export function askedOf(data: PackData, { foldedWords, termOf, negations }: FunctionWords): Asked {
  const tableOf = <Value>(rows: readonly Row<Value>[]): PhraseTable<readonly Value[]> => {
    const values = new Map<string, Value[]>();
    for (const [phrase, value] of rows) {
      const key = foldedWords(phrase).map(termOf).join(' ');
      values.set(key, [...(values.get(key) ?? []), value]);
    }
    return phraseTable(Array.from(values, ([key, value]) => [key.split(' '), value] as const));
  };
  const wanted = tableOf(
    wantedNames.flatMap((name) => (data.asks[name] ?? []).map((phrase): Row<Wanted> => [phrase, name])),
  );
  const sides = tableOf(
    data.opposites.flatMap(([one, other], pair) => [
      ...one.map((phrase): Row<Side> => [phrase, { pair, side: 0 }]),
      ...other.map((phrase): Row<Side> => [phrase, { pair, side: 1 }]),
    ]),
  );
  const faults = tableOf(
    data.faults
      .map((phrase) => foldedWords(phrase))
      .flatMap((words) => [words, negations.has(words[0] ?? '') ? [] : denialFirst(words, negations)])
      .filter(({ length }) => length > 0)
      .map((words): Row<true> => [words.join(' '), true]),
  );
  const particles = new Set(data.particles.flatMap(foldedWords).map(termOf));
  const isParticle = (term: string): boolean => particles.has(term);
  const denials = new Set(Array.from(negations, termOf));
  const met = <Value>(terms: readonly string[], table: PhraseTable<readonly Value[]>): Value[] =>
    Array.from(phrasesIn(terms, table, isParticle)).flatMap(({ value }) => value);
  return {
    wantedIn: (terms) =>
      new Set(outermost(phrasesIn(terms, wanted, isParticle)).flatMap(({ value }) => value)),
    sidesIn: (terms) =>
      met(terms, sides).filter(
        ({ pair, side }, place, all) =>
          all.findIndex((one) => one.pair === pair && one.side === side) === place,
      ),
    tellsFault: (terms) => phrasesIn(terms, faults, (term) => denials.has(term)).next().done === false,
  };
}

/** "virker ikke" as a subordinate clause has it: "hvis lyden ikke virker". Empty where nothing is denied. */
function denialFirst(words: readonly string[], negations: ReadonlySet<string>): readonly string[] {
  const denial = words.find((word) => negations.has(word));
  return denial === undefined ? [] : [denial, ...words.filter((word) => word !== denial)];
}

/** Phrases that do not begin within the one before: "saat kaçta" asks for the time, its "kaç" for nothing. */
function outermost<Value>(phrases: Iterable<MetPhrase<Value>>): readonly MetPhrase<Value>[] {
  const kept: MetPhrase<Value>[] = [];
  let end = -1;
  for (const phrase of phrases) {
    const start = phrase.places[0] ?? 0;
    if (start <= end) continue;
    end = start + phrase.places.length - 1;
    kept.push(phrase);
  }
  return kept;
}
