/** Facts of the versions of a history: those of each text, and what no version can be without. */
import { factsTaken } from './frontmatter.ts';
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

/**
 * Takes the facts of each text. Where a text lacks what no version can be without, it is the same as
 * in the nearest version that says it, an earlier one first: they are versions of one notice. It is
 * told, so that a person can correct it.
 *
 * @param all the texts of the versions, oldest first
 * @param isFollowing whether versions are there before them: then a text without a fact has theirs,
 *   and what was answered about the first of them is in their files
 */
export function factsOfVersions(
  all: readonly Pick<Imported, 'facts' | 'title'>[],
  answers: Answers,
  isFollowing = false,
): { versions: VersionFacts[]; remarks: Remark[] } {
  const own = all.map(({ facts, title }): Facts => {
    const taken = factsTaken(facts, answers);
    if (title && !taken.has('title')) taken.set('title', title.text);
    return taken;
  });
  if (isFollowing) return { versions: own.map((facts) => ({ facts, missing: [] })), remarks: [] };
  const carried = new Map<string, number>();
  const versions = own.map((facts, index): VersionFacts => {
    const whole = new Map(facts);
    const missing = NEEDED.filter(({ name, isKey }) => {
      if ([...facts.keys()].some(isKey)) return false;
      const nearest = [...own.slice(0, index).toReversed(), ...own.slice(index + 1)]
        .map((other) => [...other].filter(([key]) => isKey(key)))
        .find((entries) => entries.length > 0);
      for (const [key, value] of nearest ?? []) whole.set(key, value);
      if (nearest) carried.set(name, (carried.get(name) ?? 0) + 1);
      return !nearest;
    });
    return { facts: whole, missing: missing.map(({ name }) => name) };
  });
  const remarks = [...carried].map(([name, count]): Remark => ({
    code: 'fact-carried',
    detail: `${name}:${count}`,
  }));
  return { versions, remarks };
}
