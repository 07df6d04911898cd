/**
 * A version as plain text: what is fingerprinted, and what anyone can download and hash. Every
 * rule here is a promise; docs/fingerprint.md describes them for other programs.
 */
import type { MarkTag } from '../document/elements.ts';
import type { Block, Document, Inline, Item, List, Section } from '../document/model.ts';
import type { Facts } from './schema.ts';

/**
 * Facts that are added to a version after it was published, when they happen. They are not part of
 * the published text.
 */
export const LATER_FACTS = [
  ...(['reviewed', 'reviewDue', 'withdrawn', 'calledOff', 'notified', 'waived'] as const),
] as const;

/**
 * Facts that are not part of the published text: those, how the day of a version is known, and who
 * approved it.
 */
const OUTSIDE_TEXT: readonly string[] = [...LATER_FACTS, 'imported', 'approved'];

type Body = Pick<Document, 'lead' | 'sections'>;

/** The plain text of each document: the checks, the site and its outputs all ask for it. */
const texts = new WeakMap<Body, { facts: Facts; text: string }>();

/** The plain text of a version: its facts, an empty line and its body. Ends with a line feed. */
export function plainText(facts: Facts, document: Body): string {
  const made = texts.get(document);
  if (made?.facts === facts) return made.text;
  const text = `${[factLines(facts).join('\n'), ...bodyParts(document)].join('\n\n')}\n`;
  texts.set(document, { facts, text });
  return text;
}

/**
 * The text that an approval is of: the plain text without the two days, which `publish` sets. Ends
 * with a line feed.
 */
export function textToApprove(facts: Facts, document: Body): string {
  const lines = factLines(facts).filter((line) => !/^(?:published|effective): /.test(line));
  return `${[lines.join('\n'), ...bodyParts(document)].join('\n\n')}\n`;
}

/** The plain text of a version without its facts. */
export const bodyText = (document: Body): string => `${bodyParts(document).join('\n\n')}\n`;

/** The parts of a text that empty lines separate: headings, and the blocks below them. */
function bodyParts({ lead, sections }: Body): string[] {
  return [...blockParts(lead), ...sections.flatMap(sectionParts)];
}

const sectionParts = ({ level, heading, anchor, blocks, sections }: Section): string[] => [
  `${'#'.repeat(level + 1)} ${lineText(heading)} {#${anchor}}`,
  ...blockParts(blocks),
  ...sections.flatMap(sectionParts),
];

const blockParts = (blocks: readonly Block[]): string[] =>
  blocks.map((block) => linesOf(block).join('\n')).filter((part) => part !== '');

/** Facts by their paths in the frontmatter, in the order of the schema, one per line. */
export function factLines(facts: Facts): string[] {
  return Object.entries(facts)
    .filter(([field]) => !OUTSIDE_TEXT.includes(field))
    .flatMap(([field, value]) => factsAt(field, value));
}

function factsAt(path: string, value: unknown): string[] {
  if (typeof value === 'string') return [`${path}: ${normalise(value)}`];
  // No is the default for `numbered`, so it is left out; elsewhere it is an answer.
  if (typeof value === 'boolean') {
    return value || path !== 'numbered' ? [`${path}: ${value ? 'yes' : 'no'}`] : [];
  }
  if (Array.isArray(value)) {
    return value.flatMap((member: unknown, index) =>
      factsAt(typeof member === 'string' ? path : `${path}.${index + 1}`, member),
    );
  }
  return Object.entries(value ?? {}).flatMap(([key, inner]) => factsAt(`${path}.${key}`, inner));
}

/** Unicode NFC, and all white space within a line as one space. Most of it is, and stays as it is. */
const normalise = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/(?! \S)\s+/g, ' ')
    .trim();

function linesOf(block: Block): string[] {
  switch (block.type) {
    case 'paragraph':
      return line(lineText(block.content));
    case 'list':
      return block.items.flatMap((item, index) => itemLines(item, numberOf(block, index)));
    case 'table':
      return [
        ...line(lineText(block.caption ?? [])),
        ...[...block.head, ...block.body].map(
          ({ cells }) => `| ${cells.map(({ blocks }) => linesIn(blocks).join(' ')).join(' | ')} |`,
        ),
      ];
    case 'quote':
      return linesIn(block.blocks).map((inner) => `> ${inner}`.trimEnd());
    case 'definitions':
      return block.entries.flatMap(({ terms, descriptions }) => [
        ...terms.flatMap((term) => line(lineText(term))),
        ...descriptions.flatMap((blocks) => hang(': ', linesIn(blocks))),
      ]);
    case 'facts':
      return block.entries.flatMap(({ values }) => values.map((value) => `- ${lineText(value)}`));
    case 'code':
      return block.text.split('\n').map((code) => `    ${code.normalize('NFC')}`.trimEnd());
    case 'rule':
      return ['---'];
    case 'group':
      return linesIn(block.blocks);
  }
}

const line = (words: string): string[] => (words === '' ? [] : [words]);

const linesIn = (blocks: readonly Block[]): string[] => blocks.flatMap(linesOf);

/** What an item counts as: "3", "c", "iii". */
function numberOf(list: List, index: number): string | undefined {
  const { ordered, start = 1, reversed, items, numbering } = list;
  if (!ordered) return undefined;
  const number = items[index]?.value ?? (reversed ? items.length - index : start + index);
  // Like browsers, uses figures for numbers that letters and Roman numerals cannot express.
  if (numbering === undefined || number < 1 || number > 3999) return String(number);
  const label = /i/i.test(numbering) ? roman(number) : letters(number);
  return numbering === numbering.toUpperCase() ? label.toUpperCase() : label;
}

/** a to z, then aa, ab and so on. */
const letters = (number: number): string =>
  (number > 26 ? letters(Math.floor((number - 1) / 26)) : '') +
  String.fromCodePoint(97 + ((number - 1) % 26));

const ROMAN: readonly [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** A number from 1 to 3999 in small Roman figures; empty for 0. */
export function roman(number: number): string {
  const [value, sign] = ROMAN.find(([least]) => least <= number) ?? [];
  return value && sign ? sign + roman(number - value) : '';
}

function itemLines({ blocks, checked }: Item, number: string | undefined): string[] {
  const mark = checked === undefined ? '' : checked ? '[x] ' : '[ ] ';
  return hang(`${number === undefined ? '-' : `${number}.`} ${mark}`, linesIn(blocks));
}

/** Puts a mark before the first line, and its width in spaces before the others. */
const hang = (mark: string, [first = '', ...others]: readonly string[]): string[] => [
  (mark + first).trimEnd(),
  ...others.map((other) => (' '.repeat(mark.length) + other).trimEnd()),
];

/** Marks without which the words would mean something else. */
const SIGNS: Readonly<Partial<Record<MarkTag, string>>> = {
  del: '~~',
  s: '~~',
  ins: '++',
  sup: '^',
  sub: '~',
};

const marked = (tag: MarkTag, words: string): string => {
  const sign = SIGNS[tag] ?? '';
  return sign + words + sign;
};

/** The text of a line, with the addresses of its links. */
const lineText = (content: readonly Inline[]): string => normalise(written(content));

function written(content: readonly Inline[]): string {
  return content
    .map((inline) => {
      switch (inline.type) {
        case 'text':
          return inline.value;
        case 'mark':
          return (
            marked(inline.tag, written(inline.content)) + (inline.title ? ` (${inline.title})` : '')
          );
        case 'link':
          return `${written(inline.content)} <${inline.href}>`;
        case 'break':
          return ' ';
        case 'image':
          return `![${inline.alternative}] <${inline.source}>`;
        case 'target':
          return '';
      }
    })
    .join('');
}
