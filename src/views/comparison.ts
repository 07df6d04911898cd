/**
 * Two versions compared, as HTML: what a page of the site shows and what the free comparison
 * shows in the browser. Both print this, so that they cannot differ.
 */
import type { Comparison, Differences } from '../compare/model.ts';
import type { ComparisonWords } from '../words/index.ts';
import { renderChangeList, TALLIED } from './change-list.ts';
import { LAYOUTS, type Layout } from '../notices/pairs.ts';
import { renderText } from './comparison-text.ts';
import { attribute, markup, trusted, type Markup } from '../document/markup.ts';
import { said, speechOf, type Speech } from './speech.ts';
import {
  comparisonPath,
  currentPath,
  link,
  plainName,
  statusWords,
  versionName,
  type EntryCard,
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
}: Omit<ComparisonView, 'comparison' | 'base'>): string {
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
  if (isOne(view)) return renderHeader(view).text;
  return markup`${renderHeader(view)}
    ${renderEntries(view)}
    ${trusted(panes())}`.text;
}

/** The panes of a comparison as HTML: the list of its changes, and the text with its marks. */
export const renderPanes = (view: PanesView): string =>
  markup`<div class="panes ${view.layout}">
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
      <p class="summary">${comparisonSummary(view)}</p>
      ${renderNote(view)}
    </header>
    ${!isOne(view) && renderSides(view)}`;
}

/** On a page whose one side is whichever version is current: that it is, and where these two stay. */
function renderNote({ withCurrent, words, notice, before, after, base }: ComparisonView): Markup {
  if (!withCurrent) return markup``;
  const said = words.comparison.withCurrent;
  const current = before === withCurrent ? after : before;
  const always =
    current.status === 'in-force' ? said.always : said.noneInForce(versionName(current, words));
  const pair = (label: string): Markup => link(base, comparisonPath(notice, before, after), label);
  return markup`<p class="meta">${always} ${before !== after && said.ofThese(pair)}</p>`;
}

function renderSides(view: ComparisonView): Markup {
  const { words, before, after } = view;
  const said = words.comparison;
  return markup`<div class="compared">
      ${renderSide(said.before, before, view)}
      <span class="arrow" aria-hidden="true">→</span>
      ${renderSide(said.after, after, view)}
    </div>
    ${isBackwards(view) && markup`<p class="banner past" role="note">${said.backwards}</p>`}
    ${renderViews(view)}`;
}

const renderSide = (
  label: string,
  version: VersionCard,
  { words, base }: Pick<ComparisonView, 'words' | 'base'>,
): Markup =>
  markup`<p class="card">
    <span class="side">${label}</span> ${link(base, version.path, versionTitle(version, words))}
    <span class="since">${statusWords(version, words)}</span>
  </p>`;

const versionTitle = (version: VersionCard, words: ComparisonWords): Markup =>
  version.status === 'draft'
    ? markup`${words.comparison.theDraft}`
    : words.comparison.versionOf(versionName(version, words));

const positionOf = ({ notice }: ComparisonView, version: VersionCard): number =>
  notice.versions.findIndex(({ name }) => name === version.name);

const isBackwards = (view: ComparisonView): boolean =>
  positionOf(view, view.before) > positionOf(view, view.after);

/** What is different, in a sentence or two. */
export const comparisonSummary = (view: ComparisonView): string =>
  isOne(view) ? view.words.comparison.nothingSince : summarise(view.comparison, view.words);

function summarise(
  { changes, facts, statistics }: Differences,
  { comparison: said }: ComparisonWords,
): string {
  if (changes.length === 0) return said.same;
  if (changes.length === facts.length) return said.onlyFacts(facts.length);
  const { sections, words } = statistics;
  const parts = [
    words.added > 0 ? said.words.added(words.added) : '',
    words.removed > 0 ? said.words.removed(words.removed) : '',
    words.moved > 0 ? said.words.moved(words.moved) : '',
  ].filter(Boolean);
  const where =
    sections.touched > 0
      ? said.changesIn(changes.length, sections.touched, sections.total)
      : said.changes(changes.length);
  return parts.length > 0 ? `${where} ${said.summary(parts)}` : where;
}

/** The other ways to look at the same two versions. */
function renderViews(view: ComparisonView): Markup {
  const { words, notice, before, after, withCurrent, layout, base } = view;
  const { comparison: said } = words;
  const way = (to: Layout): Markup => {
    const path =
      withCurrent && to === 'inline'
        ? currentPath(notice, withCurrent)
        : comparisonPath(notice, before, after, to);
    return layout === to
      ? markup`<li><a href="${base}${path.slice(1)}" aria-current="true">${said.layouts[to]}</a></li>`
      : markup`<li>${link(base, path, said.layouts[to])}</li>`;
  };
  return markup`<nav class="views" aria-label="${said.views}">
    <ul>
      ${LAYOUTS.map((each) => way(each))}
      <li>${link(base, comparisonPath(notice, after, before, layout), said.swap)}</li>
      <li><a href="#~choose">${said.otherVersions}</a></li>
    </ul>
  </nav>`;
}

/** More notes than this are folded, or they would keep the text out of sight. */
const OPEN_NOTES = 2;

/** What the authors of the versions passed over wrote of their changes. */
function renderEntries(view: ComparisonView): Markup {
  const { words, base } = view;
  const [from = 0, to = 0] = [view.before, view.after]
    .map((version) => positionOf(view, version))
    .toSorted((a, b) => a - b);
  const passed = view.notice.versions
    .slice(from + 1, to + 1)
    .filter((version, index) => version.status !== 'called-off' || index === to - from - 1);
  const isOne = passed.length === 1;
  const noted = passed.filter(({ entries }) => entries.length > 0);
  if (noted.length === 0) return markup``;
  const lists = noted.map(
    (version) =>
      markup`${!isOne && markup`<h3>${versionTitle(version, words)}</h3>`}
        <ul class="changes">
          ${version.entries.map((entry) => renderEntry(entry, version, base, words))}
        </ul>`,
  );
  const count = noted.reduce((sum, { entries }) => sum + entries.length, 0);
  return markup`<section class="said">
    <h2>${words.comparison.publisherSays}</h2>
    <details${attribute('open', count <= OPEN_NOTES ? '' : undefined)}>
      <summary>${words.comparison.notes(count)}</summary>
      ${lists}
    </details>
  </section>`;
}

const renderEntry = (
  { kind, summary, reason, where }: EntryCard,
  speech: Speech,
  base: string,
  words: ComparisonWords,
): Markup =>
  markup`<li>
    <span class="change ${kind}">${words.changeKinds[kind]}</span>
    <div>
      ${where && markup`<a class="where" href="${base}${where.path.slice(1)}"${speechOf(speech)}>${where.words}</a>`}
      <p${speechOf(speech)}>${summary}</p>
      ${reason !== undefined && markup`<p class="reason">${words.comparison.why(said(reason, speech))}</p>`}
    </div>
  </li>`;

function renderChanges({ comparison, words, after }: PanesView): Markup {
  const { kinds } = comparison.statistics;
  const tallies = TALLIED.filter((kind) => kinds[kind] > 0).map(
    (kind) => markup`<li data-kind="${kind}"><b>${kinds[kind]}</b> ${words.differences[kind]}</li>`,
  );
  return markup`<section class="changes-made" aria-labelledby="~changes" tabindex="0">
    <h2 id="~changes">${words.comparison.whatChanged}</h2>
    <ul class="tallies">${tallies}</ul>
    ${renderChangeList(comparison, words, after)}
  </section>`;
}
