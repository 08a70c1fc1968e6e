import type { Attachment, ChatInputCommandInteraction } from 'discord.js';
import type { Preview } from '../../check/preview.ts';
import { stringsFor } from '../../strings/index.ts';
import { escapeLine, shorten } from '../escape.ts';
import { serverOf, wordsFor } from '../front.ts';
import { limits } from '../limits.ts';
import { passageLook } from '../looks.ts';
import { problemSentence } from '../problem-sentence.ts';
import { textPost, type Post } from '../post.ts';
import { respond } from '../respond.ts';
import { pagedPosts } from '../whole.ts';
import type { Desk } from './moderator.ts';

/** As large as an article may be. Bytes. */
const largest = 1_000_000;
const mostLines = 12;

/** Shows a moderator, privately, how a draft article would look, its problems, and which questions it would take over. */
export function showPreview(interaction: ChatInputCommandInteraction, desk: Desk): Promise<void> {
  return respond(
    interaction,
    true,
    preview(interaction, interaction.options.getAttachment('file', true), desk),
  );
}

async function preview(
  interaction: ChatInputCommandInteraction,
  file: Attachment,
  { front, words }: Desk,
): Promise<readonly Post[]> {
  if (file.size > largest || !front.app.isArticle(file.name)) return [textPost(words.preview.notAnArticle)];
  const response = await fetch(file.url).catch(() => null);
  if (response?.ok !== true) return [textPost(words.preview.unreadable)];
  const draft = { name: file.name, markdown: await response.text() };
  const found = await front.app.preview(draft, serverOf(interaction.guildId));
  const texts = wordsFor(interaction.locale);
  const setting = { words: texts, quoted: null, ping: null };
  const shown = found.passages
    .slice(0, 3)
    .flatMap((located) =>
      pagedPosts(passageLook(located, front.app.answers, texts), setting, null, 0, []).slice(0, 1),
    );
  return [textPost(report(found, interaction.locale, words)), ...shown];
}

function report(found: Preview, locale: string, { preview: words }: Desk['words']): string {
  const { problems } = stringsFor(locale);
  const wrong = found.problems.map(
    (problem) =>
      `- ${problem.line === null ? '' : words.line(problem.line)}${escapeLine(problemSentence(problem, problems))}`,
  );
  const dead = found.deadHeadings.map(
    ({ line, href }) => `- ${words.line(line)}${words.deadHeading(escapeLine(shorten(href, 120)))}`,
  );
  const repeated = found.repeated.map(
    ({ heading, article }) =>
      `- ${words.repeated(escapeLine(shorten(heading, 120)), escapeLine(shorten(article, 80)))}`,
  );
  const taken = found.taken.map(
    ({ question, by }) =>
      `- ${words.taken(escapeLine(shorten(question, 120)), escapeLine(shorten(by, 120)))}`,
  );
  const mend = [...wrong, ...dead];
  const lines = [
    `### ${words.title(found.passages.length)}`,
    ...(found.replaces === null ? [] : [words.replaces(escapeLine(shorten(found.replaces, 120)))]),
    ...(mend.length === 0 ? [words.noProblems] : [words.problems, ...mend.slice(0, mostLines)]),
    ...(repeated.length === 0 ? [] : [words.repeats, ...repeated.slice(0, mostLines)]),
    ...(taken.length === 0 ? [words.nothingTaken] : [words.takes, ...taken.slice(0, mostLines)]),
  ];
  return shorten(lines.join('\n'), limits.content);
}
