/** Reads a version's file: its facts, its document and its mistakes. */
import type { Document } from '../document/model.ts';
import { lazily } from '../document/once.ts';
import { readDocument } from '../document/parse.ts';
import { finding, type Finding, type Place } from '../findings/catalogue.ts';
import { oncePerCause } from '../findings/limit.ts';
import type { Facts } from '../notices/schema.ts';
import { readBody, type Outline } from './body.ts';
import { checkCharacters, checkValueCharacters, withoutControls } from './characters.ts';
import { checkComponents } from './components.ts';
import { readFrontmatter } from './frontmatter.ts';
import { nodesOf } from './nodes.ts';
import { repairPasted } from './pasted.ts';
import { readSource, type SourceFile, type SourceText } from './source.ts';
import { withoutLater } from './split.ts';
import type { Path } from './yaml-places.ts';

/** What could be read of a version. If it has errors, some parts are absent. */
export interface ReadVersion {
  /** The whole file as text, with `\n` line ends. Absent if it is not text with frontmatter. */
  text?: string;
  /** The same without the facts that may be added later. Absent if the facts cannot be read. */
  lasting?: string;
  facts?: Facts;
  /** The frontmatter as plain data, before it became `facts`. */
  frontmatter: Record<string, unknown>;
  /** The place of a fact in the file. */
  placeOfFact: (path: Path) => Place;
  /** Its links, images and headings. Absent if its MDX cannot be parsed. */
  outline?: Outline;
  /** Reads its document, once. Absent if the facts or the body cannot be read. */
  document?: () => Document<Facts>;
  findings: Finding[];
}

/**
 * Reads a version. The result depends on its bytes alone: nothing is imported or run, and nothing
 * else on the machine is read.
 *
 * @param source its bytes, and the path that findings name
 * @param language the language in the file's name; used if the facts have no `language`
 */
export function readVersion(source: SourceFile, language?: string): ReadVersion {
  const start = { file: source.file, line: 1, column: 1 };
  const written = readSource(source);
  if ('code' in written) return { frontmatter: {}, placeOfFact: () => start, findings: [written] };
  const pasted = repairPasted(withoutControls(written));
  const text = pasted.source;
  const { facts, yaml, raw, placeOfFact, findings } = readFrontmatter(text, language);
  const { outline, findings: ofBody } = readBody(text);
  return {
    text: text.text,
    frontmatter: raw,
    placeOfFact,
    ...(facts && { facts, lasting: withoutLater(text.text, { ...text, yaml }) }),
    ...(outline && { outline }),
    ...(facts &&
      outline && { document: lazily(() => readDocument(nodesOf(text.body, facts), facts)) }),
    findings: unlessMerging(written, [
      ...checkCharacters(written),
      ...checkValueCharacters(raw, text.frontmatter, placeOfFact),
      ...findings,
      ...oncePerCause([...pasted.findings, ...ofBody]),
      ...(facts && outline ? checkComponents(outline, facts) : []),
    ]),
  };
}

/** What the markers of a conflict are taken for. */
const TAKEN_FOR: ReadonlySet<string> = new Set(['yaml-syntax', 'mdx-syntax']);

/** The findings of a file; where they are because git left markers of a conflict in it, that alone. */
function unlessMerging(
  { file, text }: Pick<SourceText, 'file' | 'text'>,
  findings: Finding[],
): Finding[] {
  if (!findings.some(({ code }) => TAKEN_FOR.has(code))) return findings;
  const lines = text.split('\n');
  const at = lines.findIndex((line) => /^<{7}(?: |$)/.test(line));
  const isClosed = at !== -1 && lines.slice(at).some((line) => /^>{7}(?: |$)/.test(line));
  if (!isClosed) return findings;
  return [
    finding(
      'merge-unfinished',
      { file, line: at + 1, column: 1 },
      'the file has the conflict markers of an unfinished merge',
      'join what was published and approved in both branches: npx noticeboard resolve\nIf it leaves this file to you, write what is right, delete the lines that begin with <<<<<<<, ======= and >>>>>>>, and git add it',
    ),
  ];
}
