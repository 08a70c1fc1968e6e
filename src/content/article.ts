/**
 * What the content folder holds, as data. Written by `content/load.ts`, read by everything else.
 * Everything here is immutable once loaded.
 */

/** One Markdown file under the content folder. */
export interface Article {
  /** Path relative to the content folder, with `/` and its ending: `guides/start.md`. */
  readonly id: string;
  /** Front matter `title`, else the first `# heading`, else the file name, made readable. Plain text. */
  readonly title: string;
  readonly description: string | null;
  readonly keywords: readonly string[];
  /** BCP 47 tag from the front matter; null where the language is to be detected. */
  readonly lang: string | null;
  /** Absolute http(s) address of the published article. */
  readonly url: string | null;
  /** `YYYY-MM-DD`. */
  readonly updated: string | null;
  /** `YYYY-MM-DD`: the day by which an author wants to look at the article again. */
  readonly reviewBy: string | null;
  /** In the order of the file. Never empty headings: those are only `parents` of others. */
  readonly passages: readonly Passage[];
}

/** One heading with the text directly below it, up to the next heading of any level. What Svar posts. */
export interface Passage {
  /** `article#heading`; a repeated heading of one article gets `~2`, `~3` … */
  readonly id: string;
  /** The first 12 hexadecimal digits of SHA-256 of `id`, for places where an id is too long. */
  readonly hash: string;
  /** Id of its article. */
  readonly article: string;
  /** Plain text: inline Markdown removed, entities decoded, white space collapsed. */
  readonly heading: string;
  /** 1–6; 0 for text before any heading, whose heading is the article's title. */
  readonly level: number;
  /** Plain text of the enclosing headings, outermost first; the article's own `# title` is left out. */
  readonly parents: readonly string[];
  /** 1-based line of the heading (of the first text line for level 0). */
  readonly line: number;
  /** The body as self-contained Markdown: no heading, no `questions` or `tests` comment; reference definitions it needs appended. */
  readonly markdown: string;
  /** The body as plain text for matching: one line per paragraph, list item, table row or code line. */
  readonly text: string;
  readonly phrasings: readonly AuthoredQuestion[];
  /** Questions that must find this passage; never indexed. */
  readonly tests: readonly AuthoredQuestion[];
  /** Every link of the body, in order. */
  readonly links: readonly Link[];
}

/** A line of a `questions` or `tests` comment. */
export interface AuthoredQuestion {
  readonly text: string;
  /** 1-based line in the file. */
  readonly line: number;
}

export interface Link {
  /** As written in the article. */
  readonly href: string;
  readonly line: number;
  readonly target: LinkTarget;
}

export type LinkTarget =
  | { readonly kind: 'external'; readonly url: string }
  /** `heading` is the plain heading that a `#fragment` names, null for the whole article. */
  | { readonly kind: 'article'; readonly article: string; readonly heading: string | null }
  /** The bare `/path` has no article: a link only where SITE_URL is set. */
  | { readonly kind: 'site'; readonly path: string }
  | { readonly kind: 'nowhere' };

export interface Content {
  readonly articles: readonly Article[];
  /** In the order of files and lines. */
  readonly problems: readonly Problem[];
  /** SHA-256 over ids and bytes: equal folders have equal hashes. */
  readonly hash: string;
}

/** Parameters of each kind of problem; fronts word them (`strings`). */
export interface ProblemParameters {
  'not-utf8': { readonly byte: number };
  unreadable: { readonly reason: string };
  'too-large': { readonly bytes: number; readonly limit: number };
  'outside-link': { readonly target: string };
  'front-matter-syntax': { readonly detail: string };
  'front-matter-value': { readonly key: string; readonly expected: string };
  'front-matter-open': Readonly<Record<string, never>>;
  'empty-article': Readonly<Record<string, never>>;
  'no-passages': Readonly<Record<string, never>>;
  /** `endings` of the files that are there instead, most frequent first; `files` is how many. */
  'no-articles': { readonly files: number; readonly endings: readonly string[] };
  /** Holds questions in a form that `npm run import` reads. */
  'foreign-file': { readonly ending: string };
  /** A bold question in running text. */
  'question-alone': Readonly<Record<string, never>>;
  /** Lines that begin as questions do but have no question mark. */
  'questions-unmarked': { readonly count: number };
  /** A component with a title whose text is not there or not a string. */
  'component-text-lost': { readonly component: string };
  /** Commands of a template engine, which Svar does not carry out. */
  'template-command': { readonly command: string };
  'comment-open': Readonly<Record<string, never>>;
  'nested-too-deep': { readonly limit: number };
  'empty-section': { readonly heading: string };
  'phrasing-duplicate': { readonly phrasing: string };
  'phrasing-without-text': { readonly heading: string };
  'phrasing-form': { readonly line: string };
  'link-nowhere': { readonly href: string };
  'link-ambiguous': { readonly href: string; readonly candidates: readonly string[] };
}
export type ProblemCode = keyof ProblemParameters;

/** Something an author should mend. Loading never stops at one. */
export type Problem = {
  [Code in ProblemCode]: {
    readonly code: Code;
    /** `error`: text is lost or an answer cannot be given; `warning`: everything still works. */
    readonly severity: 'error' | 'warning';
    /** Article id, or the path relative to the content folder. */
    readonly file: string;
    /** 1-based; null where the whole file is meant. */
    readonly line: number | null;
    readonly parameters: ProblemParameters[Code];
  };
}[ProblemCode];
