import { describe, expect, it } from 'vitest';
import { gradeOf, linesOfReadability, readabilityOf, syllablesOf } from './readability.ts';
import { readExample } from './testing.ts';

describe('syllables', () => {
  it.each([
    ['cat', 1],
    ['make', 1],
    ['makes', 1],
    ['moved', 1],
    ['needed', 2],
    ['table', 2],
    ['people', 2],
    ['orders', 2],
    ['service', 2],
    ['services', 3],
    ['safely', 2],
    ['payment', 2],
    ['period', 3],
    ['special', 2],
    ['science', 2],
    ['create', 2],
    ['information', 4],
    ['legitimate', 4],
    ['obligation', 4],
    ['regulation', 4],
    ['individual', 5],
    ['organisation', 5],
    ['one-off', 2],
    ['GDPR', 1],
    ['2018', 1],
    ['privacy@acme.example', 1],
  ])('%s has %i', (word, count) => {
    expect(syllablesOf(word)).toBe(count);
  });
});

describe('the grade', () => {
  it('is that of the formula', () => {
    // 6 words, 6 syllables; and 9 words, 16 syllables, in two sentences.
    expect(gradeOf(['The cat sat on the mat.'])).toBeCloseTo(0.39 * 6 + 11.8 - 15.59, 5);
    expect(
      gradeOf(['We keep orders for six years.', 'Regulations require information.']),
    ).toBeCloseTo(0.39 * 4.5 + 11.8 * (17 / 9) - 15.59, 5);
  });

  it('of no words is none', () => {
    expect(gradeOf([])).toBeUndefined();
  });
});

const TEXT = `Some words before.

## What we keep {#keep}

We keep your name and your address. We keep what you buy for six years after the end of the year.
We then take it out of our books, and nobody can see it any more. A SAR is free.

- bread
- milk

| a | b |
| - | - |
| one two three | four |

## Rights {#rights}

Ask us.
`;

describe('the readability of a text', () => {
  const { whole, sections } = readabilityOf(readExample(TEXT));

  it('counts sentences of paragraphs and items, by section', () => {
    expect(sections.map(({ anchor, words }) => [anchor, words])).toEqual([
      ['', 3],
      ['keep', 42],
      ['rights', 2],
    ]);
    expect(whole.words).toBe(47);
    expect(whole.sentenceLength).toBeCloseTo(47 / 8, 5);
  });

  it('names the three longest sentences, the longest first', () => {
    expect(whole.longest.map(({ words }) => words)).toEqual([15, 14, 7]);
  });

  it('measures no grade on a few words', () => {
    expect(sections.map(({ grade }) => grade !== undefined)).toEqual([false, true, false]);
    expect(whole.age).toBeCloseTo((whole.grade ?? 0) + 5, 5);
  });

  it('names jargon in its section, unless it is explained', () => {
    const jargon = readabilityOf(readExample('## A {#a}\n\nSend a DSAR.\n\n## B {#b}\n\nWrite.'));
    expect(jargon.sections.map((each) => each.jargon)).toEqual([['DSAR'], []]);
    expect(whole.jargon).toEqual([]);
  });

  it('counts words alone in another language', () => {
    const welsh = {
      facts: { language: 'cy' },
      text: 'Rydym yn cadw eich enw am flwyddyn. '.repeat(9),
    };
    const measured = readabilityOf(readExample(welsh)).whole;
    expect(measured).toMatchObject({ words: 63, sentenceLength: 7, jargon: [] });
    expect(measured.grade).toBeUndefined();
  });

  it('is printed a line for each section', () => {
    const lines = linesOfReadability({ whole, sections });
    expect(lines[0]).toMatch(/^Whole: 47 words, 5\.9 a sentence, reading age \d+$/);
    expect(lines).toContain('#rights: 2 words, 2.0 a sentence');
  });
});
