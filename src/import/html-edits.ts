/** What a page marks as edited: words that are struck through, and words that were put in. */
import { childrenOf, isElement, isText, type HtmlElement } from './html-tree.ts';
import type { Piece, Remark } from './model.ts';
import { textOf } from './piece-text.ts';

/** How many of a kind are told. */
const MOST = 8;

/** Tells which words were left out as deleted, and which are kept though they are marked as new. */
export function editsIn(pieces: readonly Piece[], elements: readonly HtmlElement[]): Remark[] {
  const deleted = pieces.filter(({ signs }) => signs?.part === 'deleted').map(textOf);
  const inserted = elements.filter(({ tagName }) => tagName === 'ins').map(wordsOf);
  const remark = (code: string, texts: readonly string[]): Remark[] =>
    texts
      .filter((text) => text.trim() !== '')
      .slice(0, MOST)
      .map((text) => ({ code, detail: `“${text.trim().slice(0, 100)}”` }));
  return [...remark('deleted', deleted), ...remark('inserted', inserted)];
}

/** The first words of an element. */
function wordsOf(element: HtmlElement): string {
  let text = '';
  const stack = [...childrenOf(element)].toReversed();
  for (let node = stack.pop(); node !== undefined && text.length < 200; node = stack.pop()) {
    if (isText(node)) text += node.value.slice(0, 200);
    else if (isElement(node)) stack.push(...childrenOf(node).slice(0, 200).toReversed());
  }
  return text.replace(/\s+/g, ' ');
}
