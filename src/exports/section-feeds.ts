/** Feeds of sections: an entry for each text that a section had, as long as it is in force. */
import type { Station } from '../compare/lineage.ts';
import { renderBlocks, renderInline } from '../document/print.ts';
import { sectionAt } from '../document/walk.ts';
import { speechOn } from '../site/language.ts';
import { lineagesOfNotice } from '../site/lineage.ts';
import type { Notice, Version } from '../site/notices.ts';
import { followedNotices, type Site } from '../site/site.ts';
import { pageSpeech } from '../views/speech.ts';
import { sizeOf, type Feed, type FeedEntry } from './feed-formats.ts';
import { FEED_SHEET } from './feed-sheet.ts';
import { dividedFeed } from './feed-pages.ts';
import { addressesFor, isFollowed, tagOf, type FollowedSite } from './feeds.ts';

/** The feed of one section, as it stands in force. */
export interface SectionFeed extends Feed {
  anchor: string;
}

/**
 * The feeds of sections of the notices that are built, each by the key '', and their archives by their numbers; none
 * where the site does not know its own address.
 */
export const feedsOfSite = (
  site: Site,
): { notice: Notice; anchor: string; feeds: Map<string, Feed> }[] =>
  isFollowed(site)
    ? followedNotices(site, site.built).flatMap((notice) =>
        feedsOfSections(site, notice).map((feed) => ({
          notice,
          anchor: feed.anchor,
          // No anchor holds this sign: `retention.1` may be one.
          feeds: dividedFeed(feed, '~'),
        })),
      )
    : [];

/** A section in force whose words changed more than once: how it stands, and each text that it had. */
interface Followed {
  first: Station | undefined;
  current: Station;
  texts: Station[];
}

function followedSections(notice: Notice, { name }: Version): Followed[] {
  return lineagesOfNotice(notice).lineages.flatMap(({ stations }) => {
    const current = stations.find(({ version }) => version === name);
    const texts = stations.filter(({ version, lastChanged }) => version === lastChanged);
    return current && texts.length >= 3 ? [{ first: stations[0], current, texts }] : [];
  });
}

/** A feed for each of those. */
export function feedsOfSections(site: FollowedSite, notice: Notice): SectionFeed[] {
  const { url, locate } = site;
  const { inForce, words } = notice;
  if (!inForce) return [];
  const { facts } = inForce;
  const sections = followedSections(notice, inForce);
  const sizes = sizesOf(site, notice, inForce, sections);
  return sections.map(({ first, current, texts }, index) => {
    const path = `${notice.path}feed/${encodeURIComponent(current.anchor)}`;
    return {
      anchor: current.anchor,
      id: tagOf(url, notice, 'section', first?.anchor ?? '', first?.version ?? ''),
      title: `${current.heading} – ${facts.title} – ${facts.controller.name}`,
      subtitle: words.site.feeds.ofSection(current.heading),
      page: `${locate(notice.path)}#${encodeURIComponent(current.anchor)}`,
      atom: locate(`${path}.xml`),
      json: locate(`${path}.json`),
      sheet: site.href(FEED_SHEET),
      author: facts.controller.name,
      entries: texts
        .flatMap((station, number) =>
          entryOfSection(site, notice, station, sizes[index]?.[number] ?? 0),
        )
        .toReversed(),
    };
  });
}

/**
 * How long the texts of sections are in feeds. The addresses of feeds depend on it, and no more.
 *
 * @param inForce has these sections: on another day it may be another version, with others
 */
const sizesOf = (
  site: FollowedSite,
  notice: Notice,
  inForce: Version,
  sections: readonly Followed[],
): number[][] =>
  notice.shelf.made(
    `sizes of sections ${JSON.stringify([site.locate('/'), notice.words.language, inForce.name])}`,
    notice.versions.map(({ digest }) => digest),
    () =>
      sections.map(({ texts }) =>
        texts.map((station) => sizeOf(sectionHtml(site, notice, station))),
      ),
  );

function entryOfSection(
  site: FollowedSite,
  notice: Notice,
  station: Station,
  size: number,
): FeedEntry[] {
  const { anchor, heading } = station;
  const version = versionAt(notice, station);
  if (!version) return [];
  const { feeds } = notice.words.site;
  const { language, controller, effective, published } = version.facts;
  return [
    {
      id: tagOf(site.url, notice, version.name, anchor),
      title: feeds.entry(heading, version.label),
      page: `${site.locate(version.path)}#${encodeURIComponent(anchor)}`,
      summary: feeds.sectionFrom(heading, notice.words.date(effective)),
      html: () => sectionHtml(site, notice, station),
      size,
      language,
      author: controller.name,
      published,
      updated: published,
    },
  ];
}

const versionAt = ({ versions }: Notice, station: Station): Version | undefined =>
  versions.find(({ name }) => name === station.version);

function sectionHtml({ locate }: FollowedSite, notice: Notice, station: Station): string {
  const version = versionAt(notice, station);
  const section = version && sectionAt(version.document(), station.anchor);
  if (!section) return '';
  const labelSpeech = pageSpeech(speechOn(notice.words, version.facts), notice.words);
  const addressOf = addressesFor(version, locate);
  const { labelOf } = notice.words;
  const text = renderBlocks(section.blocks, { addressOf, labelOf, labelSpeech });
  return `<h2>${renderInline(section.heading, { addressOf })}</h2>${text}`;
}
