/** Where in its file something stands that a rule met: words of the text, or a value of the facts. */
import { parseDocument, LineCounter, type Document as YamlDocument } from 'yaml';
import type { Place } from '../findings/catalogue.ts';
import { readSource, type SourceFile } from '../mdx/source.ts';
import { offsetOf, type Path } from '../mdx/yaml-places.ts';
import type { Answer, Hit } from './rule.ts';
import { literally } from './words.ts';

export interface Places {
  /** The place of a hit; of facts without one, that of the fact which the answer is about. */
  ofHit: (hit: Hit | undefined, answer: Answer, key?: string) => Place;
  /** The place of a fact; if it is missing, of its nearest parent. */
  ofFact: (path: Path) => Place;
}

/** Reads off a file where its words and facts stand: lines and columns count from 1. */
export function placesIn(file: SourceFile): Places {
  const source = readSource(file);
  const start: Place = { file: file.file, line: 1, column: 1 };
  if ('code' in source) return { ofHit: () => start, ofFact: () => start };
  const counter = new LineCounter();
  const yaml = parseDocument(source.frontmatter, { lineCounter: counter, prettyErrors: false });
  const data: unknown = yaml.errors.length > 0 ? {} : yaml.toJS();
  const ofFact = (path: Path): Place => {
    const { line, col } = counter.linePos(offsetOf(yaml as YamlDocument, path));
    return { ...start, line: line + source.frontmatterLine - 1, column: Math.max(1, col) };
  };
  const lines = source.text.split('\n');
  return {
    ofFact,
    ofHit: (hit, { byFacts }, key) => {
      if (hit?.block) return { ...start, ...wordsFrom(lines, hit.block.line, hit.found) };
      const path = hit && pathOf(data, hit.found);
      if (path) return ofFact(path);
      return byFacts && key !== undefined ? ofFact([key]) : start;
    },
  };
}

/** The path of the first value of the facts that is just these words. */
function pathOf(data: unknown, words: string): Path | undefined {
  if (words === '') return undefined;
  if (typeof data === 'string') return data.trim() === words ? [] : undefined;
  if (typeof data !== 'object' || data === null) return undefined;
  for (const [key, value] of Object.entries(data)) {
    const inner = pathOf(value, words);
    if (inner) return [Array.isArray(data) ? Number(key) : key, ...inner];
  }
  return undefined;
}

/** A block ends within so many lines, as far as words are looked for. */
const LONGEST_BLOCK = 40;

/** The line and column of words in a block that begins at a line; where the block begins, if they differ there. */
function wordsFrom(
  lines: readonly string[],
  from: number,
  words: string,
): Pick<Place, 'line' | 'column'> {
  const first = lines[from - 1] ?? '';
  const begin = { line: from, column: first.search(/\S/) + 1 || 1 };
  const signal = signalOf(words);
  if (!signal) return begin;
  const rest = lines.slice(from - 1, from - 1 + LONGEST_BLOCK);
  const end = rest.findIndex((line, index) => index > 0 && line.trim() === '');
  const block = (end === -1 ? rest : rest.slice(0, end)).join('\n');
  const at = signal.exec(block)?.index;
  if (at === undefined) return begin;
  const before = block.slice(0, at).split('\n');
  return { line: from + before.length - 1, column: (before.at(-1) ?? '').length + 1 };
}

/** The first words of a text as they may be typed: with other quotes, and broken over lines. */
function signalOf(words: string): RegExp | undefined {
  const first = words.replace(/…$/u, '').split(' ').slice(0, 4).filter(Boolean);
  if (first.length === 0) return undefined;
  const typed = first.map((word) =>
    literally(word).replaceAll("'", "[’‘']").replaceAll('"', '[“”"]').replaceAll('-', '[-‐‑]'),
  );
  return new RegExp(typed.join(String.raw`\s+`), 'u');
}
