/** For tests: a project of its own, with a notice that is translated and one that has a draft, and its pages. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CheckedFolder } from '../checks/folder.ts';
import { feedsOfNotice, isFollowed } from '../exports/feeds.ts';
import { feedsOfSite } from '../exports/section-feeds.ts';
import { isError } from '../findings/catalogue.ts';
import type { IsoDate } from '../notices/dates.ts';
import { LAYOUTS } from '../notices/pairs.ts';
import { comparisonsOf, differencesOf, panesOf } from '../site/comparisons.ts';
import { readAndCheckFolder } from '../site/folder.ts';
import { loadSite, type SiteOptions } from '../site/load.ts';
import { keptOf, shelfOf } from '../site/load-readings.ts';
import { openByLaw } from '../site/law-today.ts';
import { lineagesOfNotice } from '../site/lineage.ts';
import { neighboursOf, sequenceOf } from '../site/notices.ts';
import { anchorsOfSections, historiesOf, shownTexts } from '../site/section-histories.ts';
import { readSettings } from '../site/settings.ts';
import type { Site } from '../site/site.ts';

const TODAY = '2026-11-27' as IsoDate;

const version = (day: string, title: string, words: string, language = 'en-GB'): string =>
  [
    '---',
    `title: ${title}`,
    `published: "${day > TODAY ? '2026-11-01' : day}"`,
    `effective: "${day}"`,
    `language: ${language}`,
    'controller:',
    '  name: Parcels Limited',
    '  contact:',
    '    email: privacy@parcels.example',
    '---',
    '',
    'We deliver parcels.',
    '',
    '## What we keep {#keep}',
    '',
    words,
    '',
    '## Your rights {#rights}',
    '',
    'See [what we keep](#keep), and ask us.',
    '',
  ].join('\n');

const FILES = {
  'parcels/2024-01-01.mdx': version('2024-01-01', 'Parcels', 'Your address for six years.'),
  'parcels/2025-01-01.mdx': version('2025-01-01', 'Parcels', 'Your address for seven years.'),
  'parcels/2026-01-01.mdx': version('2026-01-01', 'Parcels', 'Your address and name.'),
  'parcels/2027-01-01.mdx': version('2027-01-01', 'Parcels', 'Your name, for as long as we do.'),
  'parcels/2024-01-01.cy.mdx': version('2024-01-01', 'Parseli', 'Eich cyfeiriad.', 'cy'),
  'parcels/2026-01-01.cy.mdx': version('2026-01-01', 'Parseli', 'Eich enw.', 'cy'),
  'letters/2024-01-01.mdx': version('2024-01-01', 'Letters', 'Your stamps.'),
  'letters/2025-01-01.mdx': version('2025-01-01', 'Letters', 'Your stamps, and envelopes.'),
  'letters/2027-01-01.mdx': version('2027-01-01', 'Letters', 'Your paper.').replace(
    'language:',
    'calledOff: { on: "2026-11-20", by: Privacy manager, reason: A slip. }\nlanguage:',
  ),
  'letters/draft.mdx': version('2027-02-01', 'Letters', 'Nothing of yours.'),
};

/** A project, with what it is loaded with. */
export interface SmallProject {
  root: string;
  options: SiteOptions;
  /** Loads its site as a build does, with nothing in memory of earlier ones. */
  load: () => Promise<{ site: Site; checked: CheckedFolder }>;
  remove: () => void;
}

export function smallProject(): SmallProject {
  const root = mkdtempSync(path.join(tmpdir(), 'project-'));
  const directory = path.join(root, 'notices');
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(path.dirname(path.join(directory, name)), { recursive: true });
    writeFileSync(path.join(directory, name), text);
  }
  const options: SiteOptions = {
    root,
    directory,
    publicDirectory: path.join(root, 'public'),
    drafts: true,
    pages: [],
    today: TODAY,
    settings: readSettings({ name: 'Parcels', accent: { light: '#0b5c75', dark: '#7cc7de' } }),
    url: 'https://parcels.example',
    base: '/',
    kept: keptOf(root),
    shelf: shelfOf(root),
  };
  return {
    root,
    options,
    load: async () => {
      const checked = await readAndCheckFolder(options);
      const faults = checked.findings.filter(isError);
      if (faults.length > 0) throw new Error(JSON.stringify(faults));
      return { site: loadSite(options, checked), checked };
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Asks for everything that pages, and the end of a build, ask a shelf for. Returns the panes of all comparisons. */
export function askAsPagesDo(site: Site): string[] {
  const panes: string[] = [];
  for (const notice of site.notices) {
    for (const layout of LAYOUTS) {
      for (const { before, after } of comparisonsOf(notice, layout)) {
        if (before === after) continue;
        differencesOf(notice, before, after);
        panes.push(panesOf(notice, [before, after], layout, site.base));
      }
    }
    for (const version of sequenceOf(notice)) {
      const { previous } = neighboursOf(notice, version);
      if (previous) differencesOf(notice, previous, version);
    }
    lineagesOfNotice(notice);
    for (const anchor of anchorsOfSections(notice)) {
      shownTexts(site, notice, anchor, historiesOf(notice, anchor));
    }
    if (isFollowed(site)) feedsOfNotice(site, notice);
    openByLaw(notice, site.today);
  }
  feedsOfSite(site);
  return panes;
}

/** What the pages of a site have to make themselves, although no draft is in it. */
export function madeByPages(site: Site): string[] {
  const made: string[] = [];
  for (const notice of site.notices) {
    const { shelf } = notice;
    notice.shelf = {
      ...shelf,
      made: (what, sources, make) =>
        shelf.made(what, sources, () => {
          if (sources.every((source) => source !== undefined)) made.push(`${notice.id} ${what}`);
          return make();
        }),
    };
  }
  askAsPagesDo(site);
  return made;
}
