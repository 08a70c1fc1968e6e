import { createInterface } from 'node:readline/promises';
import type { Answer } from '../answers/answer.ts';
import { answerText, whyText, type Screen } from './answer.ts';
import { visible } from './render.ts';

export interface ChatOptions {
  readonly screen: Screen;
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** Ends the chat from outside. */
  readonly signal: AbortSignal;
}

const exampleCount = 3;

/** What the chat opens with: what Svar knows, and real questions to try. */
export function greeting({ answers, strings, style }: Screen): string {
  const { articles, problems } = answers.content();
  const passages = articles.reduce((sum, article) => sum + article.passages.length, 0);
  const examples = answers.examples(exampleCount).map((question) => `  ${style.bold(visible(question))}`);
  return [
    strings.chat.noToken,
    '',
    strings.chat.knows(articles.length, passages),
    ...(problems.length > 0 ? [style.warning(strings.chat.problems(problems.length))] : []),
    ...(examples.length > 0 ? ['', strings.chat.try, ...examples] : []),
    '',
    style.dim(strings.chat.commands),
  ].join('\n');
}

/** Every article with its headings. */
export function topicsText({ answers, strings, style }: Screen): string {
  const { articles } = answers.content();
  if (articles.length === 0) return strings.chat.topicsEmpty;
  return articles
    .map(({ title, passages }) =>
      [style.heading(visible(title)), ...passages.map(({ heading }) => `  ${visible(heading)}`)].join('\n'),
    )
    .join('\n');
}

/** A conversation in the terminal, until /quit, the end of the input or the signal. */
export async function chat({ screen, input, output, signal }: ChatOptions): Promise<void> {
  const { strings, answers } = screen;
  const lines = createInterface({ input, output, historySize: 200, removeHistoryDuplicates: true });
  const say = (text: string): void => {
    output.write(`${text}\n\n`);
  };
  let last: Answer | null = null;
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
    if (line.startsWith('/')) say(command(line, last, screen));
    else if (line !== '') say(answerText((last = await answers.ask({ text: line, server: null })), screen));
    lines.prompt();
  }
  lines.close();
  say(strings.chat.bye);
}

function command(line: string, last: Answer | null, screen: Screen): string {
  const { chat: words } = screen.strings;
  const name = line.split(/\s/u, 1)[0] ?? '';
  if (name === '/topics') return topicsText(screen);
  if (name === '/why') return last === null ? words.whyNothing : whyText(last, screen);
  if (name === '/help') return words.commands;
  return `${words.unknownCommand(visible(name))} ${words.commands}`;
}
