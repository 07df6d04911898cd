/** Builds the sites that the default run looks at: few, and of all kinds. */
import type { TestProject } from 'vitest/node';
import { SAMPLE } from './build.ts';
import { writeCorners, writeLanguages } from './corners.ts';
import { importPage, record } from './recorded.ts';
import { SHAPES } from './shapes.ts';
import { withSites } from './sites.ts';

export default (project: TestProject): Promise<() => Promise<void>> =>
  withSites(async (prepare, folderOf) => {
    const corners = writeCorners(folderOf('corners'), SHAPES);
    await record(corners);
    const translated = writeLanguages(folderOf('languages'));
    await importPage(translated);
    // The slowest first: a build takes no more than one core.
    const [sample, published, languages] = await Promise.all([
      // Below a base, which is the harder: at the root as well in `npm run test:nightly`.
      prepare({ name: 'sample', notices: SAMPLE, base: '/privacy/' }),
      prepare({ name: 'corners', notices: corners, base: '/' }),
      prepare({
        name: 'languages',
        notices: translated,
        base: '/privacy/',
        cards: true,
        drafts: true,
      }),
    ]);
    project.provide('samples', [sample]);
    project.provide('languages', languages);
    project.provide('corners', published);
    // Real histories are hundreds of pages: `npm run test:nightly` looks at them.
    project.provide('histories', null);
  });
