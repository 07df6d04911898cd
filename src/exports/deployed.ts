/** What a deployed site serves beside the words of its versions: its feeds, and the headers of a few pages. */
import { SaxesParser } from 'saxes';
import { z } from 'zod';
import { sectionsOf } from '../document/model.ts';
import type { PublishedFile } from '../record/published.ts';
import { atomPath, jsonFeedPath, textPath } from '../site/addresses.ts';
import { isPublic, type Notice } from '../site/notices.ts';
import { followedNotices, type Site } from '../site/site.ts';
import { newestFirst, noticesInFeed, pagesInFeed } from './feeds.ts';
import { headersFor } from './hosting.ts';
import { rulesOf, type HostedSite } from './hosting-files.ts';

type Deployed = HostedSite & Pick<Site, 'locate'>;

/** Of so many notices headers are looked at: a host treats all alike. */
const SAMPLED = 2;

/** The addresses, without the base, at which headers are looked at: some of each kind. */
function sampleOf(notices: readonly Notice[]): string[] {
  const some = notices.filter(isPublic).slice(0, SAMPLED);
  const paths = some.flatMap((notice) => {
    const newest = notice.published.at(-1);
    const [section] = notice.shown ? [...sectionsOf(notice.shown.document())] : [];
    return [
      notice.path,
      ...(newest ? [newest.path, textPath(newest)] : []),
      ...(section ? [`${notice.path}parts/${encodeURIComponent(section.anchor)}.html`] : []),
    ];
  });
  return ['/', ...paths].map((path) => path.slice(1));
}

/**
 * The headers that the files for hosts ask for, at the addresses of the sample.
 *
 * @returns for an address without the base, undefined if it is not in the sample
 */
export function sampledHeaders(
  site: Deployed,
): (address: string) => Readonly<Record<string, string>> | undefined {
  const rules = rulesOf(site);
  const sample = new Set(sampleOf(site.notices));
  return (address) =>
    sample.has(address) ? headersFor(rules, site.base + decodeURI(address)) : undefined;
}

/** Files of a site that no version has: its home page, for its headers alone, and its feeds. */
export function otherFiles(site: Deployed): PublishedFile[] {
  const notices = followedNotices(site);
  const ofSite = newestFirst(pagesInFeed(noticesInFeed(site), site.locate));
  const home: PublishedFile = {
    ...{ kind: 'page', address: '', file: '', length: () => HOME * site.notices.length },
    faultIn: () => undefined,
  };
  return [
    home,
    ...(notices.length > 0 ? feedsAt({ path: '/' }, ofSite) : []),
    ...notices.flatMap((notice) => feedsAt(notice, pagesInFeed([notice], site.locate))),
  ];
}

/** So many characters of the home page are of one notice, at the most. */
const HOME = 4000;

function feedsAt(place: { path: string }, entries: readonly { page: string }[]): PublishedFile[] {
  const pages = entries.map(({ page }) => page);
  const feed = (path: string, read: (content: string) => string[]): PublishedFile => ({
    ...{ kind: 'feed', address: path.slice(1), file: '', length: () => 0 },
    faultIn: (content) => faultOfFeed(new TextDecoder().decode(content), read, pages),
  });
  return [feed(atomPath(place), pagesOfAtom), feed(jsonFeedPath(place), pagesOfJson)];
}

/**
 * What is wrong with a feed: its entries are the newest there are, in their order. Those that there is
 * no room for are in its archives.
 */
function faultOfFeed(
  content: string,
  read: (content: string) => string[],
  expected: readonly string[],
): string | undefined {
  let found: string[];
  try {
    found = read(content);
  } catch {
    return 'is no feed that can be read';
  }
  if (found.length === 0) return 'has no entries';
  const at = found.findIndex((page, index) => page !== expected[index]);
  if (at === -1) return undefined;
  const [there, here] = [found[at] ?? '', expected[at]];
  return `has the entry ${there.slice(0, 200)} where ${here ?? 'no entry'} belongs: build and deploy again`;
}

const jsonSchema = z.object({ items: z.array(z.object({ id: z.string(), url: z.string() })) });

const pagesOfJson = (content: string): string[] =>
  jsonSchema.parse(JSON.parse(content)).items.map(({ url }) => url);

const ATOM = 'http://www.w3.org/2005/Atom';

/** The pages of the entries of an Atom feed: RFC 4287, section 4.2.7.2. Throws if it is none. */
function pagesOfAtom(content: string): string[] {
  const pages: string[] = [];
  const open: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  const refuse = (): never => {
    throw new Error('no feed');
  };
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  parser.on('opentag', ({ uri, local, attributes }) => {
    open.push(local);
    if (open.length > 100 || (open.length === 1 && (uri !== ATOM || local !== 'feed'))) refuse();
    const isOfEntry = open.length === 3 && open[1] === 'entry' && local === 'link';
    const [rel, href] = [attributes['rel']?.value, attributes['href']?.value];
    if (isOfEntry && (rel ?? 'alternate') === 'alternate' && href) pages.push(href);
  });
  parser.on('closetag', () => void open.pop());
  parser.write(content).close();
  return pages;
}
