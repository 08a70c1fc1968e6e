import { topicsRow } from '../controls.ts';
import { wordsFor } from '../front.ts';
import { passageLook, passagePost } from '../looks.ts';
import { publicBody, textPost } from '../post.ts';
import { quotedQuestion, topLines } from '../question.ts';
import { respond, say } from '../respond.ts';
import { pagedPosts } from '../whole.ts';
import { mayChange, ownAnswer, type ButtonHandler } from './button.ts';

/** Another passage: in the answer itself for the asker and moderators, privately for everyone else. */
export const pick: ButtonHandler<'pick'> = async (interaction, { asker, target, message }, front) => {
  const { app } = front;
  const words = wordsFor(interaction.locale);
  const located = app.answers.find(target);
  if (located === null) return say(interaction, textPost(words.replies.gone));
  const answer = await ownAnswer(interaction, message);
  if (answer === null || !(await mayChange(interaction, answer, front))) {
    const setting = { asker, words, quoted: null, ping: null };
    const look = passageLook(located, app.answers, words);
    return respond(interaction, true, Promise.resolve(pagedPosts(look, setting, target, 0, [])));
  }
  const setting = { asker, words, quoted: quotedQuestion(answer.content), ping: null };
  const body = publicBody(passagePost(located, app.answers, setting));
  if (answer.id === interaction.message.id) {
    await interaction.update(body);
    return;
  }
  // The private panel is answered first: Discord waits three seconds only.
  await interaction.deferUpdate();
  await answer.edit(body);
  await interaction.editReply(publicBody(textPost(words.replies.answered(answer.url))));
};

/** None of the suggestions: the answer says that the articles do not tell. */
export const none: ButtonHandler<'none'> = async (interaction, _, front) => {
  const words = wordsFor(interaction.locale);
  if (!(await mayChange(interaction, interaction.message, front))) {
    return say(interaction, textPost(words.replies.notYours));
  }
  const content = [...topLines(interaction.message.content), words.answer.unknown].join('\n');
  await interaction.update(publicBody({ content, components: topicsRow(words), ping: null }));
};
