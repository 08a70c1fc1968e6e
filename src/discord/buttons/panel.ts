import type { Answer } from '../../answers/answer.ts';
import type { Match } from '../../knowledge/ranking.ts';
import { button, linkButton, row } from '../controls.ts';
import { formatCustomId } from '../custom-id.ts';
import { editAddress } from '../edit-address.ts';
import { escapeLine } from '../escape.ts';
import { pinWordsFor, wordsFor, type Words } from '../front.ts';
import { isModerator } from '../permissions.ts';
import { partQuestion } from '../parts.ts';
import { textPost, type Post } from '../post.ts';
import { askerOf } from '../asker.ts';
import { quoteLine } from '../quote.ts';
import { quotedQuestion } from '../question.ts';
import { respond } from '../respond.ts';
import { isPrivate, standsIn, type ButtonHandler } from './button.ts';
import { askAgain, othersPost } from './others.ts';

/** ⋯: what can be done with an answer, for whoever pressed. */
export const panel: ButtonHandler<'panel'> = async (interaction, { target, part }, front) => {
  const { app } = front;
  const words = wordsFor(interaction.locale);
  const message = standsIn(interaction);
  const located = app.answers.find(target);
  const isTrusted = await isModerator(interaction, front);
  const address = isTrusted ? editAddress(located, app.config.editUrl) : null;
  const buttons = [
    button(formatCustomId({ verb: 'why', target, message, part }), words.panel.why),
    button(formatCustomId({ verb: 'other', target, message, part }), words.panel.other),
    ...(!isPrivate(interaction) &&
    (isTrusted || (await askerOf(interaction.message, interaction)) === interaction.user.id)
      ? [button(formatCustomId({ verb: 'remove', message, part }), words.panel.remove)]
      : []),
    ...(!isTrusted || app.answers.pins === null
      ? []
      : [
          button(
            formatCustomId({ verb: 'pin', target, message, part }),
            pinWordsFor(interaction.locale).panel.pin,
          ),
        ]),
    ...(address === null ? [] : [linkButton(address, words.panel.edit)]),
  ];
  // The panel of a private answer carries its question: that message is out of reach for what is pressed next.
  const question = isPrivate(interaction)
    ? (partQuestion(interaction.message.content, part) ?? quotedQuestion(interaction.message.content))
    : null;
  const title = `### ${words.panel.title}`;
  const content = question === null ? title : `${quoteLine(question)}\n${title}`;
  const post: Post = { content, components: row(buttons), ping: null };
  return respond(interaction, true, Promise.resolve([post]));
};

/** Why this passage: a sentence for everyone, and for moderators the table behind it. */
export const why: ButtonHandler<'why'> = async (interaction, id, front) => {
  const words = wordsFor(interaction.locale);
  const isTrusted = await isModerator(interaction, front);
  const explained = askAgain(interaction, id, front).then((again) => [
    textPost(again === null ? words.panel.questionGone : whyText(again.answer, id.target, words, isTrusted)),
  ]);
  return respond(interaction, true, explained);
};

function whyText(answer: Answer, target: string, words: Words, isFull: boolean): string {
  if (target.startsWith('p')) return words.panel.whyPinned;
  const match = answer.ranking.find(({ passage }) => passage.hash === target);
  if (match === undefined) return words.panel.whyPicked;
  const isOwnChoice = answer.kind === 'found' && answer.match.passage.hash === target;
  const told = (isMet: boolean): string[] =>
    match.evidence.words
      .filter(({ fields }) => fields.length > 0 === isMet)
      .map(({ asked }) => escapeLine(asked));
  const sentence = words.panel.whyMet({
    met: told(true),
    missed: told(false),
    confidence: isOwnChoice ? answer.confidence : null,
  });
  const runnerUp = isOwnChoice ? (answer.ranking[1] ?? null) : null;
  return isFull ? `${sentence}\n${evidenceTable(match, runnerUp, words)}` : sentence;
}

const mostRows = 20;

/** Each word with its weight and where it was met, the parts of the score, and the runner-up. */
function evidenceTable(match: Match, runnerUp: Match | null, words: Words): string {
  const rows = match.evidence.words.slice(0, mostRows).map(({ asked, readAs, share, fields }) => {
    const read = readAs === null ? asked : `${asked} → ${readAs}`;
    const where = fields.length === 0 ? '–' : fields.map((field) => words.panel.fields[field]).join(', ');
    return `${read.replaceAll('`', "'").slice(0, 40)}  ${String(Math.round(share * 100))} %  ${where}`;
  });
  const parts = Object.entries(match.evidence.parts)
    .filter(([, value]) => Math.abs(value) >= 0.005)
    .map(([name, value]) => `${name} ${value.toFixed(2)}`)
    .join(' + ');
  const next =
    runnerUp === null
      ? ''
      : `\n${words.panel.runnerUp(runnerUp.passage.heading.replaceAll('`', "'").slice(0, 100), runnerUp.score.toFixed(2))}`;
  return `\`\`\`\n${rows.join('\n')}\n\n${parts} = ${match.score.toFixed(2)}${next}\n\`\`\``;
}

/** What else matches the question. */
export const other: ButtonHandler<'other'> = (interaction, id, front) => {
  const { panel: words } = wordsFor(interaction.locale);
  const post = othersPost(interaction, id, front, {
    title: words.others,
    nothing: words.noOthers,
    questionGone: words.questionGone,
  });
  return respond(
    interaction,
    true,
    post.then((one) => [one]),
  );
};
