import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyStore, openApp, type App, type AppOptions } from './app.ts';
import { ConfigError, readDatabase, readSettings, type Config } from './config.ts';
import { measures } from './discord/limits.ts';
import { stringsFor, type Strings } from './strings/index.ts';
import { askLines, askOne, type AskOptions } from './terminal/ask.ts';
import { chat } from './terminal/chat.ts';
import { runCommand, wrongUsage, type AskArguments } from './terminal/cli.ts';
import { outputTo, screenFor } from './terminal/output.ts';

/** A setting needs a person; restarting will not help (sysexits.h: EX_CONFIG). */
const needsPerson = 78;
/** Replies under way get this long when Svar is told to stop. Milliseconds. */
const patience = 5000;

const packageRoot = join(dirname(fileURLToPath(import.meta.url)), '..');
const output = outputTo(process.stdout);

const say = (sentence: string): void => {
  process.stderr.write(`${sentence}\n`);
};

function versionOf(root: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : '';
}

/** Paths on the command line start from where it was typed. */
function withContent(config: Config, content: string | undefined): Config {
  return content === undefined ? config : { ...config, contentDir: resolve(config.workingDir, content) };
}

/** Runs with an opened app and closes it whatever happens. */
async function withApp<Result>(
  config: Config,
  options: AppOptions,
  use: (app: App) => Promise<Result>,
): Promise<Result> {
  const app = await openApp(config, options);
  try {
    return await use(app);
  } finally {
    await app.close();
  }
}

function askOptions(app: App, given: AskArguments, strings: Strings): AskOptions {
  return {
    screen: screenFor(app.answers, strings.terminal, process.stdout, app.config.colours),
    isJson: given.json === true,
    top: given.top,
    isExplained: given.why === true,
    server: given.server ?? null,
    write: output.write,
  };
}

async function ask(
  config: Config,
  strings: Strings,
  question: string | undefined,
  given: AskArguments,
): Promise<number> {
  return withApp(
    withContent(config, given.content),
    { watches: false, keepsPins: given.server !== undefined },
    async (app) => {
      const options = askOptions(app, given, strings);
      if (question === undefined) await askLines(process.stdin, options);
      else await askOne(question, options);
      return 0;
    },
  );
}

/** Told to stop: once politely, twice at once. */
function stopSignal(): AbortSignal {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(1);
    controller.abort();
    setTimeout(() => process.exit(0), patience).unref();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return controller.signal;
}

async function start(config: Config, strings: Strings): Promise<number> {
  const signal = stopSignal();
  const isBot = config.discordToken !== null;
  return withApp(config, { watches: true, keepsPins: isBot, serves: isBot }, async (app) => {
    if (config.discordToken !== null) return startBot(app, signal);
    const screen = screenFor(app.answers, strings.terminal, process.stdout, app.config.colours);
    if (process.stdin.isTTY) {
      await chat({ screen, input: process.stdin, output: process.stdout, signal });
      return 0;
    }
    const count = await askLines(process.stdin, askOptions(app, { top: 5 }, strings));
    if (count > 0) return 0;
    say(strings.terminal.fault.noInput);
    return needsPerson;
  });
}

/** The Discord front is loaded only when there is a token: the terminal starts faster without it. */
async function startBot(app: App, signal: AbortSignal): Promise<number> {
  const { runDiscord } = await import('./discord/start.ts');
  return runDiscord(app, { locale: app.config.locale, print: say, signal, unexpected: firstUnexpected() });
}

/** The first error that nobody caught; from then on none of them ends the process before what is under way is done. */
function firstUnexpected(): Promise<unknown> {
  return new Promise((fell) => {
    process.on('uncaughtException', fell);
    process.on('unhandledRejection', fell);
  });
}

/** One sentence for whatever went wrong, and the exit status. */
function fault(error: unknown, strings: Strings): readonly [sentence: string, status: number] {
  const { fault: words } = strings.terminal;
  if (error instanceof ConfigError) {
    const lines = error.problems.map((problem) => `  ${words.setting(problem)}`);
    return [[words.settings, ...lines].join('\n'), needsPerson];
  }
  if (error instanceof Error && 'dir' in error && 'reason' in error) {
    return [words.contentFolder(String(error.dir), String(error.reason)), wrongUsage];
  }
  if (error instanceof Error && error.name === 'PortError') return [words.port(error.message), needsPerson];
  if (error instanceof Error && error.name === 'StoreError') return [words.store(error.message), needsPerson];
  return [words.unexpected(error instanceof Error ? error.message : String(error)), 1];
}

async function run(argv: readonly string[]): Promise<number> {
  let strings = stringsFor(null);
  try {
    const config = readSettings(packageRoot);
    const spoken = stringsFor(config.locale);
    strings = spoken;
    return await runCommand(argv, versionOf(packageRoot), spoken, {
      start: () => start(config, spoken),
      ask: (question, given) => ask(config, spoken, question, given),
      check: async (given) => {
        const { runCheck } = await import('./terminal/check.ts');
        const { contentDir } = withContent(config, given.content);
        const limits = { heading: measures.title, tableColumns: measures.tableColumns };
        return runCheck(contentDir, { strings: spoken, output, isJson: given.json === true, limits });
      },
      pins: (deed, given) =>
        withApp(config, { watches: false, keepsPins: true }, async (app) => {
          const { runPins } = await import('./terminal/pins.ts');
          return runPins(deed, given, { strings: spoken, output, app });
        }),
      erase: (user) =>
        withApp(config, { watches: false, keepsPins: true }, async (app) => {
          const { runErase } = await import('./terminal/erase.ts');
          return runErase(user, { strings: spoken, output, app });
        }),
      copyStore: async (from, to) => {
        const source = readDatabase(from, config.workingDir);
        const target = readDatabase(to, config.workingDir);
        if (source === null || target === null) {
          say(spoken.terminal.store.badUrl);
          return wrongUsage;
        }
        const { tellCopy } = await import('./terminal/store.ts');
        return tellCopy(copyStore(source, target), spoken, output);
      },
      importFiles: async (files, given) => {
        const { runImport } = await import('./terminal/import.ts');
        return runImport(files, given, { strings: spoken, output, config, complain: say });
      },
      gaps: (given) =>
        withApp(config, { watches: false, keepsPins: true }, async (app) => {
          const { runGaps } = await import('./terminal/gaps.ts');
          return runGaps(given, { strings: spoken, output, app });
        }),
      evaluate: async (given) => {
        const { runEvaluate } = await import('./terminal/evaluate.ts');
        return runEvaluate(given, { strings: spoken, output, config });
      },
    });
  } catch (error) {
    if (error instanceof ConfigError) strings = stringsFor(error.locale);
    const [sentence, status] = fault(error, strings);
    say(sentence);
    return status;
  }
}

process.exitCode = await run(process.argv.slice(2));
await output.flush();
// A library may hold the process open; everything of ours is closed.
process.exit();
