/**
 * Two versions compared, as HTML: what a page of the site shows and what the free comparison
 * shows in the browser. Both print this, so that they cannot differ.
 */
import { ENGLISH, renderRedline, renderSideBySide, type RedlineLabels } from '../compare/index.ts';
import type { Comparison, Line } from '../compare/model.ts';
import { changeKindLabels, counted, differenceLabels, labelOf } from '../ui/en.ts';
import { placeOf, renderChangeList, TALLIED } from './change-list.ts';
import { attribute, markup, trusted, type Markup } from './markup.ts';
import { keepLinksAlive } from './links.ts';
import { addSteps } from './steps.ts';
import {
  LAYOUTS,
  comparisonPath,
  link,
  plainName,
  statusWords,
  versionName,
  type EntryCard,
  type Layout,
  type NoticeCard,
  type VersionCard,
} from './versions.ts';

export interface ComparisonView {
  notice: NoticeCard;
  /** Two of the notice's versions. */
  before: VersionCard;
  after: VersionCard;
  comparison: Comparison;
  layout: Layout;
  /** The site's base, with a slash at both ends. */
  base: string;
}

/** What a page with this comparison is called. */
export function comparisonTitle({
  notice,
  before,
  after,
  layout,
}: Omit<ComparisonView, 'comparison' | 'base'>): string {
  const view = layout === 'inline' ? '' : ', side by side';
  return `What changed from ${plainName(before)} to ${plainName(after)}${view} – ${notice.title}, ${notice.controller}`;
}

/** How many changes there are, in a few words. */
export function countChanges({ changes }: Pick<Comparison, 'changes'>): string {
  return changes.length === 0 ? 'No word is different' : counted(changes.length, 'change');
}

/** The comparison as HTML, from its heading to its text. */
export function renderComparison(view: ComparisonView): string {
  const { comparison } = view;
  const isSame = comparison.changes.length === 0;
  return markup`${renderHeader(view)}
    ${renderEntries(view)}
    <div class="panes ${view.layout}">
      ${isSame ? false : renderChanges(view)}
      <div class="pane">${renderText(view)}</div>
    </div>`.text;
}

function renderHeader(view: ComparisonView): Markup {
  const { notice, before, after, base, comparison } = view;
  return markup`<header class="title">
      <p class="controller">${link(base, notice.path, notice.title)}, ${notice.controller}</p>
      <h1 tabindex="-1">What changed between ${versionName(before)} and ${versionName(after)}</h1>
      <p class="summary">${summarise(comparison)}</p>
    </header>
    <div class="compared">
      ${renderSide('Before', before, base)}
      <span class="arrow" aria-hidden="true">→</span>
      ${renderSide('After', after, base)}
    </div>
    ${isBackwards(view) && WAY_BACK}
    ${renderViews(view)}`;
}

const WAY_BACK = markup`<p class="banner past" role="note">
    You are comparing backwards: the later version is taken as the one before.
  </p>`;

const renderSide = (label: string, version: VersionCard, base: string): Markup =>
  markup`<p class="card">
    <span class="side">${label}</span> ${link(base, version.path, versionTitle(version))}
    <span class="since">${statusWords(version)}</span>
  </p>`;

const versionTitle = (version: VersionCard): Markup =>
  version.status === 'draft' ? markup`The draft` : markup`Version of ${versionName(version)}`;

const positionOf = ({ notice }: ComparisonView, version: VersionCard): number =>
  notice.versions.findIndex(({ name }) => name === version.name);

const isBackwards = (view: ComparisonView): boolean =>
  positionOf(view, view.before) > positionOf(view, view.after);

/** What is different, in a sentence or two. */
export const comparisonSummary = ({ comparison }: Pick<ComparisonView, 'comparison'>): string =>
  summarise(comparison);

function summarise({ changes, facts, statistics }: Comparison): string {
  if (changes.length === 0) return 'No word is different between these two versions.';
  if (changes.length === facts.length) {
    return `No word of the text is different. ${counted(facts.length, 'fact')} in the notice’s details ${facts.length === 1 ? 'is' : 'are'}.`;
  }
  const { sections, words } = statistics;
  const parts = [
    words.added > 0 ? `${counted(words.added, 'word')} added` : '',
    words.removed > 0 ? `${counted(words.removed, 'word')} removed` : '',
    words.moved > 0 ? `${counted(words.moved, 'word')} moved` : '',
  ].filter(Boolean);
  const places =
    sections.touched > 0 ? `, in ${sections.touched} of ${counted(sections.total, 'section')}` : '';
  const where = `${countChanges({ changes })}${places}.`;
  return parts.length > 0 ? `${where} ${parts.join(', ')}.` : where;
}

const layoutNames: Record<Layout, string> = {
  inline: 'In one text',
  'side-by-side': 'Side by side',
};

/** The other ways to look at the same two versions. */
function renderViews({ notice, before, after, layout, base }: ComparisonView): Markup {
  const way = (to: Layout, words: string): Markup => {
    const path = comparisonPath(notice, before, after, to);
    return layout === to
      ? markup`<li><a href="${base}${path.slice(1)}" aria-current="true">${words}</a></li>`
      : markup`<li>${link(base, path, words)}</li>`;
  };
  return markup`<nav class="views" aria-label="Views of this comparison">
    <ul>
      ${LAYOUTS.map((each) => way(each, layoutNames[each]))}
      <li>${link(base, comparisonPath(notice, after, before, layout), 'The other way round')}</li>
      <li><a href="#~choose">Other versions</a></li>
    </ul>
  </nav>`;
}

/** More notes than this are folded, or they would keep the text out of sight. */
const OPEN_NOTES = 2;

/** What the authors of the versions passed over wrote of their changes. */
function renderEntries(view: ComparisonView): Markup {
  const [from = 0, to = 0] = [view.before, view.after]
    .map((version) => positionOf(view, version))
    .toSorted((a, b) => a - b);
  const passed = view.notice.versions
    .slice(from + 1, to + 1)
    .filter(({ entries }) => entries.length > 0);
  if (passed.length === 0) return markup``;
  const isOne = to === from + 1;
  const lists = passed.map(
    (version) =>
      markup`${!isOne && markup`<h3>${versionTitle(version)}</h3>`}
        <ul class="changes"${attribute('lang', version.language)}>
          ${version.entries.map((entry) => renderEntry(entry, view.base))}
        </ul>`,
  );
  const count = passed.reduce((sum, { entries }) => sum + entries.length, 0);
  return markup`<section class="said">
    <h2>What the publisher says</h2>
    <details${count <= OPEN_NOTES && markup` open`}>
      <summary>${counted(count, 'note')} on what changed</summary>
      ${lists}
    </details>
  </section>`;
}

const renderEntry = ({ kind, summary, reason, where }: EntryCard, base: string): Markup =>
  markup`<li>
    <span class="change ${kind}">${changeKindLabels[kind]}</span>
    <div>
      ${where && markup`<a class="where" href="${base}${where.path.slice(1)}">${where.words}</a>`}
      <p>${summary}</p>
      ${reason !== undefined && markup`<p class="reason">Why: ${reason}</p>`}
    </div>
  </li>`;

function renderChanges({ comparison }: ComparisonView): Markup {
  const { kinds } = comparison.statistics;
  const tallies = TALLIED.filter((kind) => kinds[kind] > 0).map(
    (kind) => markup`<li data-kind="${kind}"><b>${kinds[kind]}</b> ${differenceLabels[kind]}</li>`,
  );
  return markup`<section class="changes-made" aria-labelledby="~changes" tabindex="0">
    <h2 id="~changes">What changed</h2>
    <ul class="tallies">${tallies}</ul>
    ${renderChangeList(comparison)}
  </section>`;
}

const LABELS: RedlineLabels = { ...ENGLISH, labelOf };

function renderText(view: ComparisonView): Markup {
  const { comparison, layout, base, after, before } = view;
  const options = { base, labels: LABELS, rankOf: ranks(), fold: true };
  const print = layout === 'inline' ? renderRedline : renderSideBySide;
  const printed = keepLinksAlive(print(comparison, options), base + before.path.slice(1));
  const text = addSteps(printed, placesInText(comparison), comparison.facts.length);
  return markup`<h2 id="~text">The text</h2>
    ${renderBar(view)}
    ${layout === 'side-by-side' && renderHeads(view)}
    <div class="text redline"${attribute('lang', after.language)}${attribute('dir', after.direction)}>
      ${trusted(text)}
    </div>`;
}

/** Where each change stands that is in the text, in its order. */
const placesInText = ({ changes }: Comparison): string[] =>
  changes.filter(({ kind }) => kind !== 'facts').map(placeOf);

const renderHeads = ({ before, after }: ComparisonView): Markup =>
  markup`<p class="heads" aria-hidden="true">
    <span>Before: ${versionName(before)}</span> <span>After: ${versionName(after)}</span>
  </p>`;

/** The ranks of headings on the page: below the page's own, and none skipped. */
function ranks(): (line: Line) => number {
  // Side by side a heading is printed twice, and has one rank.
  const known = new Map<Line, number>();
  let last = 2;
  return (line) => {
    const { level = 1 } = line.section?.after ?? line.section?.before ?? {};
    last = known.get(line) ?? Math.min(level + 2, last + 1, 6);
    known.set(line, last);
    return last;
  };
}

/** What stays in view above the text: the way to the list, the signs, and what can be hidden. */
function renderBar({ comparison }: ComparisonView): Markup {
  const { changes, statistics } = comparison;
  if (changes.length === 0) return markup``;
  const toggle = (kind: 'link' | 'format', one: string, many: string): Markup | false =>
    statistics.kinds[kind] > 0 &&
    markup`<label>
      <input type="checkbox" name="hide-${kind}">
      Hide ${counted(statistics.kinds[kind], one, many)}
    </label>`;
  const [first] = placesInText(comparison);
  return markup`<div class="bar" role="group" aria-label="Changes in the text">
    <a href="#~changes">${counted(changes.length, 'change')}</a>
    ${first !== undefined && markup`<a href="#${first}">First change</a>`}
    <span class="signs"><ins>added</ins> <del>removed</del></span>
    ${toggle('link', 'link', 'links')}
    ${toggle('format', 'change of form', 'changes of form')}
  </div>`;
}
