import type { ServerId } from '../answers/answer.ts';
import { figuresCsv, gapStubs } from '../answers/service.ts';
import type { App } from '../app.ts';
import type { Strings } from '../strings/index.ts';
import type { Output } from './output.ts';

export interface GapsArguments {
  readonly server: ServerId;
  /** Figures instead. */
  readonly csv?: boolean;
  readonly days: number;
}

export interface GapsContext {
  readonly strings: Strings;
  readonly output: Output;
  readonly app: App;
}

const done = 0;
const failed = 1;

/** `npm run gaps`: what nothing answers well, as headings for authors to write below, or figures. @returns the exit status */
export const runGaps = (given: GapsArguments, context: GapsContext): Promise<number> =>
  given.csv === true ? csv(given, context) : stubs(given, context);

async function stubs({ server }: GapsArguments, { strings, output, app }: GapsContext): Promise<number> {
  const found = await app.gaps?.list(server);
  if (found?.ok !== true) return complain(strings.gaps.unread);
  const { open } = found.value;
  if (open.length === 0) process.stderr.write(`${strings.gaps.empty}\n`);
  else await output.write(gapStubs(open));
  return done;
}

async function csv({ server, days }: GapsArguments, { strings, output, app }: GapsContext): Promise<number> {
  const found = await app.figures?.of(server, days);
  if (found?.ok !== true) return complain(strings.figures.unread);
  const nameOf = (target: string): string | null => app.answers.find(target)?.passage.id ?? null;
  await output.write(figuresCsv(found.value, nameOf));
  return done;
}

function complain(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return failed;
}
