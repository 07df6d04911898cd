import { describe, expect, it } from 'vitest';
import { shownOnMap } from './section-map.ts';

const names = ['a', 'b', 'c', 'd'];
const row = (id: string, ...versions: string[]) => ({
  id,
  stations: versions.map((version) => ({ version })),
});

describe('the map of sections', () => {
  const rows = [row('all', ...names), row('old', 'a', 'b'), row('new', 'd')];
  const shown = (most: number) => {
    const { from, shown, earlier } = shownOnMap(rows, names, most);
    return [from, shown.map(({ id }) => id), earlier.map(({ id }) => id)];
  };

  it('has all versions where they are few', () => {
    expect(shown(12)).toEqual([0, ['all', 'old', 'new'], []]);
  });

  it('has the newest versions, and their sections, where there are many', () => {
    expect(shown(11)).toEqual([1, ['all', 'old', 'new'], []]);
    expect(shown(8)).toEqual([2, ['all', 'new'], ['old']]);
  });

  it('has two versions at least', () => {
    expect(shown(1)).toEqual([2, ['all', 'new'], ['old']]);
    expect(shownOnMap(rows, ['a'], 1)).toMatchObject({ from: 0 });
  });
});
