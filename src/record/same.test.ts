import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSame } from './same.ts';

describe('plain data', () => {
  it.each<[string, unknown, unknown]>([
    ['a member more', [1, 2], [1, 2, 3]],
    ['a list and an object with its keys', ['a'], { 0: 'a' }],
    ['a key that is undefined', { a: undefined }, {}],
    ['another key in its place', { a: undefined }, { b: undefined }],
    ['a key that all objects have', JSON.parse('{"__proto__": {"a": 1}}'), { a: 1 }],
    ['a number and its figures', 1, '1'],
    ['nothing and an object', null, {}],
    ['another value deep inside', { a: [{ b: 'c' }] }, { a: [{ b: 'd' }] }],
    ['-0, which JSON writes as 0', -0, -0],
  ])('is another with %s', (_, one, other) => {
    expect(isSame(one, other)).toBe(false);
    expect(isSame(other, one)).toBe(false);
  });

  it('is the same in another order of its keys', () => {
    expect(isSame({ a: 1, b: [null, true, ''] }, { b: [null, true, ''], a: 1 })).toBe(true);
  });

  it('is the same for Node.js', () => {
    const value = fc.jsonValue({ maxDepth: 3 }).map((data) => JSON.parse(JSON.stringify(data)));
    const small = fc.constantFrom(0, 1, '', 'a', null, [], {}, [0], ['a'], { a: 0 }, { a: [] });
    fc.assert(
      fc.property(fc.oneof(value, small), fc.oneof(value, small), (one, other) => {
        expect(isSame(one, other)).toBe(isDeepStrictEqual(one, other));
        expect(isSame(one, structuredClone(one))).toBe(true);
      }),
    );
  });
});
