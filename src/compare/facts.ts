/** What is different between the facts of two versions, by what they mean. */
import type { Address, ContactRoutes, Facts } from '../notices/schema.ts';
import { changeBetween, tidy, type Value } from './fact-values.ts';
import type { FactChange } from './model.ts';
import type { RecordField, RecordFact } from './records.ts';

type Controller = Facts['controller'];
type Representative = Facts['representatives'][number];
type Regime = Representative['regime'];

/** Facts about a version and its layout, which `compareFacts` passes over. */
type OfTheVersion =
  | 'published'
  | 'effective'
  | 'imported'
  | 'approved'
  | 'reviewed'
  | 'reviewDue'
  | 'calledOff'
  | 'numbered'
  | 'changeType'
  | 'changes'
  | 'waived'
  | 'notified';
type GroupName = 'controller' | 'dpo' | 'representatives' | 'complaints';

/** Where a fact that is compared stands. A fact new to the schema is here until it is left out. */
export type FactField =
  | Exclude<keyof Facts, OfTheVersion | GroupName | RecordFact>
  | RecordField
  | `controller.${Exclude<keyof Controller, 'contact'>}`
  | `controller.contact.${keyof ContactRoutes}`
  | `dpo.${keyof NonNullable<Facts['dpo']>}`
  | `representatives.${Regime}.${Exclude<keyof Representative, 'regime'>}`
  | `complaints.${keyof NonNullable<Facts['complaints']>}`;

const fields = <P extends string, F extends string>(path: P, ...names: F[]) =>
  names.map((name) => `${path}.${name}` as const);

const routes = <P extends string>(path: P) => fields(path, 'email', 'phone', 'address', 'form');

/** Everything that is compared, in the order of the schema, but for records. */
export const factFields: readonly Exclude<FactField, RecordField>[] = [
  'title',
  'summary',
  'language',
  'audience',
  'withdrawn',
  ...fields('controller', 'name', 'tradingNames', 'kind', 'companyNumber'),
  ...fields('controller', 'registeredIn', 'registeredOffice'),
  ...routes('controller.contact'),
  ...fields('controller', 'icoRegistration', 'charityNumber', 'vatNumber', 'lei'),
  ...fields('dpo', 'role', 'name'),
  ...routes('dpo'),
  ...(['uk', 'eu', 'ch'] as const).flatMap((regime) => [
    `representatives.${regime}.name` as const,
    ...routes(`representatives.${regime}`),
  ]),
  ...routes('complaints'),
];

/**
 * The facts that differ between two versions, but for their records, in the order of the schema, one
 * change for each field. A group that appears or goes does so field by field.
 *
 * What tells of the version and not of the company is no difference: when it was published, from
 * when it applies and how that is known, when it was or will be reviewed, whether it was called off, what sort of change it is, its list of changes
 * and how people were told; nor is the numbering of sections, which is layout. These differ
 * between any two versions, and pages show them as what they are. `withdrawn` is compared: that a
 * notice applies no longer is something it tells people.
 */
export const compareFacts = (before: Facts, after: Facts): FactChange[] =>
  factFields.flatMap((field) =>
    changeBetween(field, valuesOf(before, field), valuesOf(after, field)),
  );

/** What stands at the place of a field: all members of a list; none where nothing is said. */
function valuesOf(facts: Facts, field: FactField): Value[] {
  const path = field.split('.');
  // The list of fields is checked against the schema, so texts and addresses are at their ends.
  const found = path.reduce(
    (groups, key) => groups.flatMap((group) => step(group, key)),
    [facts as unknown as Group],
  ) as (Group | string)[] as (Address | string)[];
  const toKey = keyBy[path.at(-1) ?? ''] ?? same;
  return found.map((value) =>
    typeof value === 'string'
      ? { key: toKey(tidy(value)), lines: [tidy(value)] }
      : { key: addressKey(value), lines: addressLines(value) },
  );
}

type Group = Readonly<Record<string, unknown>>;

/** One step down a path. A representative is found by the regime, wherever it is listed. */
const step = (group: Group, key: string): Group[] =>
  [group[key] ?? (group['regime'] === key ? group : [])].flat() as Group[];

const same = (value: string): string => value;

/** What decides, of fields that can be written in several ways. */
const keyBy: Readonly<Record<string, (value: string) => string>> = {
  language: (tag) => tag.toLowerCase(),
  email: (value) =>
    value.replace(/^mailto:/i, '').replace(/@.*$/, (domain) => domain.toLowerCase()),
  form: (url) =>
    url
      .replace(/^\w+:\/\/[^/?#]*/, (origin) => origin.toLowerCase())
      // The slash that ends the path, before a query or fragment if there is one.
      .replace(/^([^?#]*)\/(?=[?#]|$)/, '$1'),
};

/** Where an address ends one line and begins the next means nothing, nor do commas and case. */
function addressKey({ lines, town, county = '', postcode = '', country }: Address): string {
  const parts = [...lines, town, county, postcode.replace(/\s/g, ''), country];
  return tidy(parts.join(' ').replaceAll(',', ' ')).toLowerCase();
}

/** An address as on an envelope; the code of the country where it is abroad. */
const addressLines = ({ lines, town, county, postcode, country }: Address): string[] =>
  [...lines, town, county, postcode, country === 'GB' ? '' : country].flatMap((line) =>
    line ? [tidy(line)] : [],
  );
