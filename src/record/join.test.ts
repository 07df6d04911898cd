import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../notices/dates.ts';
import { noticeOfId } from '../notices/names.ts';
import { checkSeals } from './check-seals.ts';
import { joinEntries, joinLater } from './join.ts';
import { emptyLock, writeLock, type Lock, type LockEntry } from './lock.ts';
import { sealed } from './seal.ts';
import { sha256 } from './source.ts';

const TODAY = '2026-11-27' as IsoDate;

const entryOf = (words: string): LockEntry => ({
  published: TODAY,
  source: sha256(`source ${words}`),
  text: sha256(words),
  anchors: ['about'],
  later: {},
  errata: [],
});

/** A command: it publishes a version of a day, or corrects the last one. */
interface Step {
  notice: string;
  day: number;
  isCorrection: boolean;
}

function carryOut(lock: Lock, steps: readonly Step[], by: string): Lock {
  return steps.reduce((before, { notice, day, isCorrection }, index) => {
    const words = `${by} ${index}`;
    const id = `${notice}/2027-01-${String(day).padStart(2, '0')}`;
    const known = before.versions[id];
    if (known && !isCorrection) return before;
    if (!known) return sealed(before, { [id]: entryOf(words) }, TODAY);
    const { text, source } = known;
    const errata = [...known.errata, { on: TODAY, by, reason: words, text, source }];
    const next = { ...known, text: sha256(words), source: sha256(`source ${words}`), errata };
    return sealed(before, { [id]: next }, TODAY);
  }, lock);
}

const stepsIn = (...notices: string[]) =>
  fc.array(
    fc.record({
      notice: fc.constantFrom(...notices),
      day: fc.integer({ min: 1, max: 9 }),
      isCorrection: fc.boolean(),
    }),
    { maxLength: 8 },
  );

/** The files of a lock, by their notices. */
const filesOf = ({ versions }: Lock): Map<string, string> =>
  new Map(
    [...Map.groupBy(Object.entries(versions), ([id]) => noticeOfId(id))].map(
      ([notice, entries]) => [
        notice,
        writeLock({ format: 2, versions: Object.fromEntries(entries) }),
      ],
    ),
  );

const faultsOf = (versions: Lock['versions']): string[] => {
  const places = { lockFile: 'a', lockFiles: [], copies: new Map<string, string>() };
  return checkSeals({ format: 2, versions }, places).map(({ message }) => message);
};

it('gives the lock of one after the other, file by file, to branches that record in different notices', () => {
  fc.assert(
    fc.property(
      stepsIn('shop', 'acme/staff', 'club'),
      stepsIn('shop', 'shop/cy'),
      stepsIn('acme/staff', 'acme/customers'),
      (first, one, other) => {
        const base = carryOut(emptyLock(), first, 'base');
        const [before, ours, theirs] = [
          base,
          carryOut(base, one, 'ours'),
          carryOut(base, other, 'theirs'),
        ].map(filesOf);
        // What git does with files that only one side has changed.
        const merged = new Map(before);
        for (const side of [ours!, theirs!]) {
          for (const [notice, content] of side) {
            if (content === before!.get(notice)) continue;
            expect(merged.get(notice)).toBe(before!.get(notice));
            merged.set(notice, content);
          }
        }
        const after = filesOf(carryOut(carryOut(base, one, 'ours'), other, 'theirs'));
        expect([...merged].toSorted()).toEqual([...after].toSorted());
      },
    ),
  );
});

it('joins whatever two branches recorded in one notice to a lock whose seals fit, unless they contradict', () => {
  fc.assert(
    fc.property(stepsIn('shop'), stepsIn('shop'), stepsIn('shop'), (first, one, other) => {
      const base = carryOut(emptyLock(), first, 'base');
      const [ours, theirs] = [carryOut(base, one, 'ours'), carryOut(base, other, 'theirs')];
      const sides = { base: base.versions, ours: ours.versions, theirs: theirs.versions };
      for (const kept of ['ours', 'theirs'] as const) {
        const { versions, contradictions, resealed } = joinEntries(sides, kept);
        expect(faultsOf(versions)).toEqual([]);
        const ids = Object.keys({ ...ours.versions, ...theirs.versions }).toSorted();
        expect(Object.keys(versions).toSorted()).toEqual(ids);
        if (contradictions.length === 0) {
          expect(resealed).toEqual([]);
          expect(versions).toEqual(
            joinEntries(sides, kept === 'ours' ? 'theirs' : 'ours').versions,
          );
        }
        // Nothing that either side had before is different, but for what was added.
        for (const [id, { published, errata }] of Object.entries(base.versions)) {
          expect(versions[id]).toMatchObject({ published });
          expect(versions[id]!.errata.slice(0, errata.length)).toEqual(errata);
        }
      }
    }),
  );
});

it('puts back what one side has taken out of its lock', () => {
  const base = carryOut(emptyLock(), [{ notice: 'shop', day: 1, isCorrection: false }], 'base');
  const { versions, restored } = joinEntries({
    base: base.versions,
    ours: base.versions,
    theirs: {},
  });
  expect(versions).toEqual(base.versions);
  expect(restored).toEqual(['shop/2027-01-01']);
});

it('says nothing of what both sides have taken out', () => {
  const base = carryOut(emptyLock(), [{ notice: 'shop', day: 1, isCorrection: false }], 'base');
  const joined = joinEntries({ base: base.versions, ours: {}, theirs: {} });
  expect(joined).toMatchObject({ versions: {}, restored: [] });
});

describe('facts that were added later', () => {
  const day = (text: string): IsoDate => text as IsoDate;
  const email = { by: 'email' as const, on: day('2026-01-01') };
  const post = { by: 'post' as const, on: day('2026-01-02') };
  const called = { on: day('2026-01-01'), by: 'A', reason: 'B' };

  it.each<[string, LockEntry['later'], LockEntry['later'], LockEntry['later'] | undefined]>([
    ['of one side', {}, { reviewed: day('2026-01-01') }, { reviewed: day('2026-01-01') }],
    [
      'that move on',
      { reviewed: day('2026-01-01') },
      { reviewed: day('2026-02-01') },
      { reviewed: day('2026-02-01') },
    ],
    ['that are lists', { notified: [email] }, { notified: [post] }, { notified: [email, post] }],
    [
      'that are others',
      { withdrawn: day('2026-01-01') },
      { notified: [post] },
      { withdrawn: day('2026-01-01'), notified: [post] },
    ],
    [
      'that end a notice twice',
      { withdrawn: day('2026-01-01') },
      { withdrawn: day('2026-02-01') },
      undefined,
    ],
    [
      'that call it off twice',
      { calledOff: called },
      { calledOff: { ...called, by: 'C' } },
      undefined,
    ],
  ])('%s are joined unless they contradict', (_, one, other, joined) => {
    expect(joinLater({}, one, other)).toEqual(joined);
  });

  it('that are corrected in one side are not there as they were', () => {
    const moved = { ...post, on: day('2026-03-01') };
    const sms = { by: 'sms' as const, on: day('2026-02-01') };
    const base = { notified: [email, post] };
    const [ours, theirs] = [{ notified: [email, moved] }, { notified: [email, post, sms] }];
    const joined = { notified: [email, sms, moved] };
    expect(joinLater(base, ours, theirs)).toEqual(joined);
    expect(joinLater(base, theirs, ours)).toEqual(joined);
  });

  it('of one day are in one order, whichever side comes first', () => {
    const banner = { by: 'banner' as const, on: email.on };
    const [ours, theirs] = [{ notified: [email] }, { notified: [banner] }];
    expect(joinLater({}, ours, theirs)).toEqual(joinLater({}, theirs, ours));
  });

  it('that one side has removed altogether are not there again', () => {
    const sms = { by: 'sms' as const, on: day('2026-02-01') };
    const base = { notified: [email, post] };
    expect(joinLater(base, {}, { notified: [email, post, sms] })).toEqual({ notified: [sms] });
    expect(joinLater(base, {}, { notified: [post] })).toEqual({});
  });

  it('that one side has taken back stay taken back', () => {
    const waived = [{ rule: 'r', reason: 'A good reason.', by: 'A', on: TODAY }];
    expect(joinLater({ waived }, {}, { waived })).toEqual({});
  });
});
