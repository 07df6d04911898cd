/** The cards of the site: what a shared link to a notice or a version shows. */
import type { Card } from './card.ts';
import { drawCard } from './draw.ts';
import { drawable } from './letters.ts';
import { logoForCards } from './logo.ts';
import { cardFrom } from './store.ts';
import { keptFolder } from '../../disk/kept.ts';
import { pathOfPublicFile } from '../../disk/public.ts';
import { cardPath } from '../../site/addresses.ts';
import { brandOf } from '../../site/brand.ts';
import type { Words } from '../../words/index.ts';
import { differencesOf, type Compared } from '../../site/comparisons.ts';
import { neighboursOf, type Notice, type Version } from '../../site/notices.ts';
import type { Site } from '../../site/site.ts';

/** A page's card, as its head names it. */
export interface PageCard {
  path: string;
  /** What it says, for those who do not see it. */
  alt: string;
}

/** How a title is shown: in other words, when the fonts lack its letters. */
const shown = (title: string, { site }: Words): string => drawable(title) ?? site.cards.plainTitle;

function cardOf(
  { settings }: Site,
  notice: Notice,
  version: Version,
  lines: readonly string[],
): Card {
  const { path: page, facts } = version;
  const { name, accent } = brandOf(settings, page);
  return {
    site: name,
    accent: accent.light,
    title: shown(facts.title, notice.words),
    by: facts.controller.name,
    lines,
    change: changeOf(notice, version),
  };
}

/** How many words changed since the version before; nothing where there is none, or the same words. */
function changeOf(notice: Notice, version: Version): Card['change'] {
  const { previous } = neighboursOf(notice, version);
  if (!previous) return undefined;
  const { added, removed, kept } = differencesOf(notice, previous, version).statistics.words;
  if (added + removed === 0) return undefined;
  const said = notice.words.comparison.words;
  const counts = [
    ...(added > 0 ? [said.added(added)] : []),
    ...(removed > 0 ? [said.removed(removed)] : []),
  ];
  return { added, removed, kept, label: counts.join(' · ') };
}

export function cardOfNotice(site: Site, notice: Notice): Card {
  const { leading, words } = notice;
  return cardOf(site, notice, leading, [
    words.sinceLabel(leading),
    ...(site.url ? [site.url.host] : []),
  ]);
}

export const cardOfVersion = (site: Site, notice: Notice, version: Version): Card =>
  cardOf(site, notice, version, [
    notice.words.site.versionOf(version.label),
    notice.words.spanLabel(version),
  ]);

/**
 * The card that the page of a comparison shares: that of the version it leads to; where one side is
 * whichever version is current, that of the notice.
 */
export function cardOfCompared(
  site: Site,
  { notice, before, after, withCurrent }: Compared,
): PageCard | undefined {
  const versions = [before, after];
  return withCurrent
    ? pageCard(site, notice, () => cardOfNotice(site, notice), versions)
    : pageCard(site, after, () => cardOfVersion(site, notice, after), versions);
}

/**
 * A page's card for its head; none of a draft, which is not public.
 *
 * @param cardOfPage called only where the site has cards: it needs their font
 */
export function pageCard(
  site: Site,
  placed: { path: string },
  cardOfPage: () => Card,
  versions: readonly Version[],
): PageCard | undefined {
  if (!hasCards(site) || versions.some(({ status }) => status === 'draft')) return undefined;
  const { title, by, lines, change } = cardOfPage();
  const said = [title, by, ...(change ? [change.label] : []), ...lines];
  return { path: cardPath(placed), alt: said.join('. ') };
}

/**
 * Whether the site has cards at all. A card is named by its whole address, so there are none while
 * the site's own is not known.
 */
export const hasCards = ({ url, settings }: Pick<Site, 'url' | 'settings'>): boolean =>
  url !== undefined && settings.cards;

/**
 * The picture of a card.
 *
 * @param placed the page that it is of, whose brand it shows
 */
export async function pictureOf(site: Site, card: Card, placed: { path: string }): Promise<Buffer> {
  const picture = await logoOnCards(site, placed);
  const whole: Card = picture === undefined ? card : { ...card, logo: picture };
  return cardFrom(keptFolder(site.root), whole, drawCard);
}

/** Answers with the picture of a card. */
export async function answerWithCard(
  ...[site, card, placed]: Parameters<typeof pictureOf>
): Promise<Response> {
  const png = await pictureOf(site, card, placed);
  return new Response(new Uint8Array(png), { headers: { 'content-type': 'image/png' } });
}

/** The logos of a site by their files, each drawn once for all its cards. */
const logos = new WeakMap<Site, Map<string, Promise<string>>>();

function logoOnCards(site: Site, { path: page }: { path: string }): Promise<string> | undefined {
  const { logo } = brandOf(site.settings, page);
  if (logo === undefined) return undefined;
  const known = logos.get(site) ?? new Map<string, Promise<string>>();
  logos.set(site, known);
  const file = pathOfPublicFile(site.publicDirectory, logo.light);
  if (file === undefined) return undefined;
  const drawn = known.get(logo.light) ?? logoForCards(file);
  known.set(logo.light, drawn);
  return drawn;
}
