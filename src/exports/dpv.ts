/**
 * A version in the words of the Data Privacy Vocabulary, a report of a W3C Community Group: who is
 * responsible, what data is used for, and which notice said so when. https://w3id.org/dpv/2.1
 */
import { processesOf } from './dpv-records.ts';
import type { Facts } from '../notices/schema.ts';
import type { IsoDate } from '../notices/dates.ts';

/** A node of JSON-LD. */
type Node = Readonly<Record<string, unknown>>;

export interface DescribedVersion {
  facts: Facts;
  /** Whole addresses: of the version, of its notice, and of the version before it. */
  url: string;
  notice: string;
  previous?: string | undefined;
  /** The first and the last day it applied, as far as they are known. */
  span?: { from: IsoDate; to?: IsoDate } | undefined;
  /** Whether it is in force, and whether it was; neither of one that is still to come. */
  isLatest: boolean;
  isPast: boolean;
  /** SHA-256 of its plain text. */
  fingerprint: string;
}

/** Written into each file: a context that has to be fetched would be a third party. */
const CONTEXT = {
  dpv: 'https://w3id.org/dpv#',
  dct: 'http://purl.org/dc/terms/',
  schema: 'https://schema.org/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

/** The version as JSON-LD. */
export function describeWithDpv({
  facts,
  url,
  notice,
  previous,
  span,
  isLatest,
  isPast,
  fingerprint,
}: DescribedVersion): Node {
  const { title, summary, language, published, controller, dpo, representatives } = facts;
  const said = (value: string): Node => ({ '@value': value, '@language': language });
  return {
    '@context': CONTEXT,
    '@id': url,
    '@type': 'dpv:PrivacyNotice',
    'dct:title': said(title),
    ...(summary && { 'dct:description': said(summary) }),
    'dct:language': language,
    'dct:issued': { '@value': published, '@type': 'xsd:date' },
    // ISO 8601 intervals; open while nothing is known to end it.
    ...(span && { 'dct:valid': `${span.from}/${span.to ?? '..'}` }),
    'dct:identifier': `sha256:${fingerprint}`,
    'dct:isVersionOf': { '@id': notice },
    ...(previous !== undefined && { 'dct:replaces': { '@id': previous } }),
    ...((isLatest || isPast) && {
      'dpv:hasStatus': { '@id': isLatest ? 'dpv:NoticeLatest' : 'dpv:NoticeStale' },
    }),
    'dpv:hasDataController': {
      '@type': 'dpv:DataController',
      'dpv:hasName': controller.name,
      ...contactOf(controller.contact),
      ...identifiersOf(controller),
      ...(representatives.length > 0 && {
        'dpv:hasRepresentative': representatives.map((representative) => ({
          '@type': 'dpv:Representative',
          'dpv:hasName': representative.name,
          ...contactOf(representative),
        })),
      }),
      ...(dpo && {
        'dpv:hasDataProtectionOfficer': {
          '@type': 'dpv:DataProtectionOfficer',
          ...((dpo.name ?? dpo.role) !== undefined && { 'dpv:hasName': dpo.name ?? dpo.role }),
          ...contactOf(dpo),
        },
      }),
    },
    ...processesOf(facts, url),
  };
}

function contactOf({ email, phone, form, address }: Facts['controller']['contact']): Node {
  const ways = [
    ...(email ? [`mailto:${email}`] : []),
    ...(phone ? [`tel:${phone}`] : []),
    ...(form ? [form] : []),
  ];
  return {
    ...(ways.length > 0 && { 'dpv:hasContact': ways }),
    ...(address && {
      'dpv:hasAddress': [
        ...address.lines,
        address.town,
        address.county,
        address.postcode,
        address.country,
      ]
        .filter((line) => line !== undefined)
        .join(', '),
    }),
  };
}

/** Numbers in registers, each with the name of its register. */
function identifiersOf({
  companyNumber,
  icoRegistration,
  charityNumber,
  vatNumber,
  lei,
}: Facts['controller']): Node {
  const numbers = Object.entries({
    'Companies House': companyNumber,
    ICO: icoRegistration,
    'Charity register': charityNumber,
    VAT: vatNumber,
    LEI: lei,
  }).flatMap(([register, value]) =>
    value === undefined
      ? []
      : [{ '@type': 'schema:PropertyValue', 'schema:propertyID': register, 'schema:value': value }],
  );
  return numbers.length > 0 ? { 'schema:identifier': numbers } : {};
}
