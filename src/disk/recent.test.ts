import { describe, expect, it } from 'vitest';
import { Recent } from './recent.ts';

describe('what was used last', () => {
  it('is held up to a size, and what was not used for longest goes first', () => {
    const recent = new Recent<string>(3);
    recent.put('a', 'A', 1);
    recent.put('b', 'B', 1);
    recent.put('c', 'C', 1);
    recent.get('a');
    recent.put('d', 'D', 2);
    expect(['a', 'b', 'c', 'd'].map((key) => recent.get(key)?.value)).toEqual([
      'A',
      undefined,
      undefined,
      'D',
    ]);
  });

  it('is held although it is larger than all may be', () => {
    const recent = new Recent<string>(3);
    recent.put('a', 'A');
    recent.put('b', 'B', 9);
    expect([recent.get('a'), recent.get('b')?.value]).toEqual([undefined, 'B']);
  });

  it('takes the place of what was under its key, and of its size', () => {
    const recent = new Recent<string>(3);
    recent.put('a', 'A', 3);
    recent.put('a', 'B', 1);
    recent.put('c', 'C', 2);
    expect([recent.get('a')?.value, recent.get('c')?.value]).toEqual(['B', 'C']);
  });
});
