/** Lists the pages of the site and the anchors on them: what links can lead to. */
import type { IsoDate } from '../notices/dates.ts';
import { DRAFT, parseVersionName } from '../notices/names.ts';
import { CURRENT } from '../notices/pairs.ts';
import type { Facts } from '../notices/schema.ts';
import type { Page } from './links.ts';

/** A version file, as far as links need it. What could not be read is absent. */
interface LinkedFile {
  notice: string;
  name: string;
  outline?: { anchors: ReadonlySet<string> };
  version?: { facts: Facts };
}

/**
 * The pages of the site on a day, by their address without the base.
 *
 * A file whose facts cannot be read counts as public, and one whose text cannot be read has
 * unknown anchors, so that a mistake in it is not reported again at every link to it.
 */
export function pagesOf(files: readonly LinkedFile[], today: IsoDate): Map<string, Page> {
  const pages = new Map<string, Page>([['/', {}]]);
  for (const [notice, all] of Map.groupBy(files, (file) => file.notice)) {
    // Drafts are only among the files if drafts are shown.
    const shown = all.filter(
      ({ name, version }) => name === DRAFT || !version || version.facts.published <= today,
    );
    if (shown.length === 0) continue;
    // A published anchor works at the notice's own address for ever.
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
 * The addresses of a notice's comparisons that links may rely on, for they answer for ever: the page
 * that compares any two versions, each version with whichever is current, and any other two. Where
 * these have no page, or have none any more, hosts lead to the first, and from side by side with
 * whichever is current to that in one text.
 */
function comparisonsOf(notice: string, files: readonly LinkedFile[]): string[] {
  const names = files.flatMap(({ name }) => (parseVersionName(name) ? [name] : []));
  if (names.length < 2) return [];
  const pairs = names.flatMap((from) =>
    [...names.filter((to) => to !== from), CURRENT].map((to) => `${from}/${to}/`),
  );
  const paths = pairs.flatMap((path) => [path, `${path}side-by-side/`]);
  return ['', ...paths].map((path) => `/${notice}/compare/${path}`);
}
