import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IsoDate } from './dates.ts';
import {
  isInBetween,
  placeAll,
  placeInTime,
  leadingOf,
  shownOf,
  type Status,
  type Dated,
  type Member,
  type Placed,
} from './timeline.ts';

const day = (text: string): IsoDate => text as IsoDate;

/** A version, published on the day it takes effect unless stated otherwise. */
const version = (
  effective: string,
  more: { published?: string; withdrawn?: string; calledOff?: string } = {},
): Dated => ({
  published: day(more.published ?? effective),
  effective: day(effective),
  ...(more.withdrawn !== undefined && { withdrawn: day(more.withdrawn) }),
  ...(more.calledOff !== undefined && { calledOff: { on: day(more.calledOff) } }),
});

/** What became of each version, a line each: "2024-01-01 in-force 2024-01-01–". */
const lines = (placed: readonly Placed<Dated>[]): string[] =>
  placed.map(({ version: { effective }, status, span }) =>
    [effective, status, span ? `${span.from}–${span.to ?? ''}` : 'never'].join(' '),
  );

const on = (today: string, ...versions: Dated[]): string[] =>
  lines(placeInTime(versions, day(today)));

describe('a single version', () => {
  it('is in force from its effective date, without an end', () => {
    expect(on('2024-01-01', version('2024-01-01'))).toEqual(['2024-01-01 in-force 2024-01-01–']);
  });

  it('is scheduled before its effective date', () => {
    expect(on('2023-12-31', version('2024-01-01', { published: '2023-12-01' }))).toEqual([
      '2024-01-01 scheduled 2024-01-01–',
    ]);
  });

  it('is excluded before it is published', () => {
    expect(on('2023-11-30', version('2024-01-01', { published: '2023-12-01' }))).toEqual([]);
  });

  it('is excluded before it is published even if it took effect earlier', () => {
    expect(on('2024-01-15', version('2024-01-01', { published: '2024-02-01' }))).toEqual([]);
  });
});

describe('a version with a successor', () => {
  const first = version('2023-01-01');
  const second = version('2024-01-01', { published: '2023-12-01' });

  it('is superseded and ended the day before', () => {
    expect(on('2024-06-01', first, second)).toEqual([
      '2023-01-01 superseded 2023-01-01–2023-12-31',
      '2024-01-01 in-force 2024-01-01–',
    ]);
  });

  it('is in force on its last day, while the successor is scheduled', () => {
    expect(on('2023-12-31', first, second)).toEqual([
      '2023-01-01 in-force 2023-01-01–2023-12-31',
      '2024-01-01 scheduled 2024-01-01–',
    ]);
  });

  it('is superseded on the first day of its successor', () => {
    expect(on('2024-01-01', first, second)).toEqual([
      '2023-01-01 superseded 2023-01-01–2023-12-31',
      '2024-01-01 in-force 2024-01-01–',
    ]);
  });

  it('has no end while its successor is not published', () => {
    expect(on('2023-11-30', first, second)).toEqual(['2023-01-01 in-force 2023-01-01–']);
  });
});

describe('two versions of one day', () => {
  it('the first never applied, the second is in force', () => {
    expect(on('2024-01-02', version('2024-01-01'), version('2024-01-01'))).toEqual([
      '2024-01-01 superseded never',
      '2024-01-01 in-force 2024-01-01–',
    ]);
  });
});

describe('a withdrawn version', () => {
  it('is in force up to the day before it is withdrawn', () => {
    expect(on('2024-05-31', version('2024-01-01', { withdrawn: '2024-06-01' }))).toEqual([
      '2024-01-01 in-force 2024-01-01–2024-05-31',
    ]);
  });

  it('is withdrawn from the given day', () => {
    expect(on('2024-06-01', version('2024-01-01', { withdrawn: '2024-06-01' }))).toEqual([
      '2024-01-01 withdrawn 2024-01-01–2024-05-31',
    ]);
  });

  it('does not restore an earlier version', () => {
    expect(
      on('2024-07-01', version('2023-01-01'), version('2024-01-01', { withdrawn: '2024-06-01' })),
    ).toEqual([
      '2023-01-01 superseded 2023-01-01–2023-12-31',
      '2024-01-01 withdrawn 2024-01-01–2024-05-31',
    ]);
  });

  it('leaves a gap before a later version', () => {
    expect(
      on('2024-09-01', version('2024-01-01', { withdrawn: '2024-06-01' }), version('2024-08-01')),
    ).toEqual(['2024-01-01 withdrawn 2024-01-01–2024-05-31', '2024-08-01 in-force 2024-08-01–']);
  });

  it('is superseded if its successor took effect before the withdrawal', () => {
    expect(
      on('2024-09-01', version('2024-01-01', { withdrawn: '2024-06-01' }), version('2024-03-01')),
    ).toEqual(['2024-01-01 superseded 2024-01-01–2024-02-29', '2024-03-01 in-force 2024-03-01–']);
  });

  it('is superseded if its successor took effect on the day of the withdrawal', () => {
    expect(
      on('2024-09-01', version('2024-01-01', { withdrawn: '2024-06-01' }), version('2024-06-01')),
    ).toEqual(['2024-01-01 superseded 2024-01-01–2024-05-31', '2024-06-01 in-force 2024-06-01–']);
  });
});

describe('a version that is withdrawn before it takes effect', () => {
  const before = version('2023-01-01');
  const stopped = version('2024-01-01', { published: '2023-11-01', withdrawn: '2023-12-01' });

  it('never applied, and the previous version stays in force', () => {
    expect(on('2024-02-01', before, stopped)).toEqual([
      '2023-01-01 in-force 2023-01-01–',
      '2024-01-01 withdrawn never',
    ]);
  });

  it('never applied if withdrawn on its effective date', () => {
    expect(on('2024-02-01', before, version('2024-01-01', { withdrawn: '2024-01-01' }))).toEqual([
      '2023-01-01 in-force 2023-01-01–',
      '2024-01-01 withdrawn never',
    ]);
  });

  it('leaves the previous version in force until the next that applied', () => {
    expect(on('2024-08-01', before, stopped, version('2024-07-01'))).toEqual([
      '2023-01-01 superseded 2023-01-01–2024-06-30',
      '2024-01-01 withdrawn never',
      '2024-07-01 in-force 2024-07-01–',
    ]);
  });
});

describe('a version that is called off', () => {
  const before = version('2023-01-01');
  const stopped = version('2024-01-01', { published: '2023-11-01', calledOff: '2023-12-01' });

  it('is scheduled until then', () => {
    expect(on('2023-11-30', before, stopped)).toEqual([
      '2023-01-01 in-force 2023-01-01–2023-12-31',
      '2024-01-01 scheduled 2024-01-01–',
    ]);
  });

  it('never applies from then on, and another takes its day', () => {
    const again = version('2024-01-01', { published: '2023-12-02' });
    expect(on('2023-12-01', before, stopped)).toEqual([
      '2023-01-01 in-force 2023-01-01–',
      '2024-01-01 called-off never',
    ]);
    expect(on('2024-02-01', before, stopped, again)).toEqual([
      '2023-01-01 superseded 2023-01-01–2023-12-31',
      '2024-01-01 called-off never',
      '2024-01-01 in-force 2024-01-01–',
    ]);
  });

  it('cannot be called off once it has begun', () => {
    expect(on('2024-02-01', version('2024-01-01', { calledOff: '2024-01-01' }))).toEqual([
      '2024-01-01 in-force 2024-01-01–',
    ]);
  });
});

describe('a version in between', () => {
  const first = version('2026-01-01');
  const scheduled = version('2027-01-11', { published: '2026-11-01' });
  const urgent = version('2026-12-01', { published: '2026-11-20' });

  it('applies until the scheduled one begins, and is unknown before it is published', () => {
    expect(on('2026-11-19', first, urgent, scheduled)).toEqual([
      '2026-01-01 in-force 2026-01-01–2027-01-10',
      '2027-01-11 scheduled 2027-01-11–',
    ]);
    expect(on('2027-02-01', first, urgent, scheduled)).toEqual([
      '2026-01-01 superseded 2026-01-01–2026-11-30',
      '2026-12-01 superseded 2026-12-01–2027-01-10',
      '2027-01-11 in-force 2027-01-11–',
    ]);
  });

  it('was published after the later one, and before that began', () => {
    expect(isInBetween(urgent, scheduled)).toBe(true);
    expect(isInBetween({ ...urgent, published: day('2026-11-01') }, scheduled)).toBe(true);
    expect(isInBetween({ ...urgent, published: day('2026-10-31') }, scheduled)).toBe(false);
    expect(isInBetween({ ...urgent, published: day('2027-01-11') }, scheduled)).toBe(false);
    expect(isInBetween(first, scheduled)).toBe(false);
  });
});

describe('placeInTime', () => {
  it('returns the versions themselves', () => {
    const first = { ...version('2024-01-01'), title: 'Customer privacy notice' };
    expect(placeInTime([first], day('2024-01-01'))[0]?.version).toBe(first);
  });

  it('returns nothing for no versions', () => {
    expect(placeInTime([], day('2024-01-01'))).toEqual([]);
  });
});

describe('any history, on any day', () => {
  const anyDay = fc
    .integer({ min: 0, max: 40 })
    .map((days) => day(new Date(Date.UTC(2024, 1, 10 + days)).toISOString().slice(0, 10)));
  const anyVersion = fc.record({
    published: anyDay,
    effective: anyDay,
    withdrawn: fc.option(anyDay, { nil: undefined, freq: 2 }),
    calledOff: fc.option(fc.record({ on: anyDay }), { nil: undefined, freq: 2 }),
  });
  const history = fc
    .array(anyVersion, { maxLength: 8 })
    .map((versions) =>
      versions.toSorted((a, b) =>
        a.effective < b.effective ? -1 : Number(a.effective > b.effective),
      ),
    );
  const applies = ({ span }: Placed<Dated>, today: IsoDate): boolean =>
    span !== undefined && span.from <= today && (span.to === undefined || today <= span.to);

  it('has at most one version in force', () => {
    fc.assert(
      fc.property(history, anyDay, (versions, today) => {
        const inForce = placeInTime(versions, today).filter(({ status }) => status === 'in-force');
        expect(inForce.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('has consecutive spans that never overlap', () => {
    fc.assert(
      fc.property(history, anyDay, (versions, today) => {
        const spans = placeInTime(versions, today).flatMap(({ span }) => span ?? []);
        for (const [index, { from, to }] of spans.entries()) {
          const next = spans[index + 1];
          expect(to === undefined || from <= to).toBe(true);
          expect(next === undefined || (to !== undefined && to < next.from)).toBe(true);
        }
      }),
    );
  });

  it('has a status that agrees with the span', () => {
    fc.assert(
      fc.property(history, anyDay, (versions, today) => {
        for (const placed of placeInTime(versions, today)) {
          const { span, status } = placed;
          expect(status === 'in-force').toBe(applies(placed, today));
          if (status === 'scheduled') expect(placed.version.effective > today).toBe(true);
          if (span && (status === 'superseded' || status === 'withdrawn')) {
            expect(span.to !== undefined && span.to < today).toBe(true);
          }
        }
      }),
    );
  });

  /** A history as `publish` and `call-off` make it, a step on each of some days. */
  const made = fc
    .array(fc.record({ today: anyDay, effective: anyDay, isCallOff: fc.boolean() }), {
      maxLength: 14,
    })
    .map((steps) =>
      steps
        .toSorted((a, b) => (a.today < b.today ? -1 : Number(a.today > b.today)))
        .reduce<Dated[]>((versions, { today, effective, isCallOff }) => {
          if (effective < today || (isCallOff && effective === today)) return versions;
          const there = versions.find((each) => each.effective === effective && !each.calledOff);
          if (isCallOff) {
            return versions.map((each) =>
              each === there ? { ...each, calledOff: { on: today } } : each,
            );
          }
          if (there) return versions;
          return [...versions, { published: today, effective }].toSorted((a, b) =>
            a.effective < b.effective ? -1 : Number(a.effective > b.effective),
          );
        }, []),
    );

  it('never changes what was in force on a day that is past', () => {
    fc.assert(
      fc.property(made, anyDay, anyDay, (versions, one, other) => {
        const [past, today] = one < other ? [one, other] : [other, one];
        const then = placeInTime(versions, past).find(({ status }) => status === 'in-force');
        const now = placeInTime(versions, today).find((placed) => applies(placed, past));
        expect(now?.version).toBe(then?.version);
      }),
      { numRuns: 500 },
    );
  });

  it('has every version before another in between, or published no later', () => {
    fc.assert(
      fc.property(made, (versions) => {
        for (const [index, version] of versions.entries()) {
          for (const later of versions.slice(index + 1)) {
            expect(version.published <= later.published || isInBetween(version, later)).toBe(true);
          }
        }
      }),
    );
  });

  it('excludes exactly the versions that are not published yet', () => {
    fc.assert(
      fc.property(history, anyDay, (versions, today) => {
        expect(placeInTime(versions, today).map((placed) => placed.version)).toEqual(
          versions.filter(({ published }) => published <= today),
        );
      }),
    );
  });
});

describe('translations', () => {
  const member = (notice: string, effective: string, published = effective): Member => ({
    ...version(effective, { published }),
    notice,
    name: effective,
    ...(notice.includes('/') && { translation: { of: notice.replace(/\/.*/, '') } }),
  });
  const placed = (today: string, ...members: Member[]) => {
    const all = placeAll(members, day(today));
    return (notice: string): string[] => lines(all.get(notice) ?? []);
  };

  it('apply when their original does, whenever they were added', () => {
    const of = placed(
      '2025-06-01',
      member('a', '2020-01-01'),
      member('a', '2024-01-01'),
      member('a/cy', '2020-01-01', '2025-01-01'),
    );
    expect(of('a/cy')).toEqual(['2020-01-01 superseded 2020-01-01–2023-12-31']);
  });

  it('are not public before they and their original are published', () => {
    const of = placed(
      '2025-06-01',
      member('a', '2020-01-01'),
      member('a', '2026-01-01', '2025-12-01'),
      member('a/cy', '2020-01-01', '2025-07-01'),
      member('a/cy', '2026-01-01', '2025-05-01'),
    );
    expect(of('a/cy')).toEqual([]);
  });

  it('that are out of date show the last version that applied, while the original applies', () => {
    const all = placeAll(
      [member('a', '2020-01-01'), member('a', '2024-01-01'), member('a/cy', '2020-01-01')],
      day('2025-01-01'),
    );
    const [originals = [], translations = []] = [all.get('a'), all.get('a/cy')];
    expect(shownOf(translations, originals)?.version.name).toBe('2020-01-01');
    expect(shownOf(originals)?.version.name).toBe('2024-01-01');
    expect(shownOf(translations, [])).toBeUndefined();
  });
});

describe('the version that stands for a notice', () => {
  const versions = (...statuses: Status[]) => statuses.map((status) => ({ status }));

  it.each<[which: string, statuses: Status[], position: number]>([
    ['the one in force', ['superseded', 'in-force', 'scheduled'], 1],
    ['the next one, before any is in force', ['called-off', 'scheduled', 'scheduled'], 1],
    ['the last, of one that was withdrawn', ['superseded', 'withdrawn'], 1],
    ['not one that was called off after it', ['withdrawn', 'called-off'], 0],
    ['one that was called off, where there is no other', ['called-off'], 0],
  ])('is %s', (_, statuses, position) => {
    const all = versions(...statuses);
    expect(leadingOf(all)).toBe(all[position]);
  });

  it('is none where there is none', () => {
    expect(leadingOf([])).toBeUndefined();
  });
});
