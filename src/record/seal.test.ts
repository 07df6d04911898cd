import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../notices/dates.ts';
import { checkSeals } from './check-seals.ts';
import {
  emptyLock,
  isFault,
  lineOfKey,
  parseLock,
  writeLock,
  type Lock,
  type LockEntry,
} from './lock.ts';
import { sealed, sealOf, sealsOf } from './seal.ts';
import { sha256 } from './source.ts';

const TODAY = '2026-11-27' as IsoDate;

const entry = (published: string, more: Partial<LockEntry> = {}): LockEntry => ({
  published: published as IsoDate,
  source: sha256(`file of ${published}`),
  text: sha256(`text of ${published}`),
  anchors: ['keep', 'who'],
  later: {},
  errata: [],
  ...more,
});

/** Records entries as commands do, one after the other, each on the day it was published. */
const recorded = (...entries: [id: string, entry: LockEntry][]): Lock =>
  entries.reduce((lock, [id, each]) => sealed(lock, { [id]: each }, each.published), emptyLock());

/** Corrects a version as the command does: the erratum keeps what the entry had before it. */
function corrected(lock: Lock, id: string, number: number): Lock {
  const before = lock.versions[id]!;
  const { text, source, errata } = before;
  const given = { on: `2026-0${number}-01` as IsoDate, by: 'Office manager' };
  const erratum = { ...given, reason: `Slip ${number}.`, text, source };
  const after = {
    ...before,
    text: sha256(`text after ${number}`),
    source: sha256(`file after ${number}`),
    errata: [...errata, erratum],
  };
  return sealed(lock, { [id]: after }, TODAY);
}

const [A, B, C] = ['shop/2024-01-01', 'shop/2025-01-01', 'shop/2026-01-01'] as const;

/** Three versions, of which the first has been corrected twice. */
const whole = (): Lock => {
  const lock = recorded(
    [A, entry('2024-01-01')],
    [B, entry('2025-01-01')],
    [C, entry('2026-01-01')],
    ['staff/2024-01-01', entry('2024-01-01')],
  );
  return corrected(corrected(lock, A, 2), A, 4);
};

const found = (lock: Lock): string[] => {
  const lockText = writeLock(lock);
  const read = parseLock(lockText);
  if (isFault(read)) return [read.message];
  const file = 'notices.lock.json';
  const files = { lockFile: file, lockFiles: [{ file, text: lockText }], copies: new Map() };
  return checkSeals(read, files).map(({ code, message, line }) => {
    expect(lockText.split('\n')[line - 1]).toMatch(code === 'lock-unsealed' ? /^\{$/ : /": \{$/);
    return `${code}: ${message}`;
  });
};

/** A lock in which something was edited by hand. */
function edited(edit: (versions: Lock['versions']) => void): Lock {
  const lock = structuredClone(whole());
  edit(lock.versions);
  return lock;
}

const notItsSeal = (id: string): string =>
  `seal-broken: the entry of ${id} is not what its seal was made from`;

it('finds the lines of entries, whose addresses may be escaped', () => {
  const lineOf = lineOfKey('{\n  "a": {\n    "b\\"c/d": {},\n    "x": "a" },\n  "a": {}\n}\n');
  expect(['a', 'b"c/d', 'x', 'none'].map(lineOf)).toEqual([2, 3, 0, 0]);
});

describe('a lock with seals', () => {
  it('is sound as commands write it, and keeps the seals that were given', () => {
    expect(found(whole())).toEqual([]);
    const { versions } = whole();
    expect(Object.keys(versions[C]!.after!)).toEqual([B]);
    expect(versions['staff/2024-01-01']!.after).toEqual({});
    // The first seal of a corrected version is the one that the next was recorded after.
    const seals = sealsOf(A, versions[A]!);
    expect(seals).toHaveLength(3);
    expect(versions[B]!.after).toEqual({ [A]: seals[0] });
    expect(versions[A]!.seal).toBe(seals[2]);
  });

  it.each<[what: string, edit: (versions: Lock['versions']) => void, message: string]>([
    ['the last erratum removed', (v) => v[A]!.errata.pop(), notItsSeal(A)],
    ['an erratum in the middle removed', (v) => v[A]!.errata.shift(), notItsSeal(A)],
    ['two errata swapped', (v) => v[A]!.errata.reverse(), notItsSeal(A)],
    [
      'the day of an erratum changed',
      (v) => Object.assign(v[A]!.errata[0]!, { on: '2026-02-02' }),
      notItsSeal(A),
    ],
    [
      'the author of an erratum changed',
      (v) => Object.assign(v[A]!.errata[0]!, { by: 'Director' }),
      notItsSeal(A),
    ],
    [
      'the reason of an erratum changed',
      (v) => Object.assign(v[A]!.errata[1]!, { reason: 'None.' }),
      notItsSeal(A),
    ],
    [
      'words moved from a reason into its author',
      (v) => Object.assign(v[A]!.errata[1]!, { by: 'Office manager"\nreason "Slip', reason: '4.' }),
      notItsSeal(A),
    ],
    [
      'a text before an erratum forged',
      (v) => Object.assign(v[A]!.errata[1]!, { text: sha256('forged') }),
      notItsSeal(A),
    ],
    ['another text', (v) => Object.assign(v[B]!, { text: sha256('forged') }), notItsSeal(B)],
    ['another file', (v) => Object.assign(v[B]!, { source: sha256('forged') }), notItsSeal(B)],
    ['an anchor less', (v) => Object.assign(v[B]!, { anchors: ['keep'] }), notItsSeal(B)],
    [
      'another day of publication',
      (v) => Object.assign(v[B]!, { published: '2024-06-01' }),
      notItsSeal(B),
    ],
    [
      'another day of being recorded',
      (v) => Object.assign(v[B]!, { recorded: '2025-02-01' }),
      notItsSeal(B),
    ],
    [
      'a file added',
      (v) => Object.assign(v[B]!, { files: { '/a.png': sha256('a') } }),
      notItsSeal(B),
    ],
    ['no entry before it any more', (v) => Object.assign(v[B]!, { after: {} }), notItsSeal(B)],
    [
      'two entries swapped',
      (v) => {
        [v[B], v[C]] = [v[C]!, v[B]!];
      },
      notItsSeal(B),
    ],
    [
      'an entry in the middle removed',
      (v) => Reflect.deleteProperty(v, B),
      `seal-broken: ${C} was recorded after ${B}, which the lock does not have`,
    ],
    [
      'the first entry removed',
      (v) => Reflect.deleteProperty(v, A),
      `seal-broken: ${B} was recorded after ${A}, which the lock does not have`,
    ],
    [
      'an entry sealed again after it was changed',
      (v) => {
        const forged = { ...v[A]!, published: '2023-01-01' as IsoDate };
        v[A] = { ...forged, seal: sealOf(A, forged) };
      },
      `seal-broken: the entry of ${A} is not the one that ${B} was recorded after`,
    ],
    [
      'an entry that follows one of another notice',
      (v) => {
        const moved = { ...v[C]!, after: { 'staff/2024-01-01': v['staff/2024-01-01']!.seal! } };
        v[C] = { ...moved, seal: sealOf(C, moved) };
      },
      `seal-broken: ${C} was recorded after staff/2024-01-01, which the lock does not have`,
    ],
    [
      'an entry that follows what every object has',
      (v) => {
        const moved = { ...v[C]!, after: { constructor: v[B]!.seal! } };
        v[C] = { ...moved, seal: sealOf(C, moved) };
      },
      `seal-broken: ${C} was recorded after constructor, which the lock does not have`,
    ],
  ])('that has %s is reported', (_, edit, message) => {
    expect(found(edited(edit))).toContain(message);
  });

  it('finds an erratum that was removed with its seal once something was recorded after it', () => {
    const lock = corrected(recorded([A, entry('2024-01-01')]), A, 2);
    const next = structuredClone(sealed(lock, { [B]: entry('2025-01-01') }, TODAY));
    const bare = { ...next.versions[A]!, ...entry('2024-01-01') };
    next.versions[A] = { ...bare, seal: sealOf(A, bare) };
    expect(found(next)).toEqual([
      `seal-broken: the entry of ${A} is not the one that ${B} was recorded after`,
    ]);
  });

  it('lets later facts change, and the seals of others be when a version is corrected', () => {
    const before = whole();
    const reviewed = { later: { reviewed: '2026-05-01' as IsoDate } };
    const after = sealed(before, { [B]: entry('2025-01-01', reviewed) }, TODAY);
    expect(found(after)).toEqual([]);
    expect(after.versions[B]!.seal).toBe(before.versions[B]!.seal);
    const { versions } = corrected(before, B, 5);
    const changed = Object.keys(before.versions).filter(
      (id) => before.versions[id]!.seal !== versions[id]!.seal,
    );
    expect(changed).toEqual([B]);
  });

  it('takes an older version that is recorded later, on the day that it is', () => {
    const lock = sealed(whole(), { 'shop/2020-01-01': entry('2020-01-01') }, TODAY);
    expect(found(lock)).toEqual([]);
    const { after, recorded: on } = lock.versions['shop/2020-01-01']!;
    expect([Object.keys(after!), on]).toEqual([[C], TODAY]);
  });

  it('is sound after a merge of two branches, and the next version follows both', () => {
    const start = recorded([A, entry('2024-01-01')]);
    const ours = sealed(start, { [B]: entry('2025-01-01') }, TODAY);
    const theirs = corrected(sealed(start, { [C]: entry('2026-01-01') }, TODAY), A, 2);
    const merged = { ...ours, versions: { ...ours.versions, ...theirs.versions } };
    expect(found(merged)).toEqual([]);
    const next = sealed(merged, { 'shop/2027-01-01': entry('2027-01-01') }, TODAY);
    expect(Object.keys(next.versions['shop/2027-01-01']!.after!)).toEqual([B, C]);
  });
});

describe('a lock of format 1', () => {
  const old: Lock = {
    format: 1,
    versions: {
      [B]: entry('2025-01-01'),
      [A]: entry('2024-01-01', {
        errata: [{ on: TODAY, by: 'DPO', reason: 'A slip.', text: sha256('before') }],
      }),
    },
  };

  it('is read, with one warning, and sealed with the next thing that is recorded', () => {
    expect(found({ format: 1, versions: {} })).toEqual([]);
    expect(found(old)).toEqual([expect.stringContaining('lock-unsealed: the lock is of format 1')]);
    const lock = sealed(old, { [C]: entry('2026-01-01') }, '2026-01-01' as IsoDate);
    expect(found(lock)).toEqual([]);
    expect(Object.values(lock.versions).map(({ after }) => Object.keys(after!))).toEqual([
      [A],
      [],
      [B],
    ]);
    expect(lock.versions[A]!.recorded).toBe('2026-01-01');
    expect(lock.versions[C]!.recorded).toBeUndefined();
  });

  it('is refused if it has seals, as is a lock of format 2 with an entry that has none', () => {
    expect(found({ ...whole(), format: 1 })).toEqual([
      'says that it is of format 1, but has seals, which only format 2 has',
    ]);
    const mixed = parseLock(writeLock({ ...old, format: 2 }));
    expect(mixed).toMatchObject({ kind: 'unsealed' });
  });
});

describe('docs/seals.md', () => {
  const page = readFileSync(path.join(import.meta.dirname, '../../docs/seals.md'), 'utf8');
  const block = (language: string): string =>
    new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(page)?.[1] ?? '';

  it('has an example whose seals are those that are computed', () => {
    const lock = parseLock(block('json').trimEnd());
    expect(isFault(lock)).toBe(false);
    const { versions } = lock as Lock;
    const [[id, only] = ['', entry('')]] = Object.entries(versions);
    const [first, now] = sealsOf(id, only);
    expect(only.seal).toBe(now);
    const steps = block('txt')
      .split('\n\n')
      .map((lines) => `${lines.trimEnd()}\n`);
    expect(steps.map((lines) => sha256(lines))).toEqual([first, now]);
    expect(page).toContain(`\`${first}\``);
  });
});
