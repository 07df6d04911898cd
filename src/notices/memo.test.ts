import { describe, expect, it } from 'vitest';
import { memo } from './memo.ts';

describe('memo', () => {
  it('makes each text once, also when an empty text is made of it', () => {
    const asked: string[] = [];
    const trim = memo((text) => {
      asked.push(text);
      return text.trim();
    });
    expect([' a', ' ', ' a', ' ', 'b'].map(trim)).toEqual(['a', '', 'a', '', 'b']);
    expect(asked).toEqual([' a', ' ', 'b']);
  });
});
