/** Finds characters that no reader sees: control characters, and those that turn the direction of text. */
import { codePointName } from '../document/code-points.ts';
import { finding, type Finding, type Place } from '../findings/catalogue.ts';
import { readExpression } from './code.ts';
import type { SourceText } from './source.ts';
import { codeOf, type TreeNode } from './tree.ts';
import type { Path } from './yaml-places.ts';

/**
 * What XML 1.0, section 2.2, does not allow in a document, the C1 controls, and code points that are
 * no characters. A feed with one of them cannot be read. A carriage return is one only in a value:
 * in a file it ends a line.
 */
const CONTROL = /(?![\t\n])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}/gu;

/** Unicode Standard Annex 9: what changes the direction of the text that follows. */
const DIRECTION = /[\u202A-\u202E\u2066-\u2069]/g;

/** Whether a text has any of them; most have none, and need no second look. */
const isSuspect = (text: string): boolean => RARE.test(text) && SUSPECT.test(text);
/** All of them and a few others, as ranges: those are found in a tenth of the time of properties. */
const RARE = /[^\t\n -~\u00A0-\u2027\u202F-\u2065\u206A-\uD7FF\uE000-\uFDCF\uFDF0-\uFFFD]/;
const SUSPECT = new RegExp(`${CONTROL.source}|${DIRECTION.source}`, 'u');

const NAMES: Record<string, string> = {
  '\u202A': 'LEFT-TO-RIGHT EMBEDDING',
  '\u202B': 'RIGHT-TO-LEFT EMBEDDING',
  '\u202C': 'POP DIRECTIONAL FORMATTING',
  '\u202D': 'LEFT-TO-RIGHT OVERRIDE',
  '\u202E': 'RIGHT-TO-LEFT OVERRIDE',
  '\u2066': 'LEFT-TO-RIGHT ISOLATE',
  '\u2067': 'RIGHT-TO-LEFT ISOLATE',
  '\u2068': 'FIRST STRONG ISOLATE',
  '\0': 'NULL',
  '\b': 'BACKSPACE',
  '\v': 'LINE TABULATION',
  '\f': 'FORM FEED',
  '\r': 'CARRIAGE RETURN',
  '\u001B': 'ESCAPE',
  '\u007F': 'DELETE',
  '\u0085': 'NEXT LINE',
};

/** Those that a word processor uses to end a line or a page. */
const BREAKS = /[\v\f\r\u0085]/g;

/** The characters that are in the file itself, in its frontmatter and its body. */
export function checkCharacters({ file, text }: SourceText): Finding[] {
  if (!isSuspect(text)) return [];
  const findings: Finding[] = [];
  let open = new OpenDirections();
  for (const [index, line] of text.split('\n').entries()) {
    const place = (at: number): Place => ({ file, line: index + 1, column: at + 1 });
    for (const { 0: character, index: at } of line.matchAll(CONTROL)) {
      findings.push(control(character, place(at), editOf(line, at, character)));
    }
    if (STARTS_BLOCK.test(line)) {
      findings.push(...open.findings);
      open = new OpenDirections();
    }
    for (const { 0: character, index: at } of line.matchAll(DIRECTION)) {
      open.add(character, place(at));
    }
  }
  return [...findings, ...open.findings];
}

/** Where a new paragraph, and with it a new direction, begins: also in lists, tables and facts. */
const STARTS_BLOCK = /^[\s>]*$|^[\s>]*(#{1,6}\s|[-*+]\s|\d+[.)]\s|\|)|^\s*[\w-]+:\s/;

/** The same text for the other checks: each control character is reported once. */
export function withoutControls(source: SourceText): SourceText {
  if (!isSuspect(source.text)) return source;
  const blank = (text: string): string =>
    text.replace(CONTROL, (character) => ' '.repeat(character.length));
  return { ...source, frontmatter: blank(source.frontmatter), body: blank(source.body) };
}

/** The direction characters of one paragraph. Isolates that are closed in it harm nothing. */
class OpenDirections {
  readonly #isolates: { character: string; place: Place }[] = [];
  readonly #others: { character: string; place: Place }[] = [];

  add(character: string, place: Place): void {
    if (character === '\u2069') this.#isolates.pop();
    else if (character >= '\u2066') this.#isolates.push({ character, place });
    // What ends an embedding is reported only if it ends nothing.
    else if (character !== '\u202C' || this.#others.length === 0) {
      this.#others.push({ character, place });
    }
  }

  get findings(): Finding[] {
    return [...this.#others, ...this.#isolates].map(({ character, place }) =>
      direction(character, place),
    );
  }
}

/** The characters that values of facts hold by an escape: `"\u0001"`. */
export function checkValueCharacters(
  raw: unknown,
  frontmatter: string,
  placeOfFact: (path: Path) => Place,
  path: Path = [],
): Finding[] {
  if (typeof raw === 'string') return inValue(raw, frontmatter, () => placeOfFact(path));
  if (typeof raw !== 'object' || raw === null) return [];
  return Object.entries(raw).flatMap(([key, value]) =>
    checkValueCharacters(value, frontmatter, placeOfFact, [
      ...path,
      Array.isArray(raw) ? Number(key) : key,
    ]),
  );
}

/** The characters that a node holds by a reference or an escape: `&#11;`, `{"\u0001"}`. */
export function checkNodeCharacters(node: TreeNode, body: string, place: Place): Finding[] {
  return stringsOf(node).flatMap((text) => inValue(text, body, () => place));
}

function stringsOf({ type, value, url, alt, title, attributes = [] }: TreeNode): string[] {
  const isExpression = type === 'mdxTextExpression' || type === 'mdxFlowExpression';
  const texts = [isExpression ? literalOf(String(value)) : value, url, alt, title];
  const values = attributes.map((each) => {
    const code = codeOf(each.value);
    return code === undefined ? each.value : literalOf(code);
  });
  return [...texts, ...values].filter((each) => typeof each === 'string');
}

function literalOf(code: string): string | undefined {
  const read = readExpression(code);
  return read.kind === 'literal' ? read.text : undefined;
}

/** The characters of a value that are not in the file as such: those are reported where they are. */
function inValue(value: string, written: string, place: () => Place): Finding[] {
  if (!isSuspect(value)) return [];
  const added = (pattern: RegExp): string[] =>
    [...new Set(value.match(pattern))].filter((character) => !written.includes(character));
  const isOpen = (value.match(/[\u2066-\u2068]/g)?.length ?? 0) > value.split('\u2069').length - 1;
  return [
    ...added(CONTROL).map((character) =>
      control(character, place(), 'delete the escape that writes it, or write a space instead'),
    ),
    ...added(/[\u202A-\u202E]/g).map((character) => direction(character, place())),
    ...(isOpen ? added(/[\u2066-\u2068]/g) : []).map((character) => direction(character, place())),
  ];
}

const nameOf = (character: string): string => {
  const name = NAMES[character];
  return codePointName(character) + (name === undefined ? '' : ` ${name}`);
};

function control(character: string, place: Place, hint: string): Finding {
  const message = `the control character ${nameOf(character)} cannot be published: it breaks feeds and is not seen`;
  return finding('control-character', place, message, hint);
}

function direction(character: string, place: Place): Finding {
  const way = 'around the words that need their own direction; add dir="rtl" or dir="ltr" to it';
  const what = character >= '\u2066' ? 'is never closed in its paragraph' : 'is not seen';
  return finding(
    'direction-character',
    place,
    `${nameOf(character)} ${what}, and changes the direction of the words after it`,
    `delete it; if a direction is needed, write <bdi> and </bdi> ${way}`,
  );
}

/** The words around a control character as they are without it. */
function editOf(line: string, at: number, character: string): string {
  const clean = (text: string): string => text.replace(BREAKS, ' ').replace(CONTROL, '');
  const before = clean(line.slice(Math.max(0, at - 20), at));
  const after = clean(line.slice(at + character.length, at + character.length + 20));
  const isBreak = character.replace(BREAKS, '') === '';
  const words = `write "${before}${isBreak ? ' ' : ''}${after}"`;
  return isBreak ? `${words}, or start a new line there` : `delete it: ${words}`;
}
