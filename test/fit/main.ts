import { writeFileSync } from 'node:fs';
import { thresholds } from '../../src/answers/decide.ts';
import { scoreParts } from '../../src/matcher/parts.ts';
import { firstRight, oneOfThree } from '../../src/matcher/weights.ts';
import { fitted, shipped, type Numbers } from './fit.ts';
import { logLoss } from './models.ts';
import { counted, examplesOf, rankedSet } from './outcomes.ts';
import { sampledSet, type SampledSet } from './samples.ts';
import { committedSets, setAt } from './sets.ts';

/**
 * `npm run fit [-- --write --extra DIR… --report DIR…]`: refits the score and the two judgements, each set left out once, and prints
 * shipped beside fitted. `--extra` sets are fitted on as well, `--report` sets are only measured, `--write` keeps
 * what was fitted in `fitted.json`.
 */
const given = optionsOf(process.argv.slice(2));
const sets: SampledSet[] = [];
for (const set of [
  ...committedSets(),
  ...given.extra.map((dir) => setAt(dir, false)),
  ...given.report.map((dir) => setAt(dir, true)),
]) {
  sets.push(await sampledSet(set));
}
const fitOn = sets.filter(({ isKeptOut }) => !isKeptOut);
const all = fitted(fitOn);

print(`Fitted on ${fitOn.map(({ name }) => name).join(', ')}.`);
print(`Kept out: ${sets.flatMap(({ name, isKeptOut }) => (isKeptOut ? [name] : [])).join(', ')}.\n`);
if (given.isWritten) writeSummary();
printNumbers('score', scoreParts, shipped.score, all.score);
printNumbers('firstRight', Object.keys(firstRight), shipped.first, all.first);
printNumbers('oneOfThree', Object.keys(oneOfThree), shipped.near, all.near);
print(
  `\nAt ${String(thresholds.found)} posted, at ${String(thresholds.unsure)} offered; each set left out of its own fit:`,
);
printFigures(fitOn, (set) => fitted(fitOn.filter((one) => one !== set)));
print('\nKept out of every fit:');
printFigures(
  sets.filter(({ isKeptOut }) => isKeptOut),
  () => all,
);
print('\nWith the shipped numbers:');
printFigures(sets, () => shipped);

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function named(names: readonly string[], values: Float64Array): Readonly<Record<string, number>> {
  return Object.fromEntries(names.map((name, place) => [name, Number((values[place] ?? 0).toFixed(2))]));
}

/** What was fitted on what: `fit.test.ts` holds the shipped numbers to it. */
function writeSummary(): void {
  const summary = {
    sets: fitOn.map(({ name }) => name),
    scoring: named(scoreParts, all.score),
    firstRight: named(Object.keys(firstRight), all.first),
    oneOfThree: named(Object.keys(oneOfThree), all.near),
  };
  writeFileSync(new URL('fitted.json', import.meta.url), `${JSON.stringify(summary, null, 2)}\n`);
}

interface Options {
  readonly extra: readonly string[];
  readonly report: readonly string[];
  readonly isWritten: boolean;
}

function optionsOf(argv: readonly string[]): Options {
  const options = { extra: new Array<string>(), report: new Array<string>(), isWritten: false };
  let list: string[] = options.report;
  for (const word of argv) {
    if (word === '--extra') list = options.extra;
    else if (word === '--report') list = options.report;
    else if (word === '--write') options.isWritten = true;
    else list.push(word);
  }
  return options;
}

function printNumbers(table: string, names: readonly string[], now: Float64Array, next: Float64Array): void {
  names.forEach((name, place) => {
    print(
      `${table}.${name}`.padEnd(28) +
        (now[place] ?? 0).toFixed(2).padStart(8) +
        (next[place] ?? 0).toFixed(2).padStart(8),
    );
  });
}

function printFigures(list: readonly SampledSet[], numbersFor: (set: SampledSet) => Numbers): void {
  const columns = ['top1', 'precision', 'right', 'near', 'bothered', 'loss', 'loss near'];
  print(''.padEnd(24) + columns.map((name) => name.padStart(11)).join(''));
  const rows = list.map((set) => {
    const row = rowOf(set, numbersFor(set));
    printRow(set.name, row);
    return row;
  });
  printRow(
    'mean',
    columns.map((_, column) => {
      const known = rows.map((row) => row[column] ?? NaN).filter((value) => !Number.isNaN(value));
      return known.reduce((sum, value) => sum + value, 0) / known.length;
    }),
  );
}

function printRow(name: string, row: readonly number[]): void {
  print(name.padEnd(24) + row.map((value, place) => value.toFixed(place < 5 ? 1 : 3).padStart(11)).join(''));
}

function share(part: number, whole: number): number {
  return whole === 0 ? NaN : (100 * part) / whole;
}

function rowOf(set: SampledSet, { score, first, near }: Numbers): readonly number[] {
  const ranked = rankedSet(set, score);
  const counts = counted(ranked, first, near);
  return [
    share(counts.firstRight, counts.answerable),
    share(counts.postedRight, counts.posted),
    share(counts.postedRight, counts.answerable),
    share(counts.near, counts.answerable),
    share(counts.bothered, counts.outOfScope),
    logLoss(examplesOf(ranked, 'first', 1), first),
    logLoss(examplesOf(ranked, 'near', 1), near),
  ];
}
