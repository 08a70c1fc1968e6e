import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import type { MutantTestPlan } from '@stryker-mutator/api/core';
import {
  declareClassPlugin,
  declareFactoryPlugin,
  PluginKind,
  type Injector,
  type PluginContext,
} from '@stryker-mutator/api/plugin';
import type { MutationTestingPlanReadyEvent, Reporter } from '@stryker-mutator/api/report';
import {
  MutantRunStatus,
  type DryRunOptions,
  type DryRunResult,
  type MutantRunOptions,
  type MutantRunResult,
  type TestRunner,
} from '@stryker-mutator/api/test-runner';
import { strykerPlugins as vitestPlugins } from '@stryker-mutator/vitest-runner';

/**
 * A random sample of mutants. Stryker can leave out files and lines, but not mutants: here the reporter, which sees the
 * plan, writes down which are in the sample, and the runner, in its own process, answers for the others at once.
 */

/** Where the ids in the sample are written. */
const place = process.env['SVAR_SAMPLE_FILE'] ?? '';
const size = Number(process.env['SVAR_SAMPLE'] ?? Infinity);
const seed = process.env['SVAR_SAMPLE_SEED'] ?? '2026';

/** The same mutants come first in every run while their file is the same. */
const rankOf = ({ mutant }: MutantTestPlan): string => {
  const { fileName, location, mutatorName, replacement } = mutant;
  const what = [seed, fileName.split('/src/').at(-1), location, mutatorName, replacement];
  return createHash('sha256').update(JSON.stringify(what)).digest('hex');
};
const isIgnored = ({ mutant }: MutantTestPlan): boolean => 'status' in mutant && mutant.status === 'Ignored';

class SampleReporter implements Reporter {
  onMutationTestingPlanReady({ mutantPlans }: MutationTestingPlanReadyEvent): void {
    const ranked = mutantPlans
      .filter((plan) => !isIgnored(plan))
      .map((plan) => ({ id: plan.mutant.id, rank: rankOf(plan) }))
      .toSorted((a, b) => (a.rank < b.rank ? -1 : 1));
    const ids = ranked.slice(0, size).map(({ id }) => id);
    writeFileSync(place, JSON.stringify({ ids, of: ranked.length }));
  }
}

/** Runs the mutants in the sample with Stryker's runner for vitest. */
class SampleRunner implements TestRunner {
  #sample: ReadonlySet<string> | null = null;
  readonly #runner: TestRunner;
  constructor(runner: TestRunner) {
    this.#runner = runner;
  }
  capabilities(): ReturnType<TestRunner['capabilities']> {
    return this.#runner.capabilities();
  }
  async init(): Promise<void> {
    await this.#runner.init?.();
  }
  dryRun(options: DryRunOptions): Promise<DryRunResult> {
    return this.#runner.dryRun(options);
  }
  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    this.#sample ??= new Set(readSample(place).ids);
    if (!this.#sample.has(options.activeMutant.id))
      return { status: MutantRunStatus.Error, errorMessage: 'not in the sample' };
    return this.#runner.mutantRun(options);
  }
  async dispose(): Promise<void> {
    await this.#runner.dispose?.();
  }
}

function sampleRunner(injector: Injector<PluginContext>): TestRunner {
  const [vitest] = vitestPlugins;
  if (vitest === undefined) throw new Error('the runner for vitest is gone');
  return new SampleRunner(vitest.factory(injector));
}
sampleRunner.inject = ['$injector'] satisfies ['$injector'];

export const strykerPlugins = [
  declareClassPlugin(PluginKind.Reporter, 'sample', SampleReporter),
  declareFactoryPlugin(PluginKind.TestRunner, 'sample', sampleRunner),
];

/** The ids in the sample, and how many mutants there were to choose from. */
export function readSample(path: string): { readonly ids: readonly string[]; readonly of: number } {
  return JSON.parse(readFileSync(path, 'utf8'));
}
