import { describe, expect, it } from 'vitest';
import { docxOf, p } from './docx-testing.ts';
import { readDocx } from './docx.ts';

const level = (at: number, format: string, text: string): string =>
  `<w:lvl w:ilvl="${at}"><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:pPr><w:ind w:left="${720 * (at + 1)}" w:hanging="360"/></w:pPr></w:lvl>`;
const numbering = [
  `<w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '•')}${level(1, 'bullet', 'o')}</w:abstractNum>`,
  `<w:abstractNum w:abstractNumId="2">${level(0, 'decimal', '%1.')}</w:abstractNum>`,
  '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
  '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>',
].join('');
const left = (indent: number): string => `<w:ind w:left="${indent}"/>`;
const item = (text: string, list: number, at = 0, indent = 0): string =>
  p(
    text,
    `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>${indent === 0 ? '' : left(indent)}`,
  );

/** Each piece as `1 text` by its depth, `1+ text` where it goes on with an item, or `text` alone. */
function read(...paragraphs: string[]): string[] {
  const bytes = docxOf(paragraphs.join(''), { numbering });
  const found = readDocx({ name: 'notice.docx', bytes });
  if ('refused' in found) throw new Error(found.refused);
  return found.pieces.map((piece) => {
    const text = piece.type === 'table' ? '' : piece.runs.map((run) => run.text).join('');
    return piece.type === 'item' ? `${piece.depth}${piece.isMore ? '+' : ''} ${text}` : text;
  });
}

describe('lists of Word', () => {
  it('stand in each other where they meet and one is indented further', () => {
    expect(
      read(
        item('Names', 1),
        item('first', 2, 0, 1440),
        item('last', 2, 0, 1440),
        item('Addresses', 1),
        item('One', 2, 0, 720),
      ),
    ).toEqual(['1 Names', '2 first', '2 last', '1 Addresses', '1 One']);
  });

  it('have items that go on in a paragraph which stands as far from the margin', () => {
    expect(
      read(
        p('This is what we hold.'),
        p('We hold these.'),
        item('Names.', 1),
        p('They are needed to write to you.', left(720)),
        item('Orders', 1),
        item('invoices', 1, 1),
        p('They are kept for six years.', left(1440)),
        p('All of that is kept apart.', left(720)),
        item('Letters', 1),
        p('Nothing else is held.'),
        p('Not even this.', left(720)),
      ),
    ).toEqual([
      'This is what we hold.',
      'We hold these.',
      '1 Names.',
      '1+ They are needed to write to you.',
      '1 Orders',
      '2 invoices',
      '2+ They are kept for six years.',
      '1+ All of that is kept apart.',
      '1 Letters',
      'Nothing else is held.',
      'Not even this.',
    ]);
  });

  it('do not take in the text of a document that is indented as a whole, nor what is typed as an item', () => {
    const text = p('We keep it safe.', left(720));
    expect(read(text, text, item('Names', 1), text)).toEqual([
      'We keep it safe.',
      'We keep it safe.',
      '1 Names',
      'We keep it safe.',
    ]);
    const typed = p('• Typed by hand', left(720));
    expect(read(p('Before.'), item('Names', 1), typed, p('After.'))).toEqual([
      'Before.',
      '1 Names',
      '• Typed by hand',
      'After.',
    ]);
  });
});
