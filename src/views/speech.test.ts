import { describe, expect, it } from 'vitest';
import { pageSpeech, soundsLike } from './speech.ts';

describe('words of a page within a text', () => {
  it.each([
    ['of its own language', {}, 'en-GB', true],
    ['of another country', { language: 'en-US' }, 'en-GB', true],
    ['of the language without a country', { language: 'en' }, 'en-GB', true],
    ['of another language', { language: 'cy' }, 'en-GB', false],
    ['of a language that begins alike', { language: 'eng-x' }, 'en-GB', false],
    ['that runs the other way', { language: 'ar', direction: 'rtl' as const }, 'en-GB', false],
    [
      'of its language in other letters',
      { language: 'en-Hebr', direction: 'rtl' as const },
      'en',
      false,
    ],
  ])('are marked as such in one %s only if it sounds different', (_, text, language, isAlike) => {
    expect(soundsLike(text, { language })).toBe(isAlike);
    expect(pageSpeech(text, { language })).toBe(isAlike ? '' : ` lang="${language}" dir="ltr"`);
  });
});
