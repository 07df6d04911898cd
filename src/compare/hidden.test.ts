/** Characters that nobody sees: they are words, and have names where they come or go. */
import { parseFragment, serialize } from 'parse5';
import { describe, expect, it } from 'vitest';
import { renderSideBySide } from './index.ts';
import { compareHtml, newText, oldText, problemsOf, redline } from './testing.ts';
import { withNames } from './hidden.ts';

const of = (codePoint: number): string => String.fromCodePoint(codePoint);
const CODE_POINTS = [
  ...[0x1, 0x8, 0xe, 0x1b, 0x1c, 0x1f, 0x7f, 0x85, 0x9f],
  ...[0x61c, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e],
  ...[0x2066, 0x2067, 0x2068, 0x2069],
];
const named = CODE_POINTS.map(
  (codePoint) => [`U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`, codePoint] as const,
);

describe.each(named)('%s', (name, codePoint) => {
  const character = of(codePoint);
  const before = '<p>We share with nobody.</p>';

  it.each([
    ['before a word', `<p>We share ${character}with nobody.</p>`],
    ['within a word', `<p>We share with no${character}body.</p>`],
    ['beside another mark', `<p>We share, ${character}with nobody.</p>`],
    ['alone in bold', `<p>We share <b>${character}</b>with nobody.</p>`],
    ['in an added paragraph', `${before}<p>Ask ${character}us.</p>`],
  ])('is wording with a name when it comes or goes %s', (_, after) => {
    for (const [old, now] of [
      [before, after],
      [after, before],
    ] as const) {
      const comparison = compareHtml(old, now);
      expect(comparison.changes.map(({ kind }) => kind)).toContain('wording');
      expect(comparison.changes.map(({ kind }) => kind)).not.toContain('format');
      const html = redline(old, now);
      expect(html).toContain(`data-diff-ui>${name}</span>`);
      expect(renderSideBySide(comparison)).toContain(`data-diff-ui>${name}</span>`);
      expect(html).not.toContain('data-kind="format"');
      expect(problemsOf(html)).toEqual([]);
      const texts = [oldText(html), newText(html)].map((text) => text.includes(character));
      expect(texts).toEqual([old.includes(character), now.includes(character)]);
    }
  });
});

describe('hidden characters', () => {
  it('cannot turn the words after them round in a redline', () => {
    const html = redline('<p>We share with nobody.</p>', '<p>We share \u202Ewith nobody.</p>');
    expect(serialize(parseFragment(html))).toContain(
      '<span class="contained" dir="ltr">\u202E</span><span class="character" dir="ltr" data-diff-ui="">U+202E</span>',
    );
  });

  it('have no name where both versions have them', () => {
    expect(redline('<p>A \u200Fb c.</p>', '<p>A \u200Fb d.</p>')).not.toContain('U+200F');
  });

  it('leave commas formatting', () => {
    const kinds = compareHtml('<p>A, \u200Fb and c.</p>', '<p>A, \u200Fb, and c.</p>').changes;
    expect(kinds.map(({ kind }) => kind)).toEqual(['format']);
  });

  it('are named in lists of changes', () => {
    expect(withNames('\u202E')).toBe('U+202E');
    expect(withNames('no\u202Ebody')).toBe('no U+202E body');
    expect(withNames('as  it is')).toBe('as  it is');
  });
});
