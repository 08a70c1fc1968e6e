import { createInterface } from 'node:readline/promises';
import type { Answer } from '../answers/answer.ts';
import type { Screen } from './answer.ts';
import { visible } from './render.ts';
import { offeredText, replyTo, type Offered } from './reply.ts';
import { whyText } from './why.ts';
import { wrapped } from './wrap.ts';

export interface ChatOptions {
  readonly screen: Screen;
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** Ends the chat from outside. */
  readonly signal: AbortSignal;
}

const exampleCount = 3;

/** What the chat opens with: what Svar knows, and real questions to try. */
export function greeting({ answers, strings, style, width }: Screen): string {
  const { articles, problems } = answers.content();
  const passages = articles.reduce((sum, article) => sum + article.passages.length, 0);
  const fitted = (text: string): string => wrapped(text, width, '', '');
  const examples = answers
    .examples(exampleCount, [strings.language])
    .map((question) => wrapped(visible(question), width, '  ', '  ').split('\n').map(style.bold).join('\n'));
  return [
    fitted(strings.chat.noToken),
    '',
    fitted(strings.chat.knows(articles.length, passages)),
    ...(problems.length > 0 ? [style.warning(fitted(strings.chat.problems(problems.length)))] : []),
    ...(examples.length > 0 ? ['', strings.chat.try, ...examples] : []),
    '',
    style.dim(fitted(strings.chat.commands)),
  ].join('\n');
}

/** Every article with its headings. */
export function topicsText({ answers, strings, style, width }: Screen): string {
  const articles = answers.content().articles.filter(({ passages }) => passages.length > 0);
  if (articles.length === 0) return strings.chat.topicsEmpty;
  return articles
    .map(({ title, passages }) =>
      [
        style.heading(visible(title)),
        ...passages.map(({ heading }) => wrapped(visible(heading), width, '  ', '    ')),
      ].join('\n'),
    )
    .join('\n');
}

/** What a chat remembers from one line to the next. */
interface Memory {
  readonly last: Answer | null;
  /** What a number stands for. */
  readonly offered: readonly Offered[];
}

/** A conversation in the terminal, until /quit, the end of the input or the signal. */
export async function chat({ screen, input, output, signal }: ChatOptions): Promise<void> {
  const { strings } = screen;
  const lines = createInterface({ input, output, historySize: 200, removeHistoryDuplicates: true });
  const say = (text: string): void => {
    output.write(`${text}\n\n`);
  };
  let memory: Memory = { last: null, offered: [] };
  say(greeting(screen));
  lines.setPrompt(strings.chat.prompt);
  signal.addEventListener('abort', () => {
    lines.close();
  });
  lines.on('SIGINT', () => {
    lines.close();
  });
  lines.prompt();
  for await (const typed of lines) {
    const line = typed.trim();
    if (line === '/quit') break;
    if (line !== '') {
      const turn = await answerLine(line, memory, screen);
      memory = turn.memory;
      say(turn.text);
    }
    lines.prompt();
  }
  lines.close();
  say(strings.chat.bye);
}

/** What is said to a line, and what is remembered then. */
async function answerLine(
  line: string,
  memory: Memory,
  screen: Screen,
): Promise<{ readonly text: string; readonly memory: Memory }> {
  if (line.startsWith('/')) return { text: command(line, memory.last, screen), memory };
  const { offered } = memory;
  if (offered.length > 0 && /^\d{1,3}[.)]?$/u.test(line)) {
    const chosen = offered[Number.parseInt(line, 10) - 1];
    return {
      text:
        chosen === undefined ? screen.strings.chat.noSuchNumber(offered.length) : offeredText(chosen, screen),
      memory,
    };
  }
  const reply = await replyTo(line, screen, null);
  const hint = reply.offered.length === 0 ? '' : `\n${screen.style.dim(screen.strings.chat.choose)}`;
  // After small talk the numbers and /why are still about what was asked before.
  const kept =
    reply.answers.length === 0 ? memory : { last: reply.answers.at(-1) ?? null, offered: reply.offered };
  return { text: `${reply.text}${hint}`, memory: kept };
}

function command(line: string, last: Answer | null, screen: Screen): string {
  const { chat: words } = screen.strings;
  const name = line.split(/\s/u, 1)[0] ?? '';
  if (name === '/topics') return topicsText(screen);
  if (name === '/why') return last === null ? words.whyNothing : whyText(last, screen);
  const text = name === '/help' ? words.commands : `${words.unknownCommand(visible(name))} ${words.commands}`;
  return wrapped(text, screen.width, '', '');
}
