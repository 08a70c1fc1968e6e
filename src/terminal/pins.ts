import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ServerId } from '../answers/answer.ts';
import type { PinService } from '../curation/pins/service.ts';
import type { PinFault } from '../curation/pins/pin.ts';
import type { Strings } from '../strings/index.ts';
import { pinFaultSentence } from '../strings/pin-fault.ts';
import type { App } from '../app.ts';
import type { Output } from './output.ts';

export interface PinsArguments {
  readonly server: ServerId;
  readonly file?: string;
}
export type PinsDeed = 'export' | 'import' | 'apply';

export interface PinsContext {
  readonly strings: Strings;
  readonly output: Output;
  readonly app: App;
}

const done = 0;
const findings = 1;
const wrongUsage = 2;

const complain = (sentence: string): void => {
  process.stderr.write(`${sentence}\n`);
};

/** `npm run pins`: what moderators decided, out of and into the store, and back into the articles. @returns the exit status */
export async function runPins(deed: PinsDeed, given: PinsArguments, context: PinsContext): Promise<number> {
  const { pins } = context.app.answers;
  if (pins === null) throw new Error('the store is not open');
  if (deed === 'export') return exported(pins, given, context);
  return deed === 'import' ? imported(pins, given, context) : applied(pins, given, context);
}

async function exported(
  pins: PinService,
  { server, file }: PinsArguments,
  context: PinsContext,
): Promise<number> {
  const markdown = await pins.export(server);
  if (!markdown.ok) return failed(markdown.problem, context);
  if (file === undefined) await context.output.write(markdown.value);
  else await writeFile(resolve(context.app.config.workingDir, file), markdown.value);
  return done;
}

async function imported(
  pins: PinService,
  { server, file }: PinsArguments,
  context: PinsContext,
): Promise<number> {
  const { pinsCli: words } = context.strings.terminal;
  if (file === undefined) {
    complain(words.fileMissing);
    return wrongUsage;
  }
  let markdown: string;
  try {
    markdown = await readFile(resolve(context.app.config.workingDir, file), 'utf8');
  } catch (error) {
    complain(words.unreadable(file, error instanceof Error ? error.message : String(error)));
    return wrongUsage;
  }
  const outcomes = await pins.import(server, markdown);
  const refused = outcomes.filter(({ fault }) => fault !== null);
  for (const { question, fault } of refused) {
    if (fault !== null) complain(words.refused(question, faultText(fault, context)));
  }
  await context.output.write(`${words.imported(outcomes.length - refused.length, refused.length)}\n`);
  return refused.length === 0 ? done : findings;
}

async function applied(pins: PinService, { server }: PinsArguments, context: PinsContext): Promise<number> {
  const { pinsCli: words } = context.strings.terminal;
  const result = await pins.apply(server, context.app.config.contentDir);
  if (!result.ok) return failed(result.problem, context);
  for (const { article, heading, questions, isWritten } of result.value) {
    if (isWritten) await context.output.write(`${words.applied(article, heading, questions)}\n`);
    else complain(words.notApplied(article, heading));
  }
  if (result.value.length === 0) await context.output.write(`${words.nothingToApply}\n`);
  return result.value.every(({ isWritten }) => isWritten) ? done : findings;
}

function failed(fault: PinFault, context: PinsContext): number {
  complain(faultText(fault, context));
  return findings;
}

function faultText(fault: PinFault, { strings }: PinsContext): string {
  const words = strings.pins.fault;
  if (fault.kind === 'duplicate') return words.duplicate(fault.asked, fault.pin.question);
  return fault.kind === 'changed' ? words.changed(fault.pin.question) : pinFaultSentence(fault, words);
}
