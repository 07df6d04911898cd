/** Changes as feeds: what every entry says, and the two formats it is written in. */
import { generateAtomFeed, generateJsonFeed } from 'feedsmith';
import { z } from 'zod';
import type { IsoDate } from '../notices/dates.ts';

export interface Feed {
  /** A `tag:` URI (RFC 4151) that stays the same for ever. */
  id: string;
  title: string;
  subtitle: string;
  /** The page that it follows, and its own two addresses. */
  page: string;
  atom: string;
  json: string;
  /** How the first is shown by a browser that opens it. */
  sheet: string;
  author: string;
  /** The newest first. */
  entries: FeedEntry[];
  /** The archive with the entries before these: RFC 5005, section 4. */
  older?: { atom: string; json: string };
  /** Of an archive: the feed that it is an archive of. */
  current?: string;
}

export interface FeedEntry {
  id: string;
  title: string;
  page: string;
  summary: string;
  /** HTML whose links are whole addresses. It is long, so it is made whenever a feed is written. */
  html: () => string;
  /** How long that is in a feed: {@link sizeOf}. */
  size: number;
  language: string;
  author: string;
  published: IsoDate;
  updated: IsoDate;
}

/** How long a text is in a feed, in bytes: markup is escaped there. */
export const sizeOf = (html: string): number =>
  Buffer.byteLength(html) + 4 * (html.match(/[<>&"]/g)?.length ?? 0);

/** A day as an instant: notices take effect at midnight. */
const instantOf = (day: IsoDate): Date => new Date(`${day}T00:00:00Z`);

const newest = (entries: readonly FeedEntry[]): IsoDate | undefined =>
  entries
    .map(({ updated }) => updated)
    .toSorted()
    .at(-1);

/** Atom 1.0: RFC 4287. */
const atomOf = (feed: Feed): string =>
  generateAtomFeed(
    {
      id: feed.id,
      title: { value: feed.title },
      subtitle: { value: feed.subtitle },
      updated: instantOf(newest(feed.entries) ?? ('1970-01-01' as IsoDate)),
      authors: [{ name: feed.author }],
      links: [
        { href: feed.atom, rel: 'self', type: 'application/atom+xml' },
        { href: feed.json, rel: 'alternate', type: 'application/feed+json' },
        { href: feed.page, rel: 'alternate', type: 'text/html' },
        ...(feed.older
          ? [{ href: feed.older.atom, rel: 'prev-archive', type: 'application/atom+xml' }]
          : []),
        ...(feed.current === undefined
          ? []
          : [{ href: feed.current, rel: 'current', type: 'application/atom+xml' }]),
      ],
      entries: feed.entries.map((entry) => ({
        id: entry.id,
        title: { value: entry.title },
        summary: { value: entry.summary },
        content: { value: entry.html(), type: 'html', xml: { lang: entry.language } },
        published: instantOf(entry.published),
        updated: instantOf(entry.updated),
        authors: [{ name: entry.author }],
        links: [{ href: entry.page, rel: 'alternate', type: 'text/html' }],
      })),
    },
    { stylesheets: [{ type: 'text/css', href: feed.sheet }] },
  );

/** JSON Feed 1.1. */
const jsonFeedOf = (feed: Feed): string =>
  JSON.stringify(
    generateJsonFeed({
      title: feed.title,
      description: feed.subtitle,
      home_page_url: feed.page,
      feed_url: feed.json,
      ...(feed.older && { next_url: feed.older.json }),
      authors: [{ name: feed.author }],
      items: feed.entries.map((entry) => ({
        id: entry.id,
        url: entry.page,
        title: entry.title,
        summary: entry.summary,
        content_html: entry.html(),
        language: entry.language,
        authors: [{ name: entry.author }],
        date_published: instantOf(entry.published),
        date_modified: instantOf(entry.updated),
      })),
    }),
  );

const day = z.string().transform((instant) => instant.slice(0, 10) as IsoDate);

/** What of a JSON feed is read. */
const jsonFeedSchema = z.object({
  next_url: z.string().optional(),
  items: z
    .array(
      z.object({
        id: z.string(),
        url: z.string(),
        title: z.string(),
        summary: z.string().default(''),
        content_html: z.string(),
        language: z.string(),
        authors: z.tuple([z.object({ name: z.string() })]),
        date_published: day,
        date_modified: day,
      }),
    )
    .default([]),
});

/** The entries of a feed that was written as JSON, and where the archive before it is. */
export function readJsonFeed(written: string): { entries: FeedEntry[]; older?: string } {
  const { items, next_url: older } = jsonFeedSchema.parse(JSON.parse(written));
  const entries = items.map((item) => ({
    id: item.id,
    title: item.title,
    page: item.url,
    summary: item.summary,
    html: () => item.content_html,
    size: sizeOf(item.content_html),
    language: item.language,
    author: item.authors[0].name,
    published: item.date_published,
    updated: item.date_modified,
  }));
  return { entries, ...(older !== undefined && { older }) };
}

/** The endings of the two formats. */
export const feedFormats = ['xml', 'json'] as const;
export type FeedFormat = (typeof feedFormats)[number];

export function respondWithFeed(feed: Feed | undefined, format: FeedFormat): Response {
  if (!feed) return new Response(null, { status: 404 });
  return format === 'xml'
    ? new Response(atomOf(feed), {
        headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
      })
    : new Response(jsonFeedOf(feed), {
        headers: { 'content-type': 'application/feed+json; charset=utf-8' },
      });
}
