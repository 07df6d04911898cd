/** Comparisons of the site's versions. */
import type { Comparison, Differences } from '../compare/index.ts';
import { figuresOf, type Figure } from '../compare/figures.ts';
import { compareOnce } from '../compare/once.ts';
import { headingText } from '../document/model.ts';
import { once } from '../document/once.ts';
import { sectionAt } from '../document/walk.ts';
import { CURRENT, isPair, LAYOUTS, pairsOf, type Layout } from '../notices/pairs.ts';
import { datesOf, isInBetween } from '../notices/timeline.ts';
import { renderPanes, type Side } from '../views/comparison.ts';
import {
  comparisonPath,
  currentPath,
  type EntryCard,
  type NoticeCard,
  type VersionCard,
} from '../views/versions.ts';
import type { Words } from '../words/index.ts';
import { directionOf, languageOf } from './language.ts';
import { neighboursOf, sequenceOf, type Notice, type Version } from './notices.ts';
import type { Site } from './site.ts';

export const comparisonOf = (before: Version, after: Version): Comparison =>
  compareOnce(before.document(), after.document());

/** What is different between two versions of a notice, and which figures of the text are. */
export const differencesOf = (
  { shelf }: Notice,
  before: Version,
  after: Version,
): Differences & { figures: Figure[] } =>
  shelf.made('differences', [before.digest, after.digest], () => {
    const { redline, ...differences } = comparisonOf(before, after);
    return { ...differences, figures: figuresOf(redline) };
  });

/** The panes of a page that compares two versions: the list of changes, and the text with its marks. */
export function panesOf(
  { shelf, words }: Notice,
  [before, after]: readonly [Version, Version],
  layout: Layout,
  base: string,
): string {
  const print = (): string =>
    renderPanes({
      words,
      layout,
      base,
      before: sideOf(before, words),
      after: sideOf(after, words),
      comparison: comparisonOf(before, after),
    });
  const what = `panes ${JSON.stringify([layout, base, words.language, before.label, after.label])}`;
  return shelf.made(what, [before.digest, after.digest], print);
}

/** The versions of a notice that have a comparison at an address of its own, as pairs. */
export const pairsOfNotice = (notice: Notice): [Version, Version][] => pairsOf(sequenceOf(notice));

/** The address at which two versions of a notice are compared, without the site's base. */
export const comparisonPathOf = (
  notice: Notice,
  from: Version,
  to: Version,
  layout?: Layout,
): string => comparisonPath({ path: notice.path, versions: sequenceOf(notice) }, from, to, layout);

/** The same, as a link on a page. */
export const comparisonHref = (
  site: Pick<Site, 'href'>,
  notice: Notice,
  from: Version,
  to: Version,
): string => site.href(comparisonPathOf(notice, from, to));

/**
 * A version and whichever is current, the one that takes effect first before the other. Where none
 * is in force, it is the one whose facts are those of the notice.
 */
function withCurrent(notice: Notice, version: Version): [Version, Version] {
  const { leading } = notice;
  const sequence = sequenceOf(notice);
  return sequence.indexOf(version) < sequence.indexOf(leading)
    ? [version, leading]
    : [leading, version];
}

/**
 * The two versions that a form proposes to compare: one and the one before it, or else after it. One
 * that was called off is proposed where there is no other.
 */
export function proposedFor(notice: Notice, version: Version): { from: Version; to: Version } {
  const { previous, next } = neighboursOf(notice, version);
  if (previous) return { from: previous, to: version };
  const other = next ?? sequenceOf(notice).find((each) => each !== version);
  return { from: version, to: other ?? version };
}

/** Whether a notice has anything to compare. */
export const isComparable = (notice: Notice): boolean => sequenceOf(notice).length > 1;

/** A notice as its comparisons name it: the same on each of their pages. */
export const cardOfNotice = once((notice: Notice): NoticeCard => {
  const { words } = notice;
  const { title, controller } = notice.leading.facts;
  const sequence = sequenceOf(notice);
  return {
    path: notice.path,
    title,
    controller: controller.name,
    versions: sequence.map((version, position) => cardOf(version, sequence[position - 1], words)),
  };
});

/** @param previous the version before it, where sections stand that this one removed */
function cardOf(version: Version, previous: Version | undefined, words: Words): VersionCard {
  return {
    name: version.name,
    ...sideOf(version, words),
    entries: entriesOf(version, previous),
  };
}

function sideOf({ label, path, status, facts }: Version, words: Words): Side {
  const language = languageOf(facts.language, words);
  const direction = directionOf(facts.language, words);
  return {
    label,
    path,
    status,
    effective: facts.effective,
    ...(language !== undefined && { language }),
    ...(direction !== undefined && { direction }),
  };
}

/**
 * Whether what its author wrote of the changes of a version can be held against a comparison with the
 * one before it: not if that was published later, nor if either was corrected since. Before the first
 * version of a notice there was none to be published.
 */
export const isNotedSince = (version: Version, previous: Version): boolean =>
  (previous.facts.changeType === 'initial' ||
    !isInBetween(datesOf(previous.facts), datesOf(version.facts))) &&
  [version, previous].every(({ corrections }) => corrections.length === 0);

/** What the author of a version wrote of its changes. */
export function entriesOf(version: Version, previous: Version | undefined): EntryCard[] {
  return version.facts.changes.map(({ kind, summary, reason, section }) => {
    const where = section === undefined ? undefined : placeOf(section, version, previous);
    return {
      kind,
      summary,
      ...(reason !== undefined && { reason }),
      ...(where && { where }),
    };
  });
}

/** The section that an entry names: here, or in the version before if it is gone. */
function placeOf(
  anchor: string,
  version: Version,
  previous: Version | undefined,
): EntryCard['where'] {
  const home = [version, previous].find((candidate) => candidate?.anchors.has(anchor));
  if (!home) return undefined;
  const section = sectionAt(home.document(), anchor);
  // A place within the text has an anchor and no heading.
  const words = section ? headingText(section.heading) : `#${anchor}`;
  return { path: `${home.path}#${encodeURIComponent(anchor)}`, words };
}

/**
 * The address of what a version to come changes: its pair, which stays what it is, where that has a
 * page; else its comparison with what is current.
 */
export const changesPathOf = (notice: Notice, from: Version, later: Version): string =>
  isPair(sequenceOf(notice), from, later)
    ? comparisonPathOf(notice, from, later)
    : currentPath(notice, later);

/** Two versions that a page compares. */
export interface Compared {
  notice: Notice;
  before: Version;
  after: Version;
  /** On a page that compares a version with whichever is current: that version. */
  withCurrent?: Version;
}

/** The address of a page that compares two versions, without the site's base. */
export const comparedPath = (
  { notice, before, after, withCurrent: version }: Compared,
  layout?: Layout,
): string =>
  version ? currentPath(notice, version) : comparisonPathOf(notice, before, after, layout);

/**
 * Every comparison of a notice that has a page in a layout: its pairs; in one text, also each version
 * with what is current.
 */
export function comparisonsOf(notice: Notice, layout: Layout): Compared[] {
  if (!isComparable(notice)) return [];
  const sequence = sequenceOf(notice);
  return [
    ...pairsOf(sequence, layout).map(([before, after]) => ({ notice, before, after })),
    ...(layout === 'inline' ? sequence : []).map((version) => {
      const [before, after] = withCurrent(notice, version);
      return { notice, before, after, withCurrent: version };
    }),
  ];
}

/** The same in another language of the notice; nothing where it has no such page. */
export const editionOf = (
  compared: Compared,
  other: Notice,
  layout: Layout,
): Compared | undefined => comparisonsOf(other, layout).find((each) => sameNames(each, compared));

const sameNames = (one: Compared, other: Compared): boolean =>
  one.withCurrent || other.withCurrent
    ? one.withCurrent?.name === other.withCurrent?.name
    : one.before.name === other.before.name && one.after.name === other.after.name;

/** Every comparison that has a page in a layout, as Astro's routes take them. */
export const comparisonsOfSite = (
  { notices }: Pick<Site, 'notices'>,
  layout: Layout,
): {
  params: { notice: string; from: string; to: string };
  props: { compared: Compared; layout: Layout };
}[] =>
  notices
    .flatMap((notice) => comparisonsOf(notice, layout))
    .map((compared) => {
      const { notice, before, after, withCurrent: version } = compared;
      const [from, to] = version ? [version.name, CURRENT] : [before.name, after.name];
      return { params: { notice: notice.id, from, to }, props: { compared, layout } };
    });

/** The addresses of all comparisons that have a page, without the site's base. */
export const comparisonPathsOf = (notice: Notice): string[] =>
  LAYOUTS.flatMap((layout) =>
    comparisonsOf(notice, layout).map((compared) => comparedPath(compared, layout)),
  );
