import type { Gap } from '../gaps/gap.ts';
import type { ListedPin } from '../pins/pin.ts';
import type { Located } from '../../knowledge/ranking.ts';

/** What an offered answer is: a passage, or a pin there is already. */
export type OfferedAnswer =
  { readonly kind: 'passage'; readonly located: Located } | { readonly kind: 'pin'; readonly pin: ListedPin };

interface Named {
  /** 12 hexadecimal digits. */
  readonly id: string;
  /** All ids it goes by: it keeps them while it grows. The first is `id`. */
  readonly ids: readonly string[];
}

/** What moderators are offered, and nothing that is done without them. */
export type Offer =
  /** People picked this answer for these questions, which do not get it by themselves. */
  | (Named & {
      readonly kind: 'picked';
      readonly question: string;
      /** Other ways in which it was asked. */
      readonly phrasings: readonly string[];
      readonly answer: OfferedAnswer;
      readonly count: number;
    })
  /** These questions were answered, and people said that it did not help. */
  | (Named & {
      readonly kind: 'downvoted';
      readonly gap: Gap;
      /** How many of its questions were voted down. */
      readonly count: number;
      /** What was picked instead; null where nothing was. */
      readonly instead: OfferedAnswer | null;
    })
  /** Nobody has been answered by this pin for a long time. */
  | (Named & { readonly kind: 'unused'; readonly pin: ListedPin; readonly since: Date })
  /** The articles ask and answer by themselves what this pin was made for. */
  | (Named & { readonly kind: 'covered'; readonly pin: ListedPin });
