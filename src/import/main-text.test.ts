import { describe, expect, test } from 'vitest';
import { readHtml } from './html.ts';
import { mainText } from './main-text.ts';
import type { Answers } from './model.ts';
import { textOf } from './piece-text.ts';

/** The verdicts on a page: `keep One`, `drop:menu Home`. */
function verdicts(text: string, answers: Answers = {}): string[] {
  const page = readHtml({ kind: 'html', name: '', bytes: new Uint8Array(), sha256: '', text });
  const found = 'refused' in page ? page : mainText(page, answers);
  if ('refused' in found) return [found.refused];
  return found.map(
    ({ piece, is, code }) => `${is}${code ? `:${code}` : ''} ${textOf(piece).slice(0, 30)}`,
  );
}

const PROSE =
  'We collect your name and your address so that we can deliver what you order, and we keep both for six years. ';
const TEXT = `<h2>Who</h2><p>${PROSE.repeat(3)}</p><h2>What</h2><p>${PROSE.repeat(3)}</p>`;
const KEPT = [
  'keep Who',
  'keep We collect your name and your ',
  'keep What',
  'keep We collect your name and your ',
];
const BANNER =
  'We use cookies to improve your experience, and you can withdraw your consent whenever you like to.';

describe('what surrounds the text', () => {
  test.each([
    [
      'menus, headers and footers',
      `<header><a href=/>Acme</a></header><nav><a href=/a>Shop</a></nav><div>${TEXT}</div><footer>© Acme</footer>`,
      ['drop:header Acme', 'drop:menu Shop', ...KEPT, 'drop:footer © Acme'],
    ],
    [
      'a banner with buttons',
      `<div>${TEXT}</div><div class="cookie-bar"><p>${BANNER}</p><button>Accept</button></div>`,
      [...KEPT, 'drop:banner We use cookies to improve your', 'drop:form Accept'],
    ],
    [
      'a footer within what is named alike',
      `<div>${TEXT}</div><div class="group-footer"><footer><h2>Subscribe</h2><p>${BANNER}</p></footer></div>`,
      [...KEPT, 'drop:footer Subscribe', 'drop:footer We use cookies to improve your'],
    ],
    [
      'links alone at the end',
      `<div>${TEXT}<h3>Related pages</h3><ul><li><a href=/b>Terms</a></li></ul><p><a href="#top">Back to top</a></p></div>`,
      [...KEPT, 'drop:menu Related pages', 'drop:menu Terms', 'drop:menu Back to top'],
    ],
  ])('%s', (_, html, expected) => expect(verdicts(html)).toEqual(expected));
});

describe('what belongs to the text', () => {
  test.each([
    [
      'the title above it, and what says something below the title',
      `<section><h1>Privacy notice</h1><p>Version 2 of June 2026</p><a href=/buy>Buy</a></section><div>${TEXT}</div>`,
      ['keep Privacy notice', 'keep Version 2 of June 2026', 'drop:header Buy', ...KEPT],
    ],
    [
      'a date beside it',
      `<div><div>${TEXT}</div><p>Last updated: 1 May 2026</p><a href=/>Home</a></div>`,
      [...KEPT, 'keep Last updated: 1 May 2026', 'drop:footer Home'],
    ],
    [
      'a section with the name of a banner',
      `<main>${TEXT}<section id=cookies><h2>Cookies</h2><p>${BANNER}</p></section></main>`,
      [...KEPT, 'keep Cookies', 'keep We use cookies to improve your'],
    ],
    [
      'a line with the name of a banner that the contents lead to',
      `<main><p><a href="#cookies">Cookies?</a></p>${TEXT}<div id=cookies><b>Cookies?</b></div><p>${BANNER}</p></main>`,
      ['keep Cookies?', ...KEPT, 'keep Cookies?', 'keep We use cookies to improve your'],
    ],
    ['all of a page that is one form', `<form>${TEXT}</form>`, KEPT],
    [
      'a table beside nearly all text',
      `<div><font>${TEXT}</font><table><tr><td>A<td>B<tr><td>C<td>D</table></div>`,
      [...KEPT, 'keep A\nB\nC\nD'],
    ],
    [
      'a page that scripts would show',
      `<style>.page{display:none}</style><p>${BANNER}</p><div class=page>${TEXT}</div>`,
      ['keep We use cookies to improve your', ...KEPT],
    ],
    [
      'parts of an accordion, but nothing else that is hidden',
      `<div><button aria-expanded=false aria-controls=a>Who</button><div id=a hidden><p>${PROSE}</p></div><button aria-expanded=false aria-controls=b>What</button><div id=b hidden><p>${PROSE}</p></div><p style="display:none">Secret</p></div>`,
      [...KEPT, 'drop:hidden Secret'],
    ],
  ])('%s', (_, html, expected) => expect(verdicts(html)).toEqual(expected));
});

test('what a service says of itself under a notice is neither kept nor asked', () => {
  const html = `<div>${TEXT}</div><div class=x-footer><p>iubenda hosts this content and only collects the Personal Data strictly necessary for it.</p></div>`;
  expect(verdicts(html).at(-1)).toBe('drop:footer iubenda hosts this content and');
});

test('a sentence about data outside the text is asked', () => {
  const html = `<div>${TEXT}</div><div><p>Questions about your data? Write to privacy@acme.example.</p><p>Free delivery on all orders of fifty pounds and more.</p><a href=/>Shop</a></div>`;
  expect(verdicts(html)).toEqual([
    ...KEPT,
    'ask:footer Questions about your data? Wri',
    'drop:footer Free delivery on all orders of',
    'drop:footer Shop',
  ]);
});

describe('answers', () => {
  const html = `<main id=page><p>${PROSE}</p><div class="x text" data-part="a b"><p>Chosen</p><p hidden>Unseen</p></div></main>`;
  test.each(['.text', 'div.x.text', 'main#page .text', '[data-part="a b"]', 'body [data-part]'])(
    '--main %s',
    (main) =>
      expect(verdicts(html, { main })).toEqual([
        'drop:answered We collect your name and your ',
        'keep Chosen',
        'drop:hidden Unseen',
      ]),
  );
  test.each([
    ['main > .text', 'not supported'],
    ['p:first-child', 'not supported'],
    ['', 'cannot be read'],
    ['.none', 'matches no text'],
  ])('--main %s is refused', (main, says) => expect(verdicts(html, { main })[0]).toContain(says));
  test('are found by the words in one line, as they were asked', () => {
    const page = '<p>Write to us<br>at the  office</p><table><tr><th>A<th>B<tr><td>1<td>2</table>';
    const dropped = { 'Write to us at the office': 'drop', 'A B 1 2': 'drop' } as const;
    expect(verdicts(page, { pieces: dropped }).map((each) => each.split(' ')[0])).toEqual([
      'drop:answered',
      'drop:answered',
    ]);
  });

  test('of pieces', () => {
    expect(verdicts('<p>A</p><p>B</p>', { pieces: { A: 'drop', B: 'keep' } })).toEqual([
      'drop:answered A',
      'keep B',
    ]);
  });
});
