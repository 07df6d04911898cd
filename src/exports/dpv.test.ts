import jsonld from 'jsonld';
import { expect, it } from 'vitest';
import type { IsoDate } from '../notices/dates.ts';
import { frontmatterSchema } from '../notices/schema.ts';
import { parcels } from '../site/testing.ts';
import { describeWithDpv } from './dpv.ts';

type Expand = Parameters<typeof jsonld.expand>;

const expand = (described: unknown) =>
  jsonld.expand(
    described as Expand[0],
    {
      documentLoader: (url) => Promise.reject(new Error(`${url} is asked for`)),
      // No term may stay behind as unknown.
      safe: true,
    } as Expand[1],
  );

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
  const [node] = await expand(described);
  expect(node?.['@type']).toEqual(['https://w3id.org/dpv#PrivacyNotice']);
  expect(node?.['https://w3id.org/dpv#hasDataController']).toHaveLength(1);
});

it('a purpose is a process, with what its record says', async () => {
  const facts = frontmatterSchema.parse({
    title: 'Notice',
    published: '2026-01-01',
    effective: '2026-01-01',
    controller: { name: 'A Limited', contact: { email: 'a@a.example' } },
    processing: [
      {
        id: 'orders',
        purpose: 'Deliver orders',
        lawfulBasis: ['contract', 'recognised-legitimate-interest'],
        dataCategories: ['name'],
        sources: [{ type: 'data-subject' }],
        recipients: [{ name: 'Example Pay Inc', role: 'processor', country: 'US' }],
        transfers: [{ recipient: 'Example Pay Inc', countries: ['US'], mechanism: 'idta' }],
        retention: { period: 'P6Y', then: 'delete' },
      },
    ],
    automatedDecisions: [{ decision: 'Credit limits', logic: 'A score' }],
  });
  const described = describeWithDpv({
    ...{ facts, url: 'https://notices.example/a/1/', notice: 'https://notices.example/a/' },
    ...{ isLatest: true, isPast: false, fingerprint: '0' },
  });
  const [node] = await expand(described);
  expect(node?.['https://w3id.org/dpv#hasProcess']).toHaveLength(2);
  expect(described['dpv:hasProcess']).toMatchObject([
    {
      '@id': 'https://notices.example/a/1/#~orders',
      'dpv:hasPurpose': { 'dct:title': { '@value': 'Deliver orders', '@language': 'en-GB' } },
      'dpv:hasLegalBasis': [{ '@type': 'dpv:Contract' }, { '@type': 'dpv:LegalBasis' }],
      'dpv:hasRecipient': [{ '@type': ['dpv:Recipient', 'dpv:DataProcessor'] }],
      'dpv:hasProcessing': [{ '@type': 'dpv:Transfer', 'dpv:hasCountry': ['US'] }],
      'dpv:hasStorageCondition': { 'dpv:hasDuration': { '@value': 'P6Y' } },
    },
    { 'dpv:hasContext': { '@type': 'dpv:AutomatedDecisionMaking' } },
  ]);
});
