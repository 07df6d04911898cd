/** A version's file cut into its facts, to edit or leave out some and keep the rest as it is. */
import { isMap, isScalar, parseDocument } from 'yaml';
import type { Document as YamlDocument } from 'yaml';
import { LATER_FACTS } from '../notices/text.ts';
import { normaliseText } from './source.ts';

/** A file cut at the facts of its first level: joined again, the parts are the file. */
export interface SplitSource {
  /** Up to the first fact. */
  head: string;
  /** Each fact with what stands between it and the next: its lines, and comments after it. */
  facts: { name: string; text: string }[];
  /** From the end of the facts on. */
  rest: string;
}

/** Facts that have been parsed: their text, and what it was parsed into. */
export interface ParsedFacts {
  frontmatter: string;
  yaml: YamlDocument;
}

/**
 * Cuts a file at its facts; nothing when it has none that can be read. Line ends are `\n`.
 *
 * @param parsed its facts, if they have been parsed; not used if they were repaired before
 */
export function splitSource(source: string, parsed?: ParsedFacts): SplitSource | undefined {
  const text = normaliseText(source);
  const found = /^(\s*---[ \t]*\n)([\s\S]*?)^---[ \t]*$/m.exec(text);
  const [, opening = '', yaml = ''] = found ?? [];
  const { contents } = parsed?.frontmatter === yaml ? parsed.yaml : parseDocument(yaml);
  if (!found || !isMap(contents)) return undefined;
  const starts = contents.items.map(({ key }) => ({
    name: isScalar(key) ? String(key.value) : '',
    start: isScalar(key) && key.range ? key.range[0] : 0,
  }));
  const begin = found.index + opening.length;
  return {
    head: text.slice(0, begin + (starts[0]?.start ?? 0)),
    facts: starts.map(({ name, start }, index) => ({
      name,
      text: yaml.slice(start, starts[index + 1]?.start ?? yaml.length),
    })),
    rest: text.slice(begin + yaml.length),
  };
}

/**
 * Removes facts that are added later from a file, each with its whole lines.
 *
 * @param parsed its facts, if they have been parsed
 */
export function withoutLater(source: string, parsed?: ParsedFacts): string {
  const split = splitSource(source, parsed);
  if (!split) return normaliseText(source);
  const later: readonly string[] = LATER_FACTS;
  const kept = split.facts.filter(({ name }) => !later.includes(name));
  // Adding a fact at the end must not change the line end of the one before it.
  return split.head + kept.map(({ text }) => `${text.trimEnd()}\n`).join('') + split.rest;
}
