import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/** Types that every leaf may use. */
const shared = ['matcher/input.ts', 'content/article.ts'];
const core = ['answers', 'knowledge', 'curation'];

/**
 * Who may import whom. Data flows one way: front → answers → curation, knowledge → language, matcher, content, store.
 * A row names a part of `src` and the parts whose values it may use; types may come from the second list as well.
 */
const parts: Record<string, { values: readonly string[]; types: readonly string[] }> = {
  language: { values: [], types: shared },
  matcher: { values: [], types: shared },
  content: { values: [], types: shared },
  store: { values: [], types: shared },
  strings: { values: [], types: shared },
  knowledge: { values: ['language', 'matcher', 'content', 'log.ts'], types: [] },
  curation: { values: ['knowledge', 'content', 'log.ts'], types: ['store'] },
  answers: {
    values: ['knowledge', 'curation', 'language', 'matcher', 'content', 'log.ts'],
    types: ['store'],
  },
  check: { values: [...core, 'language', 'content', 'log.ts'], types: [] },
  evaluate: { values: [...core, 'matcher', 'log.ts'], types: ['content/article.ts'] },
  import: { values: ['content', 'log.ts'], types: [] },
  ops: { values: ['store', 'log.ts'], types: [] },
  'app.ts': {
    values: [
      ...core,
      'language',
      'matcher',
      'content',
      'store',
      'check',
      'evaluate',
      'import',
      'ops',
      'config.ts',
      'log.ts',
    ],
    types: [],
  },
  discord: {
    values: ['answers', 'strings'],
    types: [
      'app.ts',
      'config.ts',
      'log.ts',
      'content/article.ts',
      'knowledge',
      'curation',
      'check',
      'ops',
      'store/server.ts',
    ],
  },
  terminal: {
    values: ['answers', 'strings', 'check', 'evaluate', 'import'],
    types: [
      'app.ts',
      'config.ts',
      'log.ts',
      'content/article.ts',
      'knowledge',
      'curation',
      'store/server.ts',
    ],
  },
  'config.ts': { values: ['log.ts'], types: [] },
  'log.ts': { values: [], types: [] },
  'main.ts': {
    values: ['app.ts', 'config.ts', 'log.ts', 'discord', 'terminal', 'strings'],
    types: ['answers', 'knowledge'],
  },
};

/** Packages that stay behind one part of the tree. */
const packages: readonly { name: RegExp; values: readonly string[]; types?: readonly string[] }[] = [
  { name: /^discord\.js$/u, values: ['discord/'], types: ['ops/'] },
  { name: /^(kysely|pg|@photostructure\/sqlite)$/u, values: ['store/'] },
  { name: /^wink-/u, values: ['language/tokenise.ts'] },
  { name: /^chokidar$/u, values: ['knowledge/library.ts'] },
];

interface Import {
  readonly file: string;
  readonly target: string;
  readonly isType: boolean;
}

const src = join(dirname(fileURLToPath(import.meta.url)), '..', 'src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.replaceAll('\\', '/'))
  .toSorted();

/** Every static and dynamic import or re-export of a source file; relative ones as paths below `src`. */
function importsOf(file: string): Import[] {
  const text = readFileSync(join(src, file), 'utf8');
  const statement =
    /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\(\s*'([^']+)'\s*\)/gu;
  return Array.from(text.matchAll(statement), (found) => {
    const target = found[2] ?? found[3] ?? '';
    const resolved = target.startsWith('.') ? posix.join(posix.dirname(file), target) : target;
    return { file, target: resolved, isType: found[1] !== undefined };
  });
}

const isOurs = (target: string): boolean => target.endsWith('.ts');
const partOf = (path: string): string => path.split('/', 1)[0] ?? path;
const within = (path: string, allowed: readonly string[]): boolean =>
  allowed.some(
    (row) => path === row || path.startsWith(`${row}/`) || (row.endsWith('/') && path.startsWith(row)),
  );

function breaksTable({ file, target, isType }: Import): boolean {
  const own = partOf(file);
  if (partOf(target) === own) return false;
  const row = parts[own];
  if (row === undefined) return true;
  return !within(target, isType ? [...row.values, ...row.types] : row.values);
}

function breaksPackages({ file, target, isType }: Import): boolean {
  const rule = packages.find(({ name }) => name.test(target));
  if (rule === undefined) return false;
  return !within(file, isType ? [...rule.values, ...(rule.types ?? [])] : rule.values);
}

const imports = files.flatMap(importsOf);
const worded = (found: Import): string => `${found.file} → ${found.isType ? 'type ' : ''}${found.target}`;

describe('the architecture', () => {
  it('has a row for every part of src', () => {
    expect(new Set(files.map(partOf))).toEqual(new Set(files.map(partOf).filter((part) => part in parts)));
  });

  it('lets imports between parts go one way only', () => {
    expect(
      imports
        .filter(({ target }) => isOurs(target))
        .filter(breaksTable)
        .map(worded),
    ).toEqual([]);
  });

  it('keeps discord.js, the database, wink-nlp and the file watcher behind one part each', () => {
    expect(imports.filter(breaksPackages).map(worded)).toEqual([]);
  });

  it('has no circle of files, imports of types counted', () => {
    const edges = new Map<string, string[]>();
    for (const { file, target } of imports) {
      if (isOurs(target)) edges.set(file, [...(edges.get(file) ?? []), target]);
    }
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      if (done.has(file) || path.includes(file)) return;
      for (const next of edges.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(cycles).toEqual([]);
  });

  it('reads the environment in config.ts only', () => {
    const readers = files.filter((file) =>
      /process\s*\.\s*env|process\[['"]env/u.test(readFileSync(join(src, file), 'utf8')),
    );
    expect(readers.filter((file) => file !== 'config.ts')).toEqual([]);
  });

  it('catches what it is there to catch', () => {
    const value = { file: 'matcher/rank.ts', target: 'answers/decide.ts', isType: false };
    expect(breaksTable(value)).toBe(true);
    expect(breaksTable({ file: 'discord/client.ts', target: 'terminal/chat.ts', isType: true })).toBe(true);
    expect(breaksTable({ file: 'answers/pins.ts', target: 'store/store.ts', isType: false })).toBe(true);
    expect(breaksTable({ file: 'answers/pins.ts', target: 'store/store.ts', isType: true })).toBe(false);
    expect(breaksPackages({ file: 'answers/pins.ts', target: 'kysely', isType: true })).toBe(true);
    expect(breaksPackages({ file: 'ops/metrics.ts', target: 'discord.js', isType: true })).toBe(false);
  });
});
