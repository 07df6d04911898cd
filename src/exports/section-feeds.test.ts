import { expect, it } from 'vitest';
import type { Notice } from '../site/notices.ts';
import { emptySite, parcels } from '../site/testing.ts';
import type { FollowedSite } from './feeds.ts';
import { feedsOfSections } from './section-feeds.ts';

const url = new URL('https://notices.example');
const site: FollowedSite = { ...emptySite(), url, locate: (path) => new URL(path, url).href };

const names = (days: number): string =>
  `## Names {#names}\n\nWe keep your name for ${days} days${', and those of your neighbours'.repeat(9)}.\n`;
const doors = (days: number): string => `## Doors {#doors}\n\nYour door, ${days} days.\n`;

const sizesOf = (notice: Notice): number[][] =>
  feedsOfSections(site, notice).map(({ entries }) => entries.map(({ size }) => size));

it('have the sizes of the sections in force, whichever were before', () => {
  const texts = {
    '2023-01-01': names(1) + doors(1),
    '2024-01-01': names(2) + doors(2),
    '2025-01-01': names(3) + doors(3),
    '2027-01-01': doors(4),
  };
  const notice = parcels(texts);
  const kept = new Map<string, unknown>();
  notice.shelf = {
    has: () => false,
    made: <T>(what: string, _: unknown, make: () => T): T => {
      kept.set(what, kept.get(what) ?? make());
      return kept.get(what) as T;
    },
  };
  const inForce = notice.scheduled[0]!;
  expect(sizesOf(notice)).toHaveLength(2);
  expect(sizesOf({ ...notice, inForce })).toEqual(sizesOf({ ...parcels(texts), inForce }));
});
