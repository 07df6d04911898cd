/** Facts of the versions of a history: those of each text, and what no version can be without. */
import { factsTaken, type FrontmatterData } from './frontmatter.ts';
import type { IsoDate } from '../notices/dates.ts';
import type { Answers, Imported, Proposal, Remark } from './model.ts';

type Facts = Map<string, Proposal['value']>;

/** The facts of one version. */
export interface VersionFacts {
  facts: Facts;
  /** What no version can be without, and no version of the history says. */
  missing: string[];
}

/** Ways to reach the controller, of which a version needs one. */
const ROUTES = 'controller.contact.';

/** What no version can be without. */
const NEEDED: readonly { name: string; isKey: (key: string) => boolean }[] = [
  { name: 'title', isKey: (key) => key === 'title' },
  { name: 'controller.name', isKey: (key) => key === 'controller.name' },
  { name: 'controller.contact', isKey: (key) => key.startsWith(ROUTES) },
];

/** Where the versions are whose facts are taken: without any, they are all that there is. */
export interface Beside {
  /** Whether versions are there before them: then a text without a fact has theirs. */
  isFollowing?: boolean;
  /** The frontmatter of the version after them, which is there: the nearest to the last of them. */
  next?: FrontmatterData;
}

/**
 * Takes the facts of each text. Where a text lacks what no version can be without, it is the same as
 * in the nearest version that says it, an earlier one first: they are versions of one notice. It is
 * told, so that a person can correct it.
 *
 * @param all the texts of the versions with their days, oldest first
 */
export function factsOfVersions(
  all: readonly VersionText[],
  answers: Answers,
  { isFollowing = false, next }: Beside = {},
): { versions: VersionFacts[]; remarks: Remark[] } {
  const own = all.map(({ imported: { facts, title } }): Facts => {
    const taken = factsTaken(facts, answers);
    if (title && !taken.has('title')) taken.set('title', title.text);
    return taken;
  });
  if (isFollowing) return { versions: own.map((facts) => ({ facts, missing: [] })), remarks: [] };
  const others = next ? [...own, neededIn(next)] : own;
  const carried: Carried[] = [];
  const versions = own.map((facts, index): VersionFacts => {
    const whole = new Map(facts);
    const missing = NEEDED.filter(({ name, isKey }) => {
      if ([...facts.keys()].some(isKey)) return false;
      const nearest = [...own.slice(0, index).toReversed(), ...others.slice(index + 1)]
        .map((other) => [...other].filter(([key]) => isKey(key)))
        .find((entries) => entries.length > 0);
      for (const [key, value] of nearest ?? []) whole.set(key, value);
      const text = all[index];
      if (nearest && text) carried.push({ name, ...carriedTo(text, isKey, nearest) });
      return !nearest;
    });
    return { facts: whole, missing: missing.map(({ name }) => name) };
  });
  return { versions, remarks: remarksOn(carried) };
}

/** The text of a version, and its day. */
export interface VersionText {
  date: IsoDate;
  imported: Pick<Imported, 'facts' | 'title'>;
}

/** A fact that a version has from another one. */
interface Carried {
  name: string;
  date: IsoDate;
  value: string;
  /** What its own text may say instead. */
  candidates: string[];
}

const carriedTo = (
  { date, imported }: VersionText,
  isKey: (key: string) => boolean,
  taken: readonly (readonly [string, Proposal['value']])[],
): Omit<Carried, 'name'> => ({
  date,
  value: taken.map(([, value]) => wordsIn(value)).join(', '),
  candidates: imported.facts.flatMap(({ key, value }) => (isKey(key) ? [wordsIn(value)] : [])),
});

/** The facts that versions have from others, those with the same value as one. */
function remarksOn(carried: readonly Carried[]): Remark[] {
  const groups = Map.groupBy(carried, ({ name, value }) => JSON.stringify([name, value]));
  return [...groups.values()].map((all): Remark => {
    const [{ name, value } = { name: '', value: '' }] = all;
    const days = all.map(({ date }) => date);
    const shown = days.slice(0, MOST_DAYS).join(', ');
    const more = days.length > MOST_DAYS ? ` and ${days.length - MOST_DAYS} more` : '';
    const candidates = [...new Set(all.flatMap((each) => each.candidates))].slice(0, MOST_DAYS);
    const instead =
      candidates.length > 0 ? `, where texts may say ${candidates.join(' or ')} instead` : '';
    return { code: 'fact-carried', detail: `${name} is ${value} in ${shown}${more}${instead}` };
  });
}

/** So many days and candidates are named. */
const MOST_DAYS = 4;

const wordsIn = (value: Proposal['value']): string =>
  typeof value === 'string' ? value : [...value.lines, value.town ?? ''].join(', ');

/** What no version can be without, as a version has it that is there. */
function neededIn({ title, controller }: FrontmatterData): Facts {
  const { name, contact } = groupOf(controller);
  const routes = Object.entries(groupOf(contact)).map(([key, value]) => [ROUTES + key, value]);
  return new Map(
    [['title', title], ['controller.name', name], ...routes].flatMap(([key, value]) =>
      typeof key === 'string' && isValue(value) ? [[key, value] as const] : [],
    ),
  );
}

/** Whether a fact is words, or an address. */
const isValue = (value: unknown): value is Proposal['value'] =>
  typeof value === 'string' || Array.isArray(groupOf(value)['lines']);

const groupOf = (value: unknown): FrontmatterData =>
  typeof value === 'object' && value !== null ? (value as FrontmatterData) : {};
