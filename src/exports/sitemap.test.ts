import { expect, it } from 'vitest';
import type { Site } from '../site/site.ts';
import { parcels } from '../site/testing.ts';
import { sitemapOf } from './sitemap.ts';

it.each([
  [false, ['/', '/parcels/', '/parcels/history/', '/parcels/2026-01-01/', '/parcels/2027-01-01/']],
  [
    true,
    [
      ...['/', '/parcels/', '/parcels/history/'],
      ...['/parcels/2025-01-01/', '/parcels/2026-01-01/', '/parcels/2027-01-01/'],
    ],
  ],
])('the sitemap names past versions if search engines may: %s', (indexPastVersions, paths) => {
  const notice = parcels({
    '2025-01-01': '## A {#a}\n\nOne.',
    '2026-01-01': '## A {#a}\n\nTwo.',
    '2027-01-01': '## A {#a}\n\nThree.',
  });
  const url = 'https://notices.example';
  const site = { url, notices: [notice], settings: { indexPastVersions } } as unknown as Site;
  expect(sitemapOf(site).map(({ path }) => path)).toEqual(paths);
});
