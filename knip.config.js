// @ts-check
/** What is exported, or depended on, and used by nothing: `npm run check` reports it. */

/** @type {import('knip').KnipConfig} */
export default {
  entry: [
    'src/pages/**/*.{astro,ts,mdx}',
    // What users import, and what is named by a module that the integration makes.
    'src/index.ts',
    // Started by its path.
    'src/integration/{reader,worker}.ts',
    'src/components/frame/*.astro',
    // Named by pages of the site's own.
    'src/layouts/*.astro',
    '{src,tests}/**/*.test.ts',
    'bench/*.ts',
    'create/{bin,pack}.js',
    'action/comment.js',
    'tools/*.ts',
  ],
  project: ['{src,tests,bench,tools,create,action}/**/*.{ts,js,astro}', 'src/pages/**/*.mdx'],
  // The type of what an exported function takes or returns has a name that others may use.
  ignoreExportsUsedInFile: { interface: true, type: true },
  ignoreDependencies: [
    // Read as files, by their path.
    '@fontsource/inter',
    // Vite's own, whatever version that is: what it bundles is what readers load.
    'rolldown',
    // Commands of releases, run by tools/package.ts and by people; and what the second brings along.
    '@arethetypeswrong/cli',
    /^@changesets\//,
    'publint',
  ],
  // One test looks into PDF files with the first, and is skipped without; one makes a pipe.
  ignoreBinaries: ['qpdf', 'mkfifo'],
};
