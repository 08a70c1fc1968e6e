import type { RepliableInteraction } from 'discord.js';
import type { Gaps } from '../../curation/gaps/service.ts';
import { gapWordsFor, offerWordsFor, type Front, type GapWords, type OfferWords } from '../front.ts';
import { asModerator, type Desk } from '../pins/moderator.ts';
import { textPost } from '../post.ts';
import { say } from '../respond.ts';

/** What a moderator looks after questions with. */
export interface GapDesk extends Desk {
  readonly gaps: Gaps;
  readonly gapWords: GapWords;
  readonly offerWords: OfferWords;
}

/** Does a moderator's deed with what was asked, or says privately that it takes a moderator. */
export function asGapModerator(
  interaction: RepliableInteraction,
  front: Front,
  deed: (desk: GapDesk) => Promise<void>,
): Promise<void> {
  const { gaps } = front.app;
  const gapWords = gapWordsFor(interaction.locale);
  return asModerator(interaction, front, (desk) =>
    gaps === null
      ? say(interaction, textPost(gapWords.unread))
      : deed({ ...desk, gaps, gapWords, offerWords: offerWordsFor(interaction.locale) }),
  );
}
