import type { Answer, FoundAnswer, PinnedAnswer, UnknownAnswer, UnsureAnswer } from '../answers/answer.ts';
import type { PinView } from '../curation/pins/pin.ts';
import type { Evidence, Located } from '../knowledge/ranking.ts';
import type { Answers } from '../answers/service.ts';
import type { Strings } from '../strings/index.ts';
import { renderBody, visible } from './render.ts';
import type { Style } from './style.ts';
import { wrapped } from './wrap.ts';

/** What an answer needs to be shown. */
export interface Screen {
  readonly answers: Answers;
  readonly strings: Strings['terminal'];
  readonly style: Style;
  /** Columns. */
  readonly width: number;
}

/**
 * An answer as it is read in the terminal. Suggestions and "nearest" name headings only, never their text; `first` is
 * the number of the first suggestion.
 */
export function answerText(answer: Answer, screen: Screen, first = 1): string {
  switch (answer.kind) {
    case 'pinned':
      return pinnedText(answer, screen);
    case 'found':
      return foundText(answer, screen);
    case 'unsure':
      return unsureText(answer, screen, first);
    case 'unknown':
      return unknownText(answer, screen);
    default:
      return answer satisfies never;
  }
}

const pinnedText = ({ pin }: PinnedAnswer, screen: Screen): string => pinText(pin, screen);

/** A fixed answer with its question. */
export function pinText(pin: PinView, screen: Screen): string {
  const { answers, strings } = screen;
  const body = answers.body(pin.markdown, pin.target?.passage ?? null);
  return bodyText(pin.question, body, [strings.answer.pinned], screen);
}

const foundText = ({ match }: FoundAnswer, screen: Screen): string =>
  passageText(match, screen, readAsText(match.evidence, screen));

/** A passage with its heading and source; `note` is said besides. */
export function passageText(located: Located, screen: Screen, note = ''): string {
  const { answers, strings } = screen;
  const { passage } = located;
  const source = [strings.answer.from(visible(placeOf(located, screen))), note];
  return bodyText(passage.heading, answers.body(passage.markdown, passage), source, screen);
}

function bodyText(
  title: string,
  body: ReturnType<Answers['body']>,
  source: readonly string[],
  { style, width }: Screen,
): string {
  const small = `— ${source.filter((part) => part !== '').join(' · ')}`;
  return [
    lines(visible(title), width, style.heading),
    renderBody(body, width, style),
    lines(small, width, style.dim),
  ].join('\n');
}

/** Wrapped text, each line styled by itself. */
function lines(text: string, width: number, style: (line: string) => string, indent = ''): string {
  return wrapped(text, width, '', indent).split('\n').map(style).join('\n');
}

function unsureText({ pins, suggestions, section }: UnsureAnswer, screen: Screen, first: number): string {
  const { strings, width } = screen;
  const offered = [
    ...pins.map(({ question }) => `${visible(question)} · ${strings.answer.pinned}`),
    ...suggestions.map(
      (located) => `${visible(located.passage.heading)} · ${visible(placeOf(located, screen))}`,
    ),
  ];
  const asked = offered.length === 1 ? strings.answer.unsureOne : strings.answer.unsure;
  const title = section === null ? asked : strings.answer.section(visible(section));
  const rows = offered.map((text, index) => {
    const mark = `  ${String(index + first)}. `;
    return wrapped(text, width, mark, ' '.repeat(mark.length));
  });
  return [wrapped(title, width, '', ''), ...rows].join('\n');
}

function unknownText({ nearest }: UnknownAnswer, { strings, style, width }: Screen): string {
  if (nearest === null) return strings.answer.unknown;
  const small = strings.answer.nearest(visible(nearest.passage.heading));
  return `${strings.answer.unknown}\n${lines(small, width, style.dim)}`;
}

/** How misspelt words were read; empty where none was. */
function readAsText({ words }: Evidence, { strings }: Screen): string {
  const corrected = words.flatMap(({ reading, readAs, fields }) =>
    reading !== 'spelling' || readAs === null || fields.length === 0 ? [] : [readAs],
  );
  return corrected.length === 0 ? '' : strings.answer.readAs(corrected);
}

/** `Article › Heading above`. */
const placeOf = (located: Located, { answers }: Screen): string => answers.sourceOf(located).join(' › ');
