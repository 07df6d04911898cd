/** Edits a version's file. Only the edited facts change, and comments after them are lost. */
import { readBody } from './body.ts';
import { normaliseText, readSource } from './source.ts';
import { splitSource } from './split.ts';

/** Top-level facts with the YAML of their new values; undefined removes a fact. */
export type FactEdits = Readonly<Record<string, string | undefined>>;

/**
 * Writes facts into the frontmatter of a file. An existing fact is replaced in place; a new one is
 * added after `effective`, or at the end.
 *
 * @returns the edited text, or the text as it was if its frontmatter cannot be read
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
    const space = value.startsWith('\n') ? '' : ' ';
    const fact = { name, text: `${name}:${space}${value}\n` };
    const effective = facts.findIndex((each) => each.name === 'effective');
    if (at >= 0) facts[at] = fact;
    else facts.splice(effective < 0 ? facts.length : effective + 1, 0, fact);
  }
  return head + facts.map(({ text }) => text).join('') + rest;
}

/**
 * Writes out the anchor of every heading, so that its text can change later.
 *
 * @returns the edited text, or the text as it was if it cannot be read
 */
export function writeAnchors(source: string): string {
  const read = readSource({ file: '', bytes: new TextEncoder().encode(source) });
  if ('code' in read) return source;
  const { outline } = readBody(read);
  const lines = read.text.split('\n');
  for (const { line, explicit, anchor } of outline?.headings ?? []) {
    const written = lines[line - 1] ?? '';
    // HTML headings and underlined headings stay as they are: they are rare in notices.
    if (explicit === undefined && /^\s{0,3}#{1,6}\s/.test(written)) {
      lines[line - 1] = `${written.replace(/\s+#+\s*$/, '').trimEnd()} {#${anchor}}`;
    }
  }
  return lines.join('\n');
}
