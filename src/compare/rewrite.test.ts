/** Which lines are read whole, and how they are shown. */
import { describe, expect, it } from 'vitest';
import { renderRedline, renderSideBySide } from './index.ts';
import { GLANCE, isReadWhole, LITTLE_KEPT, MUCH_KEPT, SCRAP } from './rewrite.ts';
import { compareHtml, newText, oldText, plain, redline } from './testing.ts';

const p = (...texts: string[]): string => texts.map((text) => `<p>${text}</p>`).join('');
const ul = (...items: string[]): string =>
  `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

/** One paragraph written anew: a few words here and there are in both. */
const WAS =
  'We store your questions at our help desk for a year, so that our people can be trained and give better answers to all who write to us.';
const IS =
  'We may keep your questions at our help desk, and use them for whatever helps our people to give better answers, or so that nobody asks again.';
const SHOPS = 'Our shops in Newry and Bangor are open from nine until five, every day but Sunday.';
/** Text that stayed, and more of it than of the paragraph. */
const REST = p(
  'We are Harbourlight, a small company in Reigate that mends lamps and sells them by post.',
  'We collect your name, your address and a note of what you bought from us and when you did.',
  'You may ask us for a copy of what we hold about you, and to have it corrected or erased.',
  'Parcels are carried by firms that see your name and your address and nothing else at all.',
);
const whole = (was: string, is: string): string =>
  `<p data-diff="del"><del>${was}</del></p><p data-diff="ins"><ins>${is}</ins></p>`;

describe('the rule for reading a line whole', () => {
  const scattered = { places: 3, kept: 3 * SCRAP - 1, share: MUCH_KEPT - 0.01, length: 400 };

  it.each([
    ['what is kept is in scraps shorter than a line of the page', true, {}],
    ['what is kept is longer', false, { kept: 3 * SCRAP }],
    ['what is kept is longer and yet little', true, { kept: 999, share: LITTLE_KEPT - 0.01 }],
    [
      'nearly all is kept, as where one word became another throughout',
      false,
      { share: MUCH_KEPT },
    ],
    ['there is one place to look at', false, { places: 1, share: 0.1 }],
    ['the line is taken in at one glance', false, { length: GLANCE - 1, share: 0.1 }],
  ])('where %s: %s', (_, isWhole, scatter) => {
    expect(isReadWhole({ ...scattered, ...scatter })).toBe(isWhole);
  });
});

describe('a paragraph that was written anew', () => {
  it('is shown as it was, and then as it is', () => {
    const html = redline(p(WAS), p(IS));
    expect(plain(html)).toBe(whole(WAS, IS));
    expect(oldText(html)).toBe(WAS);
    expect(newText(html)).toBe(IS);
  });

  it('is one change', () => {
    const { changes, statistics } = compareHtml(p(WAS), p(IS));
    expect(changes.map(({ removed, added }) => [removed, added])).toEqual([[WAS, IS]]);
    expect(statistics.words.kept).toBe(0);
  });

  it('has its words marked one by one in a text that mostly stayed', () => {
    const html = redline(p(WAS) + REST, p(IS) + REST);
    expect(html).not.toContain('data-diff="del"');
    expect(html.match(/<del/g)?.length).toBeGreaterThan(1);
  });

  it('stays one item of a list', () => {
    expect(plain(redline(ul(WAS), ul(IS)))).toBe(
      `<ul><li><div data-diff="del"><del>${WAS}</del></div><span data-diff="ins"><ins>${IS}</ins></span></li></ul>`,
    );
  });

  it('stands beside itself in two columns, each whole', () => {
    expect(plain(renderSideBySide(compareHtml(p(WAS), p(IS))))).toContain(
      `<div><p data-diff="del"><del>${WAS}</del></p></div><div><p data-diff="ins"><ins>${IS}</ins></p></div>`,
    );
  });
});

describe('in a text that was written anew, as in any other', () => {
  /** Nothing but paragraphs written anew beside it. */
  const among = (was: string, is: string): string =>
    plain(redline(p(was, WAS), p(is, IS))).split(whole(WAS, IS))[0] ?? '';

  it.each([
    [
      'a number that became another one is marked',
      'We keep what you write to us for 36 months after the year in which you wrote it to us.',
      'We keep what you write to us for 12 months after the year in which you wrote it to us.',
      '<p>We keep what you write to us for <del>36 months</del><ins>12 months</ins> after the year in which you wrote it to us.</p>',
    ],
    [
      'a word of a short line is marked',
      'What we keep for you',
      'What we hold for you',
      '<p>What we <del>keep</del><ins>hold</ins> for you</p>',
    ],
  ])('%s', (_, was, is, shown) => {
    expect(among(was, is)).toBe(shown);
  });
});

describe('the word above a block that came or went as a whole', () => {
  const labels = (before: string, after: string, print = renderRedline): string[] =>
    [...print(compareHtml(before, after), { lean: true }).matchAll(/<b data-diff-ui>(\w+) /g)].map(
      ([, label = '']) => label,
    );

  it('is there once for blocks that follow each other', () => {
    expect(labels(REST, p(WAS, IS) + REST)).toEqual(['Added']);
    expect(labels(p(WAS, IS) + REST, REST)).toEqual(['Removed']);
    expect(labels(REST + ul(WAS, IS), REST)).toEqual(['Removed']);
    expect(labels(p(WAS) + REST, REST + p(SHOPS))).toEqual(['Removed', 'Added']);
  });

  it('is there for each version of a paragraph that was written anew', () => {
    expect(labels(p(WAS), p(IS))).toEqual(['Removed', 'Added']);
    expect(labels(p(WAS), p(IS), renderSideBySide)).toEqual(['Removed', 'Added']);
  });

  it('is spoken, and not seen, above words within a line', () => {
    const [before, after] = [p('We keep orders for tax.'), p('We keep letters for tax.')];
    expect(labels(before, after)).toEqual([]);
    expect(redline(before, after)).toContain('<span class="spoken" data-diff-ui>added: </span>');
  });

  it('is not there in each cell of a column that came', () => {
    const table = (...rows: string[]): string =>
      `<table><tbody>${rows.map((row) => `<tr><td>${row}</td></tr>`).join('')}</tbody></table>`;
    const before = table('Orders</td><td>Seven years', 'Letters</td><td>Two years');
    const after = table(
      'Orders</td><td>For tax</td><td>Seven years',
      'Letters</td><td>For service</td><td>Two years',
    );
    expect(labels(before, after)).toEqual([]);
  });
});
