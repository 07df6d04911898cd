import { defineConfig } from 'vitest/config';

/** As many as the cores that there may be: each more reads all sources and pages once more. */
const maxWorkers = 2;

const NIGHTLY = '**/*.nightly.test.ts';

/** What takes many seconds: projects that are built again and again, long walks in a browser, and runs of git. */
const LONG = '**/*.long.test.ts';

/** Tests of the packed package, in projects that it is installed in. */
const PACKAGE = ['tests/package/**/*.test.ts', 'tests/package.test.ts', 'tests/upgrade.test.ts'];

/** Tests of whichever sites there are: by night also the sample at the root, and whole histories. */
const OF_EVERY_SITE = [
  'compare',
  'histories',
  'hosting.long',
  'languages',
  'links',
  'outputs',
  'pages',
  'permanence',
  'reading',
  'search.long',
  'sections',
  'structure',
  'versions',
  'weight-and-trust',
].map((name) => `tests/${name}.test.ts`);

/** What tests of built sites need: builds and browsers take their time on a busy machine. */
const ofSites = {
  // Builds take turns where Astro writes to a folder that all of a project share.
  maxWorkers,
  testTimeout: 120_000,
  hookTimeout: 120_000,
  // A browser on a busy machine may need more than the one second that is the default.
  expect: { poll: { timeout: 10_000 } },
};

/** The rooms that are plain functions, with the least share of each that their own tests reach. */
const PURE = {
  document: { statements: 97, branches: 92, functions: 95, lines: 97 },
  notices: { statements: 97, branches: 93, functions: 96, lines: 97 },
  mdx: { statements: 97, branches: 86, functions: 98, lines: 98 },
  compare: { statements: 98, branches: 92, functions: 97, lines: 98 },
  checks: { statements: 98, branches: 91, functions: 99, lines: 98 },
  findings: { statements: 99, branches: 99, functions: 99, lines: 99 },
  search: { statements: 97, branches: 91, functions: 94, lines: 97 },
  // What pages print: most of it is tested on built sites, where coverage is not measured.
  words: { statements: 25, branches: 20, functions: 10, lines: 25 },
  views: { statements: 23, branches: 19, functions: 18, lines: 22 },
};

export default defineConfig({
  test: {
    coverage: {
      provider: 'v8',
      include: Object.keys(PURE).map((room) => `src/${room}/**/*.ts`),
      exclude: ['**/*.test.ts', '**/*.cases.ts', '**/testing.ts'],
      reporter: ['text', 'text-summary'],
      thresholds: Object.fromEntries(
        Object.entries(PURE).map(([room, least]) => [`src/${room}/**/*.ts`, least]),
      ),
    },
    projects: [
      {
        // The middle: plain TypeScript, beside its sources. It keeps no state that one file could
        // leave to the next, so that a worker loads it once.
        test: {
          name: 'unit',
          include: ['{src,create}/**/*.test.ts'],
          exclude: [NIGHTLY],
          isolate: false,
          // Of a property, hundreds of documents are tried, and the machine may be busy.
          testTimeout: 60_000,
          maxWorkers,
        },
      },
      {
        // The built site, in a real browser. Its files share the pages that a worker has parsed.
        test: {
          name: 'site',
          include: ['tests/**/*.test.ts'],
          exclude: [NIGHTLY, LONG, ...PACKAGE],
          isolate: false,
          globalSetup: ['tests/setup/global.ts'],
          ...ofSites,
        },
      },
      {
        // The same sites, looked at for longer, and builds of other projects. CI runs them for each change.
        test: {
          name: 'long',
          include: [`tests/${LONG}`],
          isolate: false,
          globalSetup: ['tests/setup/global.ts'],
          ...ofSites,
        },
      },
      {
        // What npm publishes: packed, installed and built with, as users do.
        test: {
          name: 'package',
          include: PACKAGE,
          maxWorkers: 1,
          testTimeout: 600_000,
          hookTimeout: 900_000,
        },
      },
      {
        // The same cases with larger counts, and what takes minutes.
        test: {
          name: 'nightly',
          include: [`{src,tests}/${NIGHTLY}`, ...OF_EVERY_SITE],
          globalSetup: ['tests/setup/global.nightly.ts'],
          ...ofSites,
        },
      },
    ],
  },
});
