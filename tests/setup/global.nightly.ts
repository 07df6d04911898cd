/** Builds the sites that the nightly run looks at: at every base, and the histories whole. */
import { existsSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { HISTORIES, SAMPLE } from './build.ts';
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
    const [histories, sample, belowBase, languages, published] = await Promise.all([
      existsSync(HISTORIES) ? prepare({ name: 'histories', notices: HISTORIES, base: '/' }) : null,
      prepare({ name: 'sample', notices: SAMPLE, base: '/', cards: true }),
      prepare({ name: 'sample-at-privacy', notices: SAMPLE, base: '/privacy/', cards: true }),
      prepare({
        name: 'languages',
        notices: translated,
        base: '/privacy/',
        cards: true,
        drafts: true,
      }),
      prepare({ name: 'corners', notices: corners, base: '/' }),
    ]);
    project.provide('samples', [sample, belowBase]);
    project.provide('languages', languages);
    project.provide('corners', published);
    project.provide('histories', histories);
  });
