import { Argument, Command, InvalidArgumentError } from 'commander';
import type { ServerId } from '../answers/answer.ts';
import type { Strings } from '../strings/index.ts';
import type { ImportArguments } from './import.ts';
import type { GapsArguments } from './gaps.ts';
import type { PinsArguments, PinsDeed } from './pins.ts';

/** Options of `ask`. */
export interface AskArguments {
  readonly content?: string;
  readonly json?: boolean;
  readonly top: number;
  readonly why?: boolean;
  readonly server?: ServerId;
}

/** Options of `check`. */
export interface CheckArguments {
  readonly content?: string;
  readonly json?: boolean;
}

/** Options of `evaluate`. */
export interface EvaluateArguments {
  readonly content?: string;
  readonly questions?: readonly string[];
  readonly set?: readonly string[];
  readonly failures?: number;
  readonly json?: boolean;
  readonly failUnder?: string;
  readonly compare?: string;
  readonly without?: readonly string[];
  readonly tune?: boolean;
}

/** What each command does; each returns the exit status. */
export interface Handlers {
  start(): Promise<number>;
  ask(question: string | undefined, options: AskArguments): Promise<number>;
  check(options: CheckArguments): Promise<number>;
  evaluate(options: EvaluateArguments): Promise<number>;
  pins(deed: PinsDeed, options: PinsArguments): Promise<number>;
  gaps(options: GapsArguments): Promise<number>;
  erase(user: string): Promise<number>;
  /** Copies everything from one database to another. */
  copyStore(from: string, to: string): Promise<number>;
  importFiles(files: readonly string[], options: ImportArguments): Promise<number>;
}

/** Used wrongly: commander has said how. */
export const wrongUsage = 2;

/**
 * Reads the command line and runs the command that it names.
 * @returns the exit status: 2 for wrong usage, else the command's own
 */
export async function runCommand(
  argv: readonly string[],
  version: string,
  { terminal }: Strings,
  handlers: Handlers,
): Promise<number> {
  const { cli } = terminal;
  let status = 0;
  const program = new Command('svar')
    .description(cli.description)
    .version(version, '-V, --version', cli.version)
    .helpOption('-h, --help', cli.help)
    .helpCommand(false)
    .exitOverride();
  program
    .command('start', { isDefault: true })
    .description(cli.start)
    .action(async () => {
      status = await handlers.start();
    });
  program
    .command('ask')
    .description(cli.ask)
    .argument('[question]', cli.question)
    .option('--content <dir>', cli.content)
    .option('--json', cli.json)
    .option('--top <n>', cli.top, wholeNumber(mostShown, cli.badTop), 5)
    .option('--why', cli.why)
    .option('--server <id>', cli.server, serverOf(cli))
    .action(async (question: string | undefined, options: AskArguments) => {
      status = await handlers.ask(question, options);
    });
  program
    .command('check')
    .description(cli.check)
    .option('--content <dir>', cli.content)
    .option('--json', cli.json)
    .action(async (options: CheckArguments) => {
      status = await handlers.check(options);
    });
  program
    .command('evaluate')
    .description(cli.evaluate)
    .option('--content <dir>', cli.content)
    .option('--questions <files...>', cli.questions)
    .option('--set <dirs...>', cli.set)
    .option('--failures <n>', cli.failures, wholeNumber(Number.MAX_SAFE_INTEGER, cli.badFailures))
    .option('--json', cli.json)
    .option('--fail-under <floors>', cli.failUnder)
    .option('--compare <file>', cli.compare)
    .option('--without <parts...>', cli.without)
    .option('--tune', cli.tune)
    .action(async (options: EvaluateArguments) => {
      status = await handlers.evaluate(options);
    });
  program
    .command('erase')
    .description(cli.erase)
    .requiredOption('--user <id>', cli.eraseUser, userOf(cli))
    .action(async ({ user }: { readonly user: string }) => {
      status = await handlers.erase(user);
    });
  program
    .command('pins')
    .description(cli.pins)
    .addArgument(new Argument('<deed>').choices(['export', 'import', 'apply']))
    .requiredOption('--server <id>', cli.ownServer, serverOf(cli))
    .option('--file <file>', cli.file)
    .action(async (deed: PinsDeed, options: PinsArguments) => {
      status = await handlers.pins(deed, options);
    });
  program
    .command('gaps')
    .description(cli.gaps)
    .requiredOption('--server <id>', cli.ownServer, serverOf(cli))
    .option('--csv', cli.csv)
    .option('--days <n>', cli.days, wholeNumber(mostDays, cli.badDays), usualDays)
    .action(async (options: GapsArguments) => {
      status = await handlers.gaps(options);
    });
  program
    .command('store')
    .description(cli.store)
    .addArgument(new Argument('<deed>').choices(['copy']))
    .argument('<from>', cli.storeFrom)
    .argument('<to>', cli.storeTo)
    .action(async (_: string, from: string, to: string) => {
      status = await handlers.copyStore(from, to);
    });
  program
    .command('import')
    .description(cli.importing)
    .argument('<files...>', cli.importFiles)
    .option('--out <dir>', cli.out)
    .option('--dry-run', cli.dryRun)
    .action(async (files: readonly string[], options: ImportArguments) => {
      status = await handlers.importFiles(files, options);
    });
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (isCommanderError(error)) return error.exitCode === 0 ? 0 : wrongUsage;
    throw error;
  }
  return status;
}

const isServerId = (text: string): text is ServerId => /^\d{15,21}$/u.test(text);

type CliStrings = Strings['terminal']['cli'];

const mostShown = 50;
const mostDays = 366;
const usualDays = 30;

const wholeNumber =
  (most: number, bad: (value: string) => string) =>
  (value: string): number => {
    const number = Number(value);
    if (!Number.isInteger(number) || number < 1 || number > most) throw new InvalidArgumentError(bad(value));
    return number;
  };

const serverOf =
  ({ badServer }: CliStrings) =>
  (value: string): ServerId => {
    if (!isServerId(value)) throw new InvalidArgumentError(badServer(value));
    return value;
  };

const userOf =
  ({ badUser }: CliStrings) =>
  (value: string): string => {
    if (!/^\d{15,21}$/u.test(value)) throw new InvalidArgumentError(badUser(value));
    return value;
  };

function isCommanderError(error: unknown): error is { readonly exitCode: number } {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('commander.');
}
