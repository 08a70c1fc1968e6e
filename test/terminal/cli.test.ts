import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { stringsFor } from '../../src/strings/index.ts';
import { runCheck } from '../../src/terminal/check.ts';
import { runCommand } from '../../src/terminal/cli.ts';
import { runEvaluate } from '../../src/terminal/evaluate.ts';
import { contentFolder } from '../content/folder.ts';

const packageRoot = join(dirname(fileURLToPath(import.meta.url)), '../..');
let out: string[];
let err: string[];
beforeEach(() => {
  out = [];
  err = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0);
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => err.push(String(text)) > 0);
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** What a command line runs with which options, and its exit status; each handler ends with 7. */
async function run(...argv: readonly string[]): Promise<{ status: number; ran: unknown[] }> {
  const ran: unknown[] = [];
  const note =
    (name: string) =>
    (...given: readonly unknown[]): Promise<number> => {
      ran.push(name, ...given);
      return Promise.resolve(7);
    };
  const status = await runCommand(argv, '1.2.3', stringsFor('en'), {
    start: note('start'),
    ask: note('ask'),
    check: note('check'),
    evaluate: note('evaluate'),
    pins: note('pins'),
    gaps: note('gaps'),
    erase: note('erase'),
    copyStore: note('import'),
    importFiles: note('import'),
  });
  return { status, ran };
}

const server = '200000000000000200';

describe('a command line', () => {
  it.each<[string, readonly string[], readonly unknown[]]>([
    ['', [], ['start']],
    ['start', ['start'], ['start']],
    ['ask', ['ask', 'x'], ['ask', 'x', { top: 5 }]],
    ['ask of standard input', ['ask', '--top', '50', '--json'], ['ask', undefined, { top: 50, json: true }]],
    [
      'ask with everything',
      ['ask', '--why', '--server', server, '--content', 'c', '--top', '1', 'x'],
      ['ask', 'x', { top: 1, why: true, server, content: 'c' }],
    ],
    ['check', ['check', '--content', 'c', '--json'], ['check', { content: 'c', json: true }]],
    [
      'evaluate',
      ['evaluate', '--set', 'a', 'b', '--questions', 'q', '--failures', '3', '--fail-under', 'top1=9'],
      ['evaluate', { set: ['a', 'b'], questions: ['q'], failures: 3, failUnder: 'top1=9' }],
    ],
    [
      'evaluate compared',
      ['evaluate', '--compare', 'f', '--without', 'model', '--json'],
      ['evaluate', { compare: 'f', without: ['model'], json: true }],
    ],
    ['pins', ['pins', 'apply', '--server', server], ['pins', 'apply', { server }]],
    ['gaps', ['gaps', '--server', server], ['gaps', { server, days: 30 }]],
    [
      'figures',
      ['gaps', '--server', server, '--csv', '--days', '366'],
      ['gaps', { server, csv: true, days: 366 }],
    ],
    [
      'import',
      ['import', 'a', 'b', '--out', 'c', '--dry-run'],
      ['import', ['a', 'b'], { out: 'c', dryRun: true }],
    ],
  ])('runs %s', async (_, argv, wanted) => {
    const { status, ran } = await run(...argv);
    // Commander hands its command on behind the options.
    expect(ran.slice(0, wanted.length)).toEqual(wanted);
    expect(status).toBe(7);
  });

  it.each([
    [['ask', '--top', '0', 'x'], '--top takes a whole number from 1 to 50, not "0".'],
    [['ask', '--top', '51', 'x'], '--top takes a whole number from 1 to 50, not "51".'],
    [['ask', '--top', '1.5', 'x'], '--top takes a whole number from 1 to 50, not "1.5".'],
    [['ask', '--server', 'abc', 'x'], '--server takes a server\'s id (15 to 21 digits), not "abc".'],
    [['ask', '--server', '1'.repeat(14), 'x'], "--server takes a server's id"],
    [['ask', '--server', '1'.repeat(22), 'x'], "--server takes a server's id"],
    [['evaluate', '--failures', '0'], '--failures takes a whole number from 1, not "0".'],
    [['ask', '--nonsense'], 'unknown option'],
    [['nonsense'], 'too many arguments'],
    [['pins', 'nonsense', '--server', server], 'nonsense'],
    [['pins', 'export'], '--server'],
    [['gaps'], '--server'],
    [['gaps', '--server', server, '--days', '367'], '--days takes a whole number from 1 to 366, not "367".'],
    [['gaps', '--server', server, '--days', '0'], '--days takes a whole number from 1 to 366, not "0".'],
    [['import'], 'files'],
  ])('%j is wrong usage with a sentence', async (argv, sentence) => {
    expect(await run(...argv)).toEqual({ status: 2, ran: [] });
    expect(err.join('')).toContain(sentence);
    expect(out.join('')).toBe('');
  });

  it('knows --help and --version', async () => {
    expect(await run('--version')).toEqual({ status: 0, ran: [] });
    expect(out.splice(0).join('')).toBe('1.2.3\n');
    expect(await run('--help')).toEqual({ status: 0, ran: [] });
    const help = out.join('');
    for (const name of ['start', 'ask', 'check', 'evaluate', 'pins', 'import']) expect(help).toContain(name);
  });
});

/** An output, and what was printed to it. */
function printing() {
  const printed: string[] = [];
  const output = { write: async (text: string) => printed.push(text) > 0, flush: async () => {} };
  return { printed, output };
}

describe('a check', () => {
  it.each([
    ['---\ntitle: [\n---\n\n## Hvad?\n\nTekst.\n', 1],
    ['# Emne\n\n## Hvad er det?\n\nDet er en forening.\n', 0],
  ])('of %j ends with %i', async (article, status) => {
    const dir = await contentFolder({ 'a.md': article });
    const { printed, output } = printing();
    const limits = { heading: 100, tableColumns: 3 };
    const context = { strings: stringsFor('en'), output, isJson: false, limits };
    expect(await runCheck(dir, context)).toBe(status);
    expect(printed.join('').includes('a.md')).toBe(status === 1);
  });
});

describe('an evaluation', () => {
  it('prints figures as JSON, and fails below a floor', async () => {
    const set = {
      'content/a.md': '# A\n\n## What is it?\n\nA club.\n',
      'queries.jsonl': '{"question":"what is it","relevant":["a.md#What is it?"]}',
    };
    const dir = await contentFolder(set);
    const { printed, output } = printing();
    const context = { strings: stringsFor('en'), output, config: readConfig({}, packageRoot) };
    const given = { set: [dir], json: true };
    expect(await runEvaluate({ ...given, failUnder: 'top1=100' }, context)).toBe(0);
    expect(JSON.parse(printed.splice(0).join(''))).toMatchObject([{ name: basename(dir) }]);
    expect(await runEvaluate({ ...given, failUnder: 'top1=101' }, context)).toBe(1);
    expect(err.join('')).toContain('top1');
  });

  it.each([
    [{}, 'Nothing to evaluate'],
    [{ set: ['/no/such/folder'] }, 'queries.jsonl'],
    [{ set: ['x'], without: ['nonsense'] }, 'nonsense'],
    [{ set: ['x'], failUnder: 'nonsense=1' }, 'nonsense'],
  ])('of %j is wrong usage with a sentence', async (given, sentence) => {
    const { printed, output } = printing();
    const config = readConfig({}, packageRoot);
    expect(await runEvaluate(given, { strings: stringsFor('en'), output, config })).toBe(2);
    expect(err.join('')).toContain(sentence);
    expect(err.join('')).not.toContain('    at ');
    expect(printed).toEqual([]);
  });
});
