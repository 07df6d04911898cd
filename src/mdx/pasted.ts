/**
 * Finds HTML as word processors and generators of policies write it. One mistake there is made at
 * every tag, so each cause is reported once, and repaired so that the rest can be checked.
 */
import {
  AUTHORS_COMPONENTS,
  IN_SHORT,
  isAllowedElement,
  isKeptAttribute,
} from '../document/elements.ts';
import { finding, type Finding, type FindingCode, type Place } from '../findings/catalogue.ts';
import type { SourceText } from './source.ts';
import { tagsOf, type Tag } from './tags.ts';

/** Elements that HTML closes by itself. */
const VOID = new Set(['br', 'hr', 'img', 'wbr', 'col']);

/** Elements that only say how things look or what a program made: their words are kept. */
const LAYOUT = new Set([
  ...['acronym', 'basefont', 'bdt', 'big', 'blink', 'body', 'center', 'dir', 'font', 'html'],
  ...['label', 'main', 'marquee', 'menu', 'nav', 'nobr', 'strike', 'tt'],
]);

/** Elements of office programs: `<o:p>`, `<st1:place>`. */
const OFFICE = /^(o|v|w|x|m|p|st\d|wp|xml):/i;

const INSTEAD: Record<string, string> = { acronym: 'abbr', strike: 's', tt: 'code' };

/** Whether an element is to be deleted and its words kept. */
export const isLayout = (name: string): boolean =>
  LAYOUT.has(name.toLowerCase()) || OFFICE.test(name);

/** The edit for an element that a notice cannot contain, if its words can stay. */
export function layoutHint(name: string): string {
  const instead = INSTEAD[name.toLowerCase()];
  return instead === undefined
    ? `delete <${name}> and </${name}>, and keep the words between them`
    : `write <${instead}> and </${instead}> instead`;
}

interface Cause {
  code: FindingCode;
  /** What groups the same mistakes; they are reported once, at the first of them. */
  key: string;
  /** What is written, without repetitions, for the message. */
  written: string;
  message: (written: readonly string[]) => string;
  hint: (written: readonly string[]) => string;
}

/** The causes in a body, and the source with all of them repaired. Each stays as long as it was. */
export function repairPasted(source: SourceText): { findings: Finding[]; source: SourceText } {
  const { body, file } = source;
  const groups = new Map<string, { cause: Cause; start: number; written: Set<string> }>();
  const parts: string[] = [];
  let end = 0;
  for (const tag of tagsOf(body)) {
    const { causes, repaired } = diagnose(tag);
    for (const cause of causes) {
      const group = groups.get(cause.key) ?? { cause, start: tag.start, written: new Set() };
      group.written.add(cause.written);
      groups.set(cause.key, group);
    }
    parts.push(body.slice(end, tag.start), repaired);
    end = tag.end;
  }
  if (groups.size === 0) return { findings: [], source };
  const placeAt = placesIn(file, body);
  const findings = [...groups.values()].map(({ cause, start, written }) =>
    finding(cause.code, placeAt(start), cause.message([...written]), cause.hint([...written])),
  );
  return { findings, source: { ...source, body: parts.join('') + body.slice(end) } };
}

/** The place of an offset; offsets must be asked for in order. */
function placesIn(file: string, body: string): (offset: number) => Place {
  let line = 1;
  let start = 0;
  return (offset) => {
    for (let next = body.indexOf('\n', start); next >= 0 && next < offset;) {
      line += 1;
      start = next + 1;
      next = body.indexOf('\n', start);
    }
    return { file, line, column: offset - start + 1 };
  };
}

/** What is wrong with a tag, and the tag without it. */
function diagnose(tag: Tag): { causes: Cause[]; repaired: string } {
  const { written, name, isEnd, isClosed } = tag;
  const blank = written.replace(/[^\n]/g, ' ');
  const lower = name.toLowerCase();
  if (name === '') return { causes: [remark(written)], repaired: blank };
  if (isLayout(name)) return { causes: [layout(lower)], repaired: blank };
  if (VOID.has(lower) && (isEnd || !isClosed)) {
    return { causes: [unclosed(written, lower, isEnd)], repaired: blank };
  }
  const known: readonly string[] = [...AUTHORS_COMPONENTS, IN_SHORT];
  if (!isAllowedElement(lower) || known.includes(name)) return { causes: [], repaired: written };
  const small = written.replace(name, lower);
  const unquoted = [...small.matchAll(ATTRIBUTE)].flatMap(({ 1: each }) => each ?? []);
  return {
    causes: [
      ...(name === lower ? [] : [capitals(name)]),
      ...unquoted.map((each) => withoutQuotes(lower, each)),
    ],
    repaired: small.replace(ATTRIBUTE, (all, each?: string) =>
      each === undefined ? all : ' '.repeat(all.length),
    ),
  };
}

/** An attribute without quotes, or (not captured) what has quotes or braces. */
const ATTRIBUTE = /"[^"]*"|'[^']*'|\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}|([\w:.-]+=[^\s"'“”‘’{}<>]+)/g;

const remark = (written: string): Cause => {
  const isComment = written.startsWith('<!--');
  return {
    code: 'mdx-syntax',
    key: isComment ? 'comment' : 'declaration',
    written: written.slice(0, 40),
    message: ([first = '']) =>
      isComment ? 'MDX has no <!-- … --> comments' : `MDX has no ${first}`,
    hint: () =>
      isComment ? 'write {/* … */} instead; it is never published' : 'delete it; it has no words',
  };
};

const layout = (name: string): Cause => ({
  code: 'element-forbidden',
  key: `<${name}>`,
  written: name,
  message: () => `a notice cannot contain <${name}>`,
  hint: () => layoutHint(name),
});

const unclosed = (written: string, name: string, isEnd: boolean): Cause => ({
  code: 'mdx-syntax',
  key: `<${name}>`,
  written,
  message: () => `<${name}> is never closed, and MDX requires it`,
  hint: ([first = '']) =>
    `write ${isEnd ? `<${name} />` : first.replace(/^<\w+/, `<${name}`).replace(/\s*\/?>$/, ' />')}`,
});

const capitals = (name: string): Cause => ({
  code: 'component-unknown',
  key: 'capitals',
  written: name,
  message: (names) =>
    `MDX reads a tag with a capital letter as a component, and there is none named ${names.map((each) => `<${each}>`).join(', ')}`,
  hint: (names) =>
    `write in small letters: ${names.map((each) => `<${each.toLowerCase()}>`).join(', ')}`,
});

/** Attributes that a notice keeps get quotes, others go. */
const withoutQuotes = (tag: string, attribute: string): Cause => {
  const [name = '', ...value] = attribute.split('=');
  const isKept = isKeptAttribute(tag, name);
  return {
    code: 'mdx-syntax',
    key: 'quotes',
    written: `${isKept ? 'write' : 'delete'} ${name}${isKept ? `="${value.join('=')}"` : `=${value.join('=')}`}`,
    message: () => `an attribute has no quotes around its value: ${attribute}`,
    hint: (edits) => edits.join('; '),
  };
};
