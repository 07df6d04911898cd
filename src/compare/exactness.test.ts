/** Whatever two documents say, their redline says both, and nothing else. */
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../document/index.ts';
import { testAnyTwoDocuments } from './exactness.cases.ts';
import { newText, oldText, redline, textOfDocument } from './testing.ts';

testAnyTwoDocuments(60);

describe('the redline of a section whose texts moved away from it', () => {
  it('has a heading between those texts once', () => {
    const [lamps, collect, ask] = [
      '<p>We are Harbourlight, a small company in Reigate that mends and sells lamps.</p>',
      '<p>We collect your name, your address and a note of what you bought from us.</p>',
      '<p>You may ask us for a copy of what we hold, and to have it corrected or erased.</p>',
    ];
    const before =
      `<h2 id="a">Who we are</h2>${lamps}${ask}` +
      `<h2 id="d">Cookies</h2>${collect}<h3 id="f">What we collect</h3>${ask}`;
    const after =
      `<h2 id="c">Who we are</h2>${collect}${ask}` +
      '<h2 id="b">Cookies</h2><h3 id="a">What we collect</h3>' +
      `<h2 id="d">Who we are</h2>${lamps}${ask}`;
    for (const [old, now] of [
      [before, after],
      [after, before],
    ] as const) {
      const html = redline(old, now);
      expect(oldText(html)).toBe(textOfDocument(parseDocument(old)));
      expect(newText(html)).toBe(textOfDocument(parseDocument(now)));
    }
  });
});
