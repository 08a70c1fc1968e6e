import { resolve } from 'node:path';
import type { Config } from '../config.ts';
import {
  hasLosses,
  importFiles,
  isLoss,
  type ImportReport,
  type Remark,
  type RemarkCode,
  type RemarkOf,
  type RemarkParameters,
} from '../import/import.ts';
import type { Strings } from '../strings/index.ts';
import type { Output } from './output.ts';

export interface ImportArguments {
  readonly out?: string;
  readonly dryRun?: boolean;
}

export interface ImportContext {
  readonly strings: Strings;
  readonly output: Output;
  readonly config: Pick<Config, 'contentDir' | 'workingDir'>;
  /** Says a sentence on standard error. */
  readonly complain: (sentence: string) => void;
}

const done = 0;
const findings = 1;
const wrongUsage = 2;

/**
 * `npm run import`: makes articles of other tools' FAQs, and says what it left out and why.
 * @returns the exit status: 1 where something was left out, 2 where a file is not there
 */
export async function runImport(
  files: readonly string[],
  { out, dryRun: isDry = false }: ImportArguments,
  { strings, output, config, complain }: ImportContext,
): Promise<number> {
  const words = strings.importing;
  const folder = out === undefined ? config.contentDir : resolve(config.workingDir, out);
  const sources = files.map((name) => ({ name, path: resolve(config.workingDir, name) }));
  const report = await importFiles(sources, { out: folder, isDry });
  for (const { name } of report.missing) complain(words.missing(name));
  for (const remark of report.remarks) complain(`${placed(remark)}  ${remarkSentence(remark, words)}`);
  const losses = report.remarks.filter(isLoss).length;
  if (losses > 0) complain(words.losses(losses));
  await output.write(summaryOf(report, out ?? config.contentDir, isDry, words));
  if (report.missing.length > 0) return wrongUsage;
  return hasLosses(report) ? findings : done;
}

type Words = Strings['importing'];
type Wording = { readonly [Code in RemarkCode]: (parameters: RemarkParameters[Code]) => string };

/** One sentence: what became of a part of a file, and what to do. */
function remarkSentence<Code extends RemarkCode>(
  { code, parameters }: RemarkOf<Code>,
  { remarks }: Words,
): string {
  const wording: Wording = remarks;
  return wording[code](parameters);
}

const placed = ({ file, place }: Remark): string =>
  place === null || place === '' ? file : `${file}:${place}`;

function summaryOf({ written }: ImportReport, out: string, isDry: boolean, words: Words): string {
  if (written.length === 0) return `${words.nothing}\n`;
  const entries = written.reduce((sum, article) => sum + article.entries, 0);
  const lines = written.map(({ name, entries: own }) => words.written(name, own));
  const end = isDry ? words.dry : words.summary;
  return `${[...lines, end(written.length, entries, out)].join('\n')}\n`;
}
