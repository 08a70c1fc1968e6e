import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigError, readConfig, readSettings } from '../src/config.ts';

const root = join(tmpdir(), 'svar');
const problemsOf = (env: Record<string, string>): readonly string[] => {
  try {
    readConfig(env, root);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map(({ setting, code }) => `${setting} ${code}`);
  }
};

describe('settings', () => {
  it('have defaults for everything', () => {
    expect(readConfig({ LANG: 'da_DK.UTF-8' }, root, '/elsewhere')).toEqual({
      discordToken: null,
      discordApiUrl: null,
      contentDir: join(root, 'content'),
      cacheDir: join(root, 'data/cache'),
      database: { engine: 'sqlite', path: join(root, 'data/svar.db') },
      siteUrl: null,
      editUrl: null,
      logLevel: 'silent',
      mentions: true,
      messageContent: false,
      questionLogDays: 30,
      httpPort: null,
      shardCount: null,
      shards: null,
      generation: 'one',
      homeServer: null,
      locale: 'da_DK.UTF-8',
      workingDir: '/elsewhere',
      colours: true,
    });
  });

  it('are read as people write them', () => {
    const env = {
      DISCORD_TOKEN: ' Bot abc.def ',
      CONTENT_DIR: '../articles',
      DATABASE_URL: 'postgres://svar@localhost/svar',
      SITE_URL: 'https://example.org/',
      LOG_LEVEL: 'WARN',
      MESSAGE_CONTENT: 'On',
      QUESTION_LOG_DAYS: '0',
      SHARD_COUNT: '8',
      SHARDS: '0-3, 7',
      HTTP_PORT: '',
      INIT_CWD: '/home/me',
      NO_COLOR: '1',
    };
    expect(readConfig(env, root)).toMatchObject({
      discordToken: 'abc.def',
      contentDir: join(root, '../articles'),
      database: { engine: 'postgres', url: 'postgres://svar@localhost/svar' },
      siteUrl: 'https://example.org',
      logLevel: 'warn',
      messageContent: true,
      questionLogDays: 0,
      shards: [0, 1, 2, 3, 7],
      httpPort: null,
      workingDir: '/home/me',
      colours: false,
    });
  });

  it.each([
    ['DISCORD_TOKEN', 'two words', 'token'],
    ['DISCORD_API_URL', 'discord', 'address'],
    ['DATABASE_URL', 'mysql://localhost/svar', 'database'],
    ['SITE_URL', 'example.org', 'address'],
    ['EDIT_URL', 'https://example.org/edit', 'edit-address'],
    ['LOG_LEVEL', 'loud', 'choice'],
    ['MENTIONS', 'perhaps', 'choice'],
    ['GENERATION', 'two words', 'generation'],
    ['MESSAGE_CONTENT', 'perhaps', 'choice'],
    ['QUESTION_LOG_DAYS', '-1', 'number'],
    ['HTTP_PORT', '80a', 'number'],
    ['SHARD_COUNT', '0', 'number'],
    ['SHARDS', '0-3', 'shards-alone'],
    ['HOME_SERVER', 'my server', 'server'],
  ])('refuse %s=%s', (setting, value, code) => {
    expect(problemsOf({ [setting]: value })).toEqual([`${setting} ${code}`]);
  });

  it('are refused all at once', () => {
    expect(problemsOf({ HTTP_PORT: 'x', SITE_URL: 'x', SHARD_COUNT: '2', LOG_LEVEL: 'x' })).toHaveLength(3);
    expect(problemsOf({ SHARD_COUNT: '2', SHARDS: '1-2' })).toEqual(['SHARDS shard-beyond']);
  });

  it('never repeat a secret', () => {
    const secret = 'mysql://svar:hunter2@localhost';
    expect(() => readConfig({ DATABASE_URL: secret }, root)).toThrow(
      expect.objectContaining({ problems: [expect.objectContaining({ given: null })] }),
    );
  });
});

describe('.env', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'svar-env-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it.each([
    ['UTF-8 with a byte order mark', Buffer.from('\uFEFFSITE_URL="https://example.org"\n')],
    ['UTF-16, as PowerShell writes it', Buffer.from('\uFEFFSITE_URL=https://example.org\r\n', 'utf16le')],
  ])('is read from the package root in %s', (_, bytes) => {
    writeFileSync(join(folder, '.env'), bytes);
    expect(readSettings(folder).siteUrl).toBe('https://example.org');
  });

  it('has a documented line for every setting', () => {
    const example = readFileSync(join(dirname(fileURLToPath(import.meta.url)), '../.env.example'), 'utf8');
    const named = new Set(Array.from(example.matchAll(/^#?([A-Z_]+)=/gmu), ([, name]) => name ?? ''));
    const wrong = problemsOf(Object.fromEntries(Array.from(named, (name) => [name, ' \u0001 x'])));
    named.delete('CONTENT_DIR');
    named.delete('CACHE_DIR');
    expect(new Set(wrong.map((problem) => problem.split(' ', 1)[0]))).toEqual(named);
    expect(named.size).toBe(14);
  });
});
