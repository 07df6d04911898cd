/** Divides a long feed: the newest entries at its own address, all others in archives (RFC 5005). */
import { sizeOf, type Feed, type FeedEntry } from './feed-formats.ts';

/** How many bytes an archive has, and half of what a feed has: readers fetch it several times a day. */
const PAGE = 100_000;
/** How much of what changed an entry shows, in bytes: a page or two. Its link leads to the rest. */
const SHOWN = 12_000;

/** Whether there is room in an entry for so much of what changed. */
export const isShort = (html: string): boolean => sizeOf(html) <= SHOWN;

/** What an entry has besides its text. */
const AROUND = 1000;
const weightOf = ({ size, summary }: FeedEntry): number => size + sizeOf(summary) + AROUND;

/**
 * Divides the entries of a feed. Archives are filled from the oldest entry on, so that a new one
 * changes none of them; the last two pages are the feed itself.
 *
 * @param entries the newest first
 * @returns the entries of the feed, then those of each archive, the oldest archive last
 */
export function pagesOf(entries: readonly FeedEntry[]): FeedEntry[][] {
  const pages: FeedEntry[][] = [];
  let size = 0;
  for (const entry of entries.toReversed()) {
    const weight = weightOf(entry);
    const [last] = pages;
    if (last && size + weight <= PAGE) {
      last.unshift(entry);
      size += weight;
    } else {
      pages.unshift([entry]);
      size = weight;
    }
  }
  const [newest = [], next = [], ...archives] = pages;
  return [[...newest, ...next], ...archives];
}

/**
 * A feed and its archives, each with a link to the one before it. The key of an archive is its
 * number, counted from the oldest, and that of the feed itself is empty.
 *
 * @param mark is put before the number, to tell an archive from the feed of another section
 */
export function dividedFeed(feed: Feed, mark = ''): Map<string, Feed> {
  const pages = pagesOf(feed.entries);
  const addressOf = (address: string, number: number): string =>
    address.replace(/\.\w+$/, (ending) => `.${mark}${number}${ending}`);
  return new Map(
    pages.map((entries, index): [string, Feed] => {
      const number = pages.length - index;
      const older =
        number > 1
          ? {
              atom: addressOf(feed.atom, number - 1),
              json: addressOf(feed.json, number - 1),
            }
          : undefined;
      const own = { ...feed, entries, ...(older && { older }) };
      if (index === 0) return ['', own];
      return [
        `${mark}${number}`,
        {
          ...own,
          atom: addressOf(feed.atom, number),
          json: addressOf(feed.json, number),
          current: feed.atom,
        },
      ];
    }),
  );
}
