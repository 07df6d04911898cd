import { describe, expect, it } from 'vitest';
import type { SectionState } from '../compare/model.ts';
import { mapFrom } from './section-map.ts';

const names = Array.from({ length: 12 }, (_, index) => `v${index}`);

/** A section from one version to another, with what became of it in some. */
const section = (
  id: string,
  states: Record<number, SectionState[]> = {},
  [from, to]: readonly [number, number] = [0, 12],
) => ({
  id,
  stations: names
    .map((version, index) => ({ version, anchor: id, states: states[index] ?? [] }))
    .slice(from, to),
  ...(to < 12 && { end: { by: 'removed' as const, version: names[to] ?? '' } }),
});
type Part = ReturnType<typeof mapFrom<ReturnType<typeof section>>>['newest'] | undefined;
const ids = (lineages: readonly { id: string }[]) => lineages.map(({ id }) => id);
const rowsOf = (part: Part) => part?.rows.map(({ lineage }) => lineage.id);

describe('the map of sections', () => {
  const sections = [
    section('now', { 11: ['edited'] }),
    section('then', { 2: ['edited'] }),
    section('never'),
    section('gone', {}, [0, 2]),
    section('new', {}, [5, 12]),
  ];

  it('has the eight newest versions, the newest first, and those before apart', () => {
    const { newest, earlier } = mapFrom(sections, names);
    expect(newest.versions).toEqual([11, 10, 9, 8, 7, 6, 5, 4]);
    expect(earlier?.versions).toEqual([3, 2, 1, 0]);
    expect(mapFrom(sections, names.slice(0, 8)).earlier).toBeUndefined();
  });

  it('has a row for each section that changed in them, and names those that never did', () => {
    const { newest, earlier, never, others } = mapFrom(sections, names);
    expect(rowsOf(newest)).toEqual(['now', 'new']);
    expect(rowsOf(earlier)).toEqual(['then', 'gone']);
    expect(ids(never)).toEqual(['never']);
    expect(others).toEqual([]);
  });

  it('says what became of a section: that it came, changed, stayed, went, or is not there', () => {
    const { newest, earlier } = mapFrom(sections, names);
    const types = newest.rows[1]?.cells.map((cell) =>
      cell.type === 'changed' ? cell.states.join() : cell.type,
    );
    expect(types).toEqual([...Array<string>(6).fill('same'), 'added', 'absent']);
    expect(earlier?.rows[1]?.cells).toEqual([
      { type: 'absent' },
      { type: 'changed', states: ['removed'] },
      { type: 'same' },
      { type: 'same' },
    ]);
  });

  it('tells the most telling state first', () => {
    const { newest } = mapFrom([section('a', { 11: ['moved', 'renamed', 'edited'] })], names);
    expect(newest.rows[0]?.cells[0]).toEqual({
      type: 'changed',
      states: ['edited', 'renamed', 'moved'],
      anchor: 'a',
    });
  });

  it('tells an edit of links or form alone from others', () => {
    const { stations, ...rest } = section('a', { 11: ['edited'] });
    const apart = stations.map((station, index) => ({
      ...station,
      ...(index === 11 && { apart: ['format' as const] }),
    }));
    const { newest } = mapFrom([{ ...rest, stations: apart }], names);
    expect(newest.rows[0]?.cells[0]).toMatchObject({ states: ['edited'], apart: ['format'] });
  });

  it('has no more cells than a page has room for, and leaves no section out', () => {
    const states = Object.fromEntries(names.map((_, index) => [index, ['edited' as const]]));
    const many = Array.from({ length: 10 }, (_, index) => section(`s${index}`, states));
    const cells = (most: number): [newest: number, earlier: number] => {
      const { newest, earlier, others } = mapFrom([...many, ...sections], names, most);
      const all = [newest, ...(earlier ? [earlier] : [])];
      const named = new Set([...all.flatMap((part) => rowsOf(part) ?? []), ...ids(others)]);
      expect(named.size).toBe(14);
      return [newest.versions.length, earlier?.versions.length ?? 0];
    };
    expect(cells(2000)).toEqual([8, 4]);
    expect(cells(120)).toEqual([8, 2]);
    expect(cells(96)).toEqual([8, 0]);
    expect(cells(50)).toEqual([4, 0]);
    expect(cells(1)).toEqual([1, 0]);
  });
});
