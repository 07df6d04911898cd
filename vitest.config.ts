import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        // The middle: plain TypeScript, beside its sources.
        test: { name: 'unit', include: ['src/**/*.test.ts'], maxWorkers: 2 },
      },
      {
        // The built site, in a real browser.
        test: {
          name: 'site',
          include: ['tests/**/*.test.ts'],
          globalSetup: ['tests/setup/global.ts'],
          // Builds take turns where Astro writes to a folder that all of a project share.
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
