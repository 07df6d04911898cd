/** Whatever two documents say, their redline says both, and nothing else. */
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../document/index.ts';
import { testAnyTwoDocuments } from './exactness.cases.ts';
import { newText, oldText, redline, textOfDocument, withoutSpace } from './testing.ts';

testAnyTwoDocuments(20);

const [lamps, collect, ask] = [
  '<p>We are Harbourlight, a small company in Reigate that mends and sells lamps.</p>',
  '<p>We collect your name, your address and a note of what you bought from us.</p>',
  '<p>You may ask us for a copy of what we hold, and to have it corrected or erased.</p>',
];

/** Found by random histories: each was printed with a text or a heading twice. */
describe('the redline of sections that moved past each other', () => {
  it.each([
    [
      'two texts leave a moved section, with a heading between them',
      `<h2 id="a">Who we are</h2>${lamps}${ask}` +
        `<h2 id="d">Cookies</h2>${collect}<h3 id="f">What we collect</h3>${ask}`,
      `<h2 id="c">Who we are</h2>${collect}${ask}` +
        '<h2 id="b">Cookies</h2><h3 id="a">What we collect</h3>' +
        `<h2 id="d">Who we are</h2>${lamps}${ask}`,
    ],
    [
      'a section leaves another that moved too',
      `<h3 id="a">Cookies</h3>${ask}<h2 id="b">What we collect</h2>` +
        `<h2 id="c">Who we are</h2>${lamps}`,
      `<h4 id="c">Who we are</h4>${lamps}<h2 id="a">Cookies</h2>` +
        `<h4 id="b">What we collect</h4>${ask}<h3 id="d">Your rights</h3>`,
    ],
  ])('has each text once where %s', (_, before, after) => {
    for (const [old, now] of [
      [before, after],
      [after, before],
    ] as const) {
      const html = redline(old, now);
      expect(withoutSpace(oldText(html))).toBe(withoutSpace(textOfDocument(parseDocument(old))));
      expect(withoutSpace(newText(html))).toBe(withoutSpace(textOfDocument(parseDocument(now))));
    }
  });
});

it('says before the first heading what moved away from there', () => {
  const table = (...rows: string[]): string =>
    `<table><tbody>${rows.map((row) => `<tr><td>${row}</td></tr>`).join('')}</tbody></table>`;
  const orders = table('We keep orders for six years after the end', 'of the year they are from');
  const copies = table('You may ask for a copy of all of it', 'at any time, free of charge');
  const html = redline(
    `${orders}${copies}<h2 id="who">Who we are</h2><h2 id="what">What we keep</h2>`,
    `<h2 id="who">Who we are</h2>${copies}<h2 id="what">What we keep</h2>${orders}`,
  );
  expect(html).toMatch(
    /^<section data-diff="del"><p class="gone"[^\n]*\n<\/section>\n<section><h2/,
  );
});
