/** Headings and the anchors they claim. */
import { assignAnchors, isAnchor } from '../document/anchors.ts';
import { TOPICS } from '../document/model.ts';
import { readTopics } from '../document/topics.ts';
import { didYouMean } from '../findings/suggest.ts';
import { finding, type Finding, type Place } from '../findings/catalogue.ts';

export interface Heading extends Place {
  text: string;
  /** What it answers, as its author wrote it: `covers=retention`. */
  covers?: string;
  /** The anchor its author wrote. */
  explicit?: string;
}

/** An id that is not a heading's. */
export interface Id extends Place {
  id: string;
}

/** Every anchor is claimed once, can be typed, and does not hang on a heading's place. */
export function checkHeadings(headings: readonly Heading[], ids: readonly Id[]): Finding[] {
  const claims = new Map<string, Place>();
  return [
    ...[...ids, ...headings.flatMap(explicitId)]
      .toSorted(inOrder)
      .flatMap((id) => checkClaim(id, claims)),
    ...headings.flatMap(checkWords),
    ...headings.flatMap(checkTopics),
    ...checkTwice(headings),
    ...checkDerived(headings, claims),
  ];
}

const inOrder = (a: Place, b: Place): number => a.line - b.line || a.column - b.column;

const explicitId = ({ explicit: id, ...place }: Heading): Id[] =>
  id === undefined ? [] : [{ ...place, id }];

/** An anchor that its author wrote; one that is sound is added to the claims. */
function checkClaim({ id, ...place }: Id, claims: Map<string, Place>): Finding[] {
  const earlier = claims.get(id);
  if (earlier) {
    const message = `the anchor "${id}" is already taken on line ${earlier.line}`;
    const hint = `give this one an anchor of its own, such as {#${id}-2}`;
    return [finding('anchor-repeated', place, message, hint)];
  }
  if (!isAnchor(id)) {
    const hint = 'use letters, digits and hyphens only, such as {#how-long-we-keep-it}';
    return [finding('anchor-invalid', place, `"${id}" cannot be an anchor`, hint)];
  }
  claims.set(id, place);
  return [];
}

function checkWords(heading: Heading): Finding[] {
  if (heading.text.trim() !== '') return [];
  const hint = 'write its words, or delete the line';
  return [finding('heading-empty', heading, 'the heading has no words; it is left out', hint)];
}

function checkTopics({ covers = '', ...place }: Heading): Finding[] {
  return readTopics(covers).unknown.map((name) => {
    const message = `a section cannot cover "${name}".${didYouMean(name, TOPICS)}`;
    return finding('covers-invalid', place, message, `use one of: ${TOPICS.join(', ')}`);
  });
}

/** What people ask is answered by one section. */
function checkTwice(headings: readonly Heading[]): Finding[] {
  const lines = new Map<string, number>();
  return headings.flatMap(({ covers = '', ...place }) =>
    readTopics(covers).topics.flatMap((topic) => {
      const earlier = lines.get(topic);
      lines.set(topic, earlier ?? place.line);
      if (earlier === undefined) return [];
      const message = `the section on line ${earlier} covers "${topic}" already`;
      return [finding('covers-invalid', place, message, 'let one of them cover it')];
    }),
  );
}

/** Anchors made of a heading's words: those of two that read alike hang on their order. */
function checkDerived(headings: readonly Heading[], claims: ReadonlyMap<string, Place>): Finding[] {
  const anchors = assignAnchors(headings);
  const firstLines = new Map<string, number>();
  return headings.flatMap((heading, index) => {
    const words = heading.text.trim();
    const anchor = anchors[index] ?? '';
    if (heading.explicit !== undefined || words === '') return [];
    const taken = claims.get(anchor);
    if (taken) {
      const message = `this heading's anchor would be "${anchor}", which line ${taken.line} claims with {#${anchor}}`;
      const hint = `give it an anchor of its own, such as {#${anchor}-2}`;
      return [finding('anchor-repeated', heading, message, hint)];
    }
    const earlier = firstLines.get(words.toLowerCase());
    if (earlier !== undefined) {
      const message = `the heading "${words}" stands on line ${earlier} too; its anchor is "${anchor}"`;
      const hint = `give it an anchor that outlives its place, such as {#${anchor}}`;
      return [finding('anchor-suggested', heading, message, hint)];
    }
    firstLines.set(words.toLowerCase(), heading.line);
    return [];
  });
}
