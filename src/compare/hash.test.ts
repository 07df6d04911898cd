import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idOf } from './hash.ts';

const parts = fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 });

describe('idOf', () => {
  it('returns the ids that published pages and feeds link to', () => {
    expect(idOf('dpo.email', 'dpo@a.example', 'dpo@b.example')).toBe('cplt9xbvt6w');
    expect(idOf('title', '', 'Zażółć 🦊')).toBe('cmwi9cf8vc2');
    expect(idOf()).toBe('c1mjsfpb3rfi');
  });

  it('returns letters and digits, beginning with a letter', () => {
    fc.assert(fc.property(parts, (said) => /^[a-z][a-z0-9]*$/.test(idOf(...said))));
  });

  it('distinguishes parts that join to the same text', () => {
    const ids = [idOf('a', 'bc'), idOf('ab', 'c'), idOf('abc'), idOf('abc', ''), idOf('', 'abc')];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('returns different ids for different parts', () => {
    fc.assert(
      fc.property(parts, parts, (some, others) => {
        const same = JSON.stringify(some) === JSON.stringify(others);
        expect(idOf(...some) === idOf(...others)).toBe(same);
      }),
    );
  });

  it('has no collisions in a long history', () => {
    const ids = Array.from({ length: 50_000 }, (_, index) => idOf('dpo.email', String(index)));
    expect(new Set(ids).size).toBe(ids.length);
  });
});
