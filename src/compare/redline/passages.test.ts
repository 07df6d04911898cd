import { describe, expect, it } from 'vitest';
import { compareHtml } from '../testing.ts';
import { renderPassages, type Passages } from './passages.ts';

const KEEPING = 'We keep your details for six years after your contract with us has ended.';
const COPIES = 'You may ask us for a copy of everything that we hold about you.';
const PARCELS = 'Parcels are carried by firms that see your name and your address alone.';
const LETTERS = 'Letters are read by one person, who answers them by hand within a week.';

const CHANGED = KEEPING.replace('six years', '<del>six years</del><ins>two years</ins>');

const p = (...texts: string[]): string => texts.map((text) => `<p>${text}</p>`).join('');
const section = (heading: string, ...texts: string[]): string =>
  `<h2 id="${heading.toLowerCase()}">${heading}</h2>${p(...texts)}`;

/** The passages without labels and ids. */
function passagesOf(before: string, after: string, room = 10_000): Passages {
  const fits = (html: string): boolean => html.length <= room;
  const { html, left } = renderPassages(compareHtml(before, after), {}, fits);
  const bare = html
    .replaceAll(/<span class="spoken"[^>]*>[^<]*<\/span>/g, '')
    .replaceAll(/ (?:id|data-kind)="[^"]*"|\n/g, '');
  return { html: bare, left };
}

const six = (years: string): string => KEEPING.replace('six', years);

describe('the passages that changed', () => {
  it('stand under their headings, without what is as it was', () => {
    const before = p(PARCELS) + section('Keeping', KEEPING, COPIES) + section('Letters', LETTERS);
    const after = p(PARCELS) + section('Keeping', six('two'), COPIES) + section('Letters', LETTERS);
    expect(passagesOf(before, after)).toEqual({
      html: `<h2>Keeping</h2><p>${CHANGED}</p>`,
      left: 0,
    });
  });

  it('have each heading once, and one that changed by itself', () => {
    const before = section('Keeping', KEEPING, COPIES) + section('Post', LETTERS);
    const after =
      section('Keeping', six('two'), `${COPIES} It is free.`) + section('Mail', LETTERS);
    const { html, left } = passagesOf(before, after);
    expect(html.match(/<h2>/g)).toHaveLength(2);
    expect(html).toMatch(/<h2><del>Post<\/del><ins>Mail<\/ins><\/h2>$/);
    expect(left).toBe(0);
  });

  it('have only those items of a list that changed, and all of them where they are numbered', () => {
    const list = (tag: string, years: string): string =>
      `<${tag}><li>${COPIES}</li><li>${six(years)}</li><li>${LETTERS}</li></${tag}>`;
    const changed = `<li>${CHANGED}</li>`;
    expect(passagesOf(list('ul', 'six'), list('ul', 'two')).html).toBe(`<ul>${changed}</ul>`);
    expect(passagesOf(list('ol', 'six'), list('ol', 'two')).html).toBe(
      `<ol><li>${COPIES}</li>${changed}<li>${LETTERS}</li></ol>`,
    );
  });

  it('end where there is no room, and the changes after that are counted', () => {
    const texts = (years: string): string[] => [
      `${COPIES} Ask within ${years} days.`,
      `${LETTERS} Write within ${years} weeks.`,
      `${PARCELS} Send within ${years} months.`,
    ];
    const [before, after] = [section('All', ...texts('six')), section('All', ...texts('two'))];
    const all = passagesOf(before, after);
    expect(all.left).toBe(0);
    const one = passagesOf(before, after, 400);
    expect(one.left).toBe(2);
    expect(all.html.startsWith(one.html)).toBe(true);
    expect(passagesOf(before, after, 100)).toEqual({ html: '', left: 3 });
  });

  it('are nothing where nothing changed', () => {
    expect(passagesOf(section('All', COPIES), section('All', COPIES))).toEqual({
      html: '',
      left: 0,
    });
  });

  it('say of a section that moved where it came from', () => {
    const [one, two, three] = [
      section('Keeping', KEEPING, PARCELS),
      section('Copies', COPIES),
      section('Letters', LETTERS),
    ];
    const { html, left } = passagesOf(one + two + three, two + three + one);
    expect(html).toContain('Moved here from');
    expect(left).toBe(0);
  });
});
