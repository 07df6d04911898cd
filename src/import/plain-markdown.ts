/**
 * Reads Markdown a second time for the account: line by line, without the signs that are its form.
 * It knows no blocks, so it cannot lose one.
 */
import { parseFragment } from 'parse5';
import type { PlainUnit } from './model.ts';
import { linesOf } from './plain-text.ts';

// Written a second time on purpose: a pattern shared with `markdown.ts` that matches a line by mistake would leave
// it out of both readings, and the account could not report it as lost.

/** A line of code of a page in MDX. */
const IMPORT = /^import\s(?:[\w*{},\s]{1,200}\sfrom\s)?['"][^'"]{1,300}['"];?\s*$/;

/** What begins or ends a box: no text, whatever it is called. White space is matched in one place for each form. */
const BOX = /^[\s>]*:{3,}\s*(?:\{?[\w-]{1,40}\}?\s*)?$/;

/** The lines of a Markdown text. */
export function plainMarkdown(text: string): PlainUnit[] {
  const lines = linesOf(text);
  const facts = frontmatterLines(lines);
  let fence: string | undefined;
  let isComment = false;
  return lines.flatMap((line, index): PlainUnit[] => {
    const at = index + 1;
    if (index < facts) return unit(at, line, 'title');
    // The target of a link, as those behind its words.
    if (fence === undefined && /^\s{0,3}\[[^\]^][^\]]{0,500}\]:\s/.test(line)) return [];
    const mark = /^\s{0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence) && line.trim() === mark) fence = undefined;
      else return unit(at, line);
      return [];
    }
    if (mark !== undefined) {
      fence = mark;
      return [];
    }
    if (IMPORT.test(line) || BOX.test(line)) return unit(at, line, 'script');
    const { shown, comment, isOpen } = withoutComments(line, isComment);
    isComment = isOpen;
    return [
      ...unit(at, comment, 'comment'),
      ...cellsOf(shown).flatMap((cell) => unit(at, plainOf(cell, isUnderlined(lines[at])))),
      ...[...shown.replace(BYTES, '()').matchAll(PICTURE)].flatMap(([, alternative = '']) =>
        unit(at, alternative, 'picture'),
      ),
    ];
  });
}

const unit = (at: number, text: string, out?: PlainUnit['out']): PlainUnit[] =>
  text.trim() === '' ? [] : [{ at, text, ...(out !== undefined && { out }) }];

/** How many lines the frontmatter has, with the lines around it. */
function frontmatterLines(lines: readonly string[]): number {
  if (lines[0]?.trimEnd() !== '---') return 0;
  return lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line)) + 1;
}

/** A line without comments of HTML and MDX, which may go over several. */
function withoutComments(
  line: string,
  isWithin: boolean,
): { shown: string; comment: string; isOpen: boolean } {
  let [shown, comment, at, isOpen] = ['', '', 0, isWithin];
  while (at < line.length) {
    const next = line.slice(at).search(isOpen ? /-->|\*\/\}/ : /<!--|\{\/\*/);
    const end = next < 0 ? line.length : at + next;
    if (isOpen) comment += line.slice(at, end);
    else shown += line.slice(at, end);
    if (next < 0) break;
    at = end + (line.startsWith('<!--', end) ? 4 : 3);
    isOpen = !isOpen;
  }
  return { shown, comment, isOpen };
}

/** The cells of a row of a table, or the line itself. A row of dashes has none. */
function cellsOf(line: string): string[] {
  if (/^[\s|:=_*-]*$/.test(line) && !/^\s*:+\s*$/.test(line)) return [];
  return /^\s*\|/.test(line) ? line.split(/(?<!\\)\|/) : [line];
}

/** Where a link leads to has no spaces, and may be followed by a title in quotes. */
const ADDRESS = String.raw`<[^<>]{0,2000}>|[^\s()]{0,4000}(?:\([^\s()]{0,2000}\)[^\s()]{0,2000}){0,9}`;
const TITLE = String.raw`(?:\s{1,9}(?:"[^"]{0,1000}"|'[^']{0,1000}'|\([^()]{0,1000}\)))?`;
const TARGET = String.raw`\(\s{0,9}(?:${ADDRESS})${TITLE}\s{0,9}\)`;
/** A picture whose bytes stand in the text. */
const BYTES = /\(data:[^\s()]*\)/gi;
const PICTURE = new RegExp(String.raw`!\[([^[\]]{0,2000})\](?:${TARGET})?`, 'g');
const LINK = new RegExp(String.raw`\[([^[\]]{0,2000})\](?:${TARGET}|\[[^[\]]{0,500}\])`, 'g');
/** Signs of emphasis, which stand beside words. */
const EMPHASIS =
  /\*{1,3}(?=\S)|(?<=\S)\*{1,3}|~~|(?<![\p{L}\p{N}_])_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?![\p{L}\p{N}_])/gu;
/** Sets signs apart that stand for themselves. */
const ESCAPED = /\\([!-/:-@[-`{-~])/g;

/** Whether the line below makes a heading of one, whose number is then a word of it. */
const isUnderlined = (next: string | undefined): boolean =>
  next !== undefined && /^\s{0,3}(?:=+|-{2,})\s*$/.test(next);

function plainOf(line: string, isHeading: boolean): string {
  const escaped: string[] = [];
  const keep = (text: string): string => `\uE000${escaped.push(text) - 1}\uE001`;
  const text = line
    .replace(BYTES, '()')
    .replace(ESCAPED, (_, sign: string) => keep(sign))
    .replace(/`([^`]{1,2000})`/g, (_, code: string) => keep(code))
    .replace(
      /<((?:https?:|mailto:|tel:)[^<>\s]{1,2000}|[^<>\s@]{1,200}@[^<>\s@]{1,200})>/gi,
      (_, to: string) => keep(to),
    )
    .replace(/^\s{0,3}\[\^?[^\]]{1,500}\]:/, (mark) => (mark.includes('^') ? '' : mark))
    .replace(/\[\^[^\]\s]{1,100}\]/g, '')
    .replace(/^[\s>]*/, '')
    .replace(isHeading ? /^$/ : /^(?:(?:[-*+]|\d{1,9}[.)])\s+){1,9}(?:\[[ xX]\]\s)?/, '')
    .replace(/^#{1,6}\s/, '')
    .replace(/\s#+\s*$/, '')
    .replace(/\{#[^{}\s]{1,200}\}\s*$/, '')
    .replace(PICTURE, '')
    .replace(LINK, '$1')
    .replace(/<\/?[a-z][^<>]{0,2000}>/gi, '')
    .replace(/&(?:#x?[0-9a-f]{1,8}|[a-z][a-z0-9]{1,40});/gi, characterOf)
    .replace(EMPHASIS, '');
  return text.replace(/\uE000(\d{1,9})\uE001/g, (_, index: string) => escaped[Number(index)] ?? '');
}

/** What an entity stands for. */
function characterOf(entity: string): string {
  const [node] = parseFragment(entity).childNodes;
  return node && 'value' in node ? node.value : entity;
}
