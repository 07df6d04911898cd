/** One section of a notice through all its versions: its texts, and what changed between them. */
import { compareDocuments, renderRedline, type Comparison } from '../compare/index.ts';
import type { Lineage, Station } from '../compare/lineage.ts';
import { sectionsOf, type Document, type Section } from '../document/model.ts';
import { once } from '../document/once.ts';
import { renderBlocks } from '../document/print.ts';
import { anchorsOf, sectionAt } from '../document/walk.ts';
import type { Words } from '../words/index.ts';
import type { WordCounts } from '../views/change-bar.ts';
import { apart } from '../views/links.ts';
import { pageSpeech } from '../views/speech.ts';
import { speechOn } from './language.ts';
import { lineagesOfNotice, stationOf } from './lineage.ts';
import type { Notice, Version } from './notices.ts';
import type { Site } from './site.ts';

/** A text that a section had, in one version or in several that follow each other. */
export interface SectionText {
  versions: Version[];
  /** How it stands in the first of them. */
  station: Station;
  section: Section;
}

export interface SectionHistory {
  lineage: Lineage;
  /** The oldest first. */
  texts: SectionText[];
}

export const sectionPath = ({ path }: Pick<Notice, 'path'>, anchor: string): string =>
  `${path}sections/${encodeURIComponent(anchor)}/`;

/** The sections of a notice by every anchor that each ever had. */
const lineagesByAnchor = once((notice: Notice): ReadonlyMap<string, ReadonlySet<Lineage>> => {
  const made = new Map<string, Set<Lineage>>();
  for (const lineage of lineagesOfNotice(notice).lineages) {
    for (const { anchor } of lineage.stations) {
      made.set(anchor, (made.get(anchor) ?? new Set()).add(lineage));
    }
  }
  return made;
});

/** Every anchor that a section of a public version ever had. */
export const anchorsOfSections = (notice: Notice): string[] => [...lineagesByAnchor(notice).keys()];

/** Whether a section of a public version ever had an anchor. */
export const hadSection = (notice: Notice, anchor: string): boolean =>
  lineagesByAnchor(notice).has(anchor);

/** What a section is called where it had an anchor last. */
export const headingAt = ({ stations, last }: Lineage, anchor: string): string =>
  (stations.findLast((station) => station.anchor === anchor) ?? last).heading;

/** What the page of each anchor is called. */
const headingsByAnchor = once(
  (notice: Notice): ReadonlyMap<string, string> =>
    new Map(
      anchorsOfSections(notice).map((anchor) => {
        const [first] = lineagesWith(notice, anchor);
        return [anchor, first ? headingAt(first, anchor) : anchor];
      }),
    ),
);

/** Whether the page of no other anchor is called the same. */
export const isOnlyOneCalled = (notice: Notice, heading: string): boolean =>
  [...headingsByAnchor(notice).values()].filter((each) => each === heading).length < 2;

/** The sections that had an anchor, the one that has it now or had it last first. */
function lineagesWith(notice: Notice, anchor: string): Lineage[] {
  const { versions } = lineagesOfNotice(notice);
  /** The last version in which a section had this anchor. */
  const lastWith = ({ stations }: Lineage): number =>
    versions.indexOf(stations.findLast((station) => station.anchor === anchor)?.version ?? '');
  return [...(lineagesByAnchor(notice).get(anchor) ?? [])].toSorted(
    (a, b) => lastWith(b) - lastWith(a),
  );
}

/** The same, each with all texts that it had. */
export const historiesOf = (notice: Notice, anchor: string): SectionHistory[] =>
  lineagesWith(notice, anchor).map((lineage) => ({ lineage, texts: textsOf(notice, lineage) }));

function textsOf({ versions }: Notice, { stations }: Lineage): SectionText[] {
  const texts: SectionText[] = [];
  let before = '';
  for (const station of stations) {
    const version = versions.find(({ name }) => name === station.version);
    const section = version && sectionAt(version.document(), station.anchor);
    if (!section) continue;
    // What it says itself, whatever is in the sections within it.
    const own = JSON.stringify([section.heading, section.blocks]);
    if (own === before) texts.at(-1)?.versions.push(version);
    else texts.push({ versions: [version], station, section });
    before = own;
  }
  return texts;
}

/** How a text is rendered on a page. */
interface TextOptions {
  /** What tells its ids from those of the other texts on the page. */
  name: string;
  /** What the page says. */
  words: Words;
}

/**
 * A text as HTML, with what changed since the one before it, what did not folded.
 *
 * @param site where its links lead
 * @param since its comparison with the text before, if there is one
 */
function renderSectionText(
  site: Pick<Site, 'base' | 'href'>,
  { section, versions: [version] }: SectionText,
  since: { before: SectionText; comparison: Comparison } | undefined,
  { name, words }: TextOptions,
): string {
  const labelSpeech = pageSpeech(version ? speechOn(words, version.facts) : {}, words);
  const versions = [version, since?.before.versions.at(-1)].filter((each) => each !== undefined);
  const pageOf = (anchor: string): string => {
    // What a sentence that was taken away links to may have left with it.
    const home = versions.find(({ anchors }) => anchors.has(anchor)) ?? versions[0];
    return site.href(home?.path ?? '/');
  };
  const text = textOf(section);
  const options = { ...apart(name, anchorsOf(text), pageOf, site.href), labelSpeech };
  if (!since) return renderBlocks(section.blocks, { ...options, labelOf: words.labelOf });
  return renderRedline(since.comparison, {
    ...options,
    labels: words.comparison.redline,
    // There is no heading in a section's own text: what looks like one is a strong line.
    rankOf: () => 6,
    fold: true,
    lean: true,
  });
}

/** A text on the page of its section: whole as HTML, or in short where the page has no room for it. */
export interface ShownText extends Printed {
  text: SectionText;
  before: SectionText | undefined;
}

/** The ids of a text, and of the texts that are listed in short, in one history of several on a page. */
export const placeOfText = (number: number, { station }: SectionText): string =>
  `~${number}-${station.version}`;
export const idOfEarlier = (number: number): string => `~${number}-earlier`;

/** What is printed of a text. */
interface Printed {
  /** Absent where there is no room for it. */
  html?: string;
  /** What changed since the text before. */
  change?: WordCounts & { changes: number };
}

/** So many texts a page has, and so much HTML of them: the rest is for those who ask for it. */
const MOST_TEXTS = 10;
const ROOM = 60_000;

const changesBetween = (before: SectionText, after: SectionText): Comparison =>
  compareDocuments(textOf(before.section), textOf(after.section));

/** What the page of a section shows of its histories: of each the texts, the newest first. */
export function shownTexts(
  site: Pick<Site, 'base' | 'href'>,
  notice: Notice,
  anchor: string,
  histories: readonly SectionHistory[],
): ShownText[][] {
  const { shelf, words } = notice;
  const all = sectionsOnShelf(site, notice);
  // Without those of all sections, one page makes its own: in dev there is no other.
  const onShelf = shelf.has(...all) ? shelf.made(...all, () => printAll(site, notice)) : {};
  const printed = onShelf[anchor] ?? printTexts(site, histories, words);
  return histories.map(({ texts }, number) =>
    texts
      .map((text, index) => ({ text, before: texts[index - 1] }))
      .toReversed()
      .map((each, index) => ({ ...each, ...printed[number]?.[index] })),
  );
}

/** Prints the texts that all sections had, for their pages. */
export function prepareTexts(site: Pick<Site, 'base' | 'href'>, notice: Notice): void {
  notice.shelf.made(...sectionsOnShelf(site, notice), () => printAll(site, notice));
}

/** What the texts of all sections are called on the shelf, and what they are made of. */
const sectionsOnShelf = (
  { base }: Pick<Site, 'base'>,
  { words, versions }: Notice,
): [what: string, sources: (string | undefined)[]] => [
  `sections ${JSON.stringify([base, words.language])}`,
  versions.map(({ digest }) => digest),
];

function printAll(
  site: Pick<Site, 'base' | 'href'>,
  notice: Notice,
): Record<string, Printed[][] | undefined> {
  // A section that had several anchors has a page at each, with the same texts.
  const printed = new Map<string, Printed[][]>();
  const printedAt = (anchor: string): Printed[][] => {
    const name = lineagesWith(notice, anchor)
      .map(({ id }) => id)
      .join('\n');
    const texts = printed.get(name) ?? printTexts(site, historiesOf(notice, anchor), notice.words);
    printed.set(name, texts);
    return texts;
  };
  return Object.fromEntries(anchorsOfSections(notice).map((anchor) => [anchor, printedAt(anchor)]));
}

/**
 * Prints the texts of histories, the newest first: as many of the newest as there is room for, and all
 * others in short. The newest of all may take more room, unless it is so long that it is only linked.
 */
function printTexts(
  site: Pick<Site, 'base' | 'href'>,
  histories: readonly SectionHistory[],
  words: Words,
): Printed[][] {
  let room = ROOM;
  let printed = 0;
  return histories.map(({ texts }, number) =>
    texts
      .map((text, index) => ({ text, before: texts[index - 1], name: `t${number}-${index}` }))
      .toReversed()
      .map(({ text, before, name }): Printed => {
        const since = before && { before, comparison: changesBetween(before, text) };
        const change = since && { change: changeIn(since.comparison) };
        printed += 1;
        if (room <= 0 || printed > MOST_TEXTS) return { ...change };
        const html = renderSectionText(site, text, since, { name, words });
        const isShown = html.length <= (printed === 1 ? LARGEST : room);
        // What is older than a text that is left out is left out too.
        room = isShown ? room - html.length : 0;
        return { ...change, ...(isShown && { html }) };
      }),
  );
}

const changeIn = ({ changes, statistics }: Comparison): NonNullable<Printed['change']> => ({
  changes: changes.length,
  added: statistics.words.added,
  removed: statistics.words.removed,
});

/** A text that is longer than this is only linked. */
const LARGEST = 200_000;

/** A section's own text, without its heading and the sections within it. */
const textOf = ({ blocks }: Section): Pick<Document, 'lead' | 'sections'> => ({
  lead: blocks,
  sections: [],
});

/** The last change of a section or of one within it: in which version, and which section. */
export interface LastChange {
  version: Version;
  anchor: string;
}

/** In which version the words of a section, with those within it, became what they are. */
export function lastChangeOf(
  notice: Notice,
  version: Version,
  section: Section,
): LastChange | undefined {
  const all = [section, ...sectionsOf(section)].flatMap(({ anchor }): LastChange[] => {
    const station = stationOf(notice, version, anchor);
    const changed = notice.versions.find(({ name }) => name === station?.lastChanged);
    return changed ? [{ version: changed, anchor }] : [];
  });
  const orderOf = (change: LastChange): number => notice.versions.indexOf(change.version);
  // The section itself, of changes at one time.
  return all.toSorted((a, b) => orderOf(b) - orderOf(a))[0];
}
