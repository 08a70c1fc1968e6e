/**
 * Mutation testing: `npm run mutate -- [folder or file…]` changes the code in small ways, one at a time, and says for each
 * folder how many of the changes a test noticed. `--sample N` tries N of them, chosen at random (another choice with
 * SVAR_SAMPLE_SEED), and says how far the share of all of them may be from that. `--survivors` lists the others.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { folders, type Folder } from './folders.ts';
import { interval } from './interval.ts';

const { values: options, positionals: asked } = parseArgs({
  allowPositionals: true,
  options: { sample: { type: 'string' }, survivors: { type: 'boolean', default: false } },
});
if (options.sample !== undefined && !/^[1-9]\d*$/u.test(options.sample))
  stop(`--sample takes a number, not ${options.sample}.`);

function stop(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

/** A folder by its name, or one file with the tests of its folder. */
function chosen(name: string): Folder {
  const folder = folders[name];
  if (folder !== undefined) return folder;
  const part = Object.values(folders).find(({ has }) => has.test(name));
  return part === undefined
    ? stop(`${name} is none of ${Object.keys(folders).join(', ')}, and no file of these.`)
    : { ...part, files: [name] };
}

const noticed = new Set(['Killed', 'Timeout']);
const missed = new Set(['Survived', 'NoCoverage']);
const percent = (share: number): string => (100 * share).toFixed(1);

// The plugins, in this process and in the runner's, read these.
const scratch = mkdtempSync(join(tmpdir(), 'svar-mutate-'));
const sampleFile = join(scratch, 'sample.json');
process.env['SVAR_SAMPLE_FILE'] = sampleFile;
if (options.sample !== undefined) process.env['SVAR_SAMPLE'] = options.sample;
// Stryker's processes load a plugin in TypeScript.
process.env['NODE_OPTIONS'] = '--import tsx';
const { readSample } = await import('./sampling.ts');

for (const name of asked.length === 0 ? Object.keys(folders) : asked) {
  const { files, tests } = chosen(name);
  const results = await new Stryker({
    mutate: [...files],
    testFiles: [...tests],
    plugins: ['@stryker-mutator/vitest-runner', join(import.meta.dirname, 'sampling.ts')],
    testRunner: 'sample',
    vitest: { configFile: 'test/mutate/vitest.config.ts', related: false },
    coverageAnalysis: 'perTest',
    // What is made at import would run every test for each mutant.
    ignoreStatic: true,
    ignorePatterns: ['/data', '/coverage', '/.git'],
    // Stryker reads this file by an interface that the compiler no longer has; a name that is not there skips that step.
    tsconfigFile: 'none.json',
    tempDirName: '.stryker-tmp',
    cleanTempDir: 'always',
    reporters: ['sample'],
    logLevel: 'warn' as never,
    concurrency: 1,
    timeoutMS: 20_000,
  }).runMutationTest();
  const { ids, of } = readSample(sampleFile);
  const sample = new Set(ids);
  const tried = results.filter(({ id }) => sample.has(id));
  const killed = tried.filter(({ status }) => noticed.has(status)).length;
  const survivors = tried.filter(({ status }) => missed.has(status));
  const all = killed + survivors.length;
  const bounds = interval(killed, all, of);
  const sampled =
    all < of ? `, of ${String(of)} in all: ${percent(bounds[0])} to ${percent(bounds[1])} %` : '';
  process.stdout.write(
    `${name}: ${String(killed)} of ${String(all)} noticed, ${percent(killed / Math.max(1, all))} %${sampled}\n`,
  );
  if (options.survivors)
    for (const { fileName, location, mutatorName, replacement } of survivors)
      process.stdout.write(
        `  ${fileName}:${String(location.start.line)}:${String(location.start.column)} ${mutatorName} → ${replacement.replaceAll('\n', ' ').slice(0, 90)}\n`,
      );
}
rmSync(scratch, { recursive: true });
