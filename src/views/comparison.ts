/**
 * Two versions compared, as HTML: what a page of the site shows and what the free comparison
 * shows in the browser. Both print this, so that they cannot differ.
 */
import type { Figure } from '../compare/figures.ts';
import type { Comparison, Differences } from '../compare/model.ts';
import type { ComparisonWords } from '../words/index.ts';
import type { Layout } from '../notices/pairs.ts';
import { isNumbered, renderChangeList } from './change-list.ts';
import { renderBar } from './comparison-bar.ts';
import { renderLead } from './comparison-lead.ts';
import { renderText } from './comparison-text.ts';
import { markup, trusted, type Markup } from '../document/markup.ts';
import {
  comparisonPath,
  isBackwards,
  link,
  plainName,
  versionName,
  type NoticeCard,
  type VersionCard,
} from './versions.ts';

export interface ComparisonView {
  /** What the page says. */
  words: ComparisonWords;
  notice: NoticeCard;
  /** Two of the notice's versions. On the page of the current version with itself they are one. */
  before: VersionCard;
  after: VersionCard;
  /** On a page that compares a version with whichever is current: that version. */
  withCurrent?: VersionCard | undefined;
  comparison: Differences;
  /** Figures of the text that changed. */
  figures: readonly Figure[];
  layout: Layout;
  /** The site's base, with a slash at both ends. */
  base: string;
}

/** What the panes of a comparison are printed of: nothing of the notice as it is today. */
export interface PanesView extends Pick<ComparisonView, 'words' | 'layout' | 'base'> {
  before: Side;
  after: Side;
  comparison: Comparison;
}

/** A version as its text names it. */
export type Side = Pick<
  VersionCard,
  'path' | 'label' | 'effective' | 'status' | 'language' | 'direction'
>;

/** What a page with this comparison is called. */
export function comparisonTitle({
  words,
  notice,
  before,
  after,
  layout,
  withCurrent,
}: Omit<ComparisonView, 'comparison' | 'figures' | 'base'>): string {
  const current = (version: VersionCard): string =>
    words.comparison.options[version.status](version.label);
  return words.comparison.titles[layout]({
    from: withCurrent && before !== withCurrent ? current(before) : plainName(before, words),
    to: withCurrent && before === withCurrent ? current(after) : plainName(after, words),
    title: notice.title,
    controller: notice.controller,
  });
}

/**
 * The comparison as HTML, from its heading to its text.
 *
 * @param panes what {@link renderPanes} has printed; not asked for where a version is compared with itself
 */
export function renderComparison(view: ComparisonView, panes: () => string): string {
  // The bar stays in view as long as what it stands in: it is in no grid.
  const top = markup`<div class="columns">${renderHeader(view)} ${!isOne(view) && renderLead(view)}</div>`;
  if (isOne(view)) return top.text;
  return markup`${top}
    ${renderBar(view)}
    ${trusted(panes())}`.text;
}

/** The panes of a comparison as HTML: the list of its changes, and the text with its marks. */
export const renderPanes = (view: PanesView): string =>
  markup`<div class="panes columns ${view.layout}">
      ${view.comparison.changes.length === 0 ? false : renderChanges(view)}
      <div class="pane">${renderText(view)}</div>
    </div>`.text;

/** Whether a version is compared with itself: it is current. */
const isOne = ({ before, after }: ComparisonView): boolean => before === after;

function renderHeader(view: ComparisonView): Markup {
  const { words, notice, before, after, base } = view;
  const said = words.comparison;
  const [from, to] = [versionName(before, words), versionName(after, words)];
  return markup`<header class="title">
      <p class="controller">${said.noticeOf(link(base, notice.path, notice.title), notice.controller)}</p>
      <h1 tabindex="-1">${isOne(view) ? said.since(from) : said.heading(from, to)}</h1>
      <p class="counts">${comparisonSummary(view)}</p>
      ${renderCurrent(view)}
      ${!isOne(view) && renderWays(view)}
      ${isBackwards(view) && markup`<p class="banner past" role="note">${said.backwards}</p>`}
    </header>`;
}

/** On a page whose one side is whichever version is current: that it is, and where these two stay. */
function renderCurrent({
  withCurrent,
  words,
  notice,
  before,
  after,
  base,
}: ComparisonView): Markup {
  if (!withCurrent) return markup``;
  const said = words.comparison.withCurrent;
  const current = before === withCurrent ? after : before;
  const always =
    current.status === 'in-force' ? said.always : said.noneInForce(versionName(current, words));
  const pair = (label: string): Markup => link(base, comparisonPath(notice, before, after), label);
  return markup`<p class="meta">${always} ${before !== after && said.ofThese(pair)}</p>`;
}

/** To the same two versions the other way round, and to others. */
const renderWays = ({ words, notice, before, after, layout, base }: ComparisonView): Markup =>
  markup`<ul class="ways">
      <li>${link(base, comparisonPath(notice, after, before, layout), words.comparison.swap)}</li>
      <li><a href="#~choose">${words.comparison.otherVersions}</a></li>
    </ul>`;

/** What is different, in a sentence or two. */
export const comparisonSummary = (view: ComparisonView): string =>
  isOne(view) ? view.words.comparison.nothingSince : summarise(view.comparison, view.words);

function summarise({ changes, facts, statistics }: Differences, words: ComparisonWords): string {
  const said = words.comparison;
  if (changes.length === 0) return said.same;
  if (changes.length === facts.length) return said.onlyFacts(facts.length);
  const { sections, words: moved, kinds } = statistics;
  const count = changes.filter(isNumbered).length;
  const rest = (['facts', 'link', 'format'] as const)
    .filter((kind) => kinds[kind] > 0)
    .map((kind) => said.real.kinds[kind](kinds[kind]));
  const parts = (['added', 'removed', 'moved'] as const)
    .filter((what) => moved[what] > 0)
    .map((what) => said.words[what](moved[what]));
  const where =
    sections.touched > 0
      ? said.changesIn(count, sections.touched, sections.total)
      : said.changes(count);
  const all = [...parts, ...rest];
  return all.length > 0 ? `${where} ${said.summary(all)}` : where;
}

function renderChanges({ comparison, words, after }: PanesView): Markup {
  const said = words.comparison;
  const title = said.listOf(comparison.changes.filter(isNumbered).length);
  // Beside the text the list stands open, below a heading; above it, it is one line.
  return markup`<section class="changes-made left" aria-labelledby="~changes" tabindex="0">
    <h2 id="~changes">${title}</h2>
    <details class="whole"><summary>${title}</summary>
      ${renderChangeList(comparison, words, after)}
    </details>
  </section>`;
}
