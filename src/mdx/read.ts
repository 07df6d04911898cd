/** A version's file read whole: its facts, its document, and what is wrong with it. */
import type { Document } from '../document/model.ts';
import { readDocument } from '../document/parse.ts';
import type { Finding, Place } from '../findings/catalogue.ts';
import type { Facts } from '../notices/schema.ts';
import { readBody, type Outline } from './body.ts';
import { checkComponents } from './components.ts';
import { readFrontmatter } from './frontmatter.ts';
import { nodesOf } from './nodes.ts';
import { readSource, type SourceFile } from './source.ts';
import type { Path } from './yaml-places.ts';

/** What could be read of a version: of a faulty one, as much as there is. */
export interface ReadVersion {
  /** The whole file as text, line ends as `\n`. Absent where it is not text with frontmatter. */
  text?: string;
  facts?: Facts;
  /** The frontmatter as it is written, before it became `facts`. */
  frontmatter: Record<string, unknown>;
  /** Where a fact stands in the file. */
  placeOf: (path: Path) => Place;
  /** What links, images and headings it has. Absent where its MDX cannot be parsed. */
  outline?: Outline;
  /** Absent where facts or body cannot be read. */
  document?: Document<Facts>;
  findings: Finding[];
}

/**
 * Reads a version. What it says is a function of its bytes alone: nothing is imported, nothing is
 * run, and nothing else on the machine is looked at.
 *
 * @param source its bytes, and the path that findings name
 * @param language the language of the text where the file's name tells it and its facts do not
 */
export function readVersion(source: SourceFile, language?: string): ReadVersion {
  const start = { file: source.file, line: 1, column: 1 };
  const text = readSource(source);
  if ('code' in text) return { frontmatter: {}, placeOf: () => start, findings: [text] };
  const { facts, raw, placeOf, findings } = readFrontmatter(text, language);
  const { outline, findings: ofBody } = readBody(text);
  return {
    text: text.text,
    frontmatter: raw,
    placeOf,
    ...(facts && { facts }),
    ...(outline && { outline }),
    ...(facts && outline && { document: readDocument(nodesOf(text.body, facts), facts) }),
    findings: [
      ...findings,
      ...ofBody,
      ...(facts && outline ? checkComponents(outline, facts) : []),
    ],
  };
}
