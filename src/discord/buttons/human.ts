import { deskWordsFor, serverOf, wordsFor } from '../front.ts';
import { callPerson } from '../desk/person.ts';
import { partQuestion } from '../parts.ts';
import { textPost } from '../post.ts';
import { questionOf } from '../question.ts';
import { respond, say } from '../respond.ts';
import { isPrivate, ownAnswer, type ButtonHandler } from './button.ts';

/** A member asks the moderators. Only this press writes to them. */
export const human: ButtonHandler<'human'> = async (interaction, { message, part }, front) => {
  const words = deskWordsFor(interaction.locale);
  const server = serverOf(interaction.guildId);
  const answer = await ownAnswer(interaction, message);
  if (server === null || answer === null)
    return say(interaction, textPost(wordsFor(interaction.locale).replies.answerGone));
  const question = partQuestion(answer.content, part) ?? (await questionOf(answer, front));
  if (question === null) return say(interaction, textPost(words.questionGone));
  const call = {
    person: interaction.user.id,
    question,
    answer,
    part,
    isPrivate: answer.id === interaction.message.id && isPrivate(interaction),
  };
  const told = callPerson(server, call, front).then((outcome) => [textPost(words.told[outcome])]);
  return respond(interaction, true, told);
};
