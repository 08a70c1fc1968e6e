/**
 * Mutation testing: `npm run mutate -- [folder…]` changes the code in small ways, one at a time, and says for each folder
 * how many of the changes a test noticed. `--survivors` lists the others.
 */
import { Stryker } from '@stryker-mutator/core';

/** By name: what is mutated, and the folder of the tests that must notice. Data (packs, strings) is not mutated. */
const folders: Readonly<Record<string, { readonly files: readonly string[]; readonly tests: string }>> = {
  answers: { files: ['src/answers/*.ts'], tests: 'test/answers' },
  check: { files: ['src/check/*.ts'], tests: 'test/check' },
  content: { files: ['src/content/**/*.ts'], tests: 'test/content' },
  curation: { files: ['src/curation/**/*.ts'], tests: 'test/curation' },
  discord: {
    files: [
      'src/discord/{custom-id,cut,escape,looks,permissions,question,recent,render*,several}.ts',
      'src/discord/{buttons,pins}/*.ts',
    ],
    tests: 'test/discord',
  },
  language: { files: ['src/language/*.ts'], tests: 'test/language' },
  matcher: { files: ['src/matcher/*.ts'], tests: 'test/matcher' },
  store: { files: ['src/store/pin*.ts'], tests: 'test/store' },
};

/** A folder by its name, or one file with the tests of its folder. */
function chosen(name: string): { readonly files: readonly string[]; readonly tests: string } {
  const part = /^src\/([^/]+)\/.+\.ts$/u.exec(name)?.[1] ?? name;
  const folder = folders[part];
  if (folder === undefined) {
    process.stderr.write(`${name} is none of ${Object.keys(folders).join(', ')}, and no file of these.\n`);
    process.exit(2);
  }
  return part === name ? folder : { files: [name], tests: folder.tests };
}

const noticed = new Set(['Killed', 'Timeout']);
const missed = new Set(['Survived', 'NoCoverage']);

const said = process.argv.slice(2);
const listsSurvivors = said.includes('--survivors');
const asked = said.filter((word) => !word.startsWith('--'));
for (const name of asked.length === 0 ? Object.keys(folders) : asked) {
  const { files, tests } = chosen(name);
  const results = await new Stryker({
    mutate: [...files],
    testRunner: 'vitest',
    vitest: { configFile: 'test/mutate/vitest.config.ts', dir: tests, related: false },
    coverageAnalysis: 'perTest',
    // What is made at import would run every test for each mutant.
    ignoreStatic: true,
    ignorePatterns: ['/data', '/coverage', '/.git'],
    // Stryker reads this file by an interface that the compiler no longer has; a name that is not there skips that step.
    tsconfigFile: 'none.json',
    tempDirName: '.stryker-tmp',
    cleanTempDir: 'always',
    reporters: [],
    logLevel: 'warn' as never,
    concurrency: 2,
    timeoutMS: 30_000,
  }).runMutationTest();
  const killed = results.filter(({ status }) => noticed.has(status)).length;
  const survivors = results.filter(({ status }) => missed.has(status));
  const all = killed + survivors.length;
  process.stdout.write(
    `${name}: ${String(killed)} of ${String(all)} noticed, ${((100 * killed) / Math.max(1, all)).toFixed(1)} %\n`,
  );
  if (listsSurvivors)
    for (const { fileName, location, mutatorName, replacement } of survivors)
      process.stdout.write(
        `  ${fileName}:${String(location.start.line)}:${String(location.start.column)} ${mutatorName} → ${replacement.replaceAll('\n', ' ').slice(0, 90)}\n`,
      );
}
