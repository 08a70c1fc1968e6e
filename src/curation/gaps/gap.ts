import type { Located } from '../../knowledge/ranking.ts';
import type { ServerId } from '../../store/server.ts';

/** One way in which people asked for something. */
export interface Wording {
  /** The newest text of it. */
  readonly text: string;
  /** Ids of the questions. */
  readonly ids: readonly string[];
}

/** Questions that ask for the same thing, and that nothing answers well. */
export interface Gap {
  /** Id of its first question. */
  readonly id: string;
  /** The wording that is most asked, else the oldest. */
  readonly question: string;
  /** All of them, most asked first. */
  readonly wordings: readonly Wording[];
  readonly count: number;
  /** What answered those of them that were voted down, one entry for each. */
  readonly down: readonly string[];
  readonly last: Date;
  /** The passage that comes nearest; null where none does. */
  readonly nearest: Located | null;
  /** Whether that passage is what people were offered. */
  readonly isOffered: boolean;
}

/** What a question comes to now. */
export interface Trial {
  readonly kind: 'pinned' | 'found' | 'unsure' | 'unknown';
  /** The passage or pin that answers; null where none does. */
  readonly target: string | null;
  readonly nearest: Located | null;
}

/** Looks a question up without counting it. */
export type TryQuestion = (text: string, server: ServerId) => Promise<Trial>;
