import type { ServerId } from '../answers/answer.ts';
import { gapStubs } from '../answers/service.ts';
import type { App } from '../app.ts';
import type { Strings } from '../strings/index.ts';
import type { Output } from './output.ts';

export interface GapsArguments {
  readonly server: ServerId;
}

export interface GapsContext {
  readonly strings: Strings;
  readonly output: Output;
  readonly app: App;
}

const done = 0;
const failed = 1;

/** `npm run gaps`: what nothing answers well, as headings for authors to write below. @returns the exit status */
export async function runGaps(
  { server }: GapsArguments,
  { strings, output, app }: GapsContext,
): Promise<number> {
  if (app.gaps === null) throw new Error('the store is not open');
  const found = await app.gaps.list(server);
  if (!found.ok) {
    process.stderr.write(`${strings.gaps.unread}\n`);
    return failed;
  }
  const { open } = found.value;
  if (open.length === 0) process.stderr.write(`${strings.gaps.empty}\n`);
  else await output.write(gapStubs(open));
  return done;
}
