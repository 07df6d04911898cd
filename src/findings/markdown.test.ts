import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inert, inertBlock, inertCode } from './markdown.ts';
import { FOUND_BY_HOSTS, nasty, shownBy } from './testing.ts';
import { visible } from './visible.ts';

const withoutZeroWidth = (text: string): string => text.replaceAll('\u200b', '');
const expected = (text: string): string =>
  withoutZeroWidth(visible(text.replace(/\s+/gu, ' '))).trim();

/** Places in which reports put text. */
const PLACES: Record<string, (markdown: string) => string> = {
  paragraph: (markdown) => markdown,
  item: (markdown) => `- ${markdown}`,
  heading: (markdown) => `#### ${markdown}`,
  quote: (markdown) => `> <ins>${markdown}</ins>`,
  cell: (markdown) => `| a |\n| --- |\n| ${markdown} |`,
  'HTML block': (markdown) => `<div>${markdown}</div>`,
  'after words': (markdown) => `words ${markdown} words`,
};

describe.each(Object.entries(PLACES))('inert text in a %s', (_, put) => {
  const bare = shownBy(put('x'));

  it('shows any text as it is, and nothing else', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const { words, elements } = shownBy(put(`x${inert(text)}`));
        const spans = elements.filter((element) => element !== 'span');
        expect(spans).toEqual(bare.elements);
        const shown = withoutZeroWidth(words.join(''));
        const around = bare.words.join('').split('x');
        expect(shown.trim()).toBe(
          `${around[0] ?? ''}x${withoutZeroWidth(visible(text.replace(/\s+/gu, ' ')))}${around[1] ?? ''}`.trim(),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('begins a line with any text', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const given = expected(text);
        fc.pre(given !== '');
        const { words, elements } = shownBy(put(inert(text).trim()));
        expect(elements.filter((element) => element !== 'span')).toEqual(bare.elements);
        const [before = '', after = ''] = bare.words.join('').split('x');
        expect(withoutZeroWidth(words.join('')).trim()).toBe(`${before}${given}${after}`.trim());
      }),
      { numRuns: 300 },
    );
  });

  it('has nothing that a host acts on', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const { words } = shownBy(put(inert(text)));
        for (const [what, found] of Object.entries(FOUND_BY_HOSTS)) {
          for (const word of words) expect(word, what).not.toMatch(found);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('inert text', () => {
  it.each([
    ['Ask @team about #12', 'Ask @&#8203;team about &#35;&#8203;12'],
    ['https://acme.example', 'https:&#8203;//acme.example'],
    ['1. January & <b>', '1&#46; January &#38; &#60;b&#62;'],
    ['costs $5', 'costs <span>&#36;</span>5'],
    ['at 10:30 on 2026-01-31, COVID-19', 'at 10:30 on 2026-01-31, COVID-&#8203;19'],
    ['We keep it for six years.', 'We keep it for six years.'],
  ])('is written so that its source can be read: %s', (text, markdown) => {
    expect(inert(text)).toBe(markdown);
  });

  it('is a name in code as well, which can be copied', () => {
    expect(shownBy(inertCode('a`b<c>|@d'))).toMatchObject({
      words: [],
      code: ['a`b<c>|@d'],
      elements: ['p', 'code'],
    });
  });
});

describe('a block of a file', () => {
  it('keeps the space that its lines begin with, below an entry of a list', () => {
    const block = inertBlock(['changes:', '  - kind: changed'], '    ');
    const { code, elements } = shownBy(['- first', '  - add:', ...block, '- second'].join('\n'));
    expect(code).toEqual(['changes:\n  - kind: changed']);
    expect(elements).toEqual(['ul', 'li', 'ul', 'li', 'pre', 'code', 'li']);
  });

  it('ends where its lines end, and acts on no log, whatever is in them', () => {
    fc.assert(
      fc.property(fc.array(nasty, { maxLength: 4 }), (lines) => {
        const block = inertBlock(lines, '    ').join('\n');
        expect(block).not.toMatch(/^\s*::|##\[|\x1b/mu);
        const { words, links, elements } = shownBy(`- a\n  - b\n${block}\n- c`);
        expect(words).toEqual(['a', 'b', 'c']);
        expect([elements, links]).toEqual([['ul', 'li', 'ul', 'li', 'pre', 'code', 'li'], []]);
      }),
      { numRuns: 300 },
    );
  });
});
