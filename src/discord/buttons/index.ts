import { parseCustomId, type CustomId, type Verb } from '../custom-id.ts';
import { wordsFor, type Front } from '../front.ts';
import { textPost } from '../post.ts';
import { say } from '../respond.ts';
import type { ButtonHandler, Press } from './button.ts';
import { helpful, unhelpful } from './feedback.ts';
import { pindraft, pinmine, pinown, pinpassage } from './drafts.ts';
import { gapback, gapdrop, gaperase, gapignored, gappage, gappin, gaptexts } from './gaps.ts';
import { eraseall } from './erase.ts';
import { human } from './human.ts';
import { more } from './more.ts';
import { offerback, offerdo, offerdrop, offers } from './offers.ts';
import { other, panel, why } from './panel.ts';
import { none, pick } from './pick.ts';
import {
  keeppin,
  pin,
  pinchange,
  pindrop,
  pinedit,
  pinpage,
  renewpin,
  retirepin,
  undopin,
  unpin,
} from './pins.ts';
import { reply } from './reply.ts';
import { setback } from './setback.ts';
import { remove } from './remove.ts';
import { article, example, heading, headings, topics } from './topics.ts';

/** Every verb; a new one is a row in `custom-id.ts` and here. */
const handlers: { readonly [V in Verb]: ButtonHandler<V> } = {
  more,
  panel,
  why,
  other,
  remove,
  helpful,
  unhelpful,
  pick,
  none,
  reply,
  setback,
  example,
  topics,
  article,
  headings,
  heading,
  pin,
  pinedit,
  unpin,
  undopin,
  keeppin,
  retirepin,
  renewpin,
  pindraft,
  pinown,
  pinpassage,
  pinmine,
  pinchange,
  pindrop,
  pinpage,
  gappage,
  gappin,
  gapdrop,
  gapback,
  gapignored,
  gaptexts,
  gaperase,
  offers,
  offerdo,
  offerdrop,
  offerback,
  human,
  eraseall,
};

/** Handles a press; one that this version does not know gets a sentence. */
export function press(interaction: Press, front: Front): Promise<void> {
  const id = parseCustomId(interaction.customId);
  if (id === null) return say(interaction, textPost(wordsFor(interaction.locale).replies.outdatedButton));
  return handle(interaction, id, front);
}

function handle<V extends Verb>(interaction: Press, id: CustomId<V>, front: Front): Promise<void> {
  const handler: ButtonHandler<V> = handlers[id.verb];
  return handler(interaction, id, front);
}
