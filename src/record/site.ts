/** Checks a built site against its versions: every text file, every page of a version, every anchor. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { CheckedVersion } from '../checks/file.ts';
import { finding, type Finding } from '../findings/catalogue.ts';
import type { IsoDate } from '../notices/dates.ts';
import { datesOf, placeAll, shownOf } from '../notices/timeline.ts';
import type { LockedFolder } from './check.ts';
import { isFault } from './lock.ts';
import { faultOfPage } from './page.ts';
import { sha256 } from './source.ts';
import { lostAnchor, textOf } from './texts.ts';

/** What a site was built for. */
export interface BuiltFor {
  base: string;
  /** Versions published later are not on the site. */
  today: IsoDate;
}

/**
 * Checks a built site before it replaces the previous one.
 *
 * @param site the folder it was built in
 * @param versions the versions it was built from
 * @param folder the same versions with their lock
 * @returns a finding for each page or text file that differs from its version, and for each page
 *   that has lost an anchor
 */
export function checkBuiltSite(
  site: string,
  versions: readonly CheckedVersion[],
  folder: LockedFolder,
  { base, today }: BuiltFor,
): Finding[] {
  const lock = folder.lock && !isFault(folder.lock) ? folder.lock.versions : {};
  const shown = versions.filter(({ draft, facts }) => !draft && facts.published <= today);
  const placed = placeAll(
    shown.map((version) => ({ ...version, ...datesOf(version.facts) })),
    today,
  );
  return [
    ...shown.flatMap((version) => {
      const { id, text } = textOf(version);
      return [
        ...changedFile(site, `${id}.txt`, version.file, (content) => content === text),
        ...changedFile(site, `${id}.json`, version.file, (content) =>
          isDataOf(content, version, text),
        ),
        ...changedPage(site, `${id}/`, version, base),
        ...lostAnchors(site, `${id}/`, lock[id]?.anchors ?? [], version.file),
        ...changedBytes(site, lock[id]?.files ?? {}, version.file),
      ];
    }),
    ...[...placed].flatMap(([notice, history]) => {
      const [first] = history;
      const original = first?.version.translation && placed.get(first.version.translation.of);
      const current = shownOf(history, original)?.version;
      const anchors = history.flatMap(
        ({ version }) => lock[`${notice}/${version.name}`]?.anchors ?? [],
      );
      return [
        ...(current ? changedPage(site, `${notice}/`, current, base) : []),
        // At a notice's own address, the anchors of all its versions work.
        ...lostAnchors(site, `${notice}/`, [...new Set(anchors)], folder.lockFile),
      ];
    }),
  ];
}

const missing = (file: string, what: string): Finding =>
  finding(
    'page-changed',
    { file, line: 1, column: 1 },
    `the site has no ${what}`,
    'check the latest changes to src/pages or astro.config.mjs: published pages keep their addresses',
  );

/** A file that has the text of a version: the plain text, and the data with it. */
function changedFile(
  site: string,
  name: string,
  file: string,
  isSame: (content: string) => boolean,
): Finding[] {
  const built = path.join(site, ...name.split('/'));
  if (!existsSync(built)) return [missing(file, `/${name}`)];
  if (isSame(readFileSync(built, 'utf8'))) return [];
  return [
    finding(
      'page-changed',
      { file, line: 1, column: 1 },
      `the file /${name} differs from the text of its version`,
      'check the latest changes to src/pages or astro.config.mjs: this file has the text that the fingerprint is made from',
    ),
  ];
}

/** Files that a version shows: the site serves the bytes that were recorded. */
const changedBytes = (
  site: string,
  files: Readonly<Record<string, string>>,
  file: string,
): Finding[] =>
  Object.entries(files).flatMap(([name, hash]) => {
    const built = path.join(site, ...name.split('/'));
    if (!existsSync(built)) return [missing(file, name)];
    if (sha256(readFileSync(built)) === hash) return [];
    const message = `the file ${name} of the site is not the one that was published`;
    const hint = 'check what writes files of the same name: public/ and astro.config.mjs';
    return [finding('page-changed', { file, line: 1, column: 1 }, message, hint)];
  });

const dataSchema = z.object({
  text: z.string(),
  document: z.object({ lead: z.unknown(), sections: z.unknown() }),
});

/** Whether a file is the data of a version: its plain text, and its document. */
function isDataOf(content: string, { document }: CheckedVersion, text: string): boolean {
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch {
    return false;
  }
  const { data } = dataSchema.safeParse(json);
  const { lead, sections } = document();
  return data?.text === text && isDeepStrictEqual(data.document, asJson({ lead, sections }));
}

const asJson = (value: object): unknown => JSON.parse(JSON.stringify(value));

function changedPage(
  site: string,
  address: string,
  { facts, document, file }: CheckedVersion,
  base: string,
): Finding[] {
  const page = path.join(site, ...address.split('/'), 'index.html');
  if (!existsSync(page)) return [missing(file, `page /${address}`)];
  const fault = faultOfPage(readFileSync(page, 'utf8'), facts, document(), base);
  if (!fault) return [];
  const { part, expected, found } = fault;
  return [
    finding(
      'page-changed',
      { file, line: 1, column: 1 },
      `the page /${address} differs from its version. In its ${part}, the version has “${expected}” but the page has “${found}”`,
      'check the latest changes to src/components, src/layouts or astro.config.mjs: a theme may change how a text looks, but not the text',
    ),
  ];
}

/** The ids in the HTML of a page. */
function idsOf(html: string): Set<string> {
  const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => id);
  return new Set(ids.map((id) => id.replaceAll('&amp;', '&')));
}

function lostAnchors(
  site: string,
  address: string,
  anchors: readonly string[],
  file: string,
): Finding[] {
  const page = path.join(site, ...address.split('/'), 'index.html');
  if (anchors.length === 0 || !existsSync(page)) return [];
  const ids = idsOf(readFileSync(page, 'utf8'));
  const lost = anchors.filter((anchor) => !ids.has(anchor));
  return lost.length === 0 ? [] : [lostAnchor(lost, `/${address}`, file)];
}
