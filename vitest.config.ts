import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Loading the languages anew for each file would take longer than the tests. What a test changes, it puts back.
    isolate: false,
    maxWorkers: '100%',
    // Room for a busy machine.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
