import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        // The middle: plain TypeScript, beside its sources.
        test: { name: 'unit', include: ['src/**/*.test.ts'] },
      },
      {
        // The built site, in a real browser.
        test: {
          name: 'site',
          include: ['tests/**/*.test.ts'],
          globalSetup: ['tests/setup/global.ts'],
          // Astro keeps one folder of its own for all builds of a project: two may meet in it.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
