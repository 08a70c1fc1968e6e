import { wordsFor } from '../front.ts';
import { textPost } from '../post.ts';
import { respond, say } from '../respond.ts';
import { othersPost } from './others.ts';
import { standsIn, type ButtonHandler } from './button.ts';

export const helpful: ButtonHandler<'helpful'> = (interaction) =>
  say(interaction, textPost(wordsFor(interaction.locale).replies.thanksUp));

/** Who was not helped is offered what else matches. */
export const unhelpful: ButtonHandler<'unhelpful'> = async (interaction, { asker, target, part }, front) => {
  const { replies } = wordsFor(interaction.locale);
  const others = othersPost(interaction, { asker, target, message: standsIn(interaction), part }, front, {
    title: replies.thanksDown,
    nothing: replies.thanksDownAlone,
    questionGone: replies.thanksDownAlone,
  });
  return respond(
    interaction,
    true,
    others.then((post) => [post]),
  );
};
