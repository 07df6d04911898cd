/** What the site hands over to be indexed, and the list of sections for those without a script. */
import { sectionsOf } from '../document/model.ts';
import { lineOf, lineOfHeading, named } from '../search/lines.ts';
import type { Facts } from '../notices/schema.ts';
import { recordsOf, type SearchData } from '../search/records.ts';
import { factRows } from '../words/fact-rows.ts';
import { primaryOf, type Words } from '../words/index.ts';
import { readDirection } from '../notices/direction.ts';
import { letterOf, withoutNumber } from './letters.ts';
import { type Notice, type Version } from './notices.ts';
import type { Site } from './site.ts';

/** The folder of the search in a language; the one in that of the site has none. */
export const searchFolder = (site: Pick<Site, 'words'>, words: Words): string | undefined =>
  words === site.words ? undefined : primaryOf(words.language);

/** Where one searches in the language of a page. */
export function searchPath(site: Pick<Site, 'words'>, words: Words): string {
  const folder = searchFolder(site, words);
  return folder === undefined ? '/search/' : `/search/${folder}/`;
}

/** The records of the notices that this build makes pages of. */
export function searchDataOf({ settings, today, built }: Site): SearchData {
  return {
    language: primaryOf(settings.language),
    today,
    notices: built.filter(({ versions }) => versions.length > 0).map(noticeDataOf),
  };
}

function noticeDataOf(notice: Notice): SearchData['notices'][number] {
  const { id, leading, versions } = notice;
  const { language } = leading.facts;
  return {
    id,
    title: leading.facts.title,
    controller: leading.facts.controller.name,
    audience: leading.facts.audience,
    language,
    ...(readDirection(language) === 'rtl' && { direction: 'rtl' }),
    versions: versions.map(({ name, facts, status, span }) => ({
      name,
      effective: facts.effective,
      // A draft is not among the versions of a notice.
      status: status === 'draft' ? 'scheduled' : status,
      ...(span && { span }),
    })),
    records: recordsOf(
      versions.map(({ document, facts }) => ({
        document: document(),
        title: facts.title,
        summary: facts.summary,
        facts: factRows(facts, notice.words).flatMap(({ label, values }) =>
          named([label, ...values.map(lineOf)]),
        ),
      })),
      // As the page has them that a result leads to.
      notice.words,
    ),
  };
}

/** What a search begun on a page is kept to: its notice, or a version that is not in force. */
export function withinOf(
  notice: Notice,
  shown = notice.leading,
): { notice: Notice; version?: Version } | undefined {
  if (notice.versions.length === 0) return undefined;
  // Neither a draft nor what was called off is searched: readers look for what the notice says.
  return ['in-force', 'draft', 'called-off'].includes(shown.status)
    ? { notice }
    : { notice, version: shown };
}

/** What sections in force, or a notice, are called, and where it stands. */
export interface IndexEntry {
  heading: string;
  places: { path: string; facts: Facts }[];
}

/** What can be found by its first letter, without a script. */
export interface Index {
  of: 'sections' | 'notices';
  letters: [string, IndexEntry[]][];
}

/** More sections than these are too long a list: some hundred notices have ten thousand. */
const MOST_SECTIONS = 1500;

/**
 * All sections in force from A to Z; where there are too many, the notices, each of which begins with
 * a list of its own sections.
 *
 * @param words those of the page, which has its own language alone
 */
export function indexFromAToZ(notices: readonly Notice[], words: Words): Index {
  const { language } = words;
  const shown = notices
    .filter((notice) => notice.words === words)
    .flatMap(({ path, inForce }) => (inForce ? [{ path, inForce }] : []));
  const sections: Found[] = [];
  for (const { path, inForce } of shown) {
    const { facts } = inForce;
    for (const { heading, anchor } of sectionsOf(inForce.document())) {
      const at = `${path}#${encodeURIComponent(anchor)}`;
      sections.push({ heading: lineOfHeading(heading), path: at, facts });
    }
    if (sections.length > MOST_SECTIONS) {
      const entries = shown.map(({ path: at, inForce: { facts: its } }) => ({
        heading: its.title,
        path: at,
        facts: its,
      }));
      return { of: 'notices', letters: byLetter(entries, language) };
    }
  }
  return { of: 'sections', letters: byLetter(sections, language) };
}

/** One heading, where it stands. */
interface Found {
  heading: string;
  path: string;
  facts: Facts;
}

/** Equal headings are one entry. */
function byLetter(found: readonly Found[], language: string): Index['letters'] {
  const { compare } = new Intl.Collator(language);
  const groups = Map.groupBy(found, ({ heading }) => heading.toLocaleLowerCase(language));
  const sorted = [...groups.values()]
    .map((places) => ({ heading: places[0]?.heading ?? '', places }))
    .filter(({ heading }) => heading !== '')
    .sort((a, b) => compare(withoutNumber(a.heading), withoutNumber(b.heading)));
  const letters = Map.groupBy(sorted, ({ heading }) => letterOf(withoutNumber(heading), language));
  return [...letters].sort(([a], [b]) => compare(a, b));
}
