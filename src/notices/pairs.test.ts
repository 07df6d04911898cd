import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIRST_FEW, isPair, LAYOUTS, pairsOf, type Layout, type Member } from './pairs.ts';

/** Versions named by their position. */
const versions = (count: number): Member[] =>
  Array.from({ length: count }, (_, index) => ({ name: String(index + 1), status: 'superseded' }));

const draft: Member = { name: 'draft', status: 'draft' };

const names = (members: readonly Member[]): string[] =>
  pairsOf(members).map(([from, to]) => `${from.name}→${to.name}`);

describe('the pairs of a notice', () => {
  it('leave what was called off with its neighbours, which have each other as well', () => {
    const stopped: Member = { name: 'x', status: 'called-off' };
    const many = versions(14);
    const pairs = names([...many.slice(0, 8), stopped, ...many.slice(8)]);
    expect(pairs.filter((pair) => pair.includes('x'))).toEqual(['8→x', 'x→9']);
    expect(pairs).toContain('8→9');
    expect(names([versions(1)[0]!, stopped, draft])).toEqual(['1→x', '1→draft', 'x→1']);
  });

  it('are side by side a version and its predecessor alone', () => {
    const pairs = pairsOf([...versions(3), draft], 'side-by-side');
    expect(pairs.map(([from, to]) => `${from.name}→${to.name}`)).toEqual(['1→2', '2→3', '3→draft']);
    const [one, , three] = versions(3) as [Member, Member, Member];
    expect(isPair(versions(3), one, three, 'side-by-side')).toBe(false);
    expect(isPair(versions(3), one, three)).toBe(true);
  });

  it('have a draft after the version that it follows', () => {
    const [first, second] = versions(2) as [Member, Member];
    expect(names([first, draft, second])).toContain('1→draft');
  });

  it('are empty if it has one version', () => {
    expect(names(versions(1))).toEqual([]);
  });

  it('are all pairs in both directions among the first few', () => {
    expect(names(versions(3)).toSorted()).toEqual(['1→2', '1→3', '2→1', '2→3', '3→1', '3→2']);
    expect(names(versions(FIRST_FEW)).length).toBe(FIRST_FEW * (FIRST_FEW - 1));
  });

  it('are each later version with its predecessor', () => {
    expect(names(versions(8)).filter((pair) => /[678]/.test(pair))).toEqual(['5→6', '6→7', '7→8']);
  });

  it('grow by one with each version beyond the first few', () => {
    for (const count of [FIRST_FEW, 12, 13, 40]) {
      expect(names(versions(count + 1)).length).toBe(names(versions(count)).length + 1);
    }
  });

  it('all stay when a version is added at the end, whichever is in force', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 0, max: 30 }),
        (count, now) => {
          const before = versions(count);
          const after = versions(count + 1).map((version, index): Member => ({
            ...version,
            status: index === now ? 'in-force' : 'scheduled',
          }));
          expect(names(after)).toEqual(expect.arrayContaining(names(before)));
        },
      ),
    );
  });

  it('compare a draft with the last version alone', () => {
    expect(names([...versions(1), draft])).toEqual(['1→draft']);
    expect(names([draft])).toEqual([]);
    expect(names([...versions(3), draft]).filter((pair) => pair.includes('draft'))).toEqual([
      '3→draft',
    ]);
    expect(names([...versions(14), draft])).toContain('14→draft');
  });

  it('are those that are found by the names of two versions, whatever is called off or a draft', () => {
    const member = fc.constantFrom<Member['status']>('superseded', 'called-off', 'draft');
    const layouts = fc.constantFrom<Layout>(...LAYOUTS);
    fc.assert(
      fc.property(fc.array(member, { maxLength: 12 }), layouts, (statuses, layout) => {
        const all = statuses.map((status, at): Member => ({ name: String(at), status }));
        const listed = new Set(pairsOf(all, layout).map(([from, to]) => `${from.name}→${to.name}`));
        const found = all.flatMap((from) =>
          all.filter((to) => isPair(all, from, to, layout)).map((to) => `${from.name}→${to.name}`),
        );
        expect(new Set(found)).toEqual(listed);
      }),
    );
  });

  it('are found by the names of two versions', () => {
    const all = versions(7);
    const [one, two] = [{ name: '6' }, { name: '7' }];
    expect([isPair(all, one, two), isPair(all, two, one)]).toEqual([true, false]);
    expect(isPair(all, { name: '5' }, { name: '1' })).toBe(true);
    expect(isPair(all, { name: '5' }, { name: '5' })).toBe(false);
    expect(isPair(all, { name: '0' }, { name: '1' })).toBe(false);
  });
});
