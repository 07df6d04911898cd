import { describe, expect, it } from 'vitest';
import { emptySite, parcels } from '../site/testing.ts';
import { readJsonFeed, respondWithFeed, type FeedEntry } from './feed-formats.ts';
import { feedsOfNotice, type FollowedSite } from './feeds.ts';

const url = new URL('https://notices.example');
const site: FollowedSite = {
  ...emptySite(),
  url,
  locate: (path) => new URL(path, url).href,
};

/** Text of a section in which a number is another in each version. */
const rule = (number: number, days: number): string =>
  `## Rule ${number} {#rule-${number}}\n\nWe answer a question of kind ${number} within ${days} days of the day on which it reaches us.\n`;
const rules = (count: number, days: number): string =>
  Array.from({ length: count }, (_, index) => rule(index + 1, days)).join('\n');

/** What the entry for the second of two versions shows. */
function entryOf(before: string, after: string): string {
  const notice = parcels({ '2024-01-01': before, '2025-01-01': after });
  return feedsOfNotice(site, notice).get('')?.entries[0]?.html() ?? '';
}

const COMPARISON = 'https://notices.example/parcels/compare/2024-01-01/2025-01-01/';

describe('the entry of a version in a feed', () => {
  it('has the passages that changed, with a link to the whole', () => {
    const html = entryOf(rules(2, 30), `${rule(1, 30)}\n${rule(2, 20)}`);
    expect(html).toContain(`<a href="${COMPARISON}">What changed since the version of`);
    expect(html).toMatch(/Rule 2.*<del.*30 days<\/del><ins.*20 days<\/ins>/s);
    expect(html).not.toContain('Rule 1');
    expect(html).not.toContain('more change');
  });

  it('is a page or two however much changed, and counts the rest', () => {
    const html = entryOf(rules(90, 30), rules(90, 20));
    expect(html.length).toBeLessThan(12_500);
    const shown = html.match(/<del/g)?.length ?? 0;
    expect(shown).toBeGreaterThan(10);
    expect(html).toMatch(
      new RegExp(`<p><a href="${COMPARISON}">And ${90 - shown} more changes</a></p>$`),
    );
  });

  it('leads from what moved to its place in the comparison', () => {
    const moved =
      'Couriers see your name, your street and the number of your door, and nothing else of you.';
    const [one, two] = [rule(1, 30), rule(2, 30)];
    const html = entryOf(`${one}\n${moved}\n\n${two}`, `${one}\n${two}\n${moved}\n`);
    expect(html).toMatch(new RegExp(`href="${COMPARISON}#~m`));
  });
});

/** An entry with its text. */
const asWritten = (entry: FeedEntry) => ({ ...entry, html: entry.html() });

describe('what the publisher says of a version', () => {
  it('is said once where it is the same of several sections', () => {
    const note = (section: number): string =>
      `  - kind: added\n    section: rule-${section}\n    summary: In short.\n`;
    const notice = parcels(
      { '2024-01-01': rules(2, 30), '2025-01-01': rules(2, 20) },
      {
        '2025-01-01':
          `title: Parcel notice\nchangeType: minor\nchanges:\n${note(1)}${note(2)}`.trimEnd(),
      },
    );
    const [entry] = feedsOfNotice(site, notice).get('')?.entries ?? [];
    expect(entry?.summary).toBe('In short.');
    expect(entry?.html().match(/<li><strong>Added<\/strong>: In short\.<\/li>/g)).toHaveLength(1);
  });
});

describe('a feed as JSON', () => {
  it('has all that its entries are, for the feed of a site whose parts are merged', async () => {
    const marked = `${rules(1, 30)}\n\nWe say “a & b”, 1 < 2 and **nothing** else. `;
    const notice = parcels({ '2024-01-01': rules(1, 30), '2025-01-01': marked });
    const feed = feedsOfNotice(site, notice).get('');
    const entries = feed?.entries.map((entry, index) =>
      index === 0 ? { ...entry, summary: '' } : entry,
    );
    const older = {
      atom: 'https://notices.example/feed.1.xml',
      json: 'https://notices.example/feed.1.json',
    };
    const written = await respondWithFeed(
      feed && { ...feed, entries: entries ?? [], older },
      'json',
    ).text();
    const read = readJsonFeed(written);
    expect(read.older).toBe(older.json);
    expect(read.entries.map(asWritten)).toEqual(entries?.map(asWritten));
    expect(entries).toHaveLength(2);
  });

  it('may have no entries', async () => {
    const feed = feedsOfNotice(site, parcels({ '2024-01-01': 'Text.' })).get('');
    const written = await respondWithFeed(feed && { ...feed, entries: [] }, 'json').text();
    expect(readJsonFeed(written)).toEqual({ entries: [] });
  });
});
