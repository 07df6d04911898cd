/**
 * What takes long in making the pages of a notice: comparing its versions, printing what changed, and
 * drawing cards. It is put on the shelf beforehand, where the pages find it. What a page does not find
 * it makes itself, so nothing but time depends on this.
 */
import { feedsOfNotice, isFollowed } from '../exports/feeds.ts';
import { cardOfNotice, cardOfVersion, hasCards, pictureOf } from '../exports/cards/site-cards.ts';
import { LAYOUTS } from '../notices/pairs.ts';
import { comparisonsOf, differencesOf, panesOf } from '../site/comparisons.ts';
import { lineagesOfNotice } from '../site/lineage.ts';
import { isPublic, type Notice } from '../site/notices.ts';
import { anchorsOfSections, historiesOf, shownTexts } from '../site/section-histories.ts';
import type { Site } from '../site/site.ts';

/** A part of the comparisons of a notice: `{ number: 0, of: 2 }` is every other one. */
export interface Slice {
  number: number;
  of: number;
}

/** Compares the versions of a notice, and prints the panes of its comparisons. */
export function prepareComparisons(site: Site, notice: Notice, { number, of }: Slice): void {
  // What is compared in both layouts is compared once, since both follow each other.
  const pairs = LAYOUTS.flatMap((layout) =>
    comparisonsOf(notice, layout).map(({ before, after }) => ({ before, after, layout })),
  );
  const grouped = Map.groupBy(pairs, ({ before, after }) => `${before.name}/${after.name}`);
  [...grouped.values()].forEach((group, index) => {
    if (index % of !== number) return;
    for (const { before, after, layout } of group) {
      if (before === after) continue;
      differencesOf(notice, before, after);
      panesOf(notice, [before, after], layout, site.base);
    }
  });
}

/** Follows the sections of a notice through its versions; prints its feed; draws its cards. */
export async function prepareRest(site: Site, notice: Notice): Promise<void> {
  if (!isPublic(notice)) return;
  lineagesOfNotice(notice);
  for (const anchor of anchorsOfSections(notice)) {
    shownTexts(site, notice, anchor, historiesOf(notice, anchor));
  }
  if (isFollowed(site)) feedsOfNotice(site, notice);
  if (!hasCards(site)) return;
  await pictureOf(site, cardOfNotice(site, notice), notice);
  for (const version of notice.published) {
    await pictureOf(site, cardOfVersion(site, version, notice.words), version);
  }
}

/** Notes that all of this is on the shelf. */
export function notePrepared(site: Site, notices: readonly Notice[]): void {
  const [notice] = notices;
  notice?.shelf.made(nameOf(site), digestsOf(notices), () => true);
}

/** Whether all of this is on the shelf. Drafts do not count: nothing of them is put there. */
export const isPrepared = (site: Site, notices: readonly Notice[]): boolean =>
  notices[0]?.shelf.has(nameOf(site), digestsOf(notices)) === true;

const nameOf = ({ base, url, settings }: Site): string =>
  `prepared ${JSON.stringify([base, url?.href, settings])}`;

const digestsOf = (notices: readonly Notice[]): string[] =>
  notices.flatMap(({ published }) => published.flatMap(({ digest }) => digest ?? []));
