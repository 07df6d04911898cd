/** The names of facts and the sentences about their changes. Small enough for a page's script. */
import type { FactField } from '../../compare/facts.ts';
import { countryName, PARTS_OF_THE_UK } from '../../notices/places.ts';
import type { ContactRoutes } from '../../notices/schema.ts';
import { common } from './common.ts';

const routes = <P extends string>(path: P, whose: string) =>
  ({
    [`${path}.email`]: `${whose} email`,
    [`${path}.phone`]: `${whose} telephone`,
    [`${path}.address`]: `${whose} address`,
    [`${path}.form`]: `${whose} web form`,
  }) as Record<`${P}.${keyof ContactRoutes}`, string>;

const names: Record<FactField, string> = {
  title: 'title',
  summary: 'summary',
  language: 'language',
  audience: 'audience',
  withdrawn: 'date of withdrawal',
  'controller.name': "controller's name",
  'controller.tradingNames': 'trading names',
  'controller.kind': 'type of organisation',
  'controller.companyNumber': 'company number',
  'controller.registeredIn': 'place of registration',
  'controller.registeredOffice': 'registered office',
  ...routes('controller.contact', 'contact'),
  'controller.icoRegistration': 'ICO registration',
  'controller.charityNumber': 'charity number',
  'controller.vatNumber': 'VAT number',
  'controller.lei': 'LEI',
  'dpo.role': "data protection officer's role",
  'dpo.name': "data protection officer's name",
  ...routes('dpo', "data protection officer's"),
  'representatives.uk.name': "UK representative's name",
  ...routes('representatives.uk', "UK representative's"),
  'representatives.eu.name': "EU representative's name",
  ...routes('representatives.eu', "EU representative's"),
  'representatives.ch.name': "Swiss representative's name",
  ...routes('representatives.ch', "Swiss representative's"),
  ...routes('complaints', 'complaints'),
  processing: 'purposes',
  records: 'records of purposes',
  'processing.purpose': 'purpose',
  'processing.kind': 'kind of purpose',
  'processing.lawfulBasis': 'lawful basis',
  'processing.legitimateInterest': 'our interest',
  'processing.dataCategories': 'what we use',
  'processing.sources': 'where we get it from',
  'processing.provision': 'whether you must give it',
  'processing.pecr': 'electronic marketing',
  'processing.recipients': 'who receives it',
  'processing.transfers': 'transfers abroad',
  'processing.retention': 'how long we keep it',
  automatedDecisions: 'automated decisions',
  withdrawal: 'how to withdraw consent',
  storageAccess: 'storage on your device',
};

const nameOf = new Map<string, string>(Object.entries(names));
const parts = new Map<string, string>(Object.entries(PARTS_OF_THE_UK));

/** The name of a fact within a sentence: "data protection officer's email". */
const factName = (field: string): string => nameOf.get(field) ?? field;

/**
 * The same at the beginning of a sentence, for one of several purposes if it is of one. A path
 * without a name stays as it is.
 */
const subject = (field: string, of?: string): string =>
  (nameOf.has(field) ? capitalise(factName(field)) : field) +
  (of === undefined || field === 'processing.purpose' ? '' : ` for “${of}”`);

const capitalise = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** The change of a fact that is a set: which members were removed and which added. */
function members(
  field: string,
  left: readonly string[],
  came: readonly string[],
  of?: string,
): string {
  const comings = [
    ...(left.length > 0 ? [`${common.listed(left)} removed`] : []),
    ...(came.length > 0 ? [`${common.listed(came)} added`] : []),
  ];
  return `${subject(field, of)}: ${comings.join(', ')}`;
}

const purposeKinds = {
  service: 'providing a service',
  account: 'managing an account',
  marketing: 'marketing',
  'direct-marketing': 'direct marketing',
  legal: 'legal duties and claims',
  security: 'security',
  analytics: 'analytics',
  recruitment: 'recruitment',
  employment: 'employment',
  complaints: 'handling complaints',
  research: 'research',
  other: 'other',
};

/** PECR regulation 22. */
const marketingGrounds = {
  consent: 'consent',
  'soft-opt-in': 'existing customers who have not opted out (soft opt-in)',
  'charity-soft-opt-in': 'existing supporters who have not opted out (charity soft opt-in)',
  'not-electronic': 'no electronic messages',
};

export const facts = {
  name: factName,

  /** Sentences without a full stop. They take the field, not its name, which a language may inflect. */
  added: (field: string, value: string, of?: string): string =>
    of === undefined ? `${subject(field)} added: ${value}` : `${subject(field, of)}: now ${value}`,
  removed: (field: string, value: string, of?: string): string =>
    of === undefined
      ? `${subject(field)} removed: ${value}`
      : `${subject(field, of)}: removed, was ${value}`,
  changed: (field: string, before: string, after: string, of?: string): string =>
    of === undefined
      ? `${subject(field)} changed from ${before} to ${after}`
      : `${subject(field, of)}: ${before}; now ${after}`,
  members,

  /** A value that is a sentence of its own, and would otherwise run into ours. */
  quoted: (value: string): string => `“${value}”`,
  /** A value of several lines, on one. */
  lines: (lines: readonly string[]): string => lines.join(', '),

  /** The answer that there are none. */
  none: 'none',

  /** The meaning of codes. */
  kind: (code: string): string => (code === 'llp' ? 'LLP' : code.replaceAll('-', ' ')),
  purposeKinds,
  marketingGrounds,
  partOfTheUk: (code: string): string => parts.get(code) ?? code,
  country: countryName,
};
