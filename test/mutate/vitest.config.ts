import { defineConfig } from 'vitest/config';

/** The quick tests: what starts processes, a PostgreSQL or a large collection would run for minutes for each mutant. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [
      'test/architecture.test.ts',
      'test/discord/starting.test.ts',
      'test/discord-server/**',
      'test/questions/**',
      'test/store/postgres.test.ts',
      'test/terminal/process.test.ts',
    ],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
