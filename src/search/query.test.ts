import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { find, type Ask, type Hit } from './finder.ts';
import { answersTo, hasPhrase, parseQuery, plainWords } from './query.ts';
import { variantsOf } from './synonyms.ts';

describe('parseQuery', () => {
  it.each<[string, string, string[], string]>([
    ['words', ' order   records ', [], 'order records'],
    ['a phrase', '"six years"', ['six years'], ''],
    ['a phrase and words', 'orders "six years" tax', ['six years'], 'orders tax'],
    ['curly quotes', '“six years”', ['six years'], ''],
    ['a quote without its partner', '"six years', [], 'six years'],
    ['quotes around nothing', '"" six "!"', [], 'six'],
    ['signs alone', '!?… <>', [], ''],
    ['an emoji', '🦊', [], ''],
    ['Welsh letters', 'tŷ bach', [], 'tŷ bach'],
    ['letters in two forms of Unicode', 'ty\u0302', [], 'tŷ'],
    ['one letter', 'a', [], 'a'],
    ['words without spaces', '个人信息', [], '个人信息'],
  ])('reads %s', (_, typed, phrases, words) => {
    const { wasCut, ...query } = parseQuery(typed);
    expect(wasCut).toBe(false);
    expect(query).toMatchObject({ phrases, words });
    expect(query.text === '').toBe(phrases.length === 0 && words === '');
  });

  it('cuts a very long query at a word', () => {
    const { text, wasCut } = parseQuery('word '.repeat(2000));
    expect(wasCut).toBe(true);
    expect(text.length).toBeLessThanOrEqual(300);
    expect(text.split(' ').every((word) => word === 'word')).toBe(true);
    expect(parseQuery('x'.repeat(10_000)).text).toHaveLength(300);
  });

  it('accepts any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const { phrases, words } = parseQuery(typed);
        expect(phrases.every((phrase) => plainWords(phrase).length > 0)).toBe(true);
        expect(words).not.toMatch(/^ | $| {2}|"/);
      }),
    );
  });
});

describe('hasPhrase', () => {
  it.each([
    ['We keep it six years.', 'six years', true],
    ['We keep it SIX\nyears.', 'six years', true],
    ['Sixty-six years', 'six years', true],
    ['We keep it sixteen years.', 'teen years', false],
    ['We keep it six year.', 'six years', false],
    ['See Art. 6(1)(f).', 'art. 6(1)', true],
    ['Sŵn y môr', 'swn y mor', true],
  ])('finds in “%s” %s: %s', (text, phrase, is) => {
    expect(hasPhrase(text, phrase)).toBe(is);
  });
});

describe('answersTo', () => {
  it.each([
    ['complaining', 'complaint.', true],
    ['retention', 'retained', false],
    ['retention', 'Retention', true],
    ['zzyzxq', '9ZZ', false],
    ['12', '12', true],
    ['mail', 'e-mail', true],
    ['email', 'e-mail', true],
    ['sŵn', 'Swn', true],
    ['个人信息', '个人信息保护', true],
    ['k', 'keep', true],
  ])('for %s, %s: answers is %s', (asked, found, is) => {
    expect(answersTo(asked, found)).toBe(is);
  });
});

describe('variantsOf', () => {
  it('replaces a word by a synonym', () => {
    expect(variantsOf('delete my data')).toContainEqual({ synonym: 'erase', rest: 'my data' });
    expect(variantsOf('Delete, my data!')).toContainEqual({ synonym: 'erase', rest: 'my data' });
    expect(variantsOf('DPO email')).toEqual([
      { synonym: 'data protection officer', rest: 'email' },
    ]);
  });

  it('replaces several words by a synonym', () => {
    expect(variantsOf('share with a third party')).toEqual([
      { synonym: 'recipient', rest: 'share with a' },
    ]);
  });

  it('returns nothing for words without a synonym, and for parts of words', () => {
    expect(variantsOf('cookies')).toEqual([]);
    expect(variantsOf('deleted')).toEqual([]);
  });

  it('never returns the same query', () => {
    expect(variantsOf('keep and retain').map(({ synonym }) => synonym)).not.toContain('retain');
  });
});

/** An index of a few texts, which finds words as they stand. */
function indexOf(texts: Record<string, string>, asked: string[] = []): Ask {
  return (term) => {
    asked.push(term);
    const phrase = /^"(.*)"$/.exec(term)?.[1];
    const hits = Object.entries(texts).flatMap(([id, text]): Hit[] => {
      const words = plainWords(text);
      const known = plainWords(term).filter((word) =>
        Object.values(texts).some((other) => plainWords(other).includes(word)),
      );
      const has =
        phrase === undefined
          ? known.length > 0 && known.every((word) => words.includes(word))
          : hasPhrase(text, phrase);
      return has ? [{ id, score: 1 / words.length, words: [words.indexOf(known[0] ?? '')] }] : [];
    });
    return Promise.resolve(hits);
  };
}

const TEXTS = {
  a: 'we keep order records for a long time and records of each order',
  b: 'order records',
  c: 'records in no order at all',
  d: 'we erase letters after one year',
  e: 'the data protection officer answers letters',
};

const ids = async (typed: string): Promise<string[]> =>
  (await find(parseQuery(typed), indexOf(TEXTS))).hits.map(({ id }) => id);

describe('the finder', () => {
  it('ranks texts that have the words together first', async () => {
    expect(await ids('order records')).toEqual(['b', 'a', 'c']);
  });

  it('finds quoted phrases exactly', async () => {
    expect(await ids('"order records"')).toEqual(['b', 'a', 'c']);
    expect(await ids('"order records" time')).toEqual(['a']);
    expect(await ids('"order records" letters')).toEqual([]);
  });

  it('finds synonyms, and reports which', async () => {
    const { hits, synonyms } = await find(parseQuery('delete letters'), indexOf(TEXTS));
    expect(hits.map(({ id }) => id)).toContain('d');
    expect(synonyms).toEqual(['erase']);
    expect(await ids('dpo')).toEqual(['e']);
  });

  it('reports words that no text has, and finds the rest', async () => {
    const finding = await find(parseQuery('order xyzzy'), indexOf(TEXTS));
    expect(finding.unknown).toEqual(['xyzzy']);
    expect(finding.hits.map(({ id }) => id).toSorted()).toEqual(['a', 'b', 'c']);
  });

  it('finds texts with some of the words if no text has all', async () => {
    const finding = await find(parseQuery('officer records year'), indexOf(TEXTS));
    expect(finding.isPartial).toBe(true);
    expect(finding.hits.length).toBe(5);
  });

  it('finds nothing for words that no text has', async () => {
    expect(await ids('xyzzy plugh')).toEqual([]);
    expect(await ids('xyzzy')).toEqual([]);
    expect(await ids('"xyzzy plugh"')).toEqual([]);
  });

  it('finds a phrase in any typography', async () => {
    const texts = { a: 'the opt-out form', b: 'the opt out form' };
    const { hits } = await find(parseQuery('"opt out form"'), indexOf(texts));
    expect(hits.map(({ id }) => id).toSorted()).toEqual(['a', 'b']);
  });

  it('ignores a word that no text has, however it is written', async () => {
    const finding = await find(parseQuery('DELETE Xyzzy letters'), indexOf(TEXTS));
    expect(finding.hits[0]?.id).toBe('d');
  });

  it('continues if the index does not have a phrase as written', async () => {
    const missing = indexOf(TEXTS);
    const finding = await find(parseQuery('"order records"'), (term) =>
      term.startsWith('"') ? Promise.resolve([]) : missing(term),
    );
    // Who asked looks which of them have it.
    expect(finding.hits.map(({ id }) => id).toSorted()).toEqual(['a', 'b', 'c']);
  });
});
