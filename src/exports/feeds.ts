/** The feeds of the site: an entry for each version, and for each change of a section. */
import { renderRedline } from '../compare/index.ts';
import type { IsoDate } from '../notices/dates.ts';
import { sectionsOf, type Section } from '../document/model.ts';
import { renderBlocks, renderInline } from '../document/print.ts';
import { atomPath, historyPath, jsonFeedPath } from '../site/addresses.ts';
import type { Feed, FeedEntry } from './feed-formats.ts';
import siteSettings from '../site.config.ts';
import type { Words } from '../words/index.ts';
import { markup, trusted } from '../document/markup.ts';
import { pageSpeech } from '../views/speech.ts';
import { comparisonOf, comparisonPathOf } from '../site/comparisons.ts';
import { siteWords, speechOn, wordsOf } from '../site/language.ts';
import { lineagesOfNotice } from '../site/lineage.ts';
import { base } from '../site/links.ts';
import { neighboursOf, originalsOf, type Notice, type Version } from '../site/notices.ts';
import type { Locate } from './published.ts';
import { correctionsOf } from '../site/record.ts';

/**
 * A name that outlives every address: RFC 4151. The year is that of the first version, so that
 * the name is the same whenever it is made.
 */
function tagOf(site: URL, notice: Notice, ...parts: string[]): string {
  const [first] = notice.versions;
  const year = (first?.facts.published ?? '1970').slice(0, 4);
  return `tag:${site.hostname},${year}:${[notice.id, ...parts].map(encodeURI).join(':')}`;
}

/** Links of a text as whole addresses, for what is read elsewhere. */
export const absoluteLinks = (html: string, version: Version, locate: Locate): string =>
  html.replace(/(href|src)="([^"]*)"/g, (whole, name: string, address: string) => {
    if (address.startsWith('#')) return `${name}="${locate(version.path)}${address}"`;
    if (!address.startsWith('/')) return whole;
    return `${name}="${locate(address.startsWith(base) ? `/${address.slice(base.length)}` : address)}"`;
  });

export function feedOfNotice(notice: Notice, site: URL, locate: Locate): Feed {
  const { title, controller, summary } = notice.leading.facts;
  return {
    id: tagOf(site, notice),
    title: `${title} – ${controller.name}`,
    subtitle: summary ?? wordsOf(notice).site.feeds.ofNotice(title, controller.name),
    page: locate(historyPath(notice)),
    atom: locate(atomPath(notice)),
    json: locate(jsonFeedPath(notice)),
    author: controller.name,
    entries: notice.versions.map((version) => entryOf(notice, version, site, locate)).toReversed(),
  };
}

/** The newest entries of all notices. */
const MOST = 50;

export function feedOfSite(notices: readonly Notice[], site: URL, locate: Locate): Feed {
  // A translation is followed at its own feed: here every change would be told twice.
  const entries = originalsOf(notices)
    .flatMap((notice) =>
      // The newest first, for versions of one day too.
      notice.versions.toReversed().map((version) => entryOf(notice, version, site, locate)),
    )
    .sort((a, b) => (a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : 0));
  const year =
    entries
      .map(({ published }) => published)
      .toSorted()[0]
      ?.slice(0, 4) ?? '1970';
  return {
    id: `tag:${site.hostname},${year}:${base}`,
    title: siteSettings.name,
    subtitle: siteWords.site.feeds.ofSite(siteSettings.name),
    page: locate('/'),
    atom: locate('/feed.xml'),
    json: locate('/feed.json'),
    author: siteSettings.name,
    entries: entries.slice(0, MOST),
  };
}

const entries = new WeakMap<object, FeedEntry>();

/** The entry of a version, made once: it is in two feeds, each in two formats. */
function entryOf(notice: Notice, version: Version, site: URL, locate: Locate): FeedEntry {
  const entry = entries.get(version.document) ?? makeEntry(notice, version, site, locate);
  entries.set(version.document, entry);
  return entry;
}

function makeEntry(notice: Notice, version: Version, site: URL, locate: Locate): FeedEntry {
  const { facts, name, label } = version;
  const { previous } = neighboursOf(notice, version);
  const corrected = correctionsOf(version).at(-1)?.on;
  const words = wordsOf(notice);
  const { feeds } = words.site;
  return {
    id: tagOf(site, notice, name),
    title: feeds.entry(facts.title, label),
    page: locate(version.path),
    summary:
      facts.changes.map(({ summary }) => summary).join(' ') ||
      feeds.inForceFrom(facts.changeType, words.date(facts.effective)),
    html: htmlOf(notice, version, previous, locate),
    language: facts.language,
    author: facts.controller.name,
    published: facts.published,
    updated: laterOf(facts.published, corrected),
  };
}

const laterOf = (day: IsoDate, other: IsoDate | undefined): IsoDate =>
  other !== undefined && other > day ? other : day;

function htmlOf(
  notice: Notice,
  version: Version,
  previous: Version | undefined,
  locate: Locate,
): string {
  const { facts } = version;
  const words = wordsOf(notice);
  const { feeds } = words.site;
  const changes = facts.changes.map(
    ({ kind, summary, reason }) =>
      markup`<li><strong>${words.changeKinds[kind]}</strong>: ${summary}${reason !== undefined && markup` <em>${reason}</em>`}</li>`,
  );
  const head = markup`<p>${feeds.appliesFrom(words.date(facts.effective))}</p>${changes.length > 0 && markup`<ul>${changes}</ul>`}`;
  if (!previous) return head.text;
  const comparison = comparisonOf(previous, version);
  const labels = wordsOf(notice).comparison.redline;
  const redline = absoluteLinks(renderRedline(comparison, { labels }), version, locate);
  const address = locate(comparisonPathOf(notice, previous, version));
  return markup`${head}<p><a href="${address}">${feeds.changedSince(previous.label)}</a></p>${trusted(redline)}`
    .text;
}

/** The feed of one section, as it stands in force. */
export interface SectionFeed extends Feed {
  anchor: string;
}

/** A feed for each section in force whose words changed more than once. */
export function feedsOfSections(notice: Notice, site: URL, locate: Locate): SectionFeed[] {
  const { inForce, versions } = notice;
  if (!inForce) return [];
  const words = wordsOf(notice);
  const { feeds } = words.site;
  const { lineages } = lineagesOfNotice(notice);
  return lineages.flatMap(({ stations }): SectionFeed[] => {
    const current = stations.find(({ version }) => version === inForce.name);
    const changed = stations.filter(({ version, lastChanged }) => version === lastChanged);
    if (!current || changed.length < 3) return [];
    const entries = changed.flatMap(({ version: name, anchor, heading }): FeedEntry[] => {
      const version = versions.find((each) => each.name === name);
      const section =
        version && [...sectionsOf(version.document)].find((each) => each.anchor === anchor);
      if (!version || !section) return [];
      return [
        {
          id: tagOf(site, notice, name, anchor),
          title: feeds.entry(heading, version.label),
          page: `${locate(version.path)}#${encodeURIComponent(anchor)}`,
          summary: feeds.sectionFrom(heading, words.date(version.facts.effective)),
          html: absoluteLinks(sectionHtml(section, version, words), version, locate),
          language: version.facts.language,
          author: version.facts.controller.name,
          published: version.facts.published,
          updated: version.facts.published,
        },
      ];
    });
    const { facts } = inForce;
    const path = `${notice.path}feed/${encodeURIComponent(current.anchor)}`;
    return [
      {
        anchor: current.anchor,
        id: tagOf(site, notice, 'section', stations[0]?.anchor ?? '', stations[0]?.version ?? ''),
        title: `${current.heading} – ${facts.title} – ${facts.controller.name}`,
        subtitle: feeds.ofSection(current.heading),
        page: `${locate(notice.path)}#${encodeURIComponent(current.anchor)}`,
        atom: locate(`${path}.xml`),
        json: locate(`${path}.json`),
        author: facts.controller.name,
        entries: entries.toReversed(),
      },
    ];
  });
}

function sectionHtml({ heading, blocks }: Section, { facts }: Version, words: Words): string {
  const labelSpeech = pageSpeech(speechOn(words, facts), words);
  const text = renderBlocks(blocks, { base, labelOf: words.labelOf, labelSpeech });
  return `<h2>${renderInline(heading, { base })}</h2>${text}`;
}
