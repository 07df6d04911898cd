/** What stays in view above a comparison: the way from change to change, both versions, what can be hidden. */
import { LAYOUTS, type Layout } from '../notices/pairs.ts';
import type { ComparisonWords } from '../words/index.ts';
import { attribute, markup, type Markup } from '../document/markup.ts';
import { isNumbered } from './change-list.ts';
import type { ComparisonView } from './comparison.ts';
import { comparisonPath, currentPath, link, versionName, type VersionCard } from './versions.ts';

/** The bar. What only a script can do in it is hidden until one is there: see `browser/steps.ts`. */
export function renderBar(view: ComparisonView): Markup {
  const { changes } = view.comparison;
  const said = view.words.comparison;
  return markup`<div class="walk ${view.layout}">
    ${changes.some(isNumbered) && renderSteps(view)}
    ${changes.length > 0 && markup`<a class="to-list" href="#~changes">${said.list}</a>`}
    ${renderOptions(view)}
    ${renderDates(view)}
    ${renderLayouts(view)}
  </div>`;
}

/** From change to change, by buttons or keys: at first it says how many there are. */
function renderSteps({ comparison, words }: ComparisonView): Markup {
  const said = words.comparison;
  const count = comparison.changes.filter(isNumbered).length;
  return markup`<div class="steps" role="group" aria-label="${said.bar}" hidden data-keys="${said.keys}" data-position="${said.position('{place}', '{all}')}">
      <button type="button" value="-1" aria-label="${said.previousChange}">↑</button>
      <button type="button" value="1" aria-label="${said.nextChange}">↓</button>
      <span>${words.counts.changes(count)}</span>
      <span class="hidden" aria-live="polite"></span>
    </div>`;
}

/** Both versions; side by side each stands over its column, in the direction of the columns. */
function renderDates({ words, before, after, base, layout }: ComparisonView): Markup {
  const said = words.comparison;
  const direction = layout === 'side-by-side' ? after.direction : undefined;
  // The words over a column are the page's, and read as they do elsewhere on it.
  const own = attribute('dir', direction && 'auto');
  const version = (label: string, card: VersionCard): Markup =>
    markup`<span${own}><i>${label}</i> ${link(base, card.path, versionName(card, words))} ${standingOf(card, words)}</span>`;
  return markup`<p class="dates"${attribute('dir', direction)}>${version(said.before, before)} <span class="arrow" aria-hidden="true">→</span> ${version(said.after, after)}</p>`;
}

/** Whether a version applies, where it is not simply a past one: "(current)". */
function standingOf({ status }: VersionCard, { comparison }: ComparisonWords): Markup | false {
  const standing = status === 'draft' ? '' : comparison.options[status]('').trim();
  return standing !== '' && markup`<small>${standing}</small>`;
}

/** The other way to look at the same two versions. */
function renderLayouts(view: ComparisonView): Markup {
  const { words, notice, before, after, withCurrent, layout, base } = view;
  const said = words.comparison;
  const way = (to: Layout): Markup => {
    const path =
      withCurrent && to === 'inline'
        ? currentPath(notice, withCurrent)
        : comparisonPath(notice, before, after, to);
    return layout === to
      ? markup`<li><a href="${base}${path.slice(1)}" aria-current="true">${said.layouts[to]}</a></li>`
      : markup`<li>${link(base, path, said.layouts[to])}</li>`;
  };
  return markup`<nav class="views" aria-label="${said.views}"><ul>${LAYOUTS.map(way)}</ul></nav>`;
}

/**
 * What can be hidden of the list and of the text, changes that say nothing new, and the switch of the keys. Where
 * there is the switch alone, nothing is seen of this without the script.
 */
function renderOptions({ comparison, words }: ComparisonView): Markup {
  const said = words.comparison;
  const { kinds } = comparison.statistics;
  const toggles = (['link', 'format'] as const)
    .filter((kind) => kinds[kind] > 0)
    .map(
      (kind) =>
        markup`<label><input type="checkbox" name="hide-${kind}"> ${said.hide[kind](kinds[kind])}</label>`,
    );
  if (toggles.length === 0 && !comparison.changes.some(isNumbered)) return markup``;
  return markup`<details class="options"${attribute('hidden', toggles.length > 0 ? undefined : '')}><summary>${said.barOptions}</summary><div>${toggles}</div></details>`;
}
