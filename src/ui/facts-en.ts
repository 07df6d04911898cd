/** What happened to a fact, in English. Light enough for a page's script. */
import type { FactField } from '../compare/facts.ts';
import type { FactChange } from '../compare/model.ts';
import { formatDate, isIsoDate } from '../notices/dates.ts';
import { countryName, PARTS_OF_THE_UK } from '../notices/places.ts';
import type { ContactRoutes } from '../notices/schema.ts';

const routes = <P extends string>(path: P, whose: string) =>
  ({
    [`${path}.email`]: `${whose} e-mail`,
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
  'controller.kind': 'kind of organisation',
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
};

const nameOf = new Map<string, string>(Object.entries(names));

/** Those that have members, which come and go. */
const SETS: ReadonlySet<string> = new Set<FactField>(['audience', 'controller.tradingNames']);

/** Those that are sentences, and would run into ours. */
const PROSE: ReadonlySet<string> = new Set<FactField>(['title', 'summary']);

/** What the codes of a field stand for; without one, they are what people write. */
const wordsOf = new Map<string, (code: string) => string>(
  Object.entries({
    withdrawn: (date: string) => (isIsoDate(date) ? formatDate(date) : date),
    'controller.kind': (kind: string) => (kind === 'llp' ? 'LLP' : kind.replaceAll('-', ' ')),
    'controller.registeredIn': (part: string) => parts.get(part) ?? part,
  } satisfies Partial<Record<FactField, (code: string) => string>>),
);

const parts = new Map<string, string>(Object.entries(PARTS_OF_THE_UK));

/** An address abroad ends with the code of its country. */
const isAddress = (field: string): boolean => /\.(?:address|registeredOffice)$/.test(field);
const addressLine = (line: string): string => (/^[A-Z]{2}$/.test(line) ? countryName(line) : line);

/** The values of a fact as people read them, a line each. */
function linesOf(field: string, values: readonly string[]): string[] {
  const toWords = isAddress(field) ? addressLine : wordsOf.get(field);
  return toWords ? values.map(toWords) : [...values];
}

/** What a fact is called within a sentence: "data protection officer's e-mail". */
export const factName = (field: string): string => nameOf.get(field) ?? field;

/** A change of a fact as a sentence without its full stop: "Company number added: 01234567". */
export function describeFactChange({ field, kind, before, after }: FactChange): string {
  // A path that has no name stays as it is written.
  const subject = nameOf.has(field) ? capitalise(factName(field)) : field;
  if (SETS.has(field)) return `${subject}: ${comings(before, after)}`;
  const words = (values: string[]) =>
    PROSE.has(field) ? `“${values.join(' ')}”` : linesOf(field, values).join(', ');
  if (kind === 'added') return `${subject} added: ${words(after)}`;
  if (kind === 'removed') return `${subject} removed: ${words(before)}`;
  return `${subject} changed from ${words(before)} to ${words(after)}`;
}

function comings(left: string[], came: string[]): string {
  const list = new Intl.ListFormat('en-GB');
  return [
    ...(left.length > 0 ? [`${list.format(left)} removed`] : []),
    ...(came.length > 0 ? [`${list.format(came)} added`] : []),
  ].join(', ');
}

const capitalise = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
