import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { docxOf } from './docx-testing.ts';
import { readDocx } from './docx.ts';
import type { Piece } from './model.ts';
import { plainDocx } from './plain-docx.ts';

/** What a paragraph can hold. */
type Inline = 'text' | 'inserted' | 'deleted' | 'moved' | 'hidden' | 'styled' | 'link' | 'field';
type Block =
  | { type: 'paragraph'; inlines: (Inline | Block[])[]; isJoined: boolean; isHeading: boolean }
  | { type: 'table'; cells: Block[][]; columns: number; isGone: boolean }
  | { type: 'control'; blocks: Block[] };

const { blocks } = fc.letrec<{ blocks: Block[]; block: Block }>((tie) => ({
  blocks: fc.array(tie('block'), { minLength: 1, maxLength: 2, depthIdentifier: 'docx' }),
  block: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'docx', withCrossShrink: true },
    fc.record({
      type: fc.constant('paragraph' as const),
      inlines: fc.array(
        fc.oneof(
          { maxDepth: 3, depthIdentifier: 'docx', withCrossShrink: true },
          fc.constantFrom<Inline>(
            'text',
            'inserted',
            'deleted',
            'moved',
            'hidden',
            'styled',
            'link',
            'field',
          ),
          tie('blocks'),
        ),
        { maxLength: 3 },
      ),
      isJoined: fc.boolean(),
      isHeading: fc.boolean(),
    }),
    fc.record({
      type: fc.constant('table' as const),
      cells: fc.array(tie('blocks'), { minLength: 1, maxLength: 2 }),
      columns: fc.integer({ min: 1, max: 2 }),
      isGone: fc.boolean(),
    }),
    fc.record({ type: fc.constant('control' as const), blocks: tie('blocks') }),
  ),
}));

/** Prints documents as Word writes them, and keeps which words it shows, in order. */
class Printer {
  kept: string[] = [];
  gone: string[] = [];
  #count = 0;
  #isGone = false;
  /** Text boxes stand after the paragraph that they are anchored in, when that is whole. */
  #boxes: string[] = [];

  body(blocks: readonly Block[]): string {
    const xml = blocks.map((block) => this.#block(block)).join('');
    this.#flush();
    return xml;
  }

  #flush(): void {
    this.kept.push(...this.#boxes.splice(0));
  }

  #inside(blocks: readonly Block[]): string {
    const boxes = this.#boxes;
    this.#boxes = [];
    const xml = this.body(blocks);
    this.#boxes = boxes;
    return xml;
  }

  #block(block: Block): string {
    if (block.type === 'control') {
      const content = block.blocks.map((each) => this.#block(each)).join('');
      return `<w:sdt><w:sdtPr/><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    }
    if (block.type === 'paragraph') return this.#paragraph(block);
    this.#flush();
    const before = this.#isGone;
    this.#isGone ||= block.isGone;
    const cells = block.cells.map((each) => `<w:tc>${this.#inside(each)}</w:tc>`);
    this.#isGone = before;
    const mark = block.isGone ? '<w:trPr><w:del/></w:trPr>' : '';
    const rows: string[] = [];
    for (let at = 0; at < cells.length; at += block.columns)
      rows.push(`<w:tr>${mark}${cells.slice(at, at + block.columns).join('')}</w:tr>`);
    return `<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`;
  }

  #paragraph({ inlines, isJoined, isHeading }: Block & { type: 'paragraph' }): string {
    const style = isHeading ? '<w:pStyle w:val="Heading2"/>' : '';
    const mark = isJoined ? '<w:rPr><w:del/></w:rPr>' : '';
    const xml = inlines.map((one) =>
      typeof one === 'string' ? this.#inline(one) : this.#box(one),
    );
    if (!isJoined) this.#flush();
    return `<w:p><w:pPr>${style}${mark}</w:pPr>${xml.join('')}</w:p>`;
  }

  #box(blocks: Block[]): string {
    const { kept } = this;
    this.kept = [];
    const content = `<w:pict><w:txbxContent>${this.#inside(blocks)}</w:txbxContent></w:pict>`;
    this.#boxes.push(...this.kept);
    this.kept = kept;
    return `<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice>${content}</mc:Choice><mc:Fallback>${content}</mc:Fallback></mc:AlternateContent></w:r>`;
  }

  #inline(inline: Inline): string {
    const word = `word${++this.#count}`;
    const isShown = !['deleted', 'moved', 'hidden', 'styled'].includes(inline) && !this.#isGone;
    (isShown ? this.kept : this.gone).push(word);
    const run = (look = '', tag = 't') =>
      `<w:r><w:rPr>${look}</w:rPr><w:${tag} xml:space="preserve">${word} </w:${tag}></w:r>`;
    const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    switch (inline) {
      case 'text':
        return run();
      case 'inserted':
        return `<w:ins>${run()}</w:ins>`;
      case 'deleted':
        return `<w:del>${run('', 'delText')}</w:del>`;
      case 'moved':
        return `<w:moveFrom>${run()}</w:moveFrom>`;
      case 'hidden':
        return run('<w:vanish/>');
      case 'styled':
        return run('<w:rStyle w:val="Inner"/>');
      case 'link':
        return `<w:hyperlink w:anchor="there">${run()}</w:hyperlink>`;
      case 'field':
        return `${field('begin')}<w:r><w:instrText> REF x </w:instrText></w:r>${field('separate')}${run()}${field('end')}`;
    }
  }
}

const STYLES =
  '<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/></w:style>' +
  '<w:style w:type="character" w:styleId="Outer"><w:rPr><w:vanish/></w:rPr></w:style>' +
  '<w:style w:type="character" w:styleId="Inner"><w:basedOn w:val="Outer"/></w:style>';

const textOf = (piece: Piece): string =>
  piece.type === 'table'
    ? piece.rows.flatMap((row) => row.flatMap(({ pieces }) => pieces.map(textOf))).join(' ')
    : piece.runs.map(({ text }) => text).join('');
const wordsOf = (texts: string[]): string[] => texts.join(' ').match(/word\d+/g) ?? [];

describe('any Word document', () => {
  it('keeps each of its words once and in order, in both readings', () => {
    fc.assert(
      fc.property(blocks, (tree) => {
        const printer = new Printer();
        const bytes = docxOf(printer.body(tree), { styles: STYLES });
        const read = readDocx({ name: 'notice.docx', bytes });
        const pieces = 'refused' in read ? [] : read.pieces;
        const isOut = ({ signs }: Piece) => signs?.outside !== undefined;
        const units = plainDocx(bytes);
        expect({
          kept: wordsOf(pieces.filter((piece) => !isOut(piece)).map(textOf)),
          gone: wordsOf(pieces.filter(isOut).map(textOf)).sort(),
          plain: wordsOf(units.filter(({ out }) => out === undefined).map(({ text }) => text)),
          plainGone: wordsOf(
            units.filter(({ out }) => out !== undefined).map(({ text }) => text),
          ).sort(),
        }).toEqual({
          kept: printer.kept,
          gone: [...printer.gone].sort(),
          plain: printer.kept,
          plainGone: [...printer.gone].sort(),
        });
      }),
      { numRuns: 50, interruptAfterTimeLimit: 10_000 },
    );
  }, 20_000);
});
