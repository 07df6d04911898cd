/**
 * Turns the bytes of a file into text, and splits the text into frontmatter and body. Places in
 * both can still be traced to the file.
 */
import { finding, type Finding } from '../findings/catalogue.ts';

export interface SourceFile {
  /** Path shown to people. */
  file: string;
  bytes: Uint8Array;
}

export interface SourceText {
  file: string;
  /** The whole text: no byte-order mark, line ends as `\n`. */
  text: string;
  /** The text between the `---` lines. */
  frontmatter: string;
  /** The line of the file on which `frontmatter` starts, counting from 1. */
  frontmatterLine: number;
  /** The whole text with the frontmatter blanked out, so that its places are those of the file. */
  body: string;
}

const FIRST_LINES =
  'begin the file with:\n---\ntitle: Customer privacy notice\npublished: "2026-01-31"\neffective: "2026-01-31"\ncontroller:\n  name: Company Limited\n  contact:\n    email: privacy@company.example\n---';

/** A file's text without a byte-order mark, with `\n` line ends. */
export function normaliseText(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

/** Decodes a file and finds its frontmatter. Returns a finding if it cannot. */
export function readSource({ file, bytes }: SourceFile): SourceText | Finding {
  const decoded = decodeUtf8(bytes);
  if (typeof decoded !== 'string') {
    return finding(
      'not-utf8',
      { file, ...decoded },
      'the file is not valid UTF-8 from here on',
      'save it again with the encoding UTF-8 (in most editors: Save with encoding)',
    );
  }
  const text = normaliseText(decoded);
  const start = { file, line: 1, column: 1 };
  const opening = /^\s*---[ \t]*\n/.exec(text);
  if (!opening) {
    return finding('frontmatter-missing', start, 'the file has no frontmatter', FIRST_LINES);
  }
  const rest = text.slice(opening[0].length);
  const closing = /^---[ \t]*(\n|$)/m.exec(rest);
  if (!closing) {
    return finding(
      'frontmatter-missing',
      start,
      'the frontmatter opened by "---" is never closed',
      'add a line "---" after the last fact',
    );
  }
  const bodyStart = opening[0].length + closing.index + closing[0].length;
  return {
    file,
    text,
    frontmatter: rest.slice(0, closing.index),
    frontmatterLine: opening[0].split('\n').length,
    body: text.slice(0, bodyStart).replace(/[^\n]/g, '') + text.slice(bodyStart),
  };
}

/** The text, or the place of the first byte that is not UTF-8. */
function decodeUtf8(bytes: Uint8Array): string | { line: number; column: number } {
  const whole = decode(bytes, false);
  if (whole !== undefined) return whole;
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (decode(bytes.subarray(0, middle), true) === undefined) bad = middle;
    else good = middle;
  }
  const lines = (decode(bytes.subarray(0, good), true) ?? '').split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/** Decodes bytes, of which the last character may be incomplete. Returns undefined if they are invalid. */
function decode(bytes: Uint8Array, cut: boolean): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, {
      stream: cut,
    });
  } catch {
    return undefined;
  }
}
