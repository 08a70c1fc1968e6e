import type { ChatInputCommandInteraction } from 'discord.js';
import type { ServerId } from '../../answers/answer.ts';
import { stringsFor } from '../../strings/index.ts';
import { moderatorLines } from '../commands/moderators.ts';
import { escapeLine, shorten } from '../escape.ts';
import { settingWordsFor, type Front, type SettingWords } from '../front.ts';
import { limits } from '../limits.ts';
import { textPost, type Post } from '../post.ts';
import { problemSentence } from '../problem-sentence.ts';
import { articleLines } from './articles.ts';
import { channelLines } from './channel.ts';
import { languageLines } from './language.ts';
import { missingRights } from './missing.ts';
import { thresholdLine } from './threshold.ts';

/** Problems of articles that are named. */
const mostProblems = 3;

/** `/settings show`: what is set, and what Svar may do in this channel. */
export async function shownSettings(
  interaction: ChatInputCommandInteraction,
  server: ServerId,
  front: Front,
): Promise<Post> {
  const { locale } = interaction;
  const words = settingWordsFor(locale);
  const lines = [
    ...(await moderatorLines(server, locale, front)),
    ...(await channelLines(server, locale, front)),
    ...(await languageLines(server, locale, front)),
    await thresholdLine(server, locale, front),
    ...(await articleLines(server, locale, front)),
    ...reloadLines(locale, front),
    front.access === 'granted' ? words.show.content : contentLine(words, front),
    hereLine(interaction, words),
  ];
  return textPost(
    shorten(lines.map((line) => (line.startsWith('-') ? line : `- ${line}`)).join('\n'), limits.content),
  );
}

const contentLine = ({ show, unasked }: SettingWords, { access }: Front): string =>
  access === 'off' ? show.contentOff : unasked.contentRefused;

function hereLine(interaction: ChatInputCommandInteraction, { show }: SettingWords): string {
  const isThread = interaction.channel?.isThread() === true;
  const missing = missingRights(interaction.appPermissions, isThread, interaction.locale);
  return missing.length === 0 ? show.allowed : show.missing(missing);
}

/** When the articles were last read, and what is wrong with them. */
function reloadLines(locale: string, { app }: Front): readonly string[] {
  const { show } = settingWordsFor(locale);
  const { problems: texts } = stringsFor(locale);
  const { at, trouble } = app.lastReload();
  const { problems } = app.answers.whole();
  const named = problems
    .toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'))
    .slice(0, mostProblems)
    .map((problem) => {
      const place = problem.line === null ? problem.file : `${problem.file}:${String(problem.line)}`;
      return `  - ${escapeLine(shorten(`${place} · ${problemSentence(problem, texts)}`, 200))}`;
    });
  const rest = problems.length - named.length;
  const time = `<t:${String(Math.floor(at.getTime() / 1000))}:R>`;
  return [
    [show.reload(time, problems.length), ...named, ...(rest > 0 ? [`  - ${show.more(rest)}`] : [])].join(
      '\n',
    ),
    ...(trouble === null ? [] : [show[trouble]]),
  ];
}
