/** The text of two versions compared: its redline, in one column or two, and the bar above it. */
import {
  anchorsIn,
  renderRedline,
  renderSideBySide,
  type RedlineOptions,
} from '../compare/index.ts';
import type { Comparison, Line } from '../compare/model.ts';
import { attribute, markup, trusted, type Markup } from '../document/markup.ts';
import { withBase } from '../document/print.ts';
import { placeOf } from './change-list.ts';
import type { PanesView } from './comparison.ts';
import { linksOfRedline } from './links.ts';
import { pageSpeech, speechOf } from './speech.ts';
import { stepsBetween } from './steps.ts';
import { versionName } from './versions.ts';

/** The text of a comparison with its heading. */
export function renderText(view: PanesView): Markup {
  const { words, comparison, layout, after } = view;
  const print = layout === 'inline' ? renderRedline : renderSideBySide;
  return markup`<h2 id="~text">${words.comparison.text}</h2>
    ${renderBar(view)}
    ${layout === 'side-by-side' && renderHeads(view)}
    <div class="text redline"${speechOf(after)}>
      ${trusted(print(comparison, optionsOf(view)))}
    </div>`;
}

function optionsOf({ words, comparison, base, before, after }: PanesView): RedlineOptions {
  const said = words.comparison;
  const labelSpeech = pageSpeech(after, words);
  const places = placesInText(comparison);
  const hrefOf = (path: string): string => withBase(path, base);
  return {
    addressOf: linksOfRedline(anchorsIn(comparison.redline), hrefOf(before.path), hrefOf),
    labels: said.redline,
    labelSpeech,
    // On a phone each side says which it is.
    columns: { before: said.before, after: said.after },
    rankOf: ranks(),
    fold: true,
    lean: true,
    stepsAt: stepsBetween(places, words, comparison.facts.length, labelSpeech),
  };
}

/** Where each change stands that is in the text, in its order. */
const placesInText = ({ changes }: Comparison): string[] =>
  changes.filter(({ kind }) => kind !== 'facts').map(placeOf);

const renderHeads = ({ before, after, words }: PanesView): Markup =>
  // In the direction of the columns below.
  markup`<p class="heads"${attribute('dir', after.direction)} aria-hidden="true">
    <span>${words.comparison.beforeIs(versionName(before, words))}</span> <span>${words.comparison.afterIs(versionName(after, words))}</span>
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
function renderBar({ comparison, words }: PanesView): Markup {
  const said = words.comparison;
  const { changes, statistics } = comparison;
  if (changes.length === 0) return markup``;
  const toggle = (kind: 'link' | 'format'): Markup | false =>
    statistics.kinds[kind] > 0 &&
    markup`<label>
      <input type="checkbox" name="hide-${kind}">
      ${said.hide[kind](statistics.kinds[kind])}
    </label>`;
  const [first] = placesInText(comparison);
  return markup`<div class="bar" role="group" aria-label="${said.bar}" data-keys="${said.keys}">
    <a href="#~changes">${words.counts.changes(changes.length)}</a>
    ${first !== undefined && markup`<a href="#${first}">${said.firstChange}</a>`}
    <span class="signs"><ins>${said.added}</ins> <del>${said.removed}</del></span>
    ${toggle('link')}
    ${toggle('format')}
  </div>`;
}
