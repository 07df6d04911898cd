import fc from 'fast-check';
import { isAnchor } from '../document/anchors.ts';
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../notices/dates.ts';
import { respondWithFeed, sizeOf, type Feed, type FeedEntry } from './feed-formats.ts';
import { dividedFeed, pagesOf } from './feed-pages.ts';

const DAY = '2025-01-01' as IsoDate;
const entry = (id: number, size: number): FeedEntry => ({
  id: `tag:notices.example,2025:staff:${id}`,
  title: `Version ${id}`,
  page: `https://notices.example/staff/${id}/`,
  summary: '',
  html: () => 'x'.repeat(size),
  size,
  language: 'en-GB',
  author: 'Acme Limited',
  published: DAY,
  updated: DAY,
});
const feedOf = (entries: FeedEntry[]): Feed => ({
  id: 'tag:notices.example,2025:staff',
  title: 'Staff',
  subtitle: 'Staff',
  page: 'https://notices.example/staff/history/',
  atom: 'https://notices.example/staff/feed.xml',
  json: 'https://notices.example/staff/feed.json',
  sheet: '/feed.css',
  author: 'Acme Limited',
  entries,
});
const sixty = Array.from({ length: 60 }, (_, index) => entry(60 - index, 70_000));

describe('a long feed', () => {
  it('stays below a megabyte in both formats, as do its archives', async () => {
    const feeds = [...dividedFeed(feedOf(sixty)).values()];
    expect(feeds.length).toBeGreaterThan(5);
    for (const feed of feeds) {
      for (const format of ['xml', 'json'] as const) {
        const text = await respondWithFeed(feed, format).text();
        expect(new TextEncoder().encode(text).length).toBeLessThan(1_000_000);
      }
    }
  });

  it('leads from the newest entries back to the first, each once', () => {
    const feeds = new Map(
      [...dividedFeed(feedOf(sixty)).values()].map((feed) => [feed.atom, feed]),
    );
    const ids: string[] = [];
    let next: string | undefined = 'https://notices.example/staff/feed.xml';
    while (next !== undefined) {
      const feed: Feed | undefined = feeds.get(next);
      ids.push(...(feed?.entries ?? []).map(({ id }) => id));
      next = feed?.older?.atom;
    }
    expect(ids).toEqual(sixty.map(({ id }) => id));
    expect(feeds.has('https://notices.example/staff/feed.1.xml')).toBe(true);
  });

  it('has a style sheet where a browser opens it', async () => {
    const atom = await respondWithFeed(feedOf([]), 'xml').text();
    expect(atom.split('\n')[1]).toBe('<?xml-stylesheet type="text/css" href="/feed.css"?>');
  });

  it('says where its archives are, and they where it is', async () => {
    const feeds = dividedFeed(feedOf(sixty));
    const newest = String(feeds.size - 1);
    const atom = await respondWithFeed(feeds.get(''), 'xml').text();
    expect(atom).toContain(
      `<link href="https://notices.example/staff/feed.${newest}.xml" rel="prev-archive"`,
    );
    const json = await respondWithFeed(feeds.get(''), 'json').text();
    expect(json).toContain(`"next_url":"https://notices.example/staff/feed.${newest}.json"`);
    const archive = await respondWithFeed(feeds.get('1'), 'xml').text();
    expect(archive).toContain('<link href="https://notices.example/staff/feed.xml" rel="current"');
    expect(archive).not.toContain('prev-archive');
  });

  it('marks the archives of a section, so that none has the address of another section', () => {
    const keys = [...dividedFeed(feedOf(sixty), '~').keys()];
    expect(keys.slice(0, 1)).toEqual(['']);
    expect(keys.slice(1).filter((key) => !/^~\d+$/.test(key))).toEqual([]);
    expect(isAnchor(`retention.${keys.at(-1) ?? ''}`)).toBe(false);
    expect(dividedFeed(feedOf(sixty), '~').get('')?.older?.atom).toMatch(/feed\.~\d+\.xml$/);
  });

  it('never changes an archive when an entry is added', () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 250_000 }), { maxLength: 20 });
    fc.assert(
      fc.property(sizes, (all) => {
        const entries = all.map((size, index) => entry(all.length - index, size));
        const [, ...before] = pagesOf(entries.slice(1));
        const [, ...after] = pagesOf(entries);
        expect(after.slice(after.length - before.length)).toEqual(before);
        expect(pagesOf(entries).flat()).toEqual(entries);
      }),
      { numRuns: 30 },
    );
  });

  it('is one where it is short', () => {
    const feeds = dividedFeed(feedOf(sixty.slice(0, 2)));
    expect([...feeds]).toEqual([['', feedOf(sixty.slice(0, 2))]]);
  });

  it('counts escaped markup as it is written', () => {
    expect(sizeOf('<a>&é報\u{20BB7}')).toBe(5 + 1 + 5 + 5 + 2 + 3 + 4);
  });
});
