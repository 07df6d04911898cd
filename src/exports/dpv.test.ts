import jsonld from 'jsonld';
import { expect, it } from 'vitest';
import type { IsoDate } from '../notices/dates.ts';
import { parcels } from '../site/testing.ts';
import { describeWithDpv } from './dpv.ts';

type Expand = Parameters<typeof jsonld.expand>;

it('a version is described in terms that a program knows without fetching anything', async () => {
  const notice = parcels({ '2025-01-01': '## A {#a}\n\nOne.', '2026-01-01': '## A {#a}\n\nTwo.' });
  const [previous, version] = notice.published;
  const locate = (address: string): string => `https://notices.example${address}`;
  const described = describeWithDpv({
    facts: version!.facts,
    url: locate(version!.path),
    notice: locate(notice.path),
    previous: locate(previous!.path),
    span: { from: '2026-01-01' as IsoDate },
    isLatest: true,
    isPast: false,
    fingerprint: version!.fingerprint,
  });
  const [node] = await jsonld.expand(
    described as Expand[0],
    {
      documentLoader: (url) => Promise.reject(new Error(`${url} is asked for`)),
      // No term may stay behind as unknown.
      safe: true,
    } as Expand[1],
  );
  expect(node?.['@type']).toEqual(['https://w3id.org/dpv#PrivacyNotice']);
  expect(node?.['https://w3id.org/dpv#hasDataController']).toHaveLength(1);
});
