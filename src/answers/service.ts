import type { Root } from 'mdast';
import type { Content, Passage } from '../content/article.ts';
import type { SmallTalk } from '../language/small-talk.ts';
import type { Located } from '../knowledge/ranking.ts';
import type { Answer, Question } from './answer.ts';
import type { ServerId } from '../store/server.ts';
import type { PinService } from '../curation/pins/service.ts';
import type { ServerSettings } from '../curation/settings.ts';

/** Figures for a spreadsheet. */
export { figuresCsv } from '../curation/figures/csv.ts';
/** Gaps as an article that is to be written. */
export { gapStubs } from '../curation/gaps/stubs.ts';
/** How long a fixed answer and its questions may be. */
export { fittingPhrasings, pinLimits } from '../curation/pins/draft.ts';

/** What is offered while somebody types a question. */
export interface Completion {
  /** What to show: a pinned question, a heading or a phrasing. */
  readonly label: string;
  /** Where it leads, for people: an article's title, with the headings above where the label alone would not tell; null for a pin. */
  readonly source: string | null;
  /** Set for a passage; null for a pinned question, which is asked by its text. */
  readonly passage: Passage | null;
  readonly pinned: boolean;
  /** Another passage has the same heading or phrasing: asked as a text it could find that one. */
  readonly isShared: boolean;
}

/** For whom a question is completed. */
export interface CompletionPlace {
  readonly server: ServerId | null;
  /** The reader's. */
  readonly language: string;
  readonly limit: number;
}

/** What fronts may do with questions and articles. Everything here is safe to call at any time, also during a reload. */
export interface Answers {
  /** The articles as they are live now, with the problems met while loading them. */
  content(): Content;
  /** The same, whatever a server has limited itself to. */
  whole(): Content;
  /** Tags of the languages the live articles are written in, most passages first. */
  languages(): readonly string[];
  /** Answers one question. Never throws for anything in the text, of whatever length. */
  ask(question: Question): Promise<Answer>;
  /** Cuts a message into the questions it holds: at least one, in order. */
  split(text: string): readonly string[];
  /** What kind of small talk a text is: greetings, thanks, questions about the bot; null where it asks anything of the articles. */
  smallTalk(text: string): SmallTalk | null;
  /** Which of some languages a text is written in, told by its words; null where they do not tell. */
  toldLanguage(text: string, among: readonly string[]): string | null;
  /** Whether a text names nothing that could be looked up, in one of some languages, and so only points at something: "kan du?". */
  isPointing(text: string, among: readonly string[]): boolean;
  /** Whether a text asks something, or tells of something that does not work, in one of some languages. */
  asks(text: string, among: readonly string[]): boolean;
  /**
   * What may complete `typed`, best first: pinned questions of the server, then headings and phrasings that hold it, then
   * what it asks in other words. Those in `language` come before others of their kind.
   */
  complete(typed: string, at: CompletionPlace): Promise<readonly Completion[]>;
  /**
   * Real questions that the articles answer, spread over the articles, the same ones on every call; in the first of
   * `languages` that there are any in, where there are.
   */
  examples(count: number, languages?: readonly string[]): readonly string[];
  /** Where a passage stands, for people: its article's title and the headings above it, outermost first. */
  sourceOf(located: Located): readonly string[];
  /** A passage by its 12-character hash; null when it is gone. */
  find(hash: string): Located | null;
  /** The passage with this id; null when there is none. */
  findById(id: string): Located | null;
  /** The same over the articles that a server has limited itself to, as they are now. */
  within(server: ServerId | null): Promise<Answers>;
  /** Every folder of the content that holds articles, sorted. */
  folders(): readonly string[];
  /** What moderators decided; null where no store is open. */
  readonly pins: PinService | null;
  /** What servers have set; null where no store is open. */
  readonly settings: ServerSettings | null;
  /**
   * For each text of a passage, how much of each word of the question it holds that the heading does not: where in a
   * passage the answer stands.
   */
  weigh(question: string, passage: Passage, texts: readonly string[]): readonly (readonly number[])[];
  /** The body to present: comments removed, links absolute (`http`, `https`, `mailto`) or unwrapped to their text. A new tree on each call. */
  body(markdown: string, passage: Passage | null): Root;
}
