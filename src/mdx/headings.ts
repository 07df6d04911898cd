/** Checks headings and their anchors. */
import { isAnchor, wordsOf } from '../document/anchors.ts';
import { faultOnWindows, isTooLong, normalName, sameName } from '../document/file-names.ts';
import { TOPICS } from '../document/model.ts';
import { readTopics } from '../document/topics.ts';
import { didYouMean } from '../findings/suggest.ts';
import { finding, type Finding, type Place } from '../findings/catalogue.ts';

export interface Heading extends Place {
  text: string;
  /** The topics it covers, as its author wrote them: `covers=retention`. */
  covers?: string;
  /** The anchor its author wrote. */
  explicit?: string;
}

/** An id of anything but a heading. */
export interface Id extends Place {
  id: string;
}

/**
 * Reports anchors that are used twice, cannot be typed or depend on a heading's position.
 *
 * @param anchors those that the headings get, whoever wrote them
 */
export function checkHeadings(
  headings: readonly Heading[],
  anchors: readonly string[],
  ids: readonly Id[],
): Finding[] {
  const claims = new Map<string, Place>();
  return [
    ...[...ids, ...headings.flatMap(explicitId)]
      .toSorted(inOrder)
      .flatMap((id) => checkClaim(id, claims)),
    ...headings.flatMap(checkWords),
    ...checkNames(headings, anchors),
    ...headings.flatMap(checkTopics),
    ...checkTwice(headings),
    ...checkDerived(headings, anchors, claims),
  ];
}

const inOrder = (a: Place, b: Place): number => a.line - b.line || a.column - b.column;

const explicitId = ({ explicit: id, ...place }: Heading): Id[] =>
  id === undefined ? [] : [{ ...place, id }];

/** Checks an anchor that its author wrote; a valid one is added to the claims. */
function checkClaim({ id, ...place }: Id, claims: Map<string, Place>): Finding[] {
  const earlier = claims.get(id);
  if (earlier) {
    const message = `the anchor "${id}" is already used on line ${earlier.line}`;
    const hint = `give this one a different anchor, such as {#${id}-2}`;
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
  const hint = 'write its text, or delete the line';
  const message = 'the heading has no text, so it is not published';
  return [finding('heading-empty', heading, message, hint)];
}

function checkTopics({ covers = '', ...place }: Heading): Finding[] {
  return readTopics(covers).unknown.map((name) => {
    const message = `a section cannot cover "${name}".${didYouMean(name, TOPICS)}`;
    return finding('covers-invalid', place, message, `use one of: ${TOPICS.join(', ')}`);
  });
}

/** Reports a topic that two sections claim to cover. */
function checkTwice(headings: readonly Heading[]): Finding[] {
  const lines = new Map<string, number>();
  return headings.flatMap(({ covers = '', ...place }) =>
    readTopics(covers).topics.flatMap((topic) => {
      const earlier = lines.get(topic);
      lines.set(topic, earlier ?? place.line);
      if (earlier === undefined) return [];
      const message = `the section on line ${earlier} already covers "${topic}"`;
      const hint = `remove ${topic} from one of the two`;
      return [finding('covers-invalid', place, message, hint)];
    }),
  );
}

/** Checks derived anchors: those of two headings with the same text depend on their order. */
function checkDerived(
  headings: readonly Heading[],
  anchors: readonly string[],
  claims: ReadonlyMap<string, Place>,
): Finding[] {
  const firstLines = new Map<string, number>();
  return headings.flatMap((heading, index) => {
    const words = normalName(heading.text.trim());
    const anchor = anchors[index] ?? '';
    if (heading.explicit !== undefined || words === '') return [];
    const taken = claims.get(anchor);
    if (taken) {
      const message = `this heading's anchor would be "${anchor}", which line ${taken.line} already uses: {#${anchor}}`;
      const hint = `give it a different anchor, such as {#${anchor}-2}`;
      return [finding('anchor-repeated', heading, message, hint)];
    }
    const earlier = firstLines.get(words.toLowerCase());
    if (earlier !== undefined) {
      const message = `the heading "${words}" is also on line ${earlier}, so this one gets the anchor "${anchor}"`;
      const hint = `give it an anchor that does not depend on its position, such as {#${anchor}}`;
      return [finding('anchor-suggested', heading, message, hint)];
    }
    firstLines.set(words.toLowerCase(), heading.line);
    return [];
  });
}

/** Checks the names of the files that are called by anchors: `parts/<anchor>.html`. */
function checkNames(headings: readonly Heading[], anchors: readonly string[]): Finding[] {
  const firsts = new Map<string, { anchor: string; line: number }>();
  return headings.flatMap((heading, index) => {
    const anchor = anchors[index] ?? '';
    if (heading.text.trim() === '' || !isAnchor(anchor)) return [];
    const name = sameName(anchor);
    const first = firsts.get(name) ?? { anchor, line: heading.line };
    firsts.set(name, first);
    return [
      ...checkWordless(heading, anchor),
      ...checkLength(heading, anchor),
      ...checkOnWindows(heading, anchor),
      ...checkSimilar(heading, anchor, first),
    ];
  });
}

/** Reports a heading of which no anchor can be made, so that it gets one by its position. */
function checkWordless(heading: Heading, anchor: string): Finding[] {
  if (heading.explicit !== undefined || wordsOf(heading.text) !== undefined) return [];
  const message = `the heading "${heading.text.trim()}" has no letters or digits, so its anchor would be "${anchor}"`;
  return [finding('anchor-missing', heading, message, 'write {#a-short-anchor} behind it')];
}

function checkLength({ text, explicit, ...place }: Heading, anchor: string): Finding[] {
  if (!isTooLong(anchor)) return [];
  const what =
    explicit === undefined ? `the anchor of the heading "${begin(text)}…"` : 'the anchor';
  const message = `${what} is longer than the name of a file can be`;
  const hint =
    explicit === undefined
      ? `write a short anchor behind it, such as {#${shorten(anchor)}}`
      : `write a shorter one, such as {#${shorten(anchor)}}`;
  return [finding('anchor-long', place, message, hint)];
}

const begin = (text: string): string => [...text.trim()].slice(0, 40).join('');

/** The first words of an anchor. */
const shorten = (anchor: string): string =>
  [...anchor]
    .slice(0, 30)
    .join('')
    .replace(/(?<=.)-[^-]*$/, '');

function checkOnWindows({ text: _, explicit, ...place }: Heading, anchor: string): Finding[] {
  const fault = faultOnWindows(anchor, 'section');
  if (!fault) return [];
  const message = `no file can be called by the anchor "${anchor}": ${fault.reason}`;
  const hint = `${explicit === undefined ? 'write' : 'use another one, such as'} {#${fault.instead}}`;
  return [finding('anchor-file-name', place, message, hint)];
}

function checkSimilar(
  { text: _, explicit: __, ...place }: Heading,
  anchor: string,
  first: { anchor: string; line: number },
): Finding[] {
  if (first.anchor === anchor) return [];
  const message = `the anchors "${anchor}" and "${first.anchor}" on line ${first.line} are one name for some file systems, which ignore capitals and dots at the end`;
  const hint = `give this one a different anchor, such as {#${anchor.replace(/\.+$/, '')}-2}`;
  return [finding('anchor-similar', place, message, hint)];
}
