import { describe, expect, it } from 'vitest';
import { finding } from './catalogue.ts';
import { limitEachKind, oncePerCause } from './limit.ts';

const at = (line: number, file = 'a.mdx') => ({ file, line, column: 1 });

describe('many findings of one kind', () => {
  it('end after twenty with a line that counts the rest', () => {
    const dead = Array.from({ length: 3000 }, (_, index) =>
      finding('link-anchor-missing', at(index + 1), `no "${index}"`, 'write it'),
    );
    const other = finding('heading-empty', at(5000), 'no text', 'write it');
    const limited = limitEachKind([...dead, other]);
    expect(limited).toHaveLength(22);
    expect(limited[20]).toMatchObject({ line: 21, severity: 'error' });
    expect(limited[20]?.message).toContain('and 2,980 more of this kind');
    expect(limited[21]).toBe(other);
  });

  it('are counted for each file', () => {
    const dead = Array.from({ length: 40 }, (_, index) =>
      finding('link-anchor-missing', at(index, `${index % 2}.mdx`), 'no', 'write it'),
    );
    expect(limitEachKind(dead)).toHaveLength(40);
  });
});

describe('one mistake at many places', () => {
  it('is reported once with the lines of the others', () => {
    const twice = [3, 3, 5].map((line) => finding('element-forbidden', at(line), 'no <x>', 'go'));
    const [only, ...more] = oncePerCause(twice);
    expect(more).toEqual([]);
    expect(only).toMatchObject({ line: 3, message: 'no <x> (also on line 5)' });
  });

  it('stays twice if each has its own edit', () => {
    const links = [1, 2].map((line) => finding('link-empty', at(line), 'empty', 'write words'));
    expect(oncePerCause(links)).toEqual(links);
  });
});
