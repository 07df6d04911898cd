/** Gives sections their anchors: the source's own where a person chose them, else from words. */
import { isAnchor, wordsOf } from '../document/anchors.ts';
import { faultOnWindows, normalName, sameName } from '../document/file-names.ts';
import type { Piece } from './model.ts';
import { textOfPiece } from './runs.ts';

/** So many words of a heading are enough. */
const MOST_WORDS = 6;
const LONGEST = 60;

/** Words that say nothing at the end of an anchor. */
const EMPTY = new Set([
  'a',
  'an',
  'and',
  'at',
  'by',
  'for',
  'from',
  'in',
  'of',
  'on',
  'or',
  'our',
  'the',
  'to',
  'with',
  'your',
  'i',
  'o',
  'y',
  'yn',
]);

/** Pieces whose headings all have an anchor, each another one. */
export function withAnchors(pieces: readonly Piece[]): Piece[] {
  const taken = new Map<string, number>();
  return pieces.map((piece): Piece => {
    if (piece.type !== 'heading') return piece;
    const anchor = unique(chosenBy(piece.signs?.id) ?? fromWords(textOfPiece(piece)), taken);
    return { ...piece, anchor };
  });
}

/** The id that a person chose for a section; undefined for what a program made. */
function chosenBy(id: string | undefined): string | undefined {
  const name = id === undefined ? '' : normalName(id.trim());
  if (name.length < 2 || name.length > LONGEST || !isAnchor(name) || !/^\p{L}/u.test(name))
    return undefined;
  return isMade(name) || faultOnWindows(name, 'section') ? undefined : name;
}

/** Ids of editors and page builders: a prefix with a number, a hash, or letters without any word. */
function isMade(id: string): boolean {
  if (
    /^(?:h\.|_|toc|ref|hlk|bookmark|bm|mw-|wp-|elementor|comp-|block|heading|section|anchor|id|item|node|accordion|collapse|tab|panel|docs-internal|yui|ember|radix|react|headlessui|mce|ftn|fn|gjs|w-node|text|content|main|page|post|article|t|s|p|c|a|h|q)[._-]?[\da-f-]*\d[\w-]*$/i.test(
      id,
    )
  )
    return true;
  if (/^(?:h\.|_|docs-internal-guid|elementor|wp-block|mw-|radix|comp-)/i.test(id)) return true;
  const parts = id.split(/[-_.]+/);
  // A part with digits amid letters, or many letters without a vowel, is no word.
  return parts.some(
    (part) =>
      (/\d/.test(part) && /[a-z]/i.test(part) && part.length > 5) ||
      (/^[a-z]{5,}$/i.test(part) && !/[aeiouyw]/i.test(part)),
  );
}

/** The first words of a heading as an anchor. */
function fromWords(heading: string): string {
  const words = (wordsOf(heading.replace(/[_.]+/g, ' ')) ?? 'section')
    .split('-')
    .filter((word) => word !== '');
  const first = words.slice(0, MOST_WORDS);
  while (words.length > MOST_WORDS && first.length > 2 && EMPTY.has(first.at(-1) ?? ''))
    first.pop();
  const joined = first.join('-').slice(0, LONGEST).replace(/-+$/, '');
  const anchor = isAnchor(joined) ? joined : 'section';
  return faultOnWindows(anchor, 'section')?.instead ?? anchor;
}

/**
 * An anchor that no other section has, also on file systems that ignore capitals. `taken` has the last
 * number that was tried of each, so that many sections of one name are not counted through again.
 */
function unique(anchor: string, taken: Map<string, number>): string {
  let name = anchor;
  let number = taken.get(sameName(anchor)) ?? 1;
  while (taken.has(sameName(name))) {
    number += 1;
    name = `${anchor}-${number}`;
  }
  taken.set(sameName(anchor), number);
  if (name !== anchor) taken.set(sameName(name), 1);
  return name;
}
