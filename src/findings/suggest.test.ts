import { describe, expect, it } from 'vitest';
import { didYouMean, nearest } from './suggest.ts';

const WORDS = ['retention', 'rights', 'sharing', 'companyNumber'];

describe('nearest', () => {
  it.each([
    ['retenton', 'retention', 'a letter left out'],
    ['rihgts', 'rights', 'two letters swapped'],
    ['sharring', 'sharing', 'a letter too many'],
    ['RETENTION', 'retention', 'capitals do not count'],
    ['companynumber', 'companyNumber', 'the known word comes back as it is written'],
    ['sharing', 'sharing', 'the word itself'],
  ])('suggests for "%s" the name "%s": %s', (found, meant) => {
    expect(nearest(found, WORDS)).toBe(meant);
  });

  it('returns undefined if no word is near', () => {
    expect(nearest('cookies', WORDS)).toBeUndefined();
  });

  it('returns undefined if there are no words', () => {
    expect(nearest('rights', [])).toBeUndefined();
  });

  it('allows one wrong letter in a short word but not two', () => {
    expect([nearest('dpx', ['dpo']), nearest('dxx', ['dpo'])]).toEqual(['dpo', undefined]);
  });
});

describe('didYouMean', () => {
  it('returns a question', () => {
    expect(didYouMean('rihgts', WORDS)).toBe(' Did you mean "rights"?');
  });

  it('returns an empty text if no word is near', () => {
    expect(didYouMean('cookies', WORDS)).toBe('');
  });
});
