import type { Message } from 'discord.js';
import type { ListedPin, PinOutcome } from '../../curation/pins/pin.ts';
import type { PinDraft } from '../../curation/pins/draft.ts';
import { faultOf } from '../fault.ts';
import { wordsFor } from '../front.ts';
import type { Post } from '../post.ts';
import { followInChannel, replaceIn } from './channel.ts';
import type { KeptDraft } from './drafts.ts';
import type { Desk } from './moderator.ts';
import { pinInChannel } from './pin-in-channel.ts';
import type { Source } from './source.ts';
import { keptPost, shownQuestion, undoablePost } from './told.ts';

/**
 * Stores what a moderator has typed. Whatever goes wrong, it is kept.
 * @param into the pin to change in place of the one that the draft was written for, as it was at a revision
 * @returns what became of it
 */
export async function storeDraft(
  interaction: Source,
  kept: KeptDraft,
  desk: Desk,
  into: { readonly pin: string; readonly revision: number } | null = null,
): Promise<Post> {
  const { drafts, app } = desk.front;
  const key = drafts.keep(kept);
  try {
    const outcome = await written(interaction.user.id, kept, desk, into);
    if (outcome.ok) {
      drafts.drop(key);
      return await told(interaction, kept, outcome.value, desk, into !== null);
    }
    const fault = outcome.problem;
    // Opened again, the form is about the pin as its writer has now been shown it.
    const at = fault.kind === 'changed' ? { pin: fault.pin.id, revision: fault.pin.revision } : kept.at;
    drafts.drop(key);
    return keptPost(fault, kept.draft, drafts.keep({ ...kept, at }), desk.words);
  } catch (error) {
    app.log.error(faultOf(error), 'a fixed answer could not be stored');
    const content = `${wordsFor(interaction.locale).replies.failed}\n-# ${desk.words.draft.kept}`;
    return { ...keptPost({ kind: 'missing' }, kept.draft, key, desk.words), content };
  }
}

async function written(
  by: string,
  { at, draft }: KeptDraft,
  { pins, server }: Desk,
  into: { readonly pin: string; readonly revision: number } | null,
): Promise<PinOutcome> {
  if (into === null && 'message' in at) return pins.add(server, draft, by);
  const { pin, revision } = into ?? ('pin' in at ? at : { pin: '', revision: 0 });
  const found = await pins.find(server, pin);
  if (!found.ok) return found;
  if (found.value === null) return { ok: false, problem: { kind: 'missing' } };
  const isOther = into !== null && 'message' in at;
  const said = isOther ? merged(found.value, draft) : draft;
  return pins.edit(server, pin, revision, withoutOldText(said, found.value), by);
}

/** What was written for a question that another pin has: that pin's question stays, and more ways to ask it come. */
const merged = (pin: ListedPin, draft: PinDraft): PinDraft => ({
  ...draft,
  question: pin.question,
  phrasings: [...pin.phrasings, draft.question, ...draft.phrasings],
});

/** A passage that is chosen where the pin's own text was left as it stood is meant. */
const withoutOldText = (draft: PinDraft, { passageId, markdown }: ListedPin): PinDraft =>
  draft.target !== null && passageId === null && draft.text.trim() === markdown.trim()
    ? { ...draft, text: '' }
    : draft;

/** The confirmation, with what was done besides: the wrong answer set right, the channel's own pins followed. */
async function told(
  interaction: Source,
  { at, isForChannel }: KeptDraft,
  pin: ListedPin,
  desk: Desk,
  isEdit: boolean,
): Promise<Post> {
  const { words, front } = desk;
  const locale = interaction.guildLocale ?? interaction.locale;
  const notes: string[] = [];
  if ('message' in at) {
    const message = at.message === '0' ? null : await fetched(interaction, at.message);
    const own = message?.author.id === interaction.client.user.id ? message : null;
    // A message that cannot be edited any more is no harm.
    if (own !== null) await replaceIn(own, at.part, pin, front, locale).catch(() => undefined);
    if (isForChannel) notes.push(await pinInChannel(interaction, own, message, pin, desk));
  }
  if ('pin' in at || isEdit) notes.push(await followInChannel(front, pin, locale, words));
  const sentence =
    'pin' in at || isEdit ? words.done.edited(shownQuestion(pin)) : words.done.added(shownQuestion(pin));
  return undoablePost([sentence, ...notes].filter((note) => note !== '').join('\n'), pin, words);
}

async function fetched({ channel }: Source, id: string): Promise<Message | null> {
  try {
    return (await channel?.messages.fetch(id)) ?? null;
  } catch {
    return null;
  }
}
