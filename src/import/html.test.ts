import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseHtml, treeOf } from './html-tree.ts';
import { readHtml } from './html.ts';
import type { Cell, Page, Piece, Run } from './model.ts';
import { textOf } from './piece-text.ts';

const pageOf = (text: string): Page => {
  const page = readHtml({
    kind: 'html',
    name: 'a.html',
    bytes: new Uint8Array(),
    sha256: '',
    text,
  });
  if ('refused' in page) throw new Error(page.refused);
  return page;
};

const words = (runs: readonly Run[]): string =>
  runs
    .map(({ text, bold, href, note, shift }) => {
      const says = shift ? `${shift}:${text}` : text.replace('\n', '⏎');
      const shown = note === undefined ? says : `[^${note}]`;
      return (bold ? `*${shown}*` : shown) + (href === undefined ? '' : `(${href})`);
    })
    .join('');

const cell = ({ pieces, isHead, columns, rows }: Cell): string =>
  [isHead && '#', columns, rows && `/${rows}`, pieces.map(line).join(' ¶ ')]
    .filter(Boolean)
    .join('');

function line(piece: Piece): string {
  const { part, isHidden, number, bullet } = piece.signs ?? {};
  const marks = [part, isHidden && 'hidden', number ?? bullet].filter(Boolean).join(' ');
  const lead = marks && `(${marks}) `;
  if (piece.type === 'table')
    return lead + piece.rows.map((row) => row.map(cell).join(' | ')).join(' || ');
  const says = words(piece.runs);
  switch (piece.type) {
    case 'heading':
      return `${lead}${'#'.repeat(piece.level)} ${says}`;
    case 'item':
      return `${'>'.repeat(piece.depth)}${piece.isOrdered ? '1' : '-'}${piece.isMore ? '+' : ''} ${lead}${says}`;
    case 'paragraph':
      return lead + says;
    default:
      return `${lead}${piece.type}: ${says}`;
  }
}

const outline = (html: string): string[] => pageOf(html).pieces.map(line);

describe('paragraphs', () => {
  test.each([
    [
      'what is above or below the line stays there',
      '<p>20 m<sup>2</sup> of CO<sub>2</sub>, 1<sup>st</sup> May</p>',
      ['20 msup:2 of COsub:2, 1sup:st May'],
    ],
    [
      'words that are struck through are no text',
      '<p>We keep it for <del>six</del> <ins>seven</ins> years.<p><s>We sell it.</s>',
      ['We keep it for seven years.', '(deleted) six', '(deleted) We sell it.'],
    ],
    [
      'boxes are paragraphs',
      '<div>One<div>Two <b>bold </b>end</div>Three</div>',
      ['One', 'Two *bold* end', 'Three'],
    ],
    [
      'one end of a line stays, two begin a paragraph',
      'One<br>two<br><br>Three',
      ['One⏎two', 'Three'],
    ],
    ['white space is shown as browsers do', '<p> One\n\t two&nbsp; three </p>', ['One two three']],
    ['lines of <pre> stay', '<pre>One\n  two</pre>', ['One⏎ two']],
    ['boxes in a link', '<a href="/x"><h2>One</h2><p>Two</p></a>', ['## One(/x)', 'Two(/x)']],
    [
      'bold by style, and not by style',
      '<p><span style="font-weight:700">A</span><b style="font-weight:normal">B</b></p>',
      ['*A*B'],
    ],
    [
      'bold by a class of the page',
      '<style>/* x{ */.c1{font-weight:700}@media print{.c2{font-weight:700}}</style><p><span class=c1>A</span> <span class=c2>B</span></p>',
      ['*A* B'],
    ],
    ['links side by side have a gap', '<a href=/a>One</a><a href=/b>Two</a>', ['One(/a) Two(/b)']],
    [
      'what is in <template> is hidden, but not in a shadow root',
      '<template><p>A</p></template><x-y><template shadowrootmode=open><p>B</p></template></x-y>',
      ['(hidden) A', 'B'],
    ],
  ])('%s', (_, html, expected) => expect(outline(html)).toEqual(expected));
});

describe('headings', () => {
  test.each([
    [
      'by role, and with boxes in them',
      '<div role=heading aria-level=3><span>Who</span> <div>we are</div></div>',
      ['### Who we are'],
    ],
    ['bold says nothing there', '<h2><strong>Who</strong></h2>', ['## Who']],
    [
      'an endless one is a paragraph',
      `<h2>${'word '.repeat(80)}</h2>`,
      ['word '.repeat(80).trim()],
    ],
    [
      'items with headings are sections, with the number that is shown',
      '<ol><li><h2>Who</h2><p>Us.</p><ul><li>A</li></ul></li><li><h2>What</h2></li></ol>',
      ['(1.) ## Who', 'Us.', '>- A', '(2.) ## What'],
    ],
  ])('%s', (_, html, expected) => expect(outline(html)).toEqual(expected));

  test('have the id that a link leads to', () => {
    const page = pageOf(
      '<a href="#who"></a><section id=who><a name=x7></a><h2 id=h1>Who</h2></section><h2 id=own>Own</h2>',
    );
    expect(page.pieces.map(({ signs }) => signs?.id)).toEqual(['who', 'own']);
  });
});

describe('lists', () => {
  test.each([
    [
      'in one another',
      '<ul><li>A<ol><li>B<p>more</p></li></ol>end</li></ul>',
      ['>- A', '>>1 B', '>>1+ more', '>-+ end'],
    ],
    ['nested without an item', '<ul><li>A</li><ul><li>B</li></ul></ul>', ['>- A', '>>- B']],
    [
      'Google Docs says the depth in a class',
      '<ul class="c1 lst-kix_a1-0"><li>A</li></ul><ul class="lst-kix_a1-1"><li>B</li></ul>',
      ['>- A', '>>- B'],
    ],
    [
      'Word types its bullets',
      '<p class=MsoListParagraph style="margin-left:1.0in"><span style="font-family:Symbol">·<span style=\'font:7.0pt "Times New Roman"\'>&nbsp;&nbsp; </span></span>A</p>',
      ['>>- (·) A'],
    ],
    [
      'Word counts its headings',
      '<h1><![if !supportLists]><span style="mso-list:Ignore">1.<span style=\'font:7.0pt "Times New Roman"\'>&nbsp; </span></span><![endif]>Who</h1>',
      ['(1.) # Who'],
    ],
    [
      'definitions',
      '<dl><dt>Controller</dt><dd>Who decides</dd></dl>',
      ['term: Controller', 'description: Who decides'],
    ],
  ])('%s', (_, html, expected) => expect(outline(html)).toEqual(expected));
});

describe('tables', () => {
  test.each([
    [
      'spans, heads, lists and a caption',
      '<table><caption>Why</caption><tr><th colspan=2>Data</th></tr><tr><td rowspan=2>Name</td><td><p>To</p><ul><li>pay</li></ul></td></tr><tr><td>Ask</td></tr></table>',
      ['Why', '#2Data || /2Name | To ¶ >- pay || Ask'],
    ],
    [
      'one that lays out the page',
      '<table><tr><td>Menu</td><td><table><tr><td>A</td><td>B</td></tr><tr><td>C</td><td>D</td></tr></table></td></tr></table>',
      ['Menu', 'A | B || C | D'],
    ],
    ['one column', '<table><tr><td>A</td></tr><tr><td>B</td></tr></table>', ['A', 'B']],
    [
      'of roles',
      '<div role=table><div role=row><span role=columnheader>A</span><span role=columnheader>B</span></div></div>',
      ['#A | #B'],
    ],
    [
      'what is hidden in it stands after it',
      '<table><tr><th>A<span hidden>x</span></th><th>B</th></tr></table>',
      ['#A | #B', '(hidden) x'],
    ],
  ])('%s', (_, html, expected) => expect(outline(html)).toEqual(expected));
});

describe('all text is in some piece', () => {
  test.each([
    [
      'the title, and words in the middle of a line',
      '<title>T</title><p>Seen <span hidden>unseen</span>again <img alt="logo"> end</p>',
      ['(title) T', 'Seen again end', '(hidden) unseen', '(picture) logo'],
    ],
    [
      'fields and buttons',
      '<form><label>Name <input placeholder="Jo"></label><select><option>A<option>B</select><input type=submit value=Send></form>',
      ['(control) Name', '(control) Jo', '(control) A', '(control) B', '(control) Send'],
    ],
    [
      'what needs no scripts',
      '<body><noscript><p>Turn on scripts</p></noscript>',
      ['(fallback) Turn on scripts'],
    ],
  ])('%s', (_, html, expected) => expect(outline(html)).toEqual(expected));
});

test('no word is lost or read twice, however elements are in one another', () => {
  const names = [
    ...[
      'div',
      'p',
      'span',
      'b',
      'a href=/x',
      'h2',
      'ul',
      'ol',
      'li',
      'dl',
      'dt',
      'dd',
      'table',
      'tr',
    ],
    ...['td', 'th', 'caption', 'details', 'summary', 'button aria-expanded=false', 'label', 'form'],
    ...[
      'noscript',
      'template',
      'p hidden',
      'pre',
      'option',
      'svg',
      'nav',
      'x-y',
      'div role=heading',
    ],
  ];
  const token = fc.oneof(
    fc.constantFrom(...names).map((name) => `<${name}>`),
    fc.constantFrom(...names).map((name) => `</${name.split(' ')[0]}>`),
    fc.constantFrom('<br>', ' word ', 'word', '&nbsp;', '<img alt=word>'),
  );
  fc.assert(
    fc.property(fc.array(token, { maxLength: 60 }), (tokens) => {
      let count = 0;
      const html = tokens.map((each) => each.replace('word', () => `w${(count += 1)}x`)).join('');
      const text = pageOf(`<body>${html}`).pieces.map(textOf).join('\n');
      const found = (text.match(/w\d+x/g) ?? []).map((word) => Number(word.slice(1, -1)));
      const expected = Array.from({ length: count }, (_, index) => index + 1);
      expect(found.toSorted((one, other) => one - other)).toEqual(expected);
    }),
    { numRuns: 200 },
  );
});

test('hidden email addresses are read', () => {
  const hidden =
    '<a href="/cdn-cgi/l/email-protection#2a"><span data-cfemail="2a4e5a456a4f524b475a464f044f524b475a464f">[email&#160;protected]</span></a>';
  const page = pageOf(`<p>Write to ${hidden}.</p>`);
  expect(page.pieces.map(line)).toEqual([
    'Write to dpo@example.example(mailto:dpo@example.example).',
  ]);
  expect(page.changes).toEqual([
    { code: 'email-shown', at: 1, from: '[email protected]', to: 'dpo@example.example' },
  ]);
});

test('a hundred thousand elements in one another', () => {
  const html = '<div>'.repeat(100_000) + 'A' + '<ul><li>'.repeat(1000) + 'B';
  expect(outline(html)).toEqual(['A', `${'>'.repeat(9)}- B`]);
}, 20_000);

test('a page of too many elements is not read', () => {
  // Each paragraph opens all unclosed elements again: a few bytes, a hundred million elements.
  const tags = Array.from({ length: 500 }, (_, index) => `<b id=a${index}>`).join('');
  expect(parseHtml(`<p>${tags}${'<p>x'.repeat(500)}`, 50_000)).toBeUndefined();
});

test('a page is parsed once for those who read it one after the other', () => {
  const tree = treeOf('<p>One');
  expect(treeOf('<p>One')).toBe(tree);
  expect(treeOf('<p>Two')).not.toBe(tree);
});

test('words that are struck through, or marked as new, are told', () => {
  expect(pageOf('<p>For <del>six</del> <ins>seven</ins> years.').remarks).toEqual([
    { code: 'deleted', detail: '“six”' },
    { code: 'inserted', detail: '“seven”' },
  ]);
});

test('a table beside a menu is a column of the page', () => {
  const text = 'We keep what you order. '.repeat(20);
  const page = `<table><tr><td><a href=/>Home</a><br><a href=/b>Shop</a><td><b>What</b><br><br>${text}<tr><td colspan=2>Bye</table>`;
  expect(pageOf(page).pieces.map(({ type }) => type)).not.toContain('table');
});
