import type { Problem, ProblemParameters } from '../content/article.ts';
import type { SynonymsProblem } from '../knowledge/synonyms.ts';

/** Parameters of what the check finds beyond the loader's problems; fronts word them. */
export interface OwnParameters {
  /** Two headings of one article ask the same. */
  'question-repeated': { readonly heading: string; readonly firstLine: number };
  /** A phrasing says what another passage's heading or phrasing says. */
  'phrasing-shared': { readonly phrasing: string; readonly other: string };
  /** Were it not written down, this phrasing would be answered by another passage. */
  'phrasing-stolen': { readonly phrasing: string; readonly heading: string; readonly by: string };
  /** `instead` is null where nothing was found; `missing` is the weightiest word that the passage lacks. */
  'test-missed': {
    readonly question: string;
    readonly heading: string;
    readonly instead: string | null;
    readonly missing: string | null;
  };
  'heading-missing': { readonly href: string };
  'heading-long': { readonly heading: string; readonly length: number; readonly limit: number };
  'html-shown': { readonly tag: string; readonly heading: string };
  'table-wide': { readonly heading: string; readonly width: number; readonly limit: number };
  'image-without-text': { readonly url: string };
  /** Sections of one article in several languages; tags of installed packs, `main` that of most. */
  'languages-mixed': {
    readonly main: string;
    readonly sections: readonly {
      readonly heading: string;
      readonly headingLanguage: string;
      readonly textLanguage: string;
    }[];
  };
  'review-due': { readonly date: string };
  'synonyms-broken': { readonly reason: SynonymsProblem['code']; readonly detail: string };
}

export type FindingParameters = ProblemParameters & OwnParameters;
export type FindingCode = keyof FindingParameters;

/** Something that an author should look at; `Code` narrows it to some kinds. */
export type FindingOf<Code extends FindingCode> = {
  [Each in Code]: {
    readonly code: Each;
    /** `error`: text is lost, or a question is answered wrongly; `warning`: everything still works. */
    readonly severity: 'error' | 'warning';
    /** Path relative to the content folder. */
    readonly file: string;
    /** 1-based; null where the whole file is meant. */
    readonly line: number | null;
    readonly parameters: FindingParameters[Each];
  };
}[Code];
export type Finding = FindingOf<FindingCode>;

/** The loader's problems are findings as they are. */
export const fromProblem = (problem: Problem): Finding => problem;

/** Errors first, then in the order of files and lines. */
export function worstFirst(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted(
    (a, b) =>
      rank(a) - rank(b) || (a.file < b.file ? -1 : a.file > b.file ? 1 : (a.line ?? 0) - (b.line ?? 0)),
  );
}
const rank = ({ severity }: Finding): number => (severity === 'error' ? 0 : 1);
