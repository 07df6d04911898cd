import { expect, it } from 'vitest';
import type { IsoDate } from '../notices/dates.ts';
import { idOfFile, parseVersionName, placeOfFile } from '../notices/names.ts';
import { frontmatterSchema } from '../notices/schema.ts';
import { checkLock, type HashedVersion } from './check.ts';
import { emptyLock, type LockEntry } from './lock.ts';
import { sealed } from './seal.ts';
import { sha256 } from './source.ts';

/** The content of the files of a folder, by their paths. */
type Contents = Record<string, string>;

const versionAt = (file: string, content: string): HashedVersion[] => {
  const place = placeOfFile(file);
  const named = parseVersionName(place.name);
  if (!named) return [];
  const facts = frontmatterSchema.parse({
    title: 'Notice',
    published: named.date,
    effective: named.date,
    controller: { name: 'A', contact: { email: 'a@a.example' } },
  });
  const source = sha256(content);
  const document = () => ({ facts, lead: [], sections: [] });
  const common = { file: `notices/${file}`, draft: false, files: [] };
  return [{ ...named, ...place, ...common, facts, document, source }];
};

/** What is found in a folder after other files were published. */
function foundIn(published: Contents, now: Contents): { message: string; hint: string }[] {
  const entries = Object.entries(published).map(([file, content]): [string, LockEntry] => [
    idOfFile(file),
    {
      published: placeOfFile(file).name as IsoDate,
      source: sha256(content),
      text: sha256(content),
      anchors: [],
      later: {},
      errata: [],
    },
  ]);
  return checkLock(
    {
      today: '2026-11-27' as IsoDate,
      folder: 'notices',
      lockFile: 'notices.locks',
      recordFolder: 'notices.record',
      publicFolder: 'public',
      publicFiles: new Map(),
      unfitFiles: new Map(),
      copies: new Map(),
      files: new Map(Object.keys(now).map((file) => [idOfFile(file), `notices/${file}`])),
      versions: Object.entries(now).flatMap(([file, content]) => versionAt(file, content)),
      lock: sealed(emptyLock(), Object.fromEntries(entries), '2026-11-27' as IsoDate),
      lockFiles: [],
      recorded: [],
      beforeErrata: [],
    },
    true,
  ).map(({ message, hint }) => ({ message, hint }));
}

const OTHER = { 'staff/2024-01-01.mdx': 's' };
const SHOP = { 'shop/2024-01-01.mdx': '1', 'shop/2025-01-01.mdx': '2' };
const STORE = { 'store/2024-01-01.mdx': '1', 'store/2025-01-01.mdx': '2' };

const WHOLE: [what: string, published: Contents, now: Contents, message: string, edit: string][] = [
  [
    'a notice',
    SHOP,
    STORE,
    'the notice shop was renamed from shop to store, with 2 published versions',
    'rename the folder notices/store back to notices/shop',
  ],
  [
    'a notice with its translations',
    { ...SHOP, 'shop/2024-01-01.cy.mdx': 'c' },
    { ...STORE, 'store/2024-01-01.cy.mdx': 'c' },
    'from shop to store, with 3 published versions',
    'rename the folder notices/store back to notices/shop',
  ],
  [
    'a notice that has a new version and a draft since',
    SHOP,
    { ...STORE, 'store/2026-11-27.mdx': '3', 'store/draft.mdx': '4' },
    'from shop to store, with 2 published versions',
    'notices/store back',
  ],
  [
    'a notice, with its name in one of its files',
    SHOP,
    { ...STORE, 'store/2024-01-01.mdx': 'x' },
    'from shop to store',
    'notices/store back',
  ],
  [
    'a notice, with its name in all of its files',
    SHOP,
    { 'store/2024-01-01.mdx': 'x', 'store/2025-01-01.mdx': 'y' },
    'from shop to store',
    'notices/store back',
  ],
  [
    'a notice of one version',
    { 'shop/2024-01-01.mdx': '1' },
    { 'store/2024-01-01.mdx': '1' },
    'from shop to store, with 1 published version',
    'notices/store back',
  ],
  [
    'a notice into a folder',
    SHOP,
    { 'acme/shop/2024-01-01.mdx': '1', 'acme/shop/2025-01-01.mdx': '2' },
    'from shop to acme/shop',
    'rename the folder notices/acme/shop back to notices/shop',
  ],
  [
    'a folder of notices',
    { 'acme/shop/2024-01-01.mdx': '1', 'acme/web/2024-01-01.mdx': '2' },
    { 'acme-ltd/shop/2024-01-01.mdx': '1', 'acme-ltd/web/2024-01-01.mdx': '2' },
    'the folder of notices acme was renamed from acme to acme-ltd, with 2 published versions',
    'rename the folder notices/acme-ltd back to notices/acme',
  ],
  [
    'one of the notices of a folder into another folder',
    { 'acme/shop/2024-01-01.mdx': '1', 'acme/web/2024-01-01.mdx': '2' },
    { 'zeta/shop/2024-01-01.mdx': '1', 'acme/web/2024-01-01.mdx': '2' },
    'from acme/shop to zeta/shop',
    'rename the folder notices/zeta/shop back to notices/acme/shop',
  ],
  [
    'the language of a translation',
    { ...SHOP, 'shop/2024-01-01.cy.mdx': 'c', 'shop/2025-01-01.cy.mdx': 'd' },
    { ...SHOP, 'shop/2024-01-01.ga.mdx': 'c', 'shop/2025-01-01.ga.mdx': 'd' },
    'from shop/cy to shop/ga',
    'rename its files back, such as notices/shop/2024-01-01.ga.mdx to notices/shop/2024-01-01.cy.mdx',
  ],
];

it.each(WHOLE)('reports once that somebody renamed %s', (_, published, now, message, edit) => {
  const found = foundIn({ ...published, ...OTHER }, { ...now, ...OTHER });
  expect(found).toHaveLength(1);
  expect(found[0]?.message).toContain(message);
  expect(found[0]?.hint).toContain(edit);
});

it('explains how a notice gets a second address', () => {
  const [found] = foundIn({ ...SHOP, ...OTHER }, { ...STORE, ...OTHER });
  expect(found?.hint).toContain(
    "add to the settings in astro.config.mjs: redirects: [{ from: '/store/', to: '/shop/' }]",
  );
});

it('reports two notices that were renamed, each by itself', () => {
  const staff = { 'team/2024-01-01.mdx': 's' };
  const found = foundIn({ ...SHOP, ...OTHER }, { ...STORE, ...staff });
  expect(found.map(({ message }) => message)).toEqual([
    expect.stringContaining('from shop to store'),
    expect.stringContaining('from staff to team'),
  ]);
});

it.each<[string, Contents, string[]]>([
  [
    'a renamed file, and not that its new name is not published',
    { 'shop/2024-01-01.mdx': '1', 'shop/2025-02-02.mdx': '2' },
    ['version shop/2025-01-01 is now shop/2025-02-02'],
  ],
  [
    'a file that is in another notice now',
    { 'shop/2024-01-01.mdx': '1', 'store/2025-01-01.mdx': '2' },
    ['version shop/2025-01-01 is now store/2025-01-01'],
  ],
  ['a deleted file', { 'shop/2024-01-01.mdx': '1' }, ['version shop/2025-01-01 is missing']],
  [
    'a deleted notice beside a new one for other days',
    { 'store/2024-01-01.mdx': 'x', 'store/2026-01-01.mdx': 'y' },
    ['2024-01-01 is missing', '2025-01-01 is missing', 'this version is not in the lock', 'this'],
  ],
])('reports %s', (_, now, messages) => {
  const found = foundIn({ ...SHOP, ...OTHER }, { ...now, ...OTHER });
  expect(found.map(({ message }) => message)).toEqual(
    messages.map((message) => expect.stringContaining(message) as string),
  );
});
