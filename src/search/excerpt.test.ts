import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentOf, wordsOf, type Word } from './content.ts';
import { excerptOf, textDirectives } from './excerpt.ts';
import { plainWords } from './query.ts';

/** The words of a text under a heading, with those found that are asked for. */
function words(lines: string[], found: string[], heading = 'Heading'): Word[] {
  const content = contentOf({ heading, lines });
  const all = wordsOf(content, []);
  const places = all.flatMap(({ text }, place) =>
    found.includes(plainWords(text)[0] ?? '') ? [place] : [],
  );
  return wordsOf(content, places);
}

const SIGNS = { line: '/', row: ':', cell: ';' };

const shown = (all: Word[]): string => {
  const { stretches, begins, ends } = excerptOf(all);
  const text = stretches.map(
    ({ text, isFound, begins: what }) =>
      `${what ? `${SIGNS[what]} ` : ''}${isFound ? `[${text}]` : text}`,
  );
  return `${begins ? '' : '… '}${text.join(' ')}${ends ? '' : ' …'}`;
};

const LONG = Array.from({ length: 60 }, (_, index) => `w${index}`).join(' ');

describe('an excerpt', () => {
  it('marks matches, and separates lines', () => {
    expect(shown(words(['Orders', 'Six years after', 'tax law'], ['six', 'years']))).toBe(
      'Orders / [Six years] after / tax law',
    );
  });

  it('shows the context of the matches in a long text', () => {
    const text = shown(words([LONG], ['w40']));
    expect(text).toMatch(/^… w28 .*\[w40\].* w59$/);
  });

  it('shows the part with most matches', () => {
    expect(shown(words([`w1 ${LONG}`, `w1 w2 w3 ${LONG}`], ['w1', 'w2', 'w3']))).toContain(
      '[w1 w2 w3]',
    );
  });

  it('begins with a short line before the match', () => {
    expect(
      shown(words([LONG, 'Support messages', `12 months after ${LONG}`], ['12', 'months'])),
    ).toMatch(/^… Support messages \/ \[12 months\] after/);
  });

  it('has of a table the rows with matches alone, each with its first cell', () => {
    const table = [
      ...['Cookie', '\tWhat it does', '\tHow long it lasts'],
      ...['Basket', '\tRemembers your order', '\tA day'],
      ...['Login', '\tKeeps you logged in', '\tAn hour', '\tAn hour or a day'],
    ];
    expect(shown(words(['We use these:', ...table, 'No more.'], ['remembers']))).toBe(
      'We use these: / Basket : [Remembers] your order / No more.',
    );
    expect(shown(words(table, ['day']))).toBe('Basket : A [day] / Login : An hour or a [day]');
    expect(shown(words(table, ['login', 'logged', 'day']))).toContain(
      '/ [Login] : Keeps you [logged] in ; An hour or a [day]',
    );
    expect(shown(words(table, []))).toMatch(
      /^Cookie : What it does ; How long it lasts \/ Basket :/,
    );
  });

  it('is empty for a heading without a text', () => {
    expect(shown(words([], ['heading']))).toBe('');
  });

  it('has only words of the text, in order', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc
            .array(fc.stringMatching(/^[a-c]{1,2}$/), { minLength: 1 })
            .map((line) => line.join(' ')),
        ),
        fc.subarray(['a', 'b', 'c', 'ab']),
        (lines, found) => {
          const all = words(lines, found);
          const { stretches } = excerptOf(all);
          const text = stretches.map((stretch) => stretch.text).join(' ');
          expect(` ${lines.join(' ')} `).toContain(stretches.length > 0 ? ` ${text} ` : '');
          if (all.some(({ isFound, line }) => isFound && line > 0)) {
            expect(stretches.some(({ isFound }) => isFound)).toBe(true);
          }
        },
      ),
    );
  });
});

describe('text directives', () => {
  it('have the words and their context in the same line', () => {
    expect(
      textDirectives(words(['We keep order records for six years.'], ['order', 'records'])),
    ).toBe('text=We%20keep-,order%20records,-for%20six%20years.');
  });

  it('are percent-encoded', () => {
    expect(textDirectives(words(['a well-known, & open list-of names'], ['list']))).toBe(
      'text=a%20well%2Dknown%2C%20%26%20open-,list%2Dof,-names',
    );
  });

  it('have the line before as a prefix if their own is short', () => {
    expect(textDirectives(words(['Notes of calls', '12 months'], ['12', 'months']))).toBe(
      'text=Notes%20of%20calls-,12%20months',
    );
  });

  it('are left out if the words occur elsewhere or are the heading', () => {
    expect(textDirectives(words(['12 months'], ['12', 'months']))).toBe('');
    expect(textDirectives(words(['Something else'], ['heading']))).toBe('');
  });

  it('are at most three, the longest first', () => {
    const lines = Array.from(
      { length: 9 },
      (_, index) => `one two three four order x${index} five`,
    );
    const directives = textDirectives(
      words([...lines, 'one two order records three'], ['order', 'records']),
    );
    expect(directives.split('&')).toHaveLength(3);
    expect(directives).toMatch(/^text=one%20two-,order%20records,/);
  });
});
