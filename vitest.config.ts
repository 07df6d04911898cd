import { defineConfig } from 'vitest/config';

/** One more than the two cores that there may be: a test waits for one process after another. */
const maxWorkers = 3;

export default defineConfig({
  test: {
    projects: [
      {
        // The middle: plain TypeScript, beside its sources. It keeps no state that one file could
        // leave to the next, so that a worker loads it once.
        test: { name: 'unit', include: ['src/**/*.test.ts'], isolate: false, maxWorkers },
      },
      {
        // The built site, in a real browser.
        test: {
          name: 'site',
          include: ['tests/**/*.test.ts'],
          globalSetup: ['tests/setup/global.ts'],
          // Builds take turns where Astro writes to a folder that all of a project share.
          maxWorkers,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // A browser on a busy machine may need more than the one second that is the default.
          expect: { poll: { timeout: 10_000 } },
        },
      },
    ],
  },
});
