/** The feeds of the site: an entry for each version, and for each change of a section. */
import { renderPassages, type Passages } from '../compare/redline/passages.ts';
import type { IsoDate } from '../notices/dates.ts';
import { atomPath, historyPath, jsonFeedPath } from '../site/addresses.ts';
import { sizeOf, type Feed, type FeedEntry } from './feed-formats.ts';
import { FEED_SHEET } from './feed-sheet.ts';
import { dividedFeed, isShort } from './feed-pages.ts';
import { markup, trusted, type Markup } from '../document/markup.ts';
import { comparisonOf, comparisonPathOf } from '../site/comparisons.ts';
import { neighboursOf, originalsOf, type Notice, type Version } from '../site/notices.ts';
import { followedNotices, type Site } from '../site/site.ts';

/** A site that knows its own address: without it there are no feeds. */
export type FollowedSite = Site & { url: URL };

export const isFollowed = (site: Site): site is FollowedSite => site.url !== undefined;

/**
 * A name that outlives every address: RFC 4151. The year is that of the first version, so that
 * the name is the same whenever it is made.
 */
export function tagOf(url: URL, notice: Notice, ...parts: string[]): string {
  const [first = '1970'] = notice.published.map(({ facts }) => facts.published).toSorted();
  const year = first.slice(0, 4);
  return `tag:${url.hostname},${year}:${[notice.id, ...parts].map(encodeURI).join(':')}`;
}

/** What leads to an address of a text from anywhere: whole addresses, for what is read elsewhere. */
export const addressesFor =
  (version: Version, locate: Site['locate']) =>
  (address: string): string => {
    if (address.startsWith('#')) return locate(version.path) + address;
    return address.startsWith('/') ? locate(address) : address;
  };

/** The feed of a notice by the key '', and its archives by their numbers. */
export const feedsOfNotice = (site: FollowedSite, notice: Notice): Map<string, Feed> =>
  dividedFeed(feedOfNotice(site, notice));

function feedOfNotice(site: FollowedSite, notice: Notice): Feed {
  const { url, locate } = site;
  const { title, controller, summary } = notice.leading.facts;
  return {
    id: tagOf(url, notice),
    title: `${title} – ${controller.name}`,
    subtitle: summary ?? notice.words.site.feeds.ofNotice(title, controller.name),
    page: locate(historyPath(notice)),
    atom: locate(atomPath(notice)),
    json: locate(jsonFeedPath(notice)),
    sheet: site.href(FEED_SHEET),
    author: controller.name,
    entries: entriesOf(site, notice),
  };
}

/** The feed of all notices by the key '', and its archives by their numbers. */
export const feedsOfAll = (site: FollowedSite): Map<string, Feed> =>
  joinedFeed(
    feedOfSite(site),
    noticesInFeed(site).flatMap((notice) => entriesOf(site, notice)),
  );

/**
 * The same, made of the entries of each notice.
 *
 * @param feed what it says of itself: {@link feedOfSite}
 * @param entries those of one notice after the other, in the order of {@link noticesInFeed}
 */
export const joinedFeed = (
  feed: Omit<Feed, 'entries'>,
  entries: readonly FeedEntry[],
): Map<string, Feed> =>
  dividedFeed({
    ...feed,
    entries: newestFirst(entries),
  });

/** Entries of several notices in the order of the feed of the site. */
export const newestFirst = <Entry extends Pick<FeedEntry, 'updated'>>(
  entries: readonly Entry[],
): Entry[] =>
  entries.toSorted((a, b) => (a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : 0));

/** The notices in the feed of the site: a translation is followed at its own, or every change would be told twice. */
export const noticesInFeed = (site: Pick<Site, 'url' | 'notices'>): Notice[] =>
  originalsOf(followedNotices(site));

/** What the feed of the site says of itself. */
export function feedOfSite(site: FollowedSite): Omit<Feed, 'entries'> {
  const { url, base, locate, settings } = site;
  const [first = '1970'] = noticesInFeed(site)
    .flatMap(({ published }) => published.map(({ facts }) => facts.published))
    .toSorted();
  const year = first.slice(0, 4);
  return {
    id: `tag:${url.hostname},${year}:${base}`,
    title: settings.name,
    subtitle: site.words.site.feeds.ofSite(settings.name),
    page: locate('/'),
    atom: locate('/feed.xml'),
    json: locate('/feed.json'),
    sheet: site.href(FEED_SHEET),
    author: settings.name,
  };
}

/** The entries of a notice, the newest first, for versions of one day too. */
const entriesOf = (site: FollowedSite, notice: Notice): FeedEntry[] =>
  notice.published
    .flatMap((version) => [entryOf(site, notice, version), ...callOffOf(site, notice, version)])
    .toReversed();

/** Which entries a feed has, without what is in them: the page of each, and when it last changed. */
export const pagesInFeed = (
  notices: readonly Notice[],
  locate: Site['locate'],
): { page: string; updated: IsoDate }[] =>
  notices.flatMap(({ published }) =>
    published
      .flatMap((version) => {
        const entry = { page: locate(version.path), updated: updatedOn(version) };
        return version.calledOff ? [entry, entry] : [entry];
      })
      .toReversed(),
  );

const updatedOn = ({ facts, calledOff, corrections }: Version): IsoDate =>
  laterOf(facts.published, calledOff?.on ?? corrections.at(-1)?.on);

const entries = new WeakMap<Version, FeedEntry>();

/** The entry of a version, made once: it is in two feeds, each in two formats. */
function entryOf(site: FollowedSite, notice: Notice, version: Version): FeedEntry {
  const entry = entries.get(version) ?? makeEntry(site, notice, version);
  entries.set(version, entry);
  return entry;
}

function makeEntry(site: FollowedSite, notice: Notice, version: Version): FeedEntry {
  const { url, locate } = site;
  const { facts, name, label } = version;
  const { previous } = neighboursOf(notice, version);
  const words = notice.words;
  const { feeds } = words.site;
  return {
    id: tagOf(url, notice, name),
    title: feeds.entry(facts.title, label),
    page: locate(version.path),
    summary:
      notesOf(version)
        .map(({ summary }) => summary)
        .join(' ') || feeds.inForceFrom(facts.changeType, words.date(facts.effective)),
    ...contentOf(() => htmlOf(site, notice, version, previous)),
    language: facts.language,
    author: facts.controller.name,
    published: facts.published,
    updated: updatedOn(version),
  };
}

/** What the publisher wrote of the changes; of several sections alike, once. */
const notesOf = ({ facts }: Version): Version['facts']['changes'] => [
  ...new Map(
    facts.changes.map((note) => [JSON.stringify([note.kind, note.summary, note.reason]), note]),
  ).values(),
];

/** An entry of its own for a version that was called off: readers may not look at the first again. */
function callOffOf(site: FollowedSite, notice: Notice, version: Version): FeedEntry[] {
  const { facts, name, label, calledOff } = version;
  if (!calledOff) return [];
  const { feeds } = notice.words.site;
  const entry = entryOf(site, notice, version);
  const summary = neverApplies(notice, calledOff);
  return [
    {
      ...entry,
      id: tagOf(site.url, notice, name, 'called-off'),
      title: feeds.calledOff(facts.title, label),
      summary,
      ...contentOf(() => markup`<p>${summary}</p>`.text),
      published: calledOff.on,
      updated: calledOff.on,
    },
  ];
}

const contentOf = (html: () => string): Pick<FeedEntry, 'html' | 'size'> => ({
  html,
  size: sizeOf(html()),
});

const neverApplies = (
  { words }: Notice,
  { on, reason }: NonNullable<Version['calledOff']>,
): string => words.site.feeds.neverApplies(words.date(on), reason);

const laterOf = (day: IsoDate, other: IsoDate | undefined): IsoDate =>
  other !== undefined && other > day ? other : day;

function htmlOf(
  site: Site,
  notice: Notice,
  version: Version,
  previous: Version | undefined,
): string {
  const { locate } = site;
  const { facts, calledOff } = version;
  const words = notice.words;
  const { feeds } = words.site;
  const changes = notesOf(version).map(
    ({ kind, summary, reason }) =>
      markup`<li><strong>${words.changeKinds[kind]}</strong>: ${summary}${reason !== undefined && markup` <em>${reason}</em>`}</li>`,
  );
  const head = markup`<p>${calledOff ? neverApplies(notice, calledOff) : feeds.appliesFrom(words.date(facts.effective))}</p>${changes.length > 0 && markup`<ul>${changes}</ul>`}`;
  if (!previous) return head.text;
  const address = locate(comparisonPathOf(notice, previous, version));
  const { html, left } = passagesOf(site, notice, previous, version);
  const link = (label: string): Markup => markup`<p><a href="${address}">${label}</a></p>`;
  const isAll = left === 0 || html === '';
  return markup`${head}${link(feeds.changedSince(previous.label))}${trusted(html)}${!isAll && link(feeds.more(left))}`
    .text;
}

/** The passages that a version changed, as far as a feed has room for them. */
export function passagesOf(
  { locate }: Pick<Site, 'locate'>,
  notice: Notice,
  previous: Version,
  version: Version,
): Passages {
  const { redline: labels } = notice.words.comparison;
  const address = locate(comparisonPathOf(notice, previous, version));
  const ofText = addressesFor(version, locate);
  // The places that something moved from and to are on the page of the comparison.
  const addressOf = (to: string): string => (to.startsWith('#~') ? address + to : ofText(to));
  const what = `passages ${JSON.stringify([address, notice.words.language])}`;
  return notice.shelf.made(what, [previous.digest, version.digest], () =>
    renderPassages(comparisonOf(previous, version), { labels, addressOf, lean: true }, isShort),
  );
}
