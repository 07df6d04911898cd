/** Says in a hash what the pages of a notice are made of, so that a page is made again only if that changed. */
import { keyOf } from '../disk/kept.ts';
import type { Notice, Version } from './notices.ts';
import type { Site } from './site.ts';

/** Hashes of what pages show, without the code that makes them. */
export interface Digests {
  /** Of everything: what pages depend on that are of no notice. */
  site: string;
  /** What the pages of a notice depend on, by its id: its versions in every language, and the settings. */
  notices: ReadonlyMap<string, string>;
}

/** @param code the hash of the code that has made the site */
export function digestsOf(site: Site, code: string): Digests {
  const { settings, url, base, outerBase, today, isPreview, icon, notices } = site;
  const surroundings = keyOf(
    code,
    JSON.stringify({ settings, url: url?.href, base, outerBase, today, isPreview, icon }),
  );
  const own = new Map(notices.map((notice) => [notice, digestOf(notice)]));
  const digestIn = (notice: Notice): string => own.get(notice) ?? '';
  return {
    site: keyOf(surroundings, ...own.values()),
    notices: new Map(
      notices.map((notice) => {
        const first = notice.original ?? notice;
        const family = [first, ...first.translations];
        return [notice.id, keyOf(surroundings, notice.id, ...family.map(digestIn))];
      }),
    ),
  };
}

const digestOf = ({ id, published, draft }: Notice): string =>
  keyOf(id, ...[...published, ...(draft ? [draft] : [])].map(digestOfVersion));

/** The facts, the anchors and the texts are what was read of the source. */
function digestOfVersion(version: Version): string {
  const { facts: _, anchors: __, digest, source, ...rest } = version;
  return keyOf(digest ?? source(), JSON.stringify(rest));
}
