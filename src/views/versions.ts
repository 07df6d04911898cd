/** What a comparison says of its notice and versions, as data that can travel to the browser. */
import type { IsoDate } from '../notices/dates.ts';
import { CURRENT, isPair, type Layout, type Member } from '../notices/pairs.ts';
import { withBase } from '../document/print.ts';
import type { Change } from '../notices/schema.ts';
import type { ComparisonWords } from '../words/index.ts';
import { markup, type Markup } from '../document/markup.ts';

export interface NoticeCard {
  /** Its address without the site's base: `/acme/customers/`. */
  path: string;
  title: string;
  controller: string;
  /** In the order of taking effect, with a draft and what was called off. */
  versions: VersionCard[];
}

export interface VersionCard extends Member {
  /** What people call it: its day. */
  label: string;
  path: string;
  effective: IsoDate;
  /** Of its text, where they are not those of the page. */
  language?: string;
  direction?: 'ltr' | 'rtl';
  /** What its author wrote of its changes. */
  entries: EntryCard[];
}

export interface EntryCard {
  kind: Change['kind'];
  summary: string;
  reason?: string;
  /** The section it names, and where that can be read. */
  where?: { path: string; words: string };
}

/** Two versions of a notice by their names; nothing unless it has both, and they are two. */
export function pickTwo(
  { versions }: NoticeCard,
  from: string | null,
  to: string | null,
): { before: VersionCard; after: VersionCard } | undefined {
  const before = versions.find(({ name }) => name === from);
  const after = versions.find(({ name }) => name === to);
  return before && after && before !== after ? { before, after } : undefined;
}

/** Where two versions are compared: at an address of their own, or by the free comparison. */
export function comparisonPath(
  { path, versions }: Pick<NoticeCard, 'path'> & { versions: readonly Member[] },
  from: Member,
  to: Member,
  layout: Layout = 'inline',
): string {
  return isPair(versions, from, to, layout)
    ? pairPath(path, from.name, to.name, layout)
    : freePath(path, from.name, to.name, layout);
}

/** Where a version is compared with whichever is current: in one text alone. */
export const currentPath = (
  { path }: Pick<NoticeCard, 'path'>,
  version: Pick<Member, 'name'>,
): string => pairPath(path, version.name, CURRENT, 'inline');

const pairPath = (path: string, from: string, to: string, layout: Layout): string =>
  `${path}compare/${from}/${to}/${layout === 'inline' ? '' : `${layout}/`}`;

function freePath(path: string, from: string, to: string, layout: Layout): string {
  const query = new URLSearchParams({ from, to, ...(layout !== 'inline' && { view: layout }) });
  return `${path}compare/?${query.toString()}`;
}

/** What a version is called within a sentence. */
export const versionName = (
  { status, label, effective }: Pick<VersionCard, 'status' | 'label' | 'effective'>,
  words: ComparisonWords,
): Markup =>
  status === 'draft'
    ? markup`${words.comparison.draft}`
    : markup`<time datetime="${effective}">${label}</time>`;

/** The same without marks. */
export const plainName = ({ status, label }: VersionCard, words: ComparisonWords): string =>
  status === 'draft' ? words.comparison.draft : label;

/** The same as a title. */
export const versionTitle = (version: VersionCard, words: ComparisonWords): Markup =>
  version.status === 'draft'
    ? markup`${words.comparison.theDraft}`
    : words.comparison.versionOf(versionName(version, words));

/** The place of a version among those of its notice. */
export const positionOf = (
  { notice }: { notice: Pick<NoticeCard, 'versions'> },
  { name }: Pick<VersionCard, 'name'>,
): number => notice.versions.findIndex((version) => version.name === name);

/** Whether the newer one of two versions comes first. */
export const isBackwards = (
  pair: Record<'before' | 'after', VersionCard> & { notice: Pick<NoticeCard, 'versions'> },
): boolean => positionOf(pair, pair.before) > positionOf(pair, pair.after);

/** A link within the site. */
export const link = (base: string, path: string, words: Markup | string): Markup =>
  markup`<a href="${withBase(path, base)}">${words}</a>`;
