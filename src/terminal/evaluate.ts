import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import {
  evaluateSet,
  questionSetAt,
  type QuestionSet,
  type SetReport,
  isMatcherPart,
  matcherParts,
  type MatcherPart,
} from '../evaluate/evaluate.ts';
import { figuresOf, type Figures, type Outcome } from '../evaluate/figures.ts';
import { brokenFloors, parseFloors, type Floor } from '../evaluate/floors.ts';
import { QuestionFileError } from '../evaluate/question-set.ts';
import { tuneSet, type TunedPosition } from '../evaluate/tune.ts';
import type { Config } from '../config.ts';
import type { Strings } from '../strings/index.ts';
import type { EvaluateArguments } from './cli.ts';
import type { Output } from './output.ts';

export interface EvaluateContext {
  readonly strings: Strings;
  readonly output: Output;
  readonly config: Config;
}

const done = 0;
const fellShort = 1;
const wrongUsage = 2;

/** Wrong usage with the sentence to print. */
class UsageError extends Error {}

/** `npm run evaluate`: asks every question of the sets and prints figures. @returns the exit status */
export async function runEvaluate(given: EvaluateArguments, context: EvaluateContext): Promise<number> {
  try {
    return await evaluate(given, context);
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof QuestionFileError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return wrongUsage;
  }
}

async function evaluate(
  given: EvaluateArguments,
  { strings, output, config }: EvaluateContext,
): Promise<number> {
  const { evaluate: words } = strings.terminal;
  const without = partsOf(given.without ?? [], words);
  const floors = floorsOf(given.failUnder, words);
  const sets = setsOf(given, config, words);
  if (given.tune === true) {
    for (const set of sets) await output.write(tuneText(set.name, await tuneSet(set), words));
    return done;
  }
  const before =
    given.compare === undefined ? null : earlier(resolve(config.workingDir, given.compare), words);
  const reports: SetReport[] = [];
  for (const set of sets) {
    const report = await evaluateSet(set, without);
    reports.push(report);
    if (given.json !== true) await output.write(reportText(report, given.failures ?? 0, words));
    if (before !== null && given.json !== true) await output.write(changesText(report, before, words));
  }
  if (given.json === true) await output.write(`${JSON.stringify(reports.map(jsonOf))}\n`);
  else if (reports.length > 1) await output.write(meanText(reports, words));
  return reportFloors(reports, floors, words);
}

type Words = Strings['terminal']['evaluate'];

function partsOf(names: readonly string[], words: Words): readonly MatcherPart[] {
  return names.map((name) => {
    if (!isMatcherPart(name)) throw new UsageError(words.unknownPart(name, matcherParts));
    return name;
  });
}

function floorsOf(text: string | undefined, words: Words): readonly Floor[] {
  if (text === undefined) return [];
  const known = Object.keys(figuresOf([]));
  const floors = parseFloors(text, known);
  if (floors === null) throw new UsageError(words.badFloors(text, known));
  return floors;
}

function setsOf(given: EvaluateArguments, config: Config, words: Words): readonly QuestionSet[] {
  const path = (name: string): string => resolve(config.workingDir, name);
  const sets = (given.set ?? []).map((dir) => questionSetAt(path(dir), basename(path(dir))));
  if (given.questions === undefined) {
    if (sets.length > 0) return sets;
    if (given.tune !== true) throw new UsageError(words.nothing);
    return [
      {
        name: words.ownTests,
        contentDir: given.content === undefined ? config.contentDir : path(given.content),
        questionFiles: [],
      },
    ];
  }
  const contentDir = given.content === undefined ? config.contentDir : path(given.content);
  const questionFiles = given.questions.map(path);
  return [
    ...sets,
    { name: questionFiles.map((file) => basename(file)).join(', '), contentDir, questionFiles },
  ];
}

const rate = (value: number | null): string => (value === null ? '–' : value.toFixed(1));

function figureRow(name: string, figures: Figures): readonly string[] {
  return [
    name,
    String(figures.questions),
    rate(figures.top1),
    rate(figures.recallAt5),
    rate(figures.mrrAt5),
    figures.auroc === null ? '–' : figures.auroc.toFixed(3),
    rate(figures.precision),
    rate(figures.right),
    rate(figures.near),
    rate(figures.bothered),
    rate(figures.quiet),
    rate(figures.wrong),
    rate(figures.accuracy),
    rate(figures.surePrecision),
    rate(figures.sureRight),
  ];
}

/** What each position of the two bars would have posted. */
function tuneText(name: string, positions: readonly TunedPosition[], words: Words): string {
  const rows = positions.map(({ position, bars, figures }) => [
    position.toFixed(2),
    bars.found.toFixed(2),
    bars.unsure.toFixed(2),
    rate(figures.precision),
    rate(figures.right),
    rate(figures.near),
    rate(figures.bothered),
    rate(figures.wrong),
  ]);
  return `${[name, ...aligned([words.tuneColumns, ...rows])].join('\n')}\n\n`;
}

function reportText(report: SetReport, failures: number, words: Words): string {
  const rows = [
    words.columns,
    figureRow(words.all, report.figures),
    ...report.kinds.map(({ kind, figures }) => figureRow(kind, figures)),
  ];
  const missing = report.missing.map((id) => words.missing(id));
  const wrong = report.outcomes
    .filter(isWrong)
    .slice(0, failures)
    .map((outcome) => failureText(outcome, words));
  return `${[report.name, ...aligned(rows), ...missing, ...wrong].join('\n')}\n\n`;
}

/** Each column as wide as its widest cell, numbers to the right. */
function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  return rows.map((cells) =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  );
}

/** Not what should have been said: another passage first, or a passage where none answers. */
function isWrong({ question, ranking, kind }: Outcome): boolean {
  if (question.relevant.length === 0) return kind === 'found';
  return !question.relevant.includes(ranking[0] ?? '');
}

function failureText({ question, ranking, kind, confidence }: Outcome, words: Words): string {
  return words.failure({
    question: question.question,
    wanted: question.relevant[0] ?? null,
    got: ranking[0] ?? null,
    kind,
    percent: Math.round(confidence * 100),
  });
}

function meanText(reports: readonly SetReport[], words: Words): string {
  const mean = (figure: Exclude<keyof Figures, 'questions' | 'outOfScope'>): number | null => {
    const known = reports.map(({ figures }) => figures[figure]).filter((value) => value !== null);
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
  };
  const auroc = mean('auroc');
  const figures = {
    top1: rate(mean('top1')),
    recall: rate(mean('recallAt5')),
    auroc: auroc === null ? '–' : auroc.toFixed(3),
    precision: rate(mean('precision')),
    right: rate(mean('right')),
    near: rate(mean('near')),
    bothered: rate(mean('bothered')),
    accuracy: rate(mean('accuracy')),
  };
  return `${words.mean(figures)}\n`;
}

/** What `--json` writes and `--compare` reads. */
interface Saved {
  readonly name: string;
  readonly figures: Partial<Figures>;
  readonly questions: readonly {
    readonly id: string;
    readonly kind: string;
    readonly first: string | null;
  }[];
}

function jsonOf({
  name,
  figures,
  kinds,
  outcomes,
}: SetReport): Saved & { readonly kinds: SetReport['kinds'] } {
  return {
    name,
    figures,
    kinds,
    questions: outcomes.map(({ question, kind, confidence, ranking }) => ({
      id: question.id,
      kind,
      first: ranking[0] ?? null,
      confidence,
    })),
  };
}

function earlier(file: string, words: Words): readonly Saved[] {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (Array.isArray(value)) return value as readonly Saved[];
  } catch {
    // Said below, as for a file that holds something else.
  }
  throw new UsageError(words.badCompare(file));
}

/** What `--compare` shows before and now. */
const comparedFigures = [
  'top1',
  'auroc',
  'precision',
  'right',
  'near',
  'bothered',
  'wrong',
] as const satisfies readonly (keyof Figures)[];

/** A result that an earlier version wrote may lack a figure. */
function figureText(figures: Partial<Figures>, figure: (typeof comparedFigures)[number]): string {
  const value = figures[figure] ?? null;
  return figure === 'auroc' && value !== null ? value.toFixed(3) : rate(value);
}

function changesText(report: SetReport, before: readonly Saved[], words: Words): string {
  const old = before.find(({ name }) => name === report.name);
  if (old === undefined) return '';
  const byId = new Map(old.questions.map((question) => [question.id, question]));
  const changes = report.outcomes.flatMap(({ question, kind, ranking }) => {
    const last = byId.get(question.id);
    const first = ranking[0] ?? null;
    if (last === undefined || (last.kind === kind && last.first === first)) return [];
    return [words.change(question.question, `${last.kind} ${last.first ?? '–'}`, `${kind} ${first ?? '–'}`)];
  });
  const figures = comparedFigures.map((figure) =>
    words.moved(figure, figureText(old.figures, figure), figureText(report.figures, figure)),
  );
  return `${[...figures, words.changes(changes.length), ...changes].join('\n')}\n\n`;
}

function reportFloors(reports: readonly SetReport[], floors: readonly Floor[], words: Words): number {
  const short = reports.flatMap(({ name, figures }) =>
    brokenFloors(figures, floors).map(({ figure, bound, actual, isCeiling }) =>
      (isCeiling ? words.above : words.below)(name, figure, actual, bound),
    ),
  );
  for (const sentence of short) process.stderr.write(`${sentence}\n`);
  return short.length > 0 ? fellShort : done;
}
