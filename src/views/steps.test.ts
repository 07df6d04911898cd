import { describe, expect, it } from 'vitest';
import { en } from '../words/en/index.ts';
import { stepsBetween } from './steps.ts';

describe('the steps from change to change', () => {
  it('lead to the one before and the one after, as far as there are', () => {
    expect(stepsBetween(['~a', '~b', '~c'], en)('~b', 'behind')).toBe(
      '<span class="steps" data-diff-ui>' +
        '<a href="#~a" aria-label="Previous change">←</a> 2 of 3 ' +
        '<a href="#~c" aria-label="Next change">→</a></span>',
    );
    expect(stepsBetween(['~a'], en)('~a', 'within')).toBe(
      '<span class="steps within" data-diff-ui> 1 of 1 </span>',
    );
  });

  it('count on from the changes that are not in the text', () => {
    expect(stepsBetween(['~a', '~b'], en, 3)('~b', 'behind')).toContain('</a> 5 of 5 </span>');
  });

  it('say that they are in the language of the page', () => {
    const stepsAt = stepsBetween(['~a'], en, 0, ' lang="en-GB" dir="ltr"');
    expect(stepsAt('~a', 'behind')).toMatch(
      /^<span class="steps" data-diff-ui lang="en-GB" dir="ltr">/,
    );
  });

  it('are not at the place that something moved away from', () => {
    expect(stepsBetween(['~m1'], en)('~m1-was', 'behind')).toBe('');
  });
});
