/** The lines of a pasted text: which of them are its words, and which only its pages and rules. */
import { withoutTargets } from './addresses.ts';
import type { Code } from './codes.ts';
import type { Line } from './model.ts';
import { isNoticeTitle } from './main-words.ts';

/** A line of the text, or several that were one before they were broken. */
export interface Written {
  text: string;
  at: Line;
  indent: number;
  /** Whether an empty line, or a rule, stands before it. */
  isApart: boolean;
  /** The level of a heading, which a rule below it makes of it. */
  level?: 1 | 2 | 3;
  /** What a page repeats at its head or foot. */
  outside?: Code;
}

interface Raw {
  text: string;
  at: Line;
  indent: number;
  isApart: boolean;
  /** Whether a page begins with it. */
  isFirst: boolean;
}

/** A line of signs alone: `=====`, `- - -`, `***`. */
const RULE = /^(?:([-=_*~#])\s?)(?:\1\s?){2,200}$/;

/** The lines of a text that are not empty, without rules. */
export function linesOf(text: string): Written[] {
  const raw = rawLines(text);
  const outside = new Map([...furnitureIn(raw), ...mailHeadIn(raw)]);
  const lines: Written[] = [];
  let isAfterRule = false;
  for (const [index, { text: words, at, indent, isApart }] of raw.entries()) {
    const last = lines.at(-1);
    const code = outside.get(index);
    if (code !== undefined) lines.push({ text: words, at, indent, isApart, outside: code });
    else if (RULE.test(words)) {
      isAfterRule = true;
      if (last && !isApart && isUnderlined(last, words)) {
        last.level = lines.length === 1 ? 1 : words.startsWith('=') ? 2 : 3;
      }
    } else {
      const isCut = last?.outside !== undefined && /^\p{Ll}/u.test(words);
      lines.push({ text: words, at, indent, isApart: (isApart || isAfterRule) && !isCut });
      isAfterRule = false;
    }
  }
  return lines;
}

/** Whether a rule is as long as the words above it, which are no sentence. */
const isUnderlined = ({ text, outside }: Written, rule: string): boolean =>
  outside === undefined &&
  text.length <= 95 &&
  !/[.,;]$/.test(text) &&
  Math.abs(rule.length - text.length) <= Math.max(3, text.length / 3);

function rawLines(text: string): Raw[] {
  const lines: Raw[] = [];
  let isApart = false;
  let isFirst = true;
  for (const [index, line] of text.split(/\r\n|[\n\r]/).entries()) {
    for (const [part, piece] of line.split(/[\f\u2028\u2029]/).entries()) {
      if (part > 0) isFirst ||= line.includes('\f');
      // What mail programs put before each line that they quote.
      const plain = piece.replace(/^(?:> ?)+/, '');
      if (plain.trim() === '') {
        isApart = true;
        continue;
      }
      const indent = /^[\s\u00A0]*/.exec(plain)?.[0].replace(/\t/g, '    ').length ?? 0;
      lines.push({ text: withoutTargets(plain.trim()), at: index + 1, indent, isApart, isFirst });
      isApart = false;
      isFirst = false;
    }
  }
  return lines;
}

/** What mail programs write above a letter: who sent it, when, to whom. */
const MAIL =
  /^(?:from|sent|date|to|cc|bcc|subject|reply-to|importance|attachments?|oddi wrth|anfonwyd|at|pwnc): /i;
const FORWARDED = /^[-_ ]{2,20}(?:forwarded message|original message)[-_ ]{2,20}$/i;

/** By their place, the lines above a letter that was copied with its text. */
function mailHeadIn(lines: readonly Raw[]): Map<number, Code> {
  const first = lines.findIndex(({ text }) => !FORWARDED.test(text));
  const end = lines.findIndex(({ text }, index) => index >= first && !MAIL.test(text));
  const head = lines.slice(first, end);
  const isMail = head.some(({ text }) => /^(?:from|oddi wrth): /i.test(text)) && head.length > 1;
  return new Map(isMail ? lines.slice(0, end).map((_, index) => [index, 'page-header']) : []);
}

/** `Page 3 of 12`, `3 / 12`, `- 3 -`. A number alone may be that of a section. */
const PAGE =
  /^(?:(?:page|tudalen) ?\d{1,3}(?: ?(?:of|o|\/) ?\d{1,3})?|\d{1,3} ?(?:of|\/) ?\d{1,3}|[-–—] ?\d{1,3} ?[-–—])$/i;

/** So many lines at the head or foot of a page may be repeated on each. */
const DEEP = 3;
/** A title stands among so many of the first lines. */
const FIRST = 2;

/** By their place, the lines that stand on each page: its number, and what is repeated beside its ends. */
function furnitureIn(lines: readonly Raw[]): Map<number, Code> {
  const found = new Map<number, Code>();
  const heads = new Set<number>();
  for (const [index, { text, isFirst }] of lines.entries()) {
    const isPage = PAGE.test(text);
    if (isPage) found.set(index, 'page-footer');
    if (isFirst || (index > 0 && PAGE.test(lines[index - 1]?.text ?? ''))) heads.add(index);
    // What is numbered at the head of a page begins it.
    if (isPage && isFirst) heads.add(index + 1);
  }
  if (heads.size < 2 && found.size === 0) return found;
  const places = new Map<string, Map<number, Code>>();
  const add = (index: number, code: Code): void => {
    const line = lines[index];
    if (!line || found.has(index) || line.text.length > 120) return;
    const key = line.text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ');
    places.set(key, (places.get(key) ?? new Map<number, Code>()).set(index, code));
  };
  for (const head of [...heads, lines.length]) {
    for (let step = 0; step < DEEP; step += 1) add(head + step, 'page-header');
    let foot = head - 1;
    while (found.has(foot)) foot -= 1;
    for (let step = 0; step < DEEP; step += 1) add(foot - step, 'page-footer');
  }
  for (const indexes of places.values()) {
    if (indexes.size < 2) continue;
    for (const [index, code] of indexes) {
      if (!isTitle(lines, index)) found.set(index, code);
    }
  }
  return found;
}

/** Whether a line at the start is the title of the notice, which the heads of later pages repeat. */
function isTitle(lines: readonly Raw[], index: number): boolean {
  if (index > FIRST || !isNoticeTitle(lines[index]?.text ?? '')) return false;
  return !lines
    .slice(index + 1, FIRST + 3)
    .some(({ text, isFirst }) => !isFirst && isNoticeTitle(text) && text.length < 60);
}
