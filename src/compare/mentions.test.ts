import { describe, expect, it } from 'vitest';
import { compareDocuments } from './index.ts';
import { parseDocument, type Document } from '../document/index.ts';
import type { Facts } from '../notices/schema.ts';
import { mentionsOf } from './mentions.ts';

const BEFORE = `
<h2 id="who">Who we are</h2><p>We are Example Limited of Reigate, a company.</p>
<h2 id="keep">How long we keep it</h2><p>We keep orders for seven years after the last of them.</p>
<h3 id="keep-mail">E-mail</h3><p>Every message is kept for one year and then it is deleted.</p>
<h2 id="share">Who we share it with</h2>
<p>Our <a href="https://a.example/">couriers</a> see your address <span id="couriers"></span>and no one else does.</p>
`;

const parse = (html: string): Document<Facts> => parseDocument<Facts>(html);

/** What is amiss in notes that name these anchors, after the text is changed by the edits. */
function mentions(notes: (string | undefined)[], ...edits: [string, string][]) {
  const changed = edits.reduce((html, [from, to]) => html.replace(from, to), BEFORE);
  const [before, after] = [parse(BEFORE), parse(changed)];
  const comparison = compareDocuments(before, after);
  const entries = notes.map((section) => ({ section }));
  const { unmentioned, unchanged } = mentionsOf(entries, comparison, before, after);
  return {
    unmentioned: unmentioned.map(({ anchor }) => anchor),
    unchanged: unchanged.map(({ anchor }) => anchor),
  };
}

const WORDS: [string, string] = ['for seven years after', 'for six years from'];
const MAIL: [string, string] = ['one year', 'two years'];
const LINK: [string, string] = ['https://a.example/', 'https://b.example/'];
const SIGNS: [string, string] = ['Reigate, a company', 'Reigate; a company'];

describe('the notes of a version', () => {
  it('are complete if they name what changed and nothing else', () => {
    expect(mentions(['keep'], WORDS)).toEqual({ unmentioned: [], unchanged: [] });
  });

  it('are incomplete if a changed section is not named', () => {
    expect(mentions(['keep'], WORDS, ['no one else', 'nobody but they'])).toEqual({
      unmentioned: ['share'],
      unchanged: [],
    });
    expect(mentions([], WORDS)).toEqual({ unmentioned: ['keep'], unchanged: [] });
  });

  it('are wrong if they name a section that did not change', () => {
    expect(mentions(['keep', 'who'], WORDS)).toEqual({ unmentioned: [], unchanged: ['who'] });
  });

  it('cover the subsections of the section they name', () => {
    expect(mentions(['keep'], MAIL)).toEqual({ unmentioned: [], unchanged: [] });
  });

  it('do not cover the parent of the section they name', () => {
    expect(mentions(['keep-mail'], MAIL, WORDS)).toEqual({ unmentioned: ['keep'], unchanged: [] });
  });

  it('cover the section around an anchor in the text', () => {
    expect(mentions(['couriers'], ['no one else', 'nobody but they'])).toEqual({
      unmentioned: [],
      unchanged: [],
    });
  });

  it('need one note for text that moved, on either section', () => {
    const mail = '<p>Every message is kept for one year and then it is deleted.</p>';
    const moved: [string, string][] = [
      [mail, ''],
      ['a company.</p>', `a company.</p>${mail}`],
    ];
    expect(mentions([], ...moved).unmentioned).toEqual(['who']);
    expect(mentions(['who'], ...moved).unmentioned).toEqual([]);
    expect(mentions(['keep-mail'], ...moved).unmentioned).toEqual([]);
    expect(mentions(['share'], ...moved).unmentioned).toEqual(['who']);
  });

  it('may mention changes of links or formatting but need not', () => {
    expect(mentions([], LINK, SIGNS)).toEqual({ unmentioned: [], unchanged: [] });
    expect(mentions(['share', 'who'], LINK, SIGNS)).toEqual({ unmentioned: [], unchanged: [] });
  });

  it('may be about any section if one of them names none', () => {
    expect(mentions([undefined], WORDS)).toEqual({ unmentioned: [], unchanged: [] });
    expect(mentions([undefined, 'who'], WORDS)).toEqual({ unmentioned: [], unchanged: ['who'] });
  });

  it('name a removed section by its old anchor', () => {
    const gone: [string, string] = [BEFORE.slice(BEFORE.indexOf('<h2 id="share">')), ''];
    expect(mentions(['share'], gone)).toEqual({ unmentioned: [], unchanged: [] });
    expect(mentions([], gone)).toEqual({ unmentioned: ['share'], unchanged: [] });
  });
});
