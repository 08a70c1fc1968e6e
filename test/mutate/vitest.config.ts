import { defineConfig } from 'vitest/config';
import { keptWorker } from './kept-worker.ts';

/** The quick tests: what starts processes, a PostgreSQL or a large collection would run for minutes for each mutant. */
export default defineConfig({
  plugins: [
    {
      name: 'kept-worker',
      // Stryker names its pool on the command line, which outweighs what stands below.
      configureVitest({ project }) {
        project.config.pool = keptWorker.name;
        project.config.poolRunner = keptWorker;
      },
    },
  ],
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [
      'test/architecture.test.ts',
      'test/discord/rest.test.ts',
      'test/discord/starting.test.ts',
      'test/discord-server/**',
      'test/questions/**',
      'test/store/postgres.test.ts',
      'test/terminal/process.test.ts',
    ],
    isolate: false,
    setupFiles: ['test/mutate/unmutated.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
