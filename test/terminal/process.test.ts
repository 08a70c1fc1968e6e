import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startDiscord } from '../discord-server/discord.ts';
import { ids } from '../discord-server/world.ts';

const packageRoot = join(dirname(fileURLToPath(import.meta.url)), '../..');
const bare = {
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  LANG: 'en_GB.UTF-8',
  INIT_CWD: packageRoot,
};

interface Ended {
  readonly out: string;
  readonly err: string;
  readonly status: number | null;
}

function start(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  return spawn(process.execPath, ['--import', 'tsx', 'src/main.ts', ...args], {
    cwd: packageRoot,
    env: { ...bare, ...env },
    stdio: 'pipe',
  });
}

/** Runs the program as `npm start` and `npm run ask` do, with these lines on standard input. */
async function run(
  args: readonly string[],
  input = '',
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const child = start(args, env);
  child.stdin.end(input);
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { out, err, status: child.exitCode };
}

interface JsonLine {
  readonly question: string;
  readonly answered: boolean;
  readonly confidence: number;
  readonly kind: string;
  readonly passages: readonly {
    readonly article: string;
    readonly heading: string;
    readonly score: number;
  }[];
}
const linesOf = (out: string): JsonLine[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line): JsonLine => JSON.parse(line));

describe('ask --json', () => {
  it('writes one object a line for each input line, empty ones too, and nothing else', async () => {
    const { out, status } = await run(
      ['ask', '--json', '--top', '2'],
      'hvad er netværk\r\n\nhvordan bager man brød\n',
    );
    const lines = linesOf(out);
    expect(lines.map(({ question }) => question)).toEqual(['hvad er netværk', '', 'hvordan bager man brød']);
    expect(lines.map(({ answered }) => answered)).toEqual([true, false, false]);
    expect(lines[0]?.passages[0]).toMatchObject({ article: 'networking.md', heading: 'Hvad er netværk?' });
    expect(lines[0]?.passages.length).toBeLessThanOrEqual(2);
    for (const { confidence } of lines) expect(confidence >= 0 && confidence <= 1).toBe(true);
    expect(status).toBe(0);
  });
});

describe('ask', () => {
  it('prints the passage and, when asked, why', async () => {
    const { out } = await run(['ask', '--why', 'hvorfor skal firmaer netværke']);
    expect(out).toContain('Hvorfor skal virksomheder netværke?');
    expect(out).toContain('— From Netværk');
    expect(out).toContain('Confidence:');
    expect(out).not.toContain('\u001B[');
  });
  it('of a folder that is not there is wrong usage with a sentence', async () => {
    const { err, out, status } = await run(['ask', '--content', '/no/such/folder', 'x']);
    expect(err).toContain('The content folder /no/such/folder cannot be read');
    expect(err).not.toContain('    at ');
    expect(out).toBe('');
    expect(status).toBe(2);
  });
});

describe('start', () => {
  it('answers each line of piped input and ends', async () => {
    const { out, status } = await run([], 'hvad er netværk\nhvad er linkedin\n');
    expect(out).toContain('Hvad er netværk?');
    expect(out).toContain('Hvad er online netværk?');
    expect(status).toBe(0);
  });
  it('ends with status 78 where there is neither a token nor a question', async () => {
    const { err, status } = await run([]);
    expect(err).toContain('DISCORD_TOKEN');
    expect(status).toBe(78);
  });
  it('says everything that is wrong with the settings at once', async () => {
    const { err, status } = await run([], 'x\n', { HTTP_PORT: 'x', LOG_LEVEL: 'loud', EDIT_URL: 'nowhere' });
    for (const name of ['HTTP_PORT', 'LOG_LEVEL', 'EDIT_URL']) expect(err).toContain(name);
    expect(status).toBe(78);
  });
  it('tells its version', async () => {
    const { out, status } = await run(['--version']);
    expect(out).toMatch(/^\d+\.\d+\.\d+\n$/u);
    expect(status).toBe(0);
  });
});

describe('the bot as a process', () => {
  it('stops on SIGTERM with status 0', async () => {
    const discord = await startDiscord();
    const child = start([], { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.api });
    onTestFinished(() => void child.kill('SIGKILL'));
    child.stdin.end();
    await discord.until(({ commands }) => commands.length > 0);
    const asked = await discord.act('say', {
      user: ids.asker,
      channel: ids.channel,
      content: `<@${ids.bot}> hvad er netværk`,
    });
    await discord.replyTo(asked);
    child.kill('SIGTERM');
    const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    expect(child.exitCode).toBe(0);
    expect(err).toContain('Invite link: https://discord.com/');
    expect(out + err).not.toContain(discord.token);
    await discord.close();
  });
});
