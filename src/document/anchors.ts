/** Anchors: the permanent ids of sections. */
import GithubSlugger from 'github-slugger';

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
  return ({ text, explicit }) => {
    if (explicit !== undefined) return explicit;
    // A heading of punctuation alone gives no slug, and a number alone is not a valid anchor.
    const derived = slugger.slug(text);
    return isAnchor(derived) ? derived : slugger.slug(FALLBACK);
  };
}

/** Gives all headings of a text their anchors. */
export const assignAnchors = (headings: readonly AnchoredHeading[]): string[] =>
  headings.map(anchorAssigner());

const FALLBACK = 'section';

/** Whether an anchor can be typed, mailed and used in a style sheet. */
export const isAnchor = (text: string): boolean =>
  /^[\p{L}\p{N}][\p{L}\p{N}\p{M}_.-]*$/u.test(text);
