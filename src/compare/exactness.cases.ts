/** Whatever two documents say, their redline says both, and nothing else. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../document/index.ts';
import { escapeHtml } from '../document/print.ts';
import { anchorsIn, renderRedline, renderSideBySide } from './index.ts';
import {
  compareHtml,
  newDocument,
  newText,
  oldText,
  outlineOf,
  problemsOf,
  redline,
  textOfDocument,
  withoutSpace,
  columnText,
} from './testing.ts';

/** Words of a line within one mark or link, or within none. */
interface Span {
  words: string[];
  wrap?: Wrap;
}
type Wrap = 'strong' | 'em' | 'code' | { href: string };
type Line = Span[];

type Piece =
  | { type: 'heading'; rank: number; anchor?: string; line: Line }
  | { type: 'paragraph'; line: Line }
  | { type: 'list'; ordered: boolean; items: Item[] }
  | { type: 'table'; caption?: Line; hasHead: boolean; rows: Line[][] }
  | { type: 'quote' | 'aside'; pieces: Piece[] }
  | { type: 'definitions'; entries: { term: Line; description: Line }[] }
  | { type: 'code'; text: string }
  | { type: 'rule' };

interface Item {
  line: Line;
  /** Whether its text stands in a paragraph. */
  isLoose: boolean;
  pieces: Piece[];
}

const COMMON = (
  'we you your the a data keep share with for months years details consent law and or not may ' +
  'contact partners retention until section this of in to when'
).split(' ');
const WHOLE = ['£35,000', '36 months', 's. 5(1)', 'Art. 6(1)(f)', '1 May 2018', 'a@b.example'];
const ODD = [
  ...['<b>', '&amp;', '"so"', "it's", 'it’s', 'e\u0301', 'é', '👩🏽‍⚖️', '🇬🇧', 'and/or', 'non-EU'],
  ...[
    '我们收集数据',
    'ข้อมูลส่วนบุคคล',
    'שלום',
    'مرحبا',
    '—',
    '(see',
    'below).',
    'a\u00A0b',
    'so\u00ADft',
  ],
  ...['1.', '•', '...', 'x'.repeat(40), 'https://a.example/?a=1&b=2', '\u200Bz', '\u202Eabc\u202C'],
];

const plainWord = fc.constantFrom(...COMMON);
const word = fc.oneof(
  { weight: 8, arbitrary: plainWord },
  { weight: 1, arbitrary: fc.constantFrom(...WHOLE) },
  { weight: 2, arbitrary: fc.constantFrom(...ODD) },
);
const punctuated = fc
  .tuple(word, fc.constantFrom('', '', '', '', ',', '.', ';'))
  .map((parts) => parts.join(''));

const wrap = fc.oneof(
  fc.constantFrom<Wrap>('strong', 'em', 'code'),
  fc.constantFrom<Wrap>({ href: '#a' }, { href: '/staff/' }, { href: 'https://b.example/' }),
);

const anchorPart = fc.constantFrom('who', 'what', 'm1-was', 'm1', 'retention', 'c1', 'rights');

const SENTENCES = [
  'We keep your details for 36 months after the end of your contract with us.',
  'You may ask us for a copy of your data at any time, free of charge.',
  'We share your data with partners who help us to send letters and parcels to you.',
  'Name',
  'None',
  'Contact us.',
];

function builders(each: fc.Arbitrary<string>, isRich: boolean) {
  const some = fc.oneof(
    { weight: 3, arbitrary: fc.array(each, { minLength: 1, maxLength: 8 }) },
    { weight: 1, arbitrary: fc.constantFrom(...SENTENCES).map((text) => text.split(' ')) },
  );
  const span: fc.Arbitrary<Span> = isRich
    ? fc.oneof(
        { weight: 3, arbitrary: some.map((words) => ({ words })) },
        { weight: 1, arbitrary: fc.record({ words: some, wrap }) },
      )
    : some.map((words) => ({ words }));
  const line = fc.array(span, { minLength: 1, maxLength: 3 });
  const short = fc.array(each, { minLength: 1, maxLength: 3 }).map((words): Line => [{ words }]);
  const anchor = fc.option(anchorPart, { freq: 4 });
  const heading = fc
    .record({ rank: fc.integer({ min: 2, max: 4 }), line: short, anchor })
    .map(({ anchor: own, ...rest }): Piece => ({
      type: 'heading',
      ...rest,
      ...(own === null ? {} : { anchor: own }),
    }));
  const { piece } = fc.letrec<{ piece: Piece; item: Item }>((tie) => ({
    item: fc.record({
      line: fc.oneof(short, line),
      isLoose: fc.boolean(),
      pieces: fc.array(tie('piece'), { maxLength: 1, depthIdentifier: 'nesting' }),
    }),
    piece: fc.oneof(
      { depthSize: 'small', withCrossShrink: true, depthIdentifier: 'nesting' },
      { weight: 6, arbitrary: line.map((inner): Piece => ({ type: 'paragraph', line: inner })) },
      {
        weight: 3,
        arbitrary: fc.record({
          type: fc.constant('list' as const),
          ordered: fc.boolean(),
          items: fc.array(tie('item'), { minLength: 1, maxLength: 4 }),
        }),
      },
      {
        weight: 2,
        arbitrary: fc
          .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 }))
          .chain(([width, height]) =>
            fc.record({
              type: fc.constant('table' as const),
              hasHead: fc.boolean(),
              rows: fc.array(fc.array(short, { minLength: width, maxLength: width }), {
                minLength: height,
                maxLength: height,
              }),
              caption: fc.option(short, { freq: 4 }),
            }),
          )
          .map(({ caption, ...rest }): Piece => ({ ...rest, ...(caption && { caption }) })),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          type: fc.constantFrom('quote' as const, 'aside' as const),
          pieces: fc.array(tie('piece'), { minLength: 1, maxLength: 2 }),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          type: fc.constant('definitions' as const),
          entries: fc.array(fc.record({ term: short, description: line }), {
            minLength: 1,
            maxLength: 3,
          }),
        }),
      },
      {
        weight: 1,
        arbitrary: some.map((words): Piece => ({ type: 'code', text: words.join(' ') })),
      },
      { weight: 1, arbitrary: fc.constant<Piece>({ type: 'rule' }) },
    ),
  }));
  const pieces = fc.array(
    fc.oneof({ weight: 3, arbitrary: piece }, { weight: 1, arbitrary: heading }),
    { maxLength: 12 },
  );
  return { pieces, piece, heading, some };
}

interface Edit {
  kind: (typeof EDITS)[number];
  /** What it is done to, and with: taken modulo how many there are. */
  place: number;
  other: number;
  words: string[];
  piece: Piece;
}

const EDITS = [
  ...(['replace', 'insert', 'delete', 'drop', 'add', 'move', 'split', 'merge'] as const),
  ...(['section', 'rename', 'link', 'column', 'reorder', 'copy', 'unlist', 'rewrite'] as const),
];

const edits = ({ piece, heading, some }: ReturnType<typeof builders>): fc.Arbitrary<Edit[]> =>
  fc.array(
    fc.record({
      kind: fc.constantFrom(...EDITS),
      place: fc.nat(1000),
      other: fc.nat(1000),
      words: some,
      piece: fc.oneof({ weight: 3, arbitrary: piece }, { weight: 1, arbitrary: heading }),
    }),
    { minLength: 1, maxLength: 6 },
  );

/** All lines of pieces, to be edited where they stand. */
function linesIn(pieces: readonly Piece[]): Line[] {
  return pieces.flatMap((piece): Line[] => {
    switch (piece.type) {
      case 'heading':
      case 'paragraph':
        return [piece.line];
      case 'list':
        return piece.items.flatMap(({ line, pieces: inner }) => [line, ...linesIn(inner)]);
      case 'table':
        return [...(piece.caption ? [piece.caption] : []), ...piece.rows.flat()];
      case 'quote':
      case 'aside':
        return linesIn(piece.pieces);
      case 'definitions':
        return piece.entries.flatMap(({ term, description }) => [term, description]);
      default:
        return [];
    }
  });
}

const pick = <T>(list: readonly T[], place: number): T | undefined => list[place % list.length];

function edited(pieces: readonly Piece[], list: readonly Edit[]): Piece[] {
  let result = structuredClone([...pieces]);
  for (const edit of list) result = applied(result, edit);
  return result;
}

function applied(pieces: Piece[], { kind, place, other, words, piece }: Edit): Piece[] {
  const at = pieces.length === 0 ? 0 : place % pieces.length;
  const to = pieces.length === 0 ? 0 : other % pieces.length;
  const line = pick(linesIn(pieces), place);
  const span = line && pick(line, other);
  const target = pieces[at];
  const ofType = <T extends Piece['type']>(type: T) =>
    pick(
      pieces.filter((each): each is Extract<Piece, { type: T }> => each.type === type),
      place,
    );
  switch (kind) {
    case 'replace':
      if (span) span.words.splice(other % span.words.length, 1 + (place % 3), ...words);
      return pieces;
    case 'insert':
      if (span) span.words.splice(other % (span.words.length + 1), 0, ...words);
      return pieces;
    case 'delete':
      if (span && span.words.length > 1) span.words.splice(other % span.words.length, 1);
      return pieces;
    case 'drop':
      return pieces.toSpliced(at, 1);
    case 'add':
      return pieces.toSpliced(at, 0, piece);
    case 'copy':
      return target ? pieces.toSpliced(to, 0, structuredClone(target)) : pieces;
    case 'move':
      return target ? pieces.toSpliced(at, 1).toSpliced(to, 0, target) : pieces;
    case 'split': {
      const [first] = target?.type === 'paragraph' ? target.line : [];
      if (target?.type !== 'paragraph' || !first || first.words.length < 2) return pieces;
      const middle = 1 + (other % (first.words.length - 1));
      const rest: Line = [{ ...first, words: first.words.slice(middle) }, ...target.line.slice(1)];
      first.words.length = middle;
      target.line = [first];
      return pieces.toSpliced(at + 1, 0, { type: 'paragraph', line: rest });
    }
    case 'merge': {
      const next = pieces[at + 1];
      if (target?.type !== 'paragraph' || next?.type !== 'paragraph') return pieces;
      target.line.push(...next.line);
      return pieces.toSpliced(at + 1, 1);
    }
    case 'section': {
      const isHeading = ({ type }: Piece): boolean => type === 'heading';
      const from = pieces.findIndex((each, index) => index >= at && isHeading(each));
      if (from < 0) return pieces;
      const end = pieces.findIndex((each, index) => index > from && isHeading(each));
      const section = pieces.slice(from, end < 0 ? undefined : end);
      const rest = pieces.toSpliced(from, section.length);
      return rest.toSpliced(other % (rest.length + 1), 0, ...section);
    }
    case 'rename': {
      const heading = ofType('heading');
      if (heading) heading.line = [{ words }];
      return pieces;
    }
    case 'link': {
      const linked = linesIn(pieces)
        .flat()
        .filter(({ wrap: own }) => typeof own === 'object');
      const link = pick(linked, place) ?? span;
      if (link) link.wrap = { href: pick(['#b', '/', 'mailto:a@b.example'], other) ?? '/' };
      return pieces;
    }
    case 'column': {
      const table = ofType('table');
      if (!table) return pieces;
      const column = other % (table.rows[0]?.length ?? 1);
      const isGone = place % 2 === 0 && (table.rows[0]?.length ?? 0) > 1;
      for (const [index, row] of table.rows.entries()) {
        if (isGone) row.splice(column, 1);
        else row.splice(column, 0, [{ words: [pick(words, index) ?? 'new'] }]);
      }
      return pieces;
    }
    case 'reorder': {
      const list = place % 2 === 0 ? ofType('list')?.items : ofType('table')?.rows;
      if (!list) return pieces;
      const [moved] = list.splice(place % list.length, 1);
      if (moved) (list as unknown[]).splice(other % (list.length + 1), 0, moved);
      return pieces;
    }
    case 'rewrite':
      // Here and there a word of each line is the same: what is read whole.
      for (const { words: own } of linesIn(pieces).flat()) {
        own.forEach((_, index) => {
          if ((index + place) % 4 > 0) own[index] = pick(words, index + other) ?? '';
        });
      }
      return pieces;
    case 'unlist': {
      if (target?.type !== 'list') return pieces;
      const paragraphs = target.items.flatMap(({ line: own, pieces: inner }): Piece[] => [
        { type: 'paragraph', line: own },
        ...inner,
      ]);
      return pieces.toSpliced(at, 1, ...paragraphs);
    }
  }
}

function htmlOfLine(line: Line): string {
  return line
    .map(({ words, wrap: own }) => {
      const text = escapeHtml(words.join(' '));
      if (own === undefined) return text;
      return typeof own === 'string'
        ? `<${own}>${text}</${own}>`
        : `<a href="${escapeHtml(own.href)}">${text}</a>`;
    })
    .join(' ');
}

function htmlOf(pieces: readonly Piece[], anchors = new Set<string>()): string {
  const cellsOf = (row: readonly Line[], tag: string): string =>
    `<tr>${row.map((cell) => `<${tag}>${htmlOfLine(cell)}</${tag}>`).join('')}</tr>`;
  return pieces
    .map((piece) => {
      switch (piece.type) {
        case 'heading': {
          const { rank, anchor } = piece;
          // Two sections of one document never have one anchor.
          const id = anchor === undefined || anchors.has(anchor) ? '' : ` id="${anchor}"`;
          if (anchor !== undefined) anchors.add(anchor);
          return `<h${rank}${id}>${htmlOfLine(piece.line)}</h${rank}>`;
        }
        case 'paragraph':
          return `<p>${htmlOfLine(piece.line)}</p>`;
        case 'list': {
          const items = piece.items.map(({ line, isLoose, pieces: inner }) => {
            const text = isLoose ? `<p>${htmlOfLine(line)}</p>` : htmlOfLine(line);
            return `<li>${text}${htmlOf(inner, anchors)}</li>`;
          });
          return piece.ordered ? `<ol>${items.join('')}</ol>` : `<ul>${items.join('')}</ul>`;
        }
        case 'table': {
          const [head, ...body] = piece.rows;
          const caption = piece.caption ? `<caption>${htmlOfLine(piece.caption)}</caption>` : '';
          const rows = (piece.hasHead ? body : piece.rows).map((row) => cellsOf(row, 'td'));
          const top = piece.hasHead && head ? `<thead>${cellsOf(head, 'th')}</thead>` : '';
          return `<table>${caption}${top}<tbody>${rows.join('')}</tbody></table>`;
        }
        case 'quote':
          return `<blockquote>${htmlOf(piece.pieces, anchors)}</blockquote>`;
        case 'aside':
          return `<aside>${htmlOf(piece.pieces, anchors)}</aside>`;
        case 'definitions': {
          const entries = piece.entries.map(
            ({ term, description }) =>
              `<dt>${htmlOfLine(term)}</dt><dd>${htmlOfLine(description)}</dd>`,
          );
          return `<dl>${entries.join('')}</dl>`;
        }
        case 'code':
          return `<pre><code>${escapeHtml(piece.text)}</code></pre>`;
        case 'rule':
          return '<hr>';
      }
    })
    .join('');
}

function pairsOf(each: fc.Arbitrary<string>, isRich: boolean): fc.Arbitrary<[string, string]> {
  const built = builders(each, isRich);
  return fc.oneof(
    {
      weight: 3,
      arbitrary: fc
        .tuple(built.pieces, edits(built))
        .map(([pieces, list]): [string, string] => [htmlOf(pieces), htmlOf(edited(pieces, list))]),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(built.pieces, built.pieces)
        .map(([before, after]): [string, string] => [htmlOf(before), htmlOf(after)]),
    },
  );
}

const pair = pairsOf(punctuated, true);
const pairOfPlainWords = pairsOf(plainWord, false);

const words = (html: string): string => textOfDocument(parseDocument(html));
const count = (text: string): number => (text === '' ? 0 : text.split(' ').length);

/**
 * Tests what holds for any two documents.
 *
 * @param numRuns how many pairs of documents each property is tried with
 */
export function testAnyTwoDocuments(numRuns: number): void {
  describe('the redline of any two documents', { timeout: 600_000 }, () => {
    it('is the later version without the removed text', () => {
      fc.assert(
        fc.property(pair, ([before, after]) => {
          expect(newText(redline(before, after))).toBe(words(after));
        }),
        { numRuns },
      );
    });

    it('is the earlier version without the added text', () => {
      fc.assert(
        fc.property(pair, ([before, after]) => {
          expect(withoutSpace(oldText(redline(before, after)))).toBe(withoutSpace(words(before)));
        }),
        { numRuns },
      );
    });

    it('has the anchors that are known before it is printed', () => {
      fc.assert(
        fc.property(pair, ([before, after]) => {
          const comparison = compareHtml(before, after);
          const ids = [...renderRedline(comparison).matchAll(/ id="([^~"][^"]*)"/g)];
          expect(new Set(ids.map(([, id]) => id))).toEqual(anchorsIn(comparison.redline));
        }),
        { numRuns },
      );
    });

    it('has the words of each version in its own column, and unique ids', () => {
      fc.assert(
        fc.property(pair, ([before, after]) => {
          const html = renderSideBySide(compareHtml(before, after), { fold: true });
          for (const [column, version] of [
            ['before', before],
            ['after', after],
          ] as const) {
            const text = columnText(html, column);
            expect(withoutSpace(text)).toBe(withoutSpace(words(version)));
          }
          const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
          expect(new Set(ids).size).toBe(ids.length);
        }),
        { numRuns },
      );
    });

    it('never joins two words of the earlier version', () => {
      fc.assert(
        fc.property(pair, ([before, after]) => {
          const wordsOf = (text: string) => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
          expect(wordsOf(oldText(redline(before, after)))).toEqual(wordsOf(words(before)));
        }),
        { numRuns },
      );
    });

    it('has the blocks, tables, lists, marks and links of the later version', () => {
      fc.assert(
        fc.property(pair, ([before, after]) => {
          expect(outlineOf(newDocument(redline(before, after)))).toEqual(
            outlineOf(parseDocument(after)),
          );
        }),
        { numRuns },
      );
    });

    it('is valid HTML', () => {
      fc.assert(
        fc.property(pair, ([before, after]) => {
          expect(problemsOf(redline(before, after))).toEqual([]);
        }),
        { numRuns },
      );
    });

    it('is the same every time', () => {
      fc.assert(
        fc.property(pair, ([before, after]) => {
          expect(compareHtml(before, after)).toEqual(compareHtml(before, after));
          expect(redline(before, after)).toBe(redline(before, after));
        }),
        { numRuns: Math.min(numRuns, 100) },
      );
    });
  });

  describe('the changes between any two documents', { timeout: 600_000 }, () => {
    it('are empty if both are the same', () => {
      fc.assert(
        fc.property(pair, ([, html]) => {
          const { changes, sections, statistics } = compareHtml(html, html);
          expect(changes).toEqual([]);
          expect(sections.flatMap(({ states }) => states)).toEqual([]);
          expect(statistics.words).toMatchObject({ added: 0, removed: 0, moved: 0 });
        }),
        { numRuns },
      );
    });

    it('have unique ids, each of an element', () => {
      fc.assert(
        fc.property(pair, ([before, after]) => {
          const comparison = compareHtml(before, after);
          const html = renderRedline(comparison);
          const ids = comparison.changes.map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
          const inText = comparison.changes.filter(({ kind }) => kind !== 'move');
          expect(inText.filter(({ id }) => !html.includes(` id="~${id}"`))).toEqual([]);
        }),
        { numRuns },
      );
    });

    it('are each listed in a section', () => {
      fc.assert(
        fc.property(pair, ([before, after]) => {
          const { changes, sections } = compareHtml(before, after);
          const listed = new Set(sections.flatMap((section) => section.changes));
          expect(changes.filter(({ id }) => !listed.has(id))).toEqual([]);
        }),
        { numRuns },
      );
    });

    it('add up to the words of both', () => {
      fc.assert(
        fc.property(pairOfPlainWords, ([before, after]) => {
          const { added, removed, moved, kept } = compareHtml(before, after).statistics.words;
          expect(kept + moved + removed).toBe(count(words(before)));
          expect(kept + moved + added).toBe(count(words(after)));
        }),
        { numRuns },
      );
    });
  });
}
