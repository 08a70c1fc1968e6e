import type { Article, Passage } from '../../content/article.ts';
import type { Result, StoreProblem } from '../../store/problem.ts';
import type { ChannelPin } from '../../store/store.ts';
import type { DraftProblem } from './draft.ts';

/** A pin as fronts see it. */
export interface PinView {
  readonly id: string;
  readonly question: string;
  readonly phrasings: readonly string[];
  /** The pinned passage as it stands now; null for an own text, or a passage that is gone. */
  readonly target: { readonly article: Article; readonly passage: Passage } | null;
  /** Id of the pinned passage; null for an own text. */
  readonly passageId: string | null;
  /** Markdown to post: the moderator's text, or the passage's (from the copy when it is gone or has changed). */
  readonly markdown: string;
  /**
   * `current`, `outdated` (the passage has changed since), `orphaned` (it is gone), `own` text; `covered`: the articles
   * ask and answer it by themselves now.
   */
  readonly state: 'current' | 'outdated' | 'orphaned' | 'own' | 'covered';
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A pin with what moderators see besides. */
export interface ListedPin extends PinView {
  /** Id of the moderator; null once erased. */
  readonly by: string | null;
  /** Which state of the pin this is: who changes it says so. */
  readonly revision: number;
  /** Whether it is in use; else it was removed or retired. */
  readonly isLive: boolean;
  readonly uses: number;
  readonly lastUsedAt: Date | null;
  readonly channelPin: ChannelPin | null;
}

/** Why a moderator's deed was not done. */
export type PinFault =
  | DraftProblem
  | StoreProblem
  /** Another pin answers one of these questions already: `asked`. */
  | { readonly kind: 'duplicate'; readonly pin: ListedPin; readonly asked: string }
  /** Somebody else has changed the pin meanwhile: as it is now. */
  | { readonly kind: 'changed'; readonly pin: ListedPin }
  | { readonly kind: 'limit'; readonly limit: number }
  | { readonly kind: 'missing' };

export type PinOutcome = Result<ListedPin, PinFault>;

/** A pin that a question may mean. */
export interface NearPin {
  readonly pin: PinView;
  /** 0..1, by the measure that the articles are ranked with. */
  readonly confidence: number;
  /** Share of the question that the pin holds, 0..1. */
  readonly covered: number;
  /** How much the question and the pin's questions say of each other, both ways, 0..1. */
  readonly alike: number;
}

/** What the pins of a server have to do with a question. */
export interface PinMatches {
  /** The pin that asks this very question. */
  readonly same: PinView | null;
  /** Best first. */
  readonly near: readonly NearPin[];
  /** The pin that answers what a passage answers: it asks its heading, or it is meant by one of its phrasings. */
  readonly of: (passage: Passage) => PinView | null;
}
