/** What is different between the facts of two versions, by what they mean. */
import { formatDate, type IsoDate } from '../notices/dates.ts';
import type { Address, ContactRoutes, Facts } from '../notices/schema.ts';
import { idOf } from './hash.ts';
import type { FactChange } from './model.ts';

type Controller = Facts['controller'];
type Representative = Facts['representatives'][number];
type Regime = Representative['regime'];

/** Facts about a version and its layout, which `compareFacts` passes over. */
type OfTheVersion =
  | 'published'
  | 'effective'
  | 'reviewed'
  | 'reviewDue'
  | 'numbered'
  | 'changeType'
  | 'changes'
  | 'notified';
type GroupName = 'controller' | 'dpo' | 'representatives' | 'complaints';

/** Where a fact that is compared stands. A fact new to the schema is here until it is left out. */
export type FactField =
  | Exclude<keyof Facts, OfTheVersion | GroupName>
  | `controller.${Exclude<keyof Controller, 'contact'>}`
  | `controller.contact.${keyof ContactRoutes}`
  | `dpo.${keyof NonNullable<Facts['dpo']>}`
  | `representatives.${Regime}.${Exclude<keyof Representative, 'regime'>}`
  | `complaints.${keyof NonNullable<Facts['complaints']>}`;

/** One value of a fact: what decides whether two are the same, and what people read. */
interface Value {
  key: string;
  lines: string[];
}

/**
 * The facts that differ between two versions, in the order of the schema, one change for each
 * field. A group that appears or goes does so field by field.
 *
 * What tells of the version and not of the company is no difference: when it was published, from
 * when it applies, when it was or will be reviewed, what sort of change it is, its list of changes
 * and how people were told; nor is the numbering of sections, which is layout. These differ
 * between any two versions, and pages show them as what they are. `withdrawn` is compared: that a
 * notice applies no longer is something it tells people.
 */
export function compareFacts(before: Facts, after: Facts): FactChange[] {
  const old = valuesOf(before);
  const now = valuesOf(after);
  return (Object.keys(old) as FactField[]).flatMap((field) =>
    difference(field, old[field], now[field]),
  );
}

/** Every value is one of a set; most sets have one at most. */
function difference(field: FactField, old: Value[], now: Value[]): FactChange[] {
  const left = without(old, now);
  const came = without(now, old);
  if (left.length === 0 && came.length === 0) return [];
  return [
    {
      // Of keys: another way of writing the same values is no other change.
      id: idOf(field, keysOf(left).join('\n'), keysOf(came).join('\n')),
      field,
      kind: left.length === 0 ? 'added' : came.length === 0 ? 'removed' : 'changed',
      before: left.flatMap(({ lines }) => lines),
      after: came.flatMap(({ lines }) => lines),
    },
  ];
}

/** The values that are not among others, each once, in an order that no author chose. */
function without(values: Value[], others: Value[]): Value[] {
  const known = new Set(keysOf(others));
  const rest = values.filter(({ key }) => !known.has(key)).sort(inOrder);
  return [...new Map(rest.map((value) => [value.key, value])).values()];
}

/** By key; of two ways to write one value, the same is always the last, and the one that is kept. */
const inOrder = (a: Value, b: Value): number => (written(a) < written(b) ? -1 : 1);
const written = ({ key, lines }: Value): string => [key, ...lines].join('\n');

const keysOf = (values: Value[]): string[] => values.map(({ key }) => key);

/** Everything that is compared, in the order of the schema; no values where nothing is said. */
function valuesOf(facts: Facts): Record<FactField, Value[]> {
  const { controller, dpo, representatives, complaints } = facts;
  // By regime alone: two representatives for one are one set of names, one of addresses.
  const representing = (wanted: Regime) =>
    partyValues(representatives.filter(({ regime }) => regime === wanted));
  return {
    title: text(facts.title),
    summary: text(facts.summary),
    language: languageTag(facts.language),
    audience: text(...facts.audience),
    withdrawn: day(facts.withdrawn),
    ...under('controller', {
      name: text(controller.name),
      tradingNames: text(...controller.tradingNames),
      kind: organisation(controller.kind),
      companyNumber: text(controller.companyNumber),
      registeredIn: register(controller.registeredIn),
      registeredOffice: address(controller.registeredOffice),
      ...under('contact', routeValues([controller.contact])),
      icoRegistration: text(controller.icoRegistration),
      charityNumber: text(controller.charityNumber),
      vatNumber: text(controller.vatNumber),
      lei: text(controller.lei),
    }),
    ...under('dpo', { role: text(dpo?.role), ...partyValues([dpo]) }),
    ...under('representatives', {
      ...under('uk', representing('uk')),
      ...under('eu', representing('eu')),
      ...under('ch', representing('ch')),
    }),
    ...under('complaints', routeValues([complaints])),
  };
}

type Party = ContactRoutes & { name?: string | undefined };

const partyValues = (parties: (Party | undefined)[]) => ({
  name: text(...parties.map((party) => party?.name)),
  ...routeValues(parties),
});

const routeValues = (parties: (ContactRoutes | undefined)[]) => ({
  email: email(...parties.map((party) => party?.email)),
  phone: text(...parties.map((party) => party?.phone)),
  address: address(...parties.map((party) => party?.address)),
  form: webAddress(...parties.map((party) => party?.form)),
});

/** The same values with the path of their group before their fields. */
const under = <P extends string, F extends string>(path: P, values: Record<F, Value[]>) =>
  Object.fromEntries(
    Object.entries(values).map(([field, value]) => [`${path}.${field}`, value]),
  ) as Record<`${P}.${F}`, Value[]>;

/** Reads the values there are, each by its key and, where that is not what people read, lines. */
const reader =
  <T>(keyOf: (value: T) => string, linesOf = (value: T) => [keyOf(value)]) =>
  (...given: (T | undefined)[]): Value[] =>
    given.flatMap((value) =>
      value === undefined ? [] : [{ key: keyOf(value), lines: linesOf(value) }],
    );

const tidy = (value: string): string => value.normalize('NFC').replace(/\s+/g, ' ').trim();

const text = reader(tidy);

const languageTag = reader(
  (tag: string) => tag.toLowerCase(),
  (tag) => [tag],
);

const day = reader(
  (date: IsoDate) => date,
  (date) => [formatDate(date)],
);

const organisation = reader(
  (kind: NonNullable<Controller['kind']>) => kind,
  (kind) => [kind === 'llp' ? 'LLP' : kind.replaceAll('-', ' ')],
);

const REGISTERS = {
  'england-and-wales': 'England and Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
} as const;

const register = reader(
  (part: keyof typeof REGISTERS) => part,
  (part) => [REGISTERS[part]],
);

const email = reader((value: string) =>
  tidy(value)
    .replace(/^mailto:/i, '')
    .replace(/@.*$/, (domain) => domain.toLowerCase()),
);

const webAddress = reader(
  (url: string) =>
    tidy(url)
      .replace(/^\w+:\/\/[^/?#]*/, (origin) => origin.toLowerCase())
      // The slash that ends the path, before a query or fragment if there is one.
      .replace(/^([^?#]*)\/(?=[?#]|$)/, '$1'),
  // Whole: http and https may be all the difference.
  (url) => [tidy(url)],
);

const address = reader(addressKey, addressLines);

/** Where an address ends one line and begins the next means nothing, nor do commas and case. */
function addressKey({ lines, town, county = '', postcode = '', country }: Address): string {
  const parts = [...lines, town, county, postcode.replace(/\s/g, ''), country];
  return tidy(parts.join(' ').replaceAll(',', ' ')).toLowerCase();
}

/** An address as on an envelope; the country where it is abroad. */
function addressLines({ lines, town, county = '', postcode = '', country }: Address): string[] {
  const abroad = country === 'GB' ? '' : countryName(country);
  return [...lines, town, county, postcode, abroad].filter((line) => line !== '').map(tidy);
}

const countryName = (code: string): string =>
  new Intl.DisplayNames(['en-GB'], { type: 'region' }).of(code) ?? code;
