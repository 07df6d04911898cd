/**
 * Reads a page of HTML into pieces. All of its text is in some piece: what is hidden, or no text of
 * the page, is marked. Nothing is fetched, and nothing of the page is run.
 */
import { Collector } from './html-collect.ts';
import { editsIn } from './html-edits.ts';
import { activeIn, addressOf, linkTo } from './html-links.ts';
import { NOWHERE, type Setting } from './html-place.ts';
import { readSheet } from './html-style.ts';
import { attributeOf, childrenOf, isText, measureAll, treeOf } from './html-tree.ts';
import type { HtmlElement } from './html-tree.ts';
import { togglesIn } from './html-toggles.ts';
import { walk } from './html-walk.ts';
import type { Page, Piece, Refusal, Source } from './model.ts';
import { textOf } from './piece-text.ts';

/** Reads the page of a source of the kind `html`. */
export function readHtml({ text }: Source): Page | Refusal {
  const document = treeOf(text);
  if (!document)
    return { refused: 'This page has more than 500,000 elements. Save the notice alone.' };
  const measures = measureAll(document);
  const elements = [...measures.keys()];
  const { opened, toggles, remarks: closed } = togglesIn(elements, measures);
  const base = addressOf(elements, text);
  const linked = linkedIn(elements);
  const into = new Collector((id) => linked.has(id));
  const on: Setting = {
    sheet: readSheet(styleIn(elements)),
    measures,
    opened,
    toggles,
    hrefOf: (href) => linkTo(href, base),
    changes: [],
    counts: new Map(),
  };
  walk(document.childNodes, NOWHERE, into, on);
  into.endAll();
  const language = languageOf(elements);
  const title = titleIn(into.pieces);
  return {
    pieces: into.pieces,
    around: into.around,
    ...(language && { language }),
    ...(title && { title }),
    changes: on.changes,
    remarks: [...closed, ...activeIn(elements), ...editsIn(into.pieces, elements)],
  };
}

/** The ids that links of the page lead to. */
function linkedIn(elements: readonly HtmlElement[]): Set<string> {
  const ids = new Set<string>();
  for (const element of elements) {
    const href = element.tagName === 'a' ? attributeOf(element, 'href') : undefined;
    if (href?.startsWith('#')) ids.add(href.slice(1));
  }
  return ids;
}

const styleIn = (elements: readonly HtmlElement[]): string =>
  elements
    .filter(({ tagName }) => tagName === 'style')
    .flatMap((style) => childrenOf(style).map((node) => (isText(node) ? node.value : '')))
    .join('\n');

function titleIn(pieces: readonly Piece[]): Page['title'] {
  const piece = pieces.find(({ signs }) => signs?.part === 'title');
  return piece && { text: textOf(piece), at: piece.at };
}

const languageOf = (elements: readonly HtmlElement[]): string | undefined => {
  const html = elements.find(({ tagName }) => tagName === 'html');
  return (html && attributeOf(html, 'lang'))?.trim() || undefined;
};
