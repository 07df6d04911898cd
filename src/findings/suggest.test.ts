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
  ])('takes "%s" for "%s": %s', (found, meant) => {
    expect(nearest(found, WORDS)).toBe(meant);
  });

  it('suggests nothing when no word is near', () => {
    expect(nearest('cookies', WORDS)).toBeUndefined();
  });

  it('suggests nothing when there is nothing to choose from', () => {
    expect(nearest('rights', [])).toBeUndefined();
  });

  it('forgives one letter in a short word and not two', () => {
    expect([nearest('dpx', ['dpo']), nearest('dxx', ['dpo'])]).toEqual(['dpo', undefined]);
  });
});

describe('didYouMean', () => {
  it('asks in a sentence of its own', () => {
    expect(didYouMean('rihgts', WORDS)).toBe(' Did you mean "rights"?');
  });

  it('says nothing when no word is near', () => {
    expect(didYouMean('cookies', WORDS)).toBe('');
  });
});
