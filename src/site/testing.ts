/** For tests: a notice of the site, made of the texts of its versions. */
import { readVersionFile } from '../checks/file.ts';
import { checkFolder } from '../checks/folder.ts';
import { openShelf } from '../disk/shelf.ts';
import { sha256 } from '../record/source.ts';
import type { IsoDate } from '../notices/dates.ts';
import { en } from '../words/en/index.ts';
import { noticesOf, type Notice } from './notices.ts';
import { readSettings } from './settings.ts';
import type { Site } from './site.ts';

/**
 * The notice `/parcels/` on 27 November 2026.
 *
 * @param bodies the text of each version by the day it applies from
 * @param facts the lines of their frontmatter before those of dates and the controller, a title among them
 */
export function parcels(
  bodies: Readonly<Record<string, string>>,
  facts: Readonly<Record<string, string>> = {},
): Notice {
  const { versions } = checkFolder(
    Object.entries(bodies).map(([day, body]) => ({
      path: `parcels/${day}.mdx`,
      file: `notices/parcels/${day}.mdx`,
      bytes: new TextEncoder().encode(fileOf(day, body, facts[day] ?? 'title: Parcel notice')),
    })),
    {
      today: TODAY,
      publicFile: () => undefined,
      isReserved: () => false,
      ownPages: new Set(),
    },
    (file) => readVersionFile(file, sha256),
  );
  const making = {
    record: { directory: '/nowhere', locked: {} },
    fallback: en,
    shelf: openShelf(),
  };
  const [notice] = noticesOf(versions, TODAY, making);
  if (!notice) throw new Error('there is no version without an error');
  return notice;
}

/** A site without notices, on the same day. */
export const emptySite = (changes: Partial<Site> = {}): Site => ({
  root: '/nowhere',
  settings: readSettings({ name: 'Notices', accent: { light: '#0b5c75', dark: '#7cc7de' } }),
  url: undefined,
  base: '/',
  outerBase: '/',
  today: TODAY,
  isPreview: false,
  words: en,
  notices: [],
  built: [],
  shard: undefined,
  findings: [],
  icon: undefined,
  publicDirectory: '/nowhere',
  href: (path) => path,
  locate: (path) => path,
  ...changes,
});

const TODAY = '2026-11-27' as IsoDate;

const fileOf = (day: string, body: string, facts: string): string =>
  [
    '---',
    facts,
    `published: "${day > TODAY ? '2026-11-01' : day}"`,
    `effective: "${day}"`,
    'controller:',
    '  name: Parcels Limited',
    '  contact:',
    '    email: privacy@parcels.example',
    '---',
    '',
    body,
    '',
  ].join('\n');
