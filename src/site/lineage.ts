/** Sections of a notice through its versions, and where anchors that left it are answered. */
import { heirOf, lineagesOf, type Heir, type Lineages, type Station } from '../compare/lineage.ts';
import { sectionsOf, headingText, type Section } from '../document/model.ts';
import { once } from '../document/once.ts';
import { anchorsOf } from '../document/walk.ts';
import { differencesOf } from './comparisons.ts';
import type { Notice, Version } from './notices.ts';

/** The sections of a notice, each followed through its public versions. */
export const lineagesOfNotice = once((notice: Notice): Lineages => {
  const { versions, shelf } = notice;
  const digests = versions.map(({ digest }) => digest);
  return shelf.made('lineages', digests, () => {
    const steps = versions.slice(1).flatMap((after, index) => {
      const before = versions[index];
      return before ? [differencesOf(notice, before, after)] : [];
    });
    return lineagesOf(
      versions.map(({ name, document }) => ({ name, document: document() })),
      steps,
    );
  });
});

const keyOf = (version: string, anchor: string): string => `${version}#${anchor}`;

const stationsOf = once(
  (notice: Notice): ReadonlyMap<string, Station> =>
    new Map(
      lineagesOfNotice(notice).lineages.flatMap(({ stations }) =>
        stations.map((station) => [keyOf(station.version, station.anchor), station]),
      ),
    ),
);

/** How a section stands in a version, found by its anchor there. */
export const stationOf = (notice: Notice, version: Version, anchor: string): Station | undefined =>
  stationsOf(notice).get(keyOf(version.name, anchor));

/** What answers at the notice's own address for a section of another version; nothing before its time. */
export const heirShown = (notice: Notice, version: Version, anchor: string): Heir | undefined =>
  notice.shown && heirOf(lineagesOfNotice(notice), version.name, anchor, notice.shown.name);

/** An anchor that the text shown no longer has, nor any section that came of it. */
export interface PastAnchor {
  anchor: string;
  /** The heading it stood at; absent for a place within the text. */
  heading?: string;
  /** The last version that has it. */
  version: Version;
  /** The version that removed it. */
  since?: Version;
}

export interface PastAnchors {
  /** By the anchor of a section shown, the anchors it answers for. */
  inherited: Map<string, string[]>;
  gone: PastAnchor[];
}

/** Every anchor that was published and has left the notice, so that links to it still answer. */
export function pastAnchorsOf(notice: Notice): PastAnchors {
  const { versions, published, shown } = notice;
  const last = new Map<string, Version>();
  // What was called off comes first: another version that has an anchor answers for it.
  const inOrder = published.toSorted((a, b) => Number(!a.calledOff) - Number(!b.calledOff));
  for (const version of inOrder) {
    for (const anchor of version.anchors) {
      if (!shown?.anchors.has(anchor)) last.set(anchor, version);
    }
  }
  const result: PastAnchors = { inherited: new Map(), gone: [] };
  for (const [anchor, version] of last) {
    const home = homeOf(version, anchor);
    const heir = home && !version.calledOff && heirShown(notice, version, home.anchor);
    if (heir && heir.type === 'section') {
      const { anchor: holder } = heir.station;
      result.inherited.set(holder, [...(result.inherited.get(holder) ?? []), anchor]);
      continue;
    }
    const since = heir && versions.find(({ name }) => name === heir.since);
    result.gone.push({
      anchor,
      version,
      ...(home?.anchor === anchor && { heading: headingText(home.heading) }),
      ...(since && { since }),
    });
  }
  return result;
}

/** The section that has an anchor, or in whose text it is a place. */
function homeOf({ document }: Version, anchor: string): Section | undefined {
  return [...sectionsOf(document())].find(
    (section) =>
      section.anchor === anchor || anchorsOf({ lead: section.blocks, sections: [] }).has(anchor),
  );
}
