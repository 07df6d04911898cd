/** Edits of a version's file. All but the facts edited stays, without comments after those. */
import { readBody } from './body.ts';
import { normaliseText, readSource } from './source.ts';
import { splitSource } from './split.ts';

/** Facts of the first level with the YAML of their values; nothing to take one out. */
export type FactEdits = Readonly<Record<string, string | undefined>>;

/**
 * Writes facts into the frontmatter of a file. A fact that is there is replaced in its place, a
 * new one is put after `effective`, or last.
 */
export function editFacts(source: string, edits: FactEdits): string {
  const split = splitSource(source);
  if (!split) return normaliseText(source);
  const { head, facts, rest } = split;
  for (const [name, value] of Object.entries(edits)) {
    const at = facts.findIndex((fact) => fact.name === name);
    if (value === undefined) {
      if (at >= 0) facts.splice(at, 1);
      continue;
    }
    const fact = { name, text: `${name}: ${value}\n` };
    const effective = facts.findIndex((each) => each.name === 'effective');
    if (at >= 0) facts[at] = fact;
    else facts.splice(effective < 0 ? facts.length : effective + 1, 0, fact);
  }
  return head + facts.map(({ text }) => text).join('') + rest;
}

/** Gives every heading the anchor that it has, written out, so that its words may change later. */
export function writeAnchors(source: string): string {
  const read = readSource({ file: '', bytes: new TextEncoder().encode(source) });
  if ('code' in read) return source;
  const { outline } = readBody(read);
  const lines = read.text.split('\n');
  for (const { line, explicit, anchor } of outline?.headings ?? []) {
    const written = lines[line - 1] ?? '';
    // A heading of HTML, or one that is underlined, is left as it is: it is rare in notices.
    if (explicit === undefined && /^\s{0,3}#{1,6}\s/.test(written)) {
      lines[line - 1] = `${written.replace(/\s+#+\s*$/, '').trimEnd()} {#${anchor}}`;
    }
  }
  return lines.join('\n');
}
