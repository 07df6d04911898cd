/** Which pages the site will have, and which anchors answer on them: where links may lead. */
import type { IsoDate } from '../notices/dates.ts';
import { compareVersionNames, DRAFT, parseVersionName } from '../notices/names.ts';
import type { Facts } from '../notices/schema.ts';
import type { Page } from './links.ts';

/** A version file as far as links are concerned. What could not be read of it is not there. */
interface LinkedFile {
  notice: string;
  name: string;
  outline?: { anchors: ReadonlySet<string> };
  version?: { facts: Facts };
}

/**
 * The pages of the site on a day, by their address without the base.
 *
 * A file whose facts could not be read counts as public, and one whose text could not be read as
 * having any anchor: its own findings tell enough.
 */
export function pagesOf(files: readonly LinkedFile[], today: IsoDate): Map<string, Page> {
  const pages = new Map<string, Page>([['/', {}]]);
  for (const [notice, all] of Map.groupBy(files, (file) => file.notice)) {
    // A draft is among the files only where drafts are shown.
    const shown = all.filter(
      ({ name, version }) => name === DRAFT || !version || version.facts.published <= today,
    );
    if (shown.length === 0) continue;
    // An anchor once published answers at the notice's own address for ever.
    const everPublished = new Set(shown.flatMap(({ outline }) => [...(outline?.anchors ?? [])]));
    const isKnown = shown.every(({ outline }) => outline !== undefined);
    pages.set(`/${notice}/`, isKnown ? { anchors: everPublished } : {});
    if (shown.some(({ name }) => name !== DRAFT)) pages.set(`/${notice}/history/`, {});
    for (const { name, outline } of shown) {
      pages.set(`/${notice}/${name}/`, outline ? { anchors: outline.anchors } : {});
    }
    for (const path of comparisonsOf(notice, shown)) pages.set(path, {});
  }
  return pages;
}

/**
 * The addresses of a notice's comparisons that links may rely on: any two by their names in the
 * query, and each version with its predecessor. Others go when a notice has had many versions, and
 * a link to them in a published text could not be mended.
 */
function comparisonsOf(notice: string, files: readonly LinkedFile[]): string[] {
  const names = files
    .flatMap(({ name }) => parseVersionName(name) ?? [])
    .toSorted(compareVersionNames)
    .map(({ name }) => name);
  const neighbours = names.slice(1).map((name, index) => `${names[index] ?? ''}/${name}/`);
  const paths = neighbours.flatMap((path) => [path, `${path}side-by-side/`]);
  return names.length > 1 ? ['', ...paths].map((path) => `/${notice}/compare/${path}`) : [];
}
