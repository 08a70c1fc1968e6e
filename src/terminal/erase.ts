import type { App } from '../app.ts';
import type { Strings } from '../strings/index.ts';
import type { Output } from './output.ts';

export interface EraseContext {
  readonly strings: Strings;
  readonly output: Output;
  readonly app: Pick<App, 'erase'>;
}

const done = 0;
const findings = 1;

/** `npm run erase`: removes what is stored about one person. @returns the exit status */
export async function runErase(user: string, { strings, output, app }: EraseContext): Promise<number> {
  const erased = await app.erase(user);
  if (!erased.ok) {
    process.stderr.write(`${strings.pins.fault[erased.problem.kind]}\n`);
    return findings;
  }
  const { pins, votes } = erased.value;
  await output.write(`${strings.terminal.erased(pins, votes)}\n`);
  return done;
}
