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
  /** Words that it adds to the version before, and that it removes. */
  words: { added: number; removed: number };
}

/**
 * Gives the sections of a body the anchors that they had in the version before.
 *
 * @param before the version before, as it will be written
 * @param read the body, read
 */
export function withAnchorsOf(before: Document<Facts>, body: string, read: ReadBody): Anchored {
  const comparison = compareDocuments(withoutFacts(before), withoutFacts(read.document));
  const { added, removed } = comparison.statistics.words;
  const renamed = renamedAnchors(before, read.document, comparison);
  return { body: rename(body, read.outline, renamed), words: { added, removed } };
}

const withoutFacts = ({ lead, sections }: Document<Facts>): Document<Facts> => ({ lead, sections });

/** The new anchors by the old ones, of the sections that get another. */
function renamedAnchors(
  before: Document<Facts>,
  after: Document<Facts>,
  comparison: Comparison,
): Map<string, string> {
  const { lineages } = lineagesOf(
    [
      { name: 'before', document: before },
      { name: 'after', document: after },
    ],
    [comparison],
  );
  const inherited = new Map(
    lineages.flatMap(({ stations: [first, last] }) =>
      first && last ? [[last.anchor, first.anchor] as const] : [],
    ),
  );
  const taken = new Set(inherited.values());
  const renamed = new Map<string, string>();
  for (const { anchor } of sectionsOf(after)) {
    const own = inherited.get(anchor) ?? unused(anchor, taken);
    taken.add(own);
    if (own !== anchor) renamed.set(anchor, own);
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
