import { describe, expect, it } from 'vitest';
import type { Change, ChangeKind } from '../compare/index.ts';
import { en } from '../words/en/index.ts';
import { largestChange } from './largest-change.ts';

const change = (
  id: string,
  removed: string,
  added: string,
  kind: ChangeKind = 'wording',
): Change => ({
  id,
  kind,
  removed,
  added,
});
const place = { anchor: 'keeping', heading: 'Keeping', level: 1 };
const shown = (changes: Change[], speech = {}): string | undefined => {
  const sections = [{ after: place, states: [], changes: changes.map(({ id }) => id) }];
  return largestChange({ changes, sections }, en, speech)?.text.replace(/<[^>]+>/g, '');
};

describe('the largest change', () => {
  it('is what changed most in words, with its section', () => {
    expect(
      shown([
        change('a', 'two years', '12 months', 'number'),
        change('b', 'short', 'long'),
        change('c', 'https://a.example/a-long-address', 'https://b.example/', 'link'),
      ]),
    ).toBe('Largest change, in “Keeping”: removed: two years → added: 12 months');
  });

  it('says what it is where words only came or only went', () => {
    expect(shown([change('a', '', 'We keep it.')])).toBe(
      'Largest change, in “Keeping”: Added We keep it.',
    );
    expect(shown([change('a', 'We keep it.', '')])).toContain('Removed We keep it.');
  });

  it('is shortened to what a list has room for', () => {
    const text = shown([change('a', '', 'word '.repeat(100))]) ?? '';
    expect(text.length).toBeLessThan(170);
    expect(text).toMatch(/word …$/);
  });

  it('is nothing where no words changed', () => {
    expect(shown([change('a', 'one', 'one', 'format')])).toBeUndefined();
  });
});
