import { describe, expect, it } from 'vitest';
import { parseDocument } from './index.ts';
import { inShortOf } from './layers.ts';
import { textIn } from '../compare/leaves.ts';
import { renderSections } from './print.ts';
import { bodyText } from '../notices/text.ts';

const HTML =
  '<h2 id="a">A</h2><div data-in-short><p>Short of <b>A</b>.</p></div><p>All of A.</p>' +
  '<h3 id="b">B</h3><div data-in-short>Short of B.</div><p>All of B.</p><h2 id="c">C</h2><p>All of C.</p>';
const document = parseDocument(HTML);

describe('the first layer of a notice', () => {
  it('is what each of its sections says in short, with the sections within it', () => {
    expect(
      inShortOf(document).map(({ section, blocks }) => [section.anchor, textIn(blocks)]),
    ).toEqual([
      ['a', 'Short of A. Short of B.'],
      ['c', ''],
    ]);
  });

  it('is of the words of the notice, and stands where it was written', () => {
    expect(bodyText(document).split('\n').filter(Boolean)).toEqual([
      '## A {#a}',
      'Short of A.',
      'All of A.',
      '### B {#b}',
      'Short of B.',
      'All of B.',
      '## C {#c}',
      'All of C.',
    ]);
  });

  it('is printed with a name that is not part of the notice, and read again as it was', () => {
    const html = renderSections(document.sections, {
      addressOf: (address) => address,
      labelOf: (field) => (field === 'in-short' ? 'In short' : field),
    });
    expect(html).toContain('<div data-in-short data-label="In short"><p>Short of <b>A</b>.</p>');
    expect(parseDocument(html).sections).toEqual(document.sections);
  });
});
