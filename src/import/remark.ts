/** Parameters of each kind of remark; the front words them. */
export interface RemarkParameters {
  // A whole file that was not read.
  unreadable: { readonly reason: string };
  'too-large': { readonly bytes: number; readonly limit: number };
  empty: Nothing;
  /** A workbook or archive. */
  packed: { readonly ending: string };
  'kind-unknown': { readonly ending: string };
  'is-article': Nothing;
  syntax: { readonly format: string; readonly detail: string };
  'columns-missing': { readonly columns: readonly string[] };
  'nothing-found': Nothing;
  // A part of a file that was left out.
  'question-missing': { readonly text: string };
  'answer-missing': { readonly question: string };
  'answer-long': { readonly question: string; readonly limit: number };
  'no-entry': { readonly text: string };
  'cells-left': { readonly count: number };
  'too-many': { readonly limit: number };
  'message-loose': { readonly text: string };
  'message-system': { readonly kind: string };
  'file-attached': { readonly name: string };
  'synonyms-left': { readonly count: number };
  'write-failed': { readonly reason: string };
  // Read, with something for the author to know.
  'encoding-guessed': { readonly encoding: string };
  'header-missing': Nothing;
  'columns-left': { readonly columns: readonly string[] };
  'quotes-broken': Nothing;
  'question-repeated': { readonly question: string; readonly first: string; readonly isSame: boolean };
  'phrasing-taken': { readonly phrasing: string; readonly question: string };
  'phrasing-wordless': { readonly phrasing: string };
  'follow-up-lost': { readonly text: string };
  'context-only': { readonly question: string };
  'mention-unknown': { readonly mention: string };
  'written-plain': { readonly question: string };
  'name-taken': { readonly wanted: string; readonly name: string };
  'already-there': { readonly name: string };
}
type Nothing = Readonly<Record<string, never>>;
export type RemarkCode = keyof RemarkParameters;

/** Something that people should know about what was read or left out; `Code` narrows it to some kinds. */
export type RemarkOf<Code extends RemarkCode> = {
  [Each in Code]: {
    readonly code: Each;
    /** As named on the command line. */
    readonly file: string;
    /** Where in the file; null where the whole file is meant. */
    readonly place: string | null;
    readonly parameters: RemarkParameters[Each];
  };
}[Code];
export type Remark = RemarkOf<RemarkCode>;

/** Kinds that only say how something was read: nothing is missing. */
const notes: ReadonlySet<RemarkCode> = new Set<RemarkCode>([
  'is-article',
  'encoding-guessed',
  'header-missing',
  'columns-left',
  'quotes-broken',
  'question-repeated',
  'phrasing-taken',
  'phrasing-wordless',
  'follow-up-lost',
  'context-only',
  'mention-unknown',
  'written-plain',
  'name-taken',
  'already-there',
]);

/** Whether something of the file did not come along. */
export const isLoss = ({ code }: Remark): boolean => !notes.has(code);
