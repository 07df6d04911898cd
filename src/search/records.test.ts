import { describe, expect, it } from 'vitest';
import { parseDocument } from '../document/index.ts';
import { contentOf, wordsOf } from './content.ts';
import { textLines } from './lines.ts';
import { recordsOf, type SearchRecord } from './records.ts';

const KEY_FACTS = 'Key facts';

const records = (...versions: string[]): SearchRecord[] =>
  recordsOf(
    versions.map((html) => ({
      document: parseDocument(html),
      title: 'Privacy notice',
      facts: ['Controller', 'Example Limited'],
    })),
    { keyFacts: KEY_FACTS },
  );

/** A record on a line: where it stands, its heading, its text. */
const inShort = ({ heading, lines, runs }: SearchRecord): string =>
  `${runs.map(({ from, to, anchor }) => `${anchor} ${from}-${to}`).join(', ')}: ${heading}: ${lines.join(' / ')}`;

const withoutFacts = (all: SearchRecord[]): string[] =>
  all.filter(({ heading }) => heading !== KEY_FACTS).map(inShort);

const KEEP = '<h2 id="keep">How long</h2><p>Six years.</p>';
const SHARE = '<h2 id="share">Who with</h2><p>No one.</p>';

describe('the records of a notice', () => {
  it('hold each text once, with all its versions', () => {
    expect(withoutFacts(records(KEEP, KEEP + SHARE, KEEP))).toEqual([
      'keep 0-2: How long: Six years.',
      'share 1-1: Who with: No one.',
    ]);
  });

  it('hold a changed text as another record', () => {
    expect(withoutFacts(records(KEEP, KEEP.replace('Six', 'Five'), KEEP))).toEqual([
      'keep 0-0, keep 2-2: How long: Six years.',
      'keep 1-1: How long: Five years.',
    ]);
  });

  it('hold a text with the successive anchors it had', () => {
    expect(withoutFacts(records(KEEP, KEEP.replace('"keep"', '"retention"')))).toEqual([
      'keep 0-0, retention 1-1: How long: Six years.',
    ]);
  });

  it('hold a text twice if it occurs twice in a version, each with its anchor', () => {
    const again = KEEP.replace('"keep"', '"keep-too"');
    expect(withoutFacts(records(KEEP + again))).toEqual([
      'keep 0-0: How long: Six years.',
      'keep-too 0-0: How long: Six years.',
    ]);
  });

  it('separate subsections and the introduction', () => {
    expect(
      withoutFacts(records(`<p>Hello.</p>${KEEP}<h3 id="mail">E-mail</h3><p>One year.</p>`)),
    ).toEqual([
      ' 0-0: Privacy notice: Hello.',
      'keep 0-0: How long: Six years.',
      'mail 0-0: E-mail: One year.',
    ]);
  });

  it('ignore differences of white space', () => {
    expect(withoutFacts(records(KEEP, KEEP.replace('Six ', 'Six\n  ')))).toHaveLength(1);
  });

  it('hold the facts as a record', () => {
    expect(records(KEEP, SHARE).map(inShort)).toContain(
      '~facts 0-1: Key facts: Controller / Example Limited',
    );
  });
});

describe('the lines of a text', () => {
  it.each([
    [
      'cells',
      '<table><caption>Why</caption><tr><th>Purpose</th><th>Basis</th></tr><tr><td><p>A</p><p>B</p></td><td>C</td></tr></table>',
      ['Why', 'Purpose', '\tBasis', 'A', '\tB', '\tC'],
    ],
    [
      'terms and descriptions',
      '<dl><dt>Term</dt><dd>Says</dd><dd>More</dd></dl>',
      ['Term', '\tSays', '\tMore'],
    ],
    [
      'items, and lists within them',
      '<ul><li>One<ul><li>Two</li></ul></li><li>Three</li></ul>',
      ['One', 'Two', 'Three'],
    ],
    ['quotes', '<blockquote><p>One</p><p>Two</p></blockquote>', ['One', 'Two']],
    ['code', '<pre><code>one\ntwo</code></pre>', ['one', 'two']],
    ['nothing where there is nothing', '<hr><p></p>', []],
    ['words that a line break parts', '<p>One<br>two</p>', ['One two']],
  ])('never join %s', (_, html, lines) => {
    expect(textLines(parseDocument(html).lead)).toEqual(lines);
  });
});

describe('the content of a record', () => {
  it('can be split into lines after its white space was collapsed', () => {
    const content = contentOf({
      heading: 'How long',
      lines: ['C:\\ is a path', 'two  words', 'x\\'],
    });
    const words = wordsOf(content.replace(/\s+/g, ' '), [3]);
    const lines = Map.groupBy(words, ({ line }) => line);
    expect([...lines.values()].map((of) => of.map(({ text }) => text).join(' '))).toEqual([
      'How long',
      'C: is a path',
      'two words',
      'x',
    ]);
    expect(words.filter(({ isFound }) => isFound).map(({ text }) => text)).toEqual(['is']);
  });

  it('knows which lines are cells of one row', () => {
    const content = contentOf({
      heading: 'Cookies',
      lines: ['Basket', '\tRemembers', '\tA day', 'Login', '\tAn hour', 'No more'],
    });
    expect(wordsOf(content, []).map(({ text, line, row }) => [text, line, row])).toEqual([
      ['Cookies', 0, undefined],
      ['Basket', 1, undefined],
      ['Remembers', 2, 1],
      ['A', 3, 1],
      ['day', 3, 1],
      ['Login', 4, undefined],
      ['An', 5, 4],
      ['hour', 5, 4],
      ['No', 6, undefined],
      ['more', 6, undefined],
    ]);
  });
});
