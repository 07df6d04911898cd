import { describe, expect, it } from 'vitest';
import { finding } from '../findings/catalogue.ts';
import { parseVersionName } from '../notices/names.ts';
import { frontmatterSchema } from '../notices/schema.ts';
import type { HashedVersion } from './check.ts';
import { emptyLock, type LockEntry } from './lock.ts';
import { describeSettled, withoutProven, withoutSettled } from './settled.ts';

const facts = frontmatterSchema.parse({
  title: 'Notice',
  published: '2024-01-01',
  effective: '2024-01-01',
  controller: { name: 'A Limited', contact: { email: 'a@a.example' } },
});

const version = (name: string): HashedVersion => ({
  ...parseVersionName(name)!,
  name,
  notice: 'shop',
  file: `shop/${name}.mdx`,
  draft: false,
  facts,
  document: () => ({ facts, lead: [], sections: [] }),
  source: `hash of ${name}`,
  files: [],
});
const entry = (name: string): LockEntry => ({
  published: facts.published,
  source: `hash of ${name}`,
  text: '',
  anchors: [],
  later: {},
  errata: [],
});
const at = (name: string) => ({ file: `shop/${name}.mdx`, line: 1, column: 1 });
const warning = (name: string) => finding('heading-suspicious', at(name), 'message', 'hint');

describe('withoutProven', () => {
  const unchanged = (name: string) => finding('date-unchanged', at(name), 'message', 'hint');
  const sealed = { seal: 'seal', after: {} };
  const lock = {
    ...emptyLock(),
    versions: {
      'shop/2024-01-01': { ...entry('2024-01-01'), ...sealed },
      'shop/2025-01-01': {
        ...entry('2025-01-01'),
        ...sealed,
        recorded: '2026-02-01' as LockEntry['published'],
      },
      'shop/2026-01-01': { ...entry('2026-01-01'), ...sealed, source: 'another' },
      'shop/2027-01-01': entry('2027-01-01'),
    },
  };
  const names = [...Object.keys(lock.versions), 'shop/2028-01-01'].map((id) => id.slice(5));
  const versions = names.map(version);

  it('leaves out a day on which the lock recorded the version, and no other', () => {
    const found = names.map(unchanged);
    expect(withoutProven(found, { lock, versions })).toEqual(found.slice(1));
    expect(withoutProven(found, { lock: undefined, versions })).toEqual(found);
  });

  it('leaves all other warnings as they are', () => {
    const found = names.map(warning);
    expect(withoutProven(found, { lock, versions })).toEqual(found);
  });

  it('is part of what is set aside', () => {
    const { open, settled } = withoutSettled(names.map(unchanged), { lock, versions });
    expect([...open, ...settled]).toHaveLength(4);
  });
});

describe('withoutSettled', () => {
  const versions = ['2024-01-01', '2025-01-01', '2026-01-01'].map(version);
  const lock = {
    ...emptyLock(),
    versions: {
      'shop/2024-01-01': entry('2024-01-01'),
      'shop/2025-01-01': { ...entry('2025-01-01'), source: 'another' },
    },
  };
  const split = (...findings: ReturnType<typeof warning>[]) =>
    withoutSettled(findings, { lock, versions });

  it('sets aside warnings about versions that are in the lock as they are', () => {
    const settled = [warning('2024-01-01')];
    expect(split(...settled)).toEqual({ open: [], settled });
  });

  it.each([
    ['about a version that is not in the lock', warning('2026-01-01')],
    ['about a version that has changed since', warning('2025-01-01')],
    ['about a draft', warning('draft')],
    ['that are errors', finding('link-target-missing', at('2024-01-01'), 'message', 'hint')],
    ['about what is to come', finding('translation-behind', at('2024-01-01'), 'message', 'hint')],
  ])('keeps findings %s', (_, each) => {
    expect(split(each)).toEqual({ open: [each], settled: [] });
  });

  it('keeps all findings without a lock', () => {
    const open = [warning('2024-01-01')];
    expect(withoutSettled(open, { lock: undefined, versions })).toEqual({ open, settled: [] });
  });
});

describe('describeSettled', () => {
  it('counts them in one line, and says nothing of none', () => {
    expect(describeSettled([])).toBe('');
    expect(describeSettled([warning('a')])).toMatch(/^1 warning about/);
    expect(describeSettled([warning('a'), warning('b')])).toMatch(
      /^2 warnings about .*status --all$/,
    );
  });
});
