/** The text of two versions compared: its redline, in one column or two. */
import {
  anchorsIn,
  renderRedline,
  renderSideBySide,
  type RedlineOptions,
} from '../compare/index.ts';
import type { Line } from '../compare/model.ts';
import { markup, trusted, type Markup } from '../document/markup.ts';
import { withBase } from '../document/print.ts';
import type { PanesView } from './comparison.ts';
import { linksOfRedline } from './links.ts';
import { pageSpeech, speechOf } from './speech.ts';

/** The text of a comparison with its heading. */
export function renderText(view: PanesView): Markup {
  const { words, comparison, layout, after } = view;
  const print = layout === 'inline' ? renderRedline : renderSideBySide;
  const said = words.comparison;
  return markup`<div class="head"><h2 id="~text">${said.text}</h2>
      ${comparison.changes.length > 0 && markup`<span class="signs" aria-hidden="true"><ins>${said.added}</ins> <del>${said.removed}</del></span>`}</div>
    <div class="text redline"${speechOf(after)}>
      ${trusted(print(comparison, optionsOf(view)))}
    </div>`;
}

function optionsOf({ words, comparison, base, before, after }: PanesView): RedlineOptions {
  const said = words.comparison;
  const labelSpeech = pageSpeech(after, words);
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
  };
}

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
