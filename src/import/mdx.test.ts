import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBody } from '../mdx/body.ts';
import { nodesOf } from '../mdx/nodes.ts';
import { isElement, type Node } from '../document/nodes.ts';
import { readDocument } from '../document/parse.ts';
import { bodyText } from '../notices/text.ts';
import type { Facts } from '../notices/schema.ts';
import { writeBody } from './mdx.ts';
import type { Cell, Item, Paragraph, Piece, Run } from './model.ts';
import { textOfPiece, tidyRuns } from './runs.ts';

const FACTS = { language: 'en-GB' } as Facts;

/** Nodes without the addresses of links and the numbers of items: neither are words. */
const wordsAlone = (nodes: readonly Node[]): Node[] =>
  nodes.map((node) =>
    isElement(node)
      ? {
          tagName: node.tagName === 'ol' ? 'ul' : node.tagName,
          attrs: node.attrs.filter(({ name }) => name !== 'href'),
          childNodes: wordsAlone(node.childNodes),
        }
      : node,
  );
/** The letters and digits of a notice, as its readers get them. */
const readBack = (body: string): string =>
  lettersOf(
    bodyText(readDocument(wordsAlone(nodesOf(body, FACTS)))).replace(
      /^(#+ .*) \{#[^{}]*\}$/gm,
      '$1',
    ),
  );
const lettersOf = (text: string): string => text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '');
const findingsIn = (body: string): string[] =>
  readBody({ file: 'x', text: body, frontmatter: '', frontmatterLine: 1, body }).findings.map(
    ({ code, message }) => `${code}: ${message}`,
  );

/** Words with the signs that mean something in Markdown and MDX. */
const words = fc
  .array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom('data', 'We', 'you', 'A', 'b', 'É', 'www.a.example'),
      },
      fc.constantFrom(
        ...['<', '>', '{', '}', '*', '**', '_', '__', '[', ']', '](', '|', '~', '~~', '`', '```'],
        ...['#', '##', '- ', '+ ', '1. ', '2) ', '(a) ', '> ', ': ', '=', '===', '---', '***', '!'],
        ...['[^1]', '[x]', '{#id}', '&amp;', '&', '\\', '"', "'", '$', '<br>', '{/*', '*/}', '//'],
        ...[
          'a@b.example',
          'http://a.example/x_y_z',
          '\n',
          '\t',
          '\u00A0',
          '•',
          'import ',
          'export ',
        ],
        ...['\u0000', '\u202E', '\uFFFD', '\u2028', '☐ ', '–', '…', ': x', 'IMPORTANT NOTICE', ' '],
      ),
      fc.string({ maxLength: 4, unit: 'grapheme' }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));
const run: fc.Arbitrary<Run> = fc.record(
  {
    text: words,
    bold: fc.constant<true>(true),
    italic: fc.constant<true>(true),
    shift: fc.constantFrom('sup', 'sub'),
    href: fc.constantFrom('https://a.example/b_c?d=(e)&f', 'mailto:a@b.example', '#x', '/y', 'x:y'),
  },
  { requiredKeys: ['text'] },
);
const runs = fc.array(run, { minLength: 1, maxLength: 4 });
const paragraph = runs.map((each): Paragraph => ({ type: 'paragraph', at: 1, runs: each }));
const item = fc
  .tuple(runs, fc.integer({ min: 1, max: 4 }), fc.boolean(), fc.boolean())
  .map(([each, depth, isOrdered, isMore]): Item => ({
    ...{ type: 'item', at: 1, depth, isOrdered, runs: each },
    ...(isMore && { isMore }),
  }));
const cell = fc.record(
  {
    pieces: fc.array(fc.oneof(paragraph, item), { maxLength: 2 }),
    columns: fc.constant(2),
    rows: fc.constant(2),
    isHead: fc.constant(true),
  },
  { requiredKeys: ['pieces'] },
) as fc.Arbitrary<Cell>;
const piece: fc.Arbitrary<Piece> = fc.oneof(
  { weight: 3, arbitrary: paragraph },
  { weight: 3, arbitrary: item },
  runs.map((each): Piece => ({ type: 'heading', at: 1, level: 2, runs: each })),
  runs.map((each): Piece => ({ type: 'term', at: 1, runs: each })),
  runs.map((each): Piece => ({ type: 'description', at: 1, runs: each })),
  fc
    .array(fc.array(cell, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
    .map((rows): Piece => ({ type: 'table', at: 1, rows })),
);
/** Pieces as structure leaves them: each heading has its anchor, and there is one. */
const notice = fc
  .array(piece, { minLength: 1, maxLength: 6 })
  .map((pieces): Piece[] => [
    { type: 'heading', at: 1, level: 2, anchor: 'x', runs: [{ text: 'Who we are' }] },
    ...pieces.map((each, index): Piece =>
      each.type === 'heading' ? { ...each, anchor: `s${index}` } : each,
    ),
  ]);
const wordsOfPieces = (pieces: readonly Piece[]): string =>
  lettersOf(
    pieces
      .map((each) =>
        each.type === 'table'
          ? textOfPiece(each)
          : tidyRuns(each.runs)
              .map(({ text }) => text)
              .join(''),
      )
      .join('\n'),
  );

it('keeps a link whose words are its address without a scheme', () => {
  const runs = [{ text: 'a.example/api', href: 'http://a.example/api' }];
  expect(writeBody([{ type: 'paragraph', at: 1, runs }]).body).toBe(
    '[a.example/api](http://a.example/api)\n',
  );
});

describe('writing a table', () => {
  const cell = (text: string, more: Partial<Cell> = {}): Cell => ({
    pieces: [{ type: 'paragraph', at: 1, runs: [{ text }] }],
    ...more,
  });

  it('keeps a cell across several rows, in the notice as well', () => {
    const rows = [
      [cell('Data'), cell('Purpose')],
      [cell('Name', { rows: 2 }), cell('Bills')],
      [cell('Register')],
    ];
    const { body, remarks } = writeBody([{ type: 'table', at: 1, rows }]);
    expect(body).toContain('<td rowspan="2">Name</td>');
    expect(remarks.filter(({ code }) => code === 'table-span')).toEqual([]);
    const { lead } = readDocument(nodesOf(body, FACTS));
    expect(lead).toMatchObject([
      { type: 'table', head: [{}], body: [{ cells: [{ rows: 2 }, {}] }, {}] },
    ]);
  });

  it('keeps within the table what claims more rows than there are', () => {
    const rows = [[cell('a'), cell('b')], [cell('c', { rows: 1000 }), cell('d')], [cell('e')]];
    expect(writeBody([{ type: 'table', at: 1, rows }]).body).toContain('<td rowspan="2">c</td>');
  });
});

describe('writing a notice', () => {
  it('writes the same words as its pieces have, with nothing that the checks report', () => {
    fc.assert(
      fc.property(notice, (pieces) => {
        const { body } = writeBody(pieces);
        expect(readBack(body)).toBe(wordsOfPieces(pieces));
        expect(findingsIn(body)).toEqual([]);
      }),
      { numRuns: Number(process.env['RUNS'] ?? 150) },
    );
  });
});
