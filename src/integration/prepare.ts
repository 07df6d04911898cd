/**
 * What takes long in making the pages of a notice: comparing its versions, printing what changed, and
 * drawing cards; and reading it for the law. It is put on the shelf beforehand, where the pages and the
 * end of a build find it. What they do not find they make themselves, so nothing but time depends on this.
 */
import { cardOfNotice, cardOfVersion, hasCards, pictureOf } from '../exports/cards/site-cards.ts';
import { isFollowed, passagesOf } from '../exports/feeds.ts';
import { feedsOfSections } from '../exports/section-feeds.ts';
import { LAYOUTS, type Layout } from '../notices/pairs.ts';
import { comparisonsOf, differencesOf, panesOf } from '../site/comparisons.ts';
import { lineagesOfNotice } from '../site/lineage.ts';
import { isPublic, neighboursOf, type Notice, type Version } from '../site/notices.ts';
import { prepareTexts } from '../site/section-histories.ts';
import type { Site } from '../site/site.ts';

/**
 * The steps, in this order. The addresses of a notice's pages depend on its lineages, and those on the
 * comparisons of neighbours: when both are there, the first pages can be made.
 */
export type Step = 'neighbours' | 'lineages' | 'others' | 'rest';

/** A part of the comparisons of a notice: `{ number: 0, of: 2 }` is every other one. */
export interface Slice {
  number: number;
  of: number;
}

/** Takes a step for a notice, or a slice of one. */
export async function prepare(
  site: Site,
  notice: Notice,
  step: Step,
  slice: Slice = { number: 0, of: 1 },
): Promise<void> {
  if (step === 'neighbours' || step === 'others') {
    prepareComparisons(site, notice, step === 'neighbours', slice);
  } else if (step === 'lineages') {
    lineagesOfNotice(notice);
    // The addresses of feeds depend on how long their entries are.
    if (isFollowed(site)) feedsOfSections(site, notice);
  } else {
    prepareTexts(site, notice);
    await prepareCards(site, notice);
    const { openByLaw } = await import('../site/law-today.ts');
    openByLaw(notice, site.today);
  }
}

/** Two versions, and the layouts in which a page shows them. */
interface Pair {
  before: Version;
  after: Version;
  layouts: Layout[];
}

/** Compares versions, and prints the panes of their pages and their passages in feeds. */
function prepareComparisons(
  site: Site,
  notice: Notice,
  ofNeighbours: boolean,
  { number, of }: Slice,
): void {
  const pairs = pairsIn(notice).filter(
    // Side by side, neighbours alone have a page.
    ({ layouts }) => layouts.includes('side-by-side') === ofNeighbours,
  );
  for (const { before, after, layouts } of pairs.filter((_, index) => index % of === number)) {
    // One after the other, since the comparison itself is held for a moment only.
    differencesOf(notice, before, after);
    for (const layout of layouts) panesOf(notice, [before, after], layout, site.base);
    const isInFeed = isFollowed(site) && neighboursOf(notice, after).previous === before;
    if (isInFeed && after.status !== 'draft') passagesOf(site, notice, before, after);
  }
}

function pairsIn(notice: Notice): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const layout of LAYOUTS) {
    for (const { before, after } of comparisonsOf(notice, layout)) {
      const name = `${before.name}/${after.name}`;
      const known = pairs.get(name);
      if (known) known.layouts.push(layout);
      else if (before !== after) pairs.set(name, { before, after, layouts: [layout] });
    }
  }
  return [...pairs.values()];
}

async function prepareCards(site: Site, notice: Notice): Promise<void> {
  if (!hasCards(site) || !isPublic(notice)) return;
  const cards: (() => Promise<unknown>)[] = [
    () => pictureOf(site, cardOfNotice(site, notice), notice),
    ...notice.published.map(
      (version) => () => pictureOf(site, cardOfVersion(site, notice, version), version),
    ),
  ];
  // While this thread lays out a card, others make the pictures of those before.
  for (let at = 0; at < cards.length; at += CARDS_AT_ONCE) {
    await Promise.all(cards.slice(at, at + CARDS_AT_ONCE).map((draw) => draw()));
  }
}

/** So many cards are in work at a time: as many as Node.js has threads for pictures. */
const CARDS_AT_ONCE = 4;
