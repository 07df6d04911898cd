import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { docxOf, p } from './docx-testing.ts';
import { Zip } from './docx-zip.ts';
import { readDocx } from './docx.ts';
import type { Answers, Read } from './model.ts';
import { plainDocx } from './plain-docx.ts';

function read(bytes: Uint8Array, answers: Answers = {}): Read {
  const found = readDocx({ name: 'notice.docx', bytes }, answers);
  if ('refused' in found) throw new Error(found.refused);
  return found;
}

/** Each piece as a line: its type, why it is left out, its words. */
const lines = ({ pieces }: Read): string[] =>
  pieces.map((piece) =>
    piece.type === 'table'
      ? `table ${piece.rows.length}`
      : [
          piece.signs?.outside ?? piece.type,
          piece.runs
            .map(({ text, note }) => text + (note === undefined ? '' : `[${note}]`))
            .join(''),
        ].join(' '),
  );

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const JOINED = '<w:rPr><w:del/></w:rPr>';
const row = (properties: string, ...cells: string[]) =>
  `<w:tr><w:trPr>${properties}</w:trPr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`;
const table = (...rows: string[]) => `<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`;
const box = (text: string) =>
  `<w:r><w:pict><w:txbxContent>${p(text)}</w:txbxContent></w:pict></w:r>`;
const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
/** The second reading, as lines of the same form. */
const plain = (bytes: Uint8Array) =>
  plainDocx(bytes)
    .filter(({ text }) => text !== '')
    .map(({ out, text }) => `${out ?? 'paragraph'} ${text}`);
const TRACKED =
  `<w:p>${run('We keep it for ')}<w:del><w:r><w:delText>two</w:delText></w:r></w:del>` +
  `<w:ins>${run('three')}</w:ins>${run(' years.')}</w:p>`;

describe('a Word document', () => {
  it('finds headings by style, whatever language its id is in, and bullets stored as decimal', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="berschrift2"/></w:style>';
    const level = '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="•"/></w:lvl>';
    const numbering = `<w:abstractNum w:abstractNumId="4">${level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="4"/></w:num>`;
    const body =
      p('Who we are', '<w:pStyle w:val="Mine"/>') +
      p('Names', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
    const { pieces } = read(docxOf(body, { styles, numbering }));
    expect(pieces).toMatchObject([
      { type: 'heading', level: 2, at: 1 },
      { type: 'item', depth: 1, isOrdered: false, at: 2 },
    ]);
  });

  it('counts tracked changes until they are accepted or rejected, and lists what goes', () => {
    const bytes = docxOf(TRACKED);
    expect(read(bytes).tracked).toEqual({ insertions: 1, deletions: 1 });
    expect(lines(read(bytes, { tracked: 'accept' }))).toEqual([
      'paragraph We keep it for three years.',
      'tracked-deletion two',
    ]);
    expect(read(bytes, { tracked: 'reject' }).tracked).toBeUndefined();
    expect(lines(read(bytes, { tracked: 'reject' }))).toEqual([
      'paragraph We keep it for two years.',
      'tracked-insertion three',
    ]);
  });

  it('lists footers and comments, and says a date that only a footer has', () => {
    const footer = p('February 2026');
    const comments = `<w:comment w:id="0">${p('Is this so?')}</w:comment>`;
    const found = read(docxOf(p('We are Larch Ltd.'), { footer, comments }));
    expect(lines(found)).toEqual([
      'paragraph We are Larch Ltd.',
      'comment Is this so?',
      'page-footer February 2026',
    ]);
    expect(found.remarks).toEqual([{ code: 'footer', detail: 'February 2026' }]);
  });

  it('refuses what is damaged, declares entities, or is no Word document', () => {
    const refused = (bytes: Uint8Array) => readDocx({ name: 'notice.docx', bytes });
    const whole = docxOf(p('We are Larch Ltd.'));
    expect(refused(whole.subarray(0, 100))).toHaveProperty('refused');
    expect(refused(zipSync({ 'content.xml': strToU8('<a/>') }))).toMatchObject({
      refused: expect.stringContaining('OpenDocument') as string,
    });
    const bomb = `<!DOCTYPE a [<!ENTITY a "aa">]><a>&a;</a>`;
    expect(refused(zipSync({ 'word/document.xml': strToU8(bomb) }))).toHaveProperty('refused');
    const bytes = zipSync({ a: new Uint8Array(100_000) });
    expect(new Zip(bytes).read('a')).toHaveLength(100_000);
    expect(() => new Zip(bytes, 99_999).read('a')).toThrow('64 MB');
  });

  it('is read a second time with the same words', () => {
    const bytes = docxOf(TRACKED + p('It is ours.'), { footer: p('February 2026') });
    const units = plainDocx(bytes, { tracked: 'reject' });
    expect(units.map(({ at, text, out }) => [at, out ?? '', text])).toEqual([
      [1, '', 'We keep it for two years.'],
      [1, 'tracked-insertion', 'three'],
      [2, '', 'It is ours.'],
      [2, 'page-footer', 'February 2026'],
    ]);
  });

  it('keeps a paragraph whose end is deleted where none follows', () => {
    const body =
      p('Before.', JOINED) +
      table(row('', p('Inside.', JOINED)), row('', p('x'))) +
      p('Last.', JOINED);
    const found = read(docxOf(body));
    expect(lines(found)).toEqual([
      'paragraph Before.',
      'paragraph Inside.',
      'paragraph x',
      'paragraph Last.',
    ]);
  });

  it('leaves out a text box in what is left out', () => {
    const bytes = docxOf(`<w:p>${run('Ours.')}<w:del>${box('Gone.')}</w:del></w:p>`);
    expect(lines(read(bytes))).toEqual(['paragraph Ours.', 'tracked-deletion Gone.']);
  });

  it('lists hidden rows and codes of fields, in both readings', () => {
    const code = `<w:p>${field('begin')}${run('REF x')}${field('separate')}${run('Shown')}${field('end')}</w:p>`;
    const bytes = docxOf(code + table(row('<w:hidden/>', p('Secret.'))));
    expect(lines(read(bytes))).toEqual(
      expect.arrayContaining(['field-code REF x', 'hidden Secret.']),
    );
    expect(plain(bytes)).toEqual(['paragraph Shown', 'field-code REF x', 'hidden Secret.']);
  });

  it.each(['altChunk', 'subDoc'])('says once that a document is embedded by %s', (name) => {
    const found = read(docxOf(p('Ours.') + `<w:${name}/><w:${name}/>`));
    expect(found.remarks).toEqual([{ code: 'embedded' }]);
  });

  it('joins paragraphs and leaves out deleted rows and hidden styles in the second reading', () => {
    const styles =
      '<w:style w:type="character" w:styleId="Outer"><w:rPr><w:vanish/></w:rPr></w:style>' +
      '<w:style w:type="character" w:styleId="Inner"><w:basedOn w:val="Outer"/></w:style>';
    const hidden = '<w:r><w:rPr><w:rStyle w:val="Inner"/></w:rPr><w:t>Hidden.</w:t></w:r>';
    const body =
      p('We are ', JOINED) +
      p('Larch Ltd.') +
      table(row('<w:del/>', p('Gone.'))) +
      `<w:p>${hidden}</w:p>`;
    expect(plain(docxOf(body, { styles }))).toEqual([
      'paragraph We are Larch Ltd.',
      'tracked-deletion Gone.',
      'hidden Hidden.',
    ]);
  });

  it('reads CDATA a second time, and notes nothing refers to as hidden', () => {
    const footnotes = `<w:footnote w:id="7">${p('Lost.')}</w:footnote>`;
    expect(plain(docxOf(p('<![CDATA[Ours.]]>'), { footnotes }))).toEqual([
      'paragraph Ours.',
      'hidden Lost.',
    ]);
  });

  it('reads UTF-16, one of nested alternatives, and equal headers once, a second time', () => {
    const choice = (inner: string, other: string) =>
      `<w:AlternateContent><w:Choice>${inner}</w:Choice><w:Fallback>${other}</w:Fallback></w:AlternateContent>`;
    const body = `<w:p>${choice(choice(run('One.'), run('Two.')), run('Three.'))}</w:p>`;
    const xml = `\uFEFF<w:document xmlns:w="a"><w:body>${body}</w:body></w:document>`;
    const header = strToU8(`<w:hdr xmlns:w="a">${p('Larch')}</w:hdr>`);
    const bytes = zipSync({
      'word/document.xml': new Uint8Array(Buffer.from(xml, 'utf16le')),
      'word/header1.xml': header,
      'word/header2.xml': header,
    });
    expect(plain(bytes)).toEqual(['paragraph One.', 'page-header Larch']);
  });

  it.each([
    ['Privacy and cookies / Confidentialité', true],
    ['staff_notice', true],
    ['privacy_v3.docx', false],
    ['Microsoft Word - privacy', false],
    ['Document1', false],
  ])('takes a title of its properties that is no name of a file: %s', (title, isTaken) => {
    const found = read(
      zipSync({
        'word/document.xml': strToU8(
          `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${p('Ours.')}</w:body></w:document>`,
        ),
        '_rels/.rels': strToU8(
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="core.xml"/></Relationships>',
        ),
        'core.xml': strToU8(
          `<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title></c:coreProperties>`,
        ),
      }),
    );
    expect(found.title?.text).toBe(isTaken ? title : undefined);
  });
});
