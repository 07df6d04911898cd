/** Edits of a version's file that leave everything else in it as its author wrote it. */
import { isMap, isScalar, parseDocument } from 'yaml';
import { readBody } from '../checks/body.ts';
import { normaliseText, readSource } from '../checks/source.ts';

/** Facts of the first level with the YAML of their values; nothing to take one out. */
export type FactEdits = Readonly<Record<string, string | undefined>>;

/**
 * Writes facts into the frontmatter of a file. A fact that is there is replaced in its place, a
 * new one is put after `effective`, or last.
 */
export function editFacts(source: string, edits: FactEdits): string {
  const text = normaliseText(source);
  const found = /^(\s*---[ \t]*\n)([\s\S]*?)^---[ \t]*$/m.exec(text);
  const [, opening = '', yaml = ''] = found ?? [];
  const { contents } = parseDocument(yaml);
  if (!found || !isMap(contents)) return text;
  const starts = contents.items.map(({ key }) => ({
    name: isScalar(key) ? String(key.value) : '',
    start: isScalar(key) && key.range ? key.range[0] : 0,
  }));
  const before = yaml.slice(0, starts[0]?.start ?? 0);
  const parts = starts.map(({ name, start }, index) => ({
    name,
    text: yaml.slice(start, starts[index + 1]?.start ?? yaml.length),
  }));
  for (const [name, value] of Object.entries(edits)) {
    const at = parts.findIndex((part) => part.name === name);
    if (value === undefined) {
      if (at >= 0) parts.splice(at, 1);
      continue;
    }
    const part = { name, text: `${name}: ${value}\n` };
    const effective = parts.findIndex((each) => each.name === 'effective');
    if (at >= 0) parts[at] = part;
    else parts.splice(effective < 0 ? parts.length : effective + 1, 0, part);
  }
  const edited = before + parts.map((part) => part.text).join('');
  const start = found.index + opening.length;
  return text.slice(0, start) + edited + text.slice(start + yaml.length);
}

/** Gives every heading the anchor that it has, written out, so that its words may change later. */
export function writeAnchors(source: string): string {
  const read = readSource({ file: '', bytes: new TextEncoder().encode(source) });
  if ('code' in read) return source;
  const { outline } = readBody(read, () => true);
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
