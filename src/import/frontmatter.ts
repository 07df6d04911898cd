/** The frontmatter of an imported version: the facts taken from a text, in the order that `new` writes. */
import { CST, Document, isScalar, Lexer, Scalar, visit } from 'yaml';
import { isIsoDate, type IsoDate } from '../notices/dates.ts';
import { LATER_FACTS } from '../notices/text.ts';
import type { Facts } from '../notices/schema.ts';
import type { AddressValue, Answers, Proposal } from './model.ts';

type Imported = NonNullable<Facts['imported']>;

/** Facts as plain data, as a file has them in its frontmatter. */
export type FrontmatterData = Record<string, unknown>;

/** What the frontmatter of an imported version is made of. */
export interface FactsTaken {
  title?: string | undefined;
  /** Of the text; English is the default and not written. */
  language?: string | undefined;
  published: IsoDate;
  effective: IsoDate;
  /** Of a version from a history: where it was found, and how its day is known. */
  imported?: Imported | undefined;
  isNumbered?: boolean | undefined;
  /** The version it follows, as plain data: what the text does not say stays as it is there. */
  before?: FrontmatterData | undefined;
  /** The draft that it replaces, as plain data: what is no fact of the text stays as it is there. */
  draft?: FrontmatterData | undefined;
  /** By their keys; those of dates are passed over. */
  facts: ReadonlyMap<string, Proposal['value']>;
}

/** The order of the keys; others follow in the order in which they are. */
const TOP = [
  ...['title', 'summary', 'language', 'audience', 'published', 'effective', 'imported'],
  ...['numbered', 'changeType', 'changes', 'controller', 'dpo', 'representatives', 'complaints'],
];
const CONTROLLER = [
  ...['name', 'tradingNames', 'kind', 'companyNumber', 'registeredIn', 'registeredOffice'],
  ...['contact', 'icoRegistration', 'charityNumber', 'vatNumber', 'lei'],
];

/** What no version can be without, with what to write there. */
const NEEDED = {
  title: 'what the notice is called',
  name: 'the full legal name of the organisation that is responsible',
  email: 'the address for questions about personal data',
} as const;

/** The comments that stand beside what is to be filled in. */
const NOTES = new Set<string>(Object.values(NEEDED));

/** Comments of YAML that somebody wrote: those of `writeFrontmatter` are left out. */
export function commentsIn(yaml: string): string[] {
  let isScalarNext = false;
  return [...new Lexer().lex(yaml)].flatMap((token) => {
    const isComment = !isScalarNext && CST.tokenType(token) === 'comment';
    isScalarNext = token === CST.SCALAR;
    const words = token.slice(1).trim();
    return isComment && words !== '' && !NOTES.has(words) ? [words] : [];
  });
}

/**
 * The proposals that are taken: those that a person chose, and those that are sure and have no rival.
 *
 * @returns their values by key
 */
export function factsTaken(
  proposals: readonly Proposal[],
  { facts: chosen = {} }: Answers,
): Map<string, Proposal['value']> {
  const taken = new Map<string, Proposal['value']>();
  for (const [key, rivals] of proposalsByKey(proposals)) {
    const [first] = rivals;
    if (chosen[key] === undefined && first?.isSure && rivals.length === 1 && isWhole(first.value)) {
      taken.set(key, first.value);
    }
  }
  for (const [key, value] of Object.entries(chosen)) if (value !== null) taken.set(key, value);
  return taken;
}

/** Proposals by key, those that say the same as one. */
export function proposalsByKey(proposals: readonly Proposal[]): Map<string, Proposal[]> {
  const groups = new Map<string, Map<string, Proposal>>();
  for (const each of proposals) {
    const group = groups.get(each.key) ?? new Map<string, Proposal>();
    const value = JSON.stringify(each.value);
    if (!group.get(value)?.isSure) group.set(value, each);
    groups.set(each.key, group);
  }
  return new Map([...groups].map(([key, group]) => [key, [...group.values()]]));
}

/** Whether the schema can have a value: an address has lines and a town. */
export const isWhole = (value: Proposal['value']): boolean =>
  typeof value === 'string' || (value.lines.length > 0 && value.town !== undefined);

/** Whether a key is that of a date, which does not go into the frontmatter as it is. */
export const isDateKey = (key: string): boolean =>
  key.startsWith('date.') || ['effective', 'updated', 'published', 'reviewed'].includes(key);

/** The frontmatter of a version with the lines `---` around it. What is missing is left to fill in. */
export function writeFrontmatter(taken: FactsTaken): string {
  const { title, language, published, effective, imported, isNumbered, facts } = taken;
  const data = startOf(taken);
  Object.assign(data, { published, effective });
  if (title !== undefined) data['title'] = title;
  if (language !== undefined && !/^en\b/i.test(language)) data['language'] = language;
  // Not the language of the version before, where the text is in English.
  else if (imported && language !== undefined) delete data['language'];
  if (isNumbered) data['numbered'] = true;
  else if (imported) delete data['numbered'];
  for (const [key, value] of facts) {
    if (!isDateKey(key) && key !== 'title') put(data, key, value);
  }
  return `---\n${printed(withPlaces(data))}---\n`;
}

/** What is there before the facts of the text are put in. */
function startOf({ draft, before, imported }: FactsTaken): FrontmatterData {
  if (draft) return { ...draft };
  const later: readonly string[] = LATER_FACTS;
  const data: FrontmatterData = before
    ? Object.fromEntries(Object.entries(before).filter(([key]) => !isOfOneVersion(key, later)))
    : {};
  // What an imported version changed is for its comparison to say: nobody wrote it at the time.
  if (imported) return { ...data, imported };
  return before ? { ...data, changes: [] } : { changeType: 'initial' };
}

/**
 * The facts of a text that go into a draft which was imported before: not those that somebody has
 * corrected or taken out in it since.
 *
 * @param draft its frontmatter, as plain data
 * @param last the facts that were put into it
 */
export function factsNotEdited(
  facts: ReadonlyMap<string, Proposal['value']>,
  draft: FrontmatterData,
  last: ReadonlyMap<string, Proposal['value']>,
): Map<string, Proposal['value']> {
  const put = dataOf(last);
  return new Map([...facts].filter(([key]) => isDeepEqual(at(draft, key), at(put, key))));
}

/** Facts in their places. */
function dataOf(facts: ReadonlyMap<string, Proposal['value']>): FrontmatterData {
  const data: FrontmatterData = {};
  for (const [key, value] of facts) put(data, key, value);
  return data;
}

/** What stands in the place of a fact; nothing where it is left to fill in. */
const at = (data: FrontmatterData, key: string): unknown =>
  placeOf(key).reduce<unknown>((group, part) => groupOf(group)[part], data) ?? undefined;

const isDeepEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Where a fact stands, from the top. */
const placeOf = (key: string): string[] =>
  key.startsWith('representatives.')
    ? ['representatives']
    : (key === 'dpo' ? 'dpo.role' : key).split('.');

/** Whether a fact is of the version before alone, and not of one that follows it. */
const isOfOneVersion = (key: string, later: readonly string[]): boolean =>
  later.includes(key) || key === 'changeType' || key === 'changes' || key === 'imported';

/** Puts a value where its key says: `controller.contact.email`, `representatives.uk`, `dpo`. */
function put(data: FrontmatterData, key: string, value: Proposal['value']): void {
  const representative = /^representatives\.(uk|eu|ch)$/.exec(key)?.[1];
  if (representative !== undefined) {
    const others = Array.isArray(data['representatives'])
      ? (data['representatives'] as unknown[])
      : [];
    const kept = others.filter((each) => groupOf(each)['regime'] !== representative);
    data['representatives'] = [...kept, { regime: representative, name: value }];
    return;
  }
  const path = placeOf(key);
  const last = path.pop() ?? '';
  let group = data;
  for (const part of path) group = group[part] = { ...groupOf(group[part]) };
  const plain = typeof value === 'string' ? value : addressOf(value);
  group[last] = last === 'tradingNames' ? [plain] : plain;
}

const groupOf = (value: unknown): FrontmatterData =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as FrontmatterData)
    : {};

/** An address in the order in which it is written. */
const addressOf = ({ lines, town, county, postcode, country }: AddressValue): FrontmatterData => ({
  lines,
  ...(town !== undefined && { town }),
  ...(county !== undefined && { county }),
  ...(postcode !== undefined && { postcode }),
  ...(country !== undefined && country !== 'GB' && { country }),
});

/** The facts in order, with empty places for those that no version can be without. */
function withPlaces(data: FrontmatterData): FrontmatterData {
  const controller = groupOf(data['controller']);
  const contact = groupOf(controller['contact']);
  const whole = {
    ...data,
    title: data['title'] ?? null,
    controller: inOrder(
      {
        ...controller,
        name: controller['name'] ?? null,
        contact: Object.keys(contact).length > 0 ? contact : { email: null },
      },
      CONTROLLER,
    ),
  };
  return inOrder(whole, TOP);
}

/** The keys of a list first, in its order. */
const inOrder = (data: FrontmatterData, keys: readonly string[]): FrontmatterData =>
  Object.fromEntries(
    [...keys.filter((key) => data[key] !== undefined), ...Object.keys(data)].map((key) => [
      key,
      data[key],
    ]),
  );

/** Facts as YAML: days in quotes, and beside an empty place what belongs there. */
function printed(data: FrontmatterData): string {
  const document = new Document(data);
  visit(document, {
    Pair(_, { key, value }) {
      if (!isScalar(value)) return;
      if (typeof value.value === 'string' && isIsoDate(value.value)) {
        value.type = Scalar.QUOTE_DOUBLE;
      }
      const name = isScalar(key) ? String(key.value) : '';
      if (value.value === null && Object.hasOwn(NEEDED, name)) {
        value.comment = ` ${NEEDED[name as keyof typeof NEEDED]}`;
      }
    },
  });
  return document.toString({ lineWidth: 0, nullStr: '' });
}
