import type { Answer, FoundAnswer, PinnedAnswer, UnknownAnswer, UnsureAnswer } from '../answers/answer.ts';
import type { Evidence, Match } from '../knowledge/ranking.ts';
import type { Answers } from '../answers/service.ts';
import type { Strings } from '../strings/index.ts';
import { renderBody, visible } from './render.ts';
import type { Style } from './style.ts';

/** What an answer needs to be shown. */
export interface Screen {
  readonly answers: Answers;
  readonly strings: Strings['terminal'];
  readonly style: Style;
  /** Columns. */
  readonly width: number;
}

/** An answer as it is read in the terminal. Suggestions and "nearest" name headings only, never their text. */
export function answerText(answer: Answer, screen: Screen): string {
  switch (answer.kind) {
    case 'pinned':
      return pinnedText(answer, screen);
    case 'found':
      return foundText(answer, screen);
    case 'unsure':
      return unsureText(answer, screen);
    case 'unknown':
      return unknownText(answer, screen);
    default:
      return answer satisfies never;
  }
}

function pinnedText({ pin }: PinnedAnswer, { answers, strings, style, width }: Screen): string {
  const body = renderBody(answers.body(pin.markdown, pin.target?.passage ?? null), width, style);
  return [style.heading(visible(pin.question)), body, style.dim(`— ${strings.answer.pinned}`)].join('\n');
}

function foundText({ match }: FoundAnswer, screen: Screen): string {
  const { answers, strings, style, width } = screen;
  const { article, passage, evidence } = match;
  const body = renderBody(answers.body(passage.markdown, passage), width, style);
  const source = [strings.answer.from(visible(article.title)), readAsText(evidence, screen)];
  const shown = source.filter((part) => part !== '').join(' · ');
  return [style.heading(visible(passage.heading)), body, style.dim(`— ${shown}`)].join('\n');
}

function unsureText({ pins, suggestions }: UnsureAnswer, { strings, style }: Screen): string {
  const offered = [
    ...pins.map(({ question }) => `${visible(question)} ${style.dim(`· ${strings.answer.pinned}`)}`),
    ...suggestions.map(
      ({ passage, article }) => `${visible(passage.heading)} ${style.dim(`· ${visible(article.title)}`)}`,
    ),
  ];
  const lines = offered.map((text, index) => `  ${String(index + 1)}. ${text}`);
  return [strings.answer.unsure, ...lines].join('\n');
}

function unknownText({ nearest }: UnknownAnswer, { strings, style }: Screen): string {
  if (nearest === null) return strings.answer.unknown;
  return `${strings.answer.unknown}\n${style.dim(strings.answer.nearest(visible(nearest.passage.heading)))}`;
}

/** How misspelt words were read; empty where none was. */
function readAsText({ words }: Evidence, { strings }: Screen): string {
  const corrected = words.flatMap(({ reading, readAs, fields }) =>
    reading !== 'spelling' || readAs === null || fields.length === 0 ? [] : [readAs],
  );
  return corrected.length === 0 ? '' : strings.answer.readAs(corrected);
}

/** Why an answer was chosen: each word of the question with where it was met and what it weighed. */
export function whyText(answer: Answer, screen: Screen): string {
  const { strings, style } = screen;
  const [first, second] = answer.ranking;
  const lines = [strings.why.confidence(Math.round(answer.confidence * 100))];
  if (first !== undefined) lines.push(...matchLines(first, screen));
  if (second !== undefined) {
    lines.push(
      `${strings.why.runnerUp(visible(second.passage.heading))} ${style.dim(`(${second.score.toFixed(2)})`)}`,
    );
  }
  return lines.join('\n');
}

function matchLines({ passage, score, evidence }: Match, { strings, style }: Screen): readonly string[] {
  const { field, reading, columns, notMet } = strings.why;
  const rows = evidence.words.map((word) => [
    visible(word.asked),
    word.fields.length === 0
      ? ''
      : `${reading[word.reading]}${word.readAs === null ? '' : ` (${word.readAs})`}`,
    word.fields.length === 0 ? notMet : word.fields.map((name) => field[name]).join(', '),
    `${String(Math.round(word.share * 100))} %`,
    word.score.toFixed(2),
  ]);
  const parts = Object.entries(evidence.parts)
    .filter(([, value]) => Math.abs(value) >= 0.005)
    .map(([name, value]) => `${name} ${value.toFixed(2)}`);
  return [
    `${style.bold(visible(passage.heading))} ${style.dim(`(${strings.why.score(score.toFixed(2))})`)}`,
    ...aligned([columns, ...rows]),
    `${strings.why.parts} ${parts.join(' + ')}`,
  ];
}

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  return rows.map((cells) =>
    `  ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd(),
  );
}
