import { createInterface } from 'node:readline';
import type { Answer, ServerId } from '../answers/answer.ts';
import type { PinView } from '../curation/pins/pin.ts';
import type { Screen } from './answer.ts';
import { replyTo } from './reply.ts';
import { whyText } from './why.ts';

export interface AskOptions {
  readonly screen: Screen;
  readonly isJson: boolean;
  readonly top: number;
  readonly isExplained: boolean;
  readonly server: ServerId | null;
  /** Resolves once the text is taken over; false when nobody reads any more. */
  readonly write: (text: string) => Promise<boolean>;
}

/** Answers one line on standard output: in JSON one object for it whatever it holds, else each question in it. @returns false when nobody reads the output any more */
export async function askOne(line: string, options: AskOptions): Promise<boolean> {
  const { screen, isJson, top, isExplained, server, write } = options;
  if (isJson) {
    const answer = await screen.answers.ask({ text: line, server });
    return write(`${jsonLine(line, answer, top)}\n`);
  }
  const { text, answers } = await replyTo(line, screen, server);
  const why = isExplained ? answers.map((answer) => `\n\n${whyText(answer, screen)}`).join('') : '';
  return write(`${text}${why}\n\n`);
}

/**
 * Answers every line of a stream in order, empty ones too.
 * @returns how many lines there were
 */
export async function askLines(input: NodeJS.ReadableStream, options: AskOptions): Promise<number> {
  let count = 0;
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    count++;
    if (!(await askOne(line, options))) break;
  }
  return count;
}

/** The form that other programs rely on (README: "From the command line"). */
function jsonLine(question: string, answer: Answer, top: number): string {
  const pinned = answer.kind === 'pinned' ? [pinnedEntry(answer.pin)] : [];
  const ranked = answer.ranking
    .filter(({ passage }) => answer.kind !== 'pinned' || passage.id !== answer.pin.passageId)
    .map(({ article, passage, score }) => ({
      article: article.id,
      heading: passage.heading,
      score: rounded(score),
    }));
  return JSON.stringify({
    question,
    answered: answer.kind === 'found' || answer.kind === 'pinned',
    confidence: rounded(answer.confidence),
    kind: answer.kind,
    passages: [...pinned, ...ranked].slice(0, top),
  });
}

/** What a pin answers with comes first: its passage, also one that is gone, or its own text under its question. */
function pinnedEntry({ id, question, passageId, target }: PinView): object {
  if (passageId === null) return { article: null, heading: question, pin: id, score: 1 };
  const cut = passageId.indexOf('#');
  const heading = target?.passage.heading ?? passageId.slice(cut + 1);
  return { article: passageId.slice(0, cut), heading, pin: id, score: 1 };
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
