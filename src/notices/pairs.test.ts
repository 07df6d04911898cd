import { describe, expect, it } from 'vitest';
import { ALL_PAIRS_UP_TO, pairsOf, type Member } from './pairs.ts';

/** Versions named by their position, one of them in force. */
const versions = (count: number, inForce = count): Member[] =>
  Array.from({ length: count }, (_, index) => ({
    name: String(index + 1),
    status: index + 1 === inForce ? 'in-force' : index + 1 < inForce ? 'superseded' : 'scheduled',
  }));

const draft: Member = { name: 'draft', status: 'draft' };

const names = (members: Member[]): string[] =>
  pairsOf(members).map(([from, to]) => `${from.name}→${to.name}`);

describe('the pairs of a notice', () => {
  it('do not exist while it has one version', () => {
    expect(names(versions(1))).toEqual([]);
  });

  it('are all, in both directions, while it has few versions', () => {
    expect(names(versions(3))).toEqual(['1→2', '1→3', '2→1', '2→3', '3→1', '3→2']);
    expect(names(versions(ALL_PAIRS_UP_TO)).length).toBe(12 * 11);
  });

  it('are each version with its predecessor and with the one in force beyond that', () => {
    const pairs = names(versions(14, 12));
    expect(pairs.filter((pair) => pair.endsWith('→12'))).toEqual(
      expect.arrayContaining(['1→12', '10→12', '11→12']),
    );
    expect(pairs).toContain('12→13');
    expect(pairs).toContain('12→14');
    expect(pairs).toContain('13→14');
    expect(pairs).not.toContain('2→1');
    expect(pairs).not.toContain('1→3');
    expect(pairs.length).toBe(13 + 10 + 1);
    expect(new Set(pairs).size).toBe(pairs.length);
  });

  it('are only those of neighbours if no version of a long history is in force', () => {
    const withdrawn = versions(13, 0).map(({ name }): Member => ({ name, status: 'withdrawn' }));
    expect(names(withdrawn).length).toBe(12);
  });

  it('compare a draft with the last version', () => {
    expect(names([...versions(1), draft])).toEqual(['1→draft']);
    expect(names([draft])).toEqual([]);
    expect(names([...versions(14), draft])).toContain('14→draft');
  });
});
