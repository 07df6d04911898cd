import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileOfVersion, placeOfFile, compareVersionNames, parseVersionName } from './names.ts';

describe('parseVersionName', () => {
  it('reads the date of a name', () => {
    expect(parseVersionName('2024-11-12')).toEqual({
      name: '2024-11-12',
      date: '2024-11-12',
      sequence: 1,
    });
  });

  it.each([
    ['2024-11-12-2', 2],
    ['2024-11-12-9', 9],
    ['2024-11-12-10', 10],
    ['2024-11-12-23', 23],
  ])('reads %s as version %i of its day', (name, sequence) => {
    expect(parseVersionName(name)).toEqual({ name, date: '2024-11-12', sequence });
  });

  it.each([
    ['2024-02-30', 'no such day'],
    ['2024-11-12-1', 'the first of a day has no number'],
    ['2024-11-12-0', 'counting begins at one'],
    ['2024-11-12-02', 'a number has no leading zero'],
    ['2024-11-12-', 'a hyphen without a number'],
    ['2024-11-12-two', 'a number is written in digits'],
    ['draft', 'no day at all'],
    ['2024-11-12.mdx', 'the ending is not part of the name'],
    ['', 'nothing'],
  ])('returns undefined for %j: %s', (name) => {
    expect(parseVersionName(name)).toBeUndefined();
  });
});

describe('compareVersionNames', () => {
  it('sorts versions by date and number, the tenth after the second', () => {
    const names = ['2025-01-01', '2024-11-12-10', '2024-11-12', '2024-11-12-2', '2023-05-05'];
    const sorted = names.map((name) => parseVersionName(name)!).toSorted(compareVersionNames);
    expect(sorted.map(({ name }) => name)).toEqual([
      '2023-05-05',
      '2024-11-12',
      '2024-11-12-2',
      '2024-11-12-10',
      '2025-01-01',
    ]);
  });

  it('returns the opposite if the two are swapped', () => {
    const names = fc
      .tuple(
        fc.constantFrom('2024-01-01', '2024-01-02', '2025-01-01'),
        fc.integer({ min: 2, max: 30 }),
      )
      .map(([date, sequence]) => parseVersionName(`${date}-${sequence}`)!);
    fc.assert(
      fc.property(names, names, (a, b) => {
        expect(Math.sign(compareVersionNames(a, b)) + Math.sign(compareVersionNames(b, a))).toBe(0);
      }),
    );
  });
});

describe('placeOfFile', () => {
  it('reads the notice and the name of a version or a draft', () => {
    expect(placeOfFile('acme/customers/2024-11-12.mdx')).toEqual({
      notice: 'acme/customers',
      name: '2024-11-12',
    });
    expect(placeOfFile('staff/draft.mdx')).toEqual({ notice: 'staff', name: 'draft' });
  });

  it.each([
    ['acme/staff/2024-11-12.cy.mdx', 'acme/staff/cy', '2024-11-12', 'cy'],
    ['acme/staff/2024-11-12-2.pt-BR.mdx', 'acme/staff/pt-BR', '2024-11-12-2', 'pt-BR'],
    ['acme/staff/draft.cy.mdx', 'acme/staff/cy', 'draft', 'cy'],
  ])('reads the language of a translation: %s', (path, notice, name, language) => {
    expect(placeOfFile(path)).toEqual({
      notice,
      name,
      translation: { language, of: 'acme/staff' },
    });
  });

  it.each(['a/2024-11-12.english.mdx', 'a/notes.cy.mdx', 'a/2024-11-12.cy.old.mdx'])(
    'reads no other name as a translation: %s',
    (path) => {
      expect(placeOfFile(path).translation).toBeUndefined();
    },
  );

  it('is the inverse of fileOfVersion', () => {
    for (const path of ['a/b/2024-11-12.mdx', 'a/2024-11-12.cy.mdx', 'a/draft.cy.mdx']) {
      expect(fileOfVersion(placeOfFile(path))).toBe(path);
    }
  });
});
