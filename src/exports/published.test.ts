import { expect, it } from 'vitest';
import { emptySite, parcels } from '../site/testing.ts';
import { noticeVersions } from './published.ts';
import { publishedSchemas } from './schemas.ts';

const { locate } = emptySite();
const approval = {
  by: 'Head of legal',
  on: '2023-12-20',
  reference: 'DPC-12',
  text: 'a'.repeat(64),
};

it('says who approved a version, in the form of its schema', () => {
  const notice = parcels(
    { '2024-01-01': 'One.\n', '2025-01-01': 'Two.\n' },
    { '2024-01-01': `title: Parcel notice\napproved: [${JSON.stringify(approval)}]` },
  );
  const list = noticeVersions(notice, locate);
  expect(list.versions.map(({ approved }) => approved)).toEqual([[approval], undefined]);
  expect(publishedSchemas['notice-versions'].parse(list)).toEqual(list);
});

it('has no fingerprint that depends on who approved a version', () => {
  const body = { '2024-01-01': 'One.\n' };
  const approved = `title: Parcel notice\napproved: [${JSON.stringify(approval)}]`;
  const fingerprints = [parcels(body), parcels(body, { '2024-01-01': approved })].map(
    (notice) => noticeVersions(notice, locate).versions[0]?.fingerprint,
  );
  expect(fingerprints[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(fingerprints[1]).toBe(fingerprints[0]);
});
