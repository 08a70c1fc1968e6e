import type { ServerId } from '../../answers/answer.ts';
import { personButton, row } from '../controls.ts';
import type { CustomId } from '../custom-id.ts';
import { hasDesk } from '../desk/person.ts';
import { faultOf } from '../fault.ts';
import { wordsFor, type Front } from '../front.ts';
import { serverFor } from '../home.ts';
import { partQuestion } from '../parts.ts';
import { textPost, type Post } from '../post.ts';
import { questionOf } from '../question.ts';
import { respond } from '../respond.ts';
import { isPrivate, mayChange, standsIn, type ButtonHandler, type Press } from './button.ts';
import { othersPost } from './others.ts';
import { removeButton } from './remove.ts';

export const helpful: ButtonHandler<'helpful'> = (interaction, id, front) => {
  const { replies } = wordsFor(interaction.locale);
  const voted = voteFor(interaction, 'up', id, front);
  return respond(
    interaction,
    true,
    voted.then((isStored) => [textPost(isStored ? replies.thanksUp : replies.voteLost)]),
  );
};

/** Who was not helped is offered what else matches, and to take the answer away where they may. */
export const unhelpful: ButtonHandler<'unhelpful'> = (interaction, id, front) =>
  respond(interaction, true, unhelped(interaction, id, front));

async function unhelped(
  interaction: Press,
  id: CustomId<'unhelpful'>,
  front: Front,
): Promise<readonly Post[]> {
  const words = wordsFor(interaction.locale);
  const { target, part } = id;
  const message = standsIn(interaction);
  const { replies } = words;
  // What helps comes first: a vote that is lost is in the log.
  const [, others, mayRemove, canAskPerson] = await Promise.all([
    voteFor(interaction, 'down', id, front),
    othersPost(interaction, { target, message, part }, front, {
      title: replies.thanksDown,
      nothing: replies.thanksDownAlone,
      questionGone: replies.thanksDownAlone,
    }),
    isPrivate(interaction) ? false : mayChange(interaction, interaction.message, front),
    hasDesk(interaction.guildId, front),
  ]);
  const ways = [
    ...(canAskPerson ? [personButton(message, part, words)] : []),
    ...(mayRemove ? [removeButton({ message, part }, words)] : []),
  ];
  return [{ ...others, components: [...others.components, ...row(ways)] }];
}

/** Stores what somebody thinks of the answer that holds the button; false where that failed, which is logged. */
async function voteFor(
  interaction: Press,
  value: 'up' | 'down',
  { target, part }: { readonly target: string; readonly part: string },
  front: Front,
): Promise<boolean> {
  const { feedback, log } = front.app;
  const { message, user, guildId } = interaction;
  const server = await serverFor(guildId, user.id, front);
  if (feedback === null || server === null) return true;
  const vote = { answer: `${message.id}:${part}`, person: user.id, value, target };
  const stored = await feedback.vote(server, vote).catch((error: unknown) => {
    log.error(faultOf(error), 'a vote could not be stored');
    return null;
  });
  if (stored?.ok === false) log.warn({ problem: stored.problem.kind }, 'a vote could not be stored');
  if (value === 'down') await noteDown(interaction, server, { target, part }, front);
  return stored?.ok === true;
}

/** The question of an answer that did not help is kept for moderators, once, without a word of who said so. */
async function noteDown(
  { message, guildId }: Press,
  server: ServerId,
  { target, part }: { readonly target: string; readonly part: string },
  front: Front,
): Promise<void> {
  const text = partQuestion(message.content, part) ?? (await questionOf(message, front));
  if (text === null) return;
  const answer = `${message.id}:${part}`;
  front.app.gaps?.noteDown(server, { text, isDirect: guildId === null, target, answer });
}
