import {
  checkFolder,
  type CheckReport,
  type DisplayLimits,
  type Finding,
  type FindingCode,
  type FindingOf,
  type FindingParameters,
} from '../check/check.ts';
import type { Strings } from '../strings/index.ts';
import type { Output } from './output.ts';

export interface CheckContext {
  readonly strings: Strings;
  readonly output: Output;
  readonly isJson: boolean;
  readonly limits: DisplayLimits;
}

/**
 * Checks a content folder and prints what its authors should mend, worst first.
 * @returns 1 where there are errors, else 0
 * @throws {ContentFolderError} when the folder cannot be read
 */
export async function runCheck(dir: string, context: CheckContext): Promise<number> {
  const { strings, output, isJson, limits } = context;
  const today = new Date().toISOString().slice(0, 10);
  const report = await checkFolder(dir, { limits, today });
  await output.write(isJson ? `${asJson(report, strings)}\n` : asText(report, strings));
  return report.findings.some(isError) ? 1 : 0;
}

type Wording = { readonly [Code in FindingCode]: (parameters: FindingParameters[Code]) => string };

/** One sentence: what is wrong, and what to do. */
export function sentenceFor<Code extends FindingCode>(
  { code, parameters }: FindingOf<Code>,
  { problems, check }: Strings,
): string {
  const wording: Wording = { ...problems, ...check.findings };
  return wording[code](parameters);
}

const isError = ({ severity }: Finding): boolean => severity === 'error';

function asText({ findings, articles, passages }: CheckReport, strings: Strings): string {
  const { check } = strings;
  if (findings.length === 0) return `${check.clean(articles, passages)}\n`;
  const errors = findings.filter(isError);
  const warnings = findings.filter((finding) => !isError(finding));
  const parts = [
    ...section(check.errors, errors, strings),
    ...section(check.warnings, warnings, strings),
    check.summary(errors.length, warnings.length, articles, passages),
  ];
  return `${parts.join('\n')}\n`;
}

function section(title: string, findings: readonly Finding[], strings: Strings): string[] {
  if (findings.length === 0) return [];
  return [title, ...findings.map((finding) => `  ${placed(finding)}  ${sentenceFor(finding, strings)}`), ''];
}

/** `guides/start.md:12`: editors and terminals open it with a click. */
const placed = ({ file, line }: Finding): string => (line === null ? file : `${file}:${line}`);

function asJson({ findings, articles, passages }: CheckReport, strings: Strings): string {
  const worded = findings.map((finding) => ({ ...finding, sentence: sentenceFor(finding, strings) }));
  const errors = findings.filter(isError).length;
  return JSON.stringify({ articles, passages, errors, warnings: findings.length - errors, findings: worded });
}
