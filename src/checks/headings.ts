/** Headings and the anchors they claim. */
import { assignAnchors, isAnchor } from '../notices/anchors.ts';
import { finding, type Finding, type Place } from './findings.ts';

export interface Heading extends Place {
  text: string;
  /** The anchor its author wrote. */
  explicit?: string;
}

/** An id that is not a heading's. */
export interface Id extends Place {
  id: string;
}

/** Every anchor is claimed once, can be typed, and does not hang on a heading's place. */
export function checkHeadings(headings: Heading[], ids: Id[]): Finding[] {
  const findings: Finding[] = [];
  const anchors = assignAnchors(headings);
  const explicit = new Map<string, Place>();
  for (const { id, ...place } of [
    ...ids,
    ...headings.flatMap(({ explicit: id, ...heading }) =>
      id === undefined ? [] : [{ id, ...heading }],
    ),
  ].toSorted((a, b) => a.line - b.line || a.column - b.column)) {
    const earlier = explicit.get(id);
    if (earlier) {
      findings.push(
        finding(
          'anchor-repeated',
          place,
          `the anchor "${id}" is already taken on line ${earlier.line}`,
          `give this one an anchor of its own, such as {#${id}-2}`,
        ),
      );
    } else if (!isAnchor(id)) {
      findings.push(
        finding(
          'anchor-invalid',
          place,
          `"${id}" cannot be an anchor`,
          'use letters, digits and hyphens only, such as {#how-long-we-keep-it}',
        ),
      );
    } else {
      explicit.set(id, place);
    }
  }
  const derivedBefore = new Map<string, number>();
  headings.forEach((heading, index) => {
    const anchor = anchors[index] ?? '';
    if (heading.text.trim() === '') {
      findings.push(
        finding(
          'heading-empty',
          heading,
          'the heading has no words; it is left out',
          'write its words, or delete the line',
        ),
      );
    }
    if (heading.explicit !== undefined) return;
    const words = heading.text.trim().toLowerCase();
    const taken = explicit.get(anchor);
    const earlier = derivedBefore.get(words);
    if (taken) {
      findings.push(
        finding(
          'anchor-repeated',
          heading,
          `this heading's anchor would be "${anchor}", which line ${taken.line} claims with {#${anchor}}`,
          `give it an anchor of its own, such as {#${anchor}-2}`,
        ),
      );
    } else if (earlier !== undefined && words !== '') {
      findings.push(
        finding(
          'anchor-suggested',
          heading,
          `the heading "${heading.text.trim()}" stands on line ${earlier} too; its anchor is "${anchor}"`,
          `give it an anchor that outlives its place, such as {#${anchor}}`,
        ),
      );
    } else {
      derivedBefore.set(words, heading.line);
    }
  });
  return findings;
}
