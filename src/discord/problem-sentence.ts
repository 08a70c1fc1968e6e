import type { ProblemCode, ProblemParameters } from '../content/article.ts';

/** The sentence of a problem; each code has its own parameters. */
export function problemSentence<Code extends ProblemCode>(
  { code, parameters }: ProblemOf<Code>,
  words: { readonly [Each in ProblemCode]: (parameters: ProblemParameters[Each]) => string },
): string {
  return words[code](parameters);
}
interface ProblemOf<Code extends ProblemCode> {
  readonly code: Code;
  readonly parameters: ProblemParameters[Code];
}
