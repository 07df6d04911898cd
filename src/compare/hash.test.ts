import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idOf } from './hash.ts';

const parts = fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 });

describe('an id made of what something says', () => {
  it('is the one it has always been, since pages and feeds have linked to it', () => {
    expect(idOf('dpo.email', 'dpo@a.example', 'dpo@b.example')).toBe('cplt9xbvt6w');
    expect(idOf('title', '', 'Zażółć 🦊')).toBe('cmwi9cf8vc2');
    expect(idOf()).toBe('c1mjsfpb3rfi');
  });

  it('is letters and digits from a letter on', () => {
    fc.assert(fc.property(parts, (said) => /^[a-z][a-z0-9]*$/.test(idOf(...said))));
  });

  it('knows where one part ends and the next begins', () => {
    const ids = [idOf('a', 'bc'), idOf('ab', 'c'), idOf('abc'), idOf('abc', ''), idOf('', 'abc')];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is another for other parts', () => {
    fc.assert(
      fc.property(parts, parts, (some, others) => {
        const same = JSON.stringify(some) === JSON.stringify(others);
        expect(idOf(...some) === idOf(...others)).toBe(same);
      }),
    );
  });

  it('does not run out for a long history', () => {
    const ids = Array.from({ length: 50_000 }, (_, index) => idOf('dpo.email', String(index)));
    expect(new Set(ids).size).toBe(ids.length);
  });
});
