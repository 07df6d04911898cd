/** Anchors: the permanent ids of sections. */
import GithubSlugger, { slug } from 'github-slugger';
import { normalName } from './file-names.ts';

/** A heading, as far as it matters for its anchor. */
export interface AnchoredHeading {
  text: string;
  /** The anchor its author wrote, if one was written. */
  explicit?: string;
}

/**
 * Returns a function that assigns anchors; call it once for each heading, in their order. An anchor is
 * the one that the author wrote, or one derived from the words of the heading the way GitHub and the
 * Markdown processor do, with a number where the words repeat.
 */
export function anchorAssigner(): (heading: AnchoredHeading) => string {
  const slugger = new GithubSlugger();
  return ({ text, explicit }) =>
    explicit === undefined ? slugger.slug(wordsOf(text) ?? FALLBACK) : normalName(explicit);
}

/** Gives all headings of a text their anchors. */
export const assignAnchors = (headings: readonly AnchoredHeading[]): string[] =>
  headings.map(anchorAssigner());

const FALLBACK = 'section';

/**
 * The words of a heading as an anchor; undefined if it has no letters or digits.
 *
 * What GitHub makes of a heading begins with a hyphen if the heading begins with a sign: "§ 1 Terms"
 * is "-1-terms". Only then is it changed: the anchors of published texts stay.
 */
export function wordsOf(heading: string): string | undefined {
  const derived = normalName(slug(heading.normalize('NFC')));
  if (isAnchor(derived)) return derived;
  const words = derived
    .replace(/[^\p{L}\p{N}\p{M}_.-]|\p{Variation_Selector}/gu, '')
    .replace(/^[^\p{L}\p{N}]+|[_.-]+$/gu, '');
  return isAnchor(words) ? words : undefined;
}

/** Whether an anchor can be typed, mailed and used in a style sheet. */
export const isAnchor = (text: string): boolean =>
  /^[\p{L}\p{N}][\p{L}\p{N}\p{M}_.-]*$/u.test(text);
