/**
 * Anchors through a history: a section takes the anchor of the section that it descends from, so that
 * links and the histories of sections hold although its heading or the id of its page changed.
 */
import { compareDocuments } from '../compare/index.ts';
import { lineagesOf } from '../compare/lineage.ts';
import type { Comparison } from '../compare/model.ts';
import { sectionsOf, type Document } from '../document/model.ts';
import type { Facts } from '../notices/schema.ts';
import { LINES_ABOVE, type ReadBody } from './history-words.ts';

/** A body whose sections have their anchors through time. */
export interface Anchored {
  body: string;
  /** Words that the newer one of the two adds to the older, and that it removes. */
  words: { added: number; removed: number };
}

/**
 * Gives the sections of a body the anchors that they have in the version beside it.
 *
 * @param beside the version before, or the version after of a body that is older than what is there.
 *   Its own anchors stay as they are
 * @param read the body, read
 */
export function withAnchorsOf(
  beside: Document<Facts>,
  body: string,
  read: ReadBody,
  place: 'after' | 'before' = 'after',
): Anchored {
  const own = read.document;
  const [older, newer] = place === 'after' ? [beside, own] : [own, beside];
  const comparison = compareDocuments(withoutFacts(older), withoutFacts(newer));
  const { added, removed } = comparison.statistics.words;
  const pairs = pairedAnchors(older, newer, comparison);
  const inherited = new Map(
    place === 'after' ? pairs.map(([first, last]) => [last, first] as const) : pairs,
  );
  const renamed = renamedAnchors(own, inherited);
  return { body: rename(body, read.outline, renamed), words: { added, removed } };
}

const withoutFacts = ({ lead, sections }: Document<Facts>): Document<Facts> => ({ lead, sections });

/** The anchors of each section that is in both of two versions: in the older, and in the newer. */
function pairedAnchors(
  before: Document<Facts>,
  after: Document<Facts>,
  comparison: Comparison,
): (readonly [string, string])[] {
  const { lineages } = lineagesOf(
    [
      { name: 'before', document: before },
      { name: 'after', document: after },
    ],
    [comparison],
  );
  return lineages.flatMap(({ stations: [first, last] }) =>
    first && last ? [[first.anchor, last.anchor] as const] : [],
  );
}

/** The new anchors by the old ones, of the sections that get another. */
function renamedAnchors(
  own: Document<Facts>,
  inherited: ReadonlyMap<string, string>,
): Map<string, string> {
  const taken = new Set(inherited.values());
  const renamed = new Map<string, string>();
  for (const { anchor } of sectionsOf(own)) {
    const other = inherited.get(anchor) ?? unused(anchor, taken);
    taken.add(other);
    if (other !== anchor) renamed.set(anchor, other);
  }
  return renamed;
}

/** The anchor itself, or with a number where another section has it. */
function unused(anchor: string, taken: ReadonlySet<string>): string {
  if (!taken.has(anchor)) return anchor;
  for (let number = 2; ; number += 1) {
    if (!taken.has(`${anchor}-${number}`)) return `${anchor}-${number}`;
  }
}

/** The end of a heading with its anchor. */
const WRITTEN = /\{#[^\s{}]+\}\s*$/;

/** Where a link within the text leads. */
const LINK = /\]\(#([^\s()<>]+)/g;

/** Writes other anchors into the headings of a body and the links to them. */
function rename(
  body: string,
  { headings }: ReadBody['outline'],
  renamed: ReadonlyMap<string, string>,
): string {
  if (renamed.size === 0) return body;
  const lines = body
    .split('\n')
    .map((line) =>
      line.replace(LINK, (_link, anchor: string) => `](#${renamed.get(anchor) ?? anchor}`),
    );
  for (const { line, anchor } of headings) {
    const at = line - 1 - LINES_ABOVE;
    const heading = lines[at];
    const other = renamed.get(anchor);
    if (heading === undefined || other === undefined) continue;
    lines[at] = WRITTEN.test(heading)
      ? heading.replace(WRITTEN, `{#${other}}`)
      : `${heading.trimEnd()} {#${other}}`;
  }
  return lines.join('\n');
}
