import { describe, expect, it } from 'vitest';
import { renderSideBySide } from '../index.ts';
import { parseDocument } from '../../document/index.ts';
import {
  columnText,
  compareHtml,
  plain,
  problemsOf,
  textOfDocument,
  withoutSpace,
} from '../testing.ts';

const KEPT = 'We keep your details for thirty-six months after your last order.';
const COPY = 'You may ask us for a copy of all of it at any time, free of charge.';
const MIDDLE =
  '<p>We give your address to the firm that brings you letters and parcels.</p><p>Nobody else is given any of the details that you leave with us.</p><p>Our shop is open from Monday to Saturday, and its owner answers all that you ask.</p>';
const terms = `<dl><dt>Keeping</dt><dd>${KEPT}</dd><dt>Copies</dt><dd>${COPY}</dd></dl>`;
const list = `<ul><li>${KEPT}</li><li>${COPY}</li></ul>`;
const paragraphs = `<p>${KEPT}</p><p>${COPY}</p>`;
const quote = `<blockquote>${paragraphs}</blockquote>`;
const others = '<dl><dt>Post</dt><dd>Every day</dd></dl>';
const longer = `${terms.replace('</dl>', '')}<dt>Post</dt><dd>Every day</dd></dl>`;
const shapes = { terms, list, paragraphs, quote, longer, nested: `<ul><li>Post${terms}</li></ul>` };

const sidesOf = (before: string, after: string): string =>
  renderSideBySide(compareHtml(before, after));

/** Valid but for what moved, which either column says at its own end. */
const problems = (html: string): string[] =>
  problemsOf(html).filter((problem) => !problem.startsWith('one end alone'));

describe('what moved, in the column before', () => {
  it.each(Object.entries(shapes))('is valid where it was %s, whatever it is now', (_, was) => {
    for (const now of Object.values(shapes)) {
      for (const rest of ['', others]) {
        const [before, after] = [`${was}${MIDDLE}${rest}`, `${rest}${MIDDLE}${now}`];
        const sides = sidesOf(before, after);
        expect(problems(sides)).toEqual([]);
        const said = withoutSpace(textOfDocument(parseDocument(before)));
        expect(withoutSpace(columnText(sides, 'before'))).toBe(said);
      }
    }
  });

  it('has numbers in a list that is ordered alone', () => {
    const ordered = (html: string): string => html.replaceAll('ul>', 'ol>');
    expect(sidesOf(list, `${list}${MIDDLE}`)).not.toContain('start');
    expect(sidesOf(ordered(list), ordered(list) + MIDDLE)).toContain('<ol start="2">');
  });

  it.each([list, terms])('is one list, not a list within another', (moved) => {
    const sides = sidesOf(moved + MIDDLE, MIDDLE + moved);
    expect(sides.match(/<(?:ul|dl)\b/g)).toHaveLength(2);
    expect(plain(sides)).toContain(`<div>${moved.replace('>', ' data-moved-from="m1">')}</div>`);
  });
});
