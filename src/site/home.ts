/** What the home page shows of all notices: who has which, what changed lately, what is coming. */
import GithubSlugger, { slug } from 'github-slugger';
import type { IsoDate } from '../notices/dates.ts';
import type { Notice, Version } from './notices.ts';

/** From this many notices on, a home page is a list with ways into it, and no longer cards. */
export const MANY = 13;
/** From this many controllers on, it has a list of them. */
export const MANY_CONTROLLERS = 9;

/** Notices of one controller. */
export interface Group {
  controller: string;
  /** The id of its place on the page. */
  id: string;
  notices: Notice[];
}

export const byController = (notices: readonly Notice[], language: string): Group[] => {
  const ids = new GithubSlugger();
  return [...Map.groupBy(notices, ({ leading }) => leading.facts.controller.name)]
    .toSorted(([a], [b]) => a.localeCompare(b, language))
    .map(([controller, its]) => ({
      controller,
      id: `~by-${ids.slug(controller)}`,
      notices: its,
    }));
};

/** People that notices are for. */
export interface Audience {
  /** As their authors write it: `website-visitors`. */
  name: string;
  /** What stands for it in ids and attributes. */
  key: string;
  notices: number;
}

export const keyOfAudience = (name: string): string => slug(name);

/** Whom the notices are for, most notices first; none where all are for the same. */
export function audiencesOf(notices: readonly Notice[]): Audience[] {
  const counts = new Map<string, Audience>();
  for (const { leading } of notices) {
    // One way of writing it and another are the same people.
    const names = new Map(leading.facts.audience.map((name) => [keyOfAudience(name), name]));
    for (const [key, name] of names) {
      const known = counts.get(key) ?? { name, key, notices: 0 };
      counts.set(key, { ...known, notices: known.notices + 1 });
    }
  }
  const some = [...counts.values()].filter((each) => each.notices < notices.length);
  return some.toSorted((a, b) => b.notices - a.notices || (a.key < b.key ? -1 : 1));
}

/** The id by which the page is kept to notices for some people. */
export const idOfAudience = (key: string): string => `~for-${key}`;

/**
 * Rules that keep the page to notices for some people, chosen by a link: no script, and an address
 * that can be shared.
 */
export const audienceRules = (audiences: readonly Audience[]): string =>
  audiences
    .map(({ key }) => {
      const chosen = `.home:has(> [id="${idOfAudience(key)}"]:target)`;
      const other = `:not([data-for~="${key}"])`;
      return [
        `${chosen} .controller-group:not(:has([data-for~="${key}"])),`,
        `${chosen} .controller-group li${other} { display: none; }`,
        `${chosen} .audiences a[href$="#${encodeURIComponent(idOfAudience(key))}"] { background: var(--accent); color: var(--paper); text-decoration: underline; }`,
      ].join('\n');
    })
    .join('\n');

/** A version and its notice. */
export interface Placed {
  notice: Notice;
  version: Version;
}

const LATELY = 5;

const later = (a: Placed, b: Placed): number =>
  b.version.facts.effective.localeCompare(a.version.facts.effective, 'en');

/** The last versions that came into force and replaced another, the newest first. */
export const recentChanges = (notices: readonly Notice[], since: IsoDate): Placed[] =>
  notices
    .flatMap((notice) =>
      notice.inForce && notice.inForce !== notice.versions[0]
        ? [{ notice, version: notice.inForce }]
        : [],
    )
    .filter(({ version }) => version.facts.effective >= since)
    .toSorted(later)
    .slice(0, LATELY);

/** What is announced and still to come, the next first. */
export const comingSoon = (notices: readonly Notice[]): Placed[] =>
  notices
    .flatMap((notice) => notice.scheduled.map((version) => ({ notice, version })))
    .toSorted((a, b) => later(b, a));
