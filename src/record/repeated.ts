/** Finds new versions that would publish a text a second time. */
import { isDeepStrictEqual } from 'node:util';
import { finding, type Finding } from '../findings/catalogue.ts';
import {
  compareVersionNames,
  parseVersionName,
  idOfVersion,
  noticeOfId,
} from '../notices/names.ts';
import type { Facts } from '../notices/schema.ts';
import { LATER_FACTS, plainText } from '../notices/text.ts';
import type { HashedVersion, LockedFolder } from './check.ts';
import type { Lock } from './lock.ts';
import { sha256 } from './source.ts';

/** Facts that a version has of its own, even if it says the same as another. */
const OWN: readonly string[] = [
  ...LATER_FACTS,
  'published',
  'effective',
  'imported',
  'approved',
  'changeType',
  'changes',
];

const wordsOf = (facts: Facts): [string, unknown][] =>
  Object.entries(facts).filter(([key]) => !OWN.includes(key));

/**
 * The published version that a new one only repeats. A notice may go back to an earlier text: then
 * another version is between the two, and the new one has a day of its own.
 *
 * @param versions those that could be read
 * @returns its id, and whether its file is there
 */
export function repeatedBy(
  version: Omit<HashedVersion, 'source'>,
  versions: readonly HashedVersion[],
  files: ReadonlyMap<string, string>,
  locked: Lock['versions'],
): { id: string; isThere: boolean } | undefined {
  const { facts, notice } = version;
  const isText = (of: Facts, id: string): boolean =>
    sha256(plainText(of, version.document())) === locked[id]?.text;
  const published = versions.filter(
    (each) => !each.draft && idOfVersion(each) in locked && !each.facts.calledOff,
  );
  // A notice that was withdrawn may go on under another name.
  const ended = new Set(
    versions.flatMap((each) => (each.facts.withdrawn === undefined ? [] : [each.notice])),
  );
  const around = neighboursOf(version, published);
  const there = published.find(
    (each) =>
      ((each.notice !== notice && !ended.has(each.notice)) ||
        (!version.translation && around.includes(each)) ||
        (each.facts.published === facts.published &&
          isDeepStrictEqual(each.facts.changes, facts.changes))) &&
      isDeepStrictEqual(wordsOf(each.facts), wordsOf(facts)) &&
      isText(each.facts, idOfVersion(each)),
  );
  if (there) return { id: idOfVersion(there), isThere: true };
  // Of a file that is gone, only the fingerprint is known.
  const gone = Object.entries(locked).find(([id, entry]) => {
    const date = parseVersionName(id.slice(id.lastIndexOf('/') + 1))?.date;
    if (files.has(id) || date === undefined) return false;
    return isText({ ...facts, published: entry.published, effective: date }, id);
  });
  return gone && { id: gone[0], isThere: false };
}

/** The published versions of the same notice just before and after a version. */
function neighboursOf(
  version: Pick<HashedVersion, 'notice' | 'name' | 'date' | 'sequence'>,
  published: readonly HashedVersion[],
): (HashedVersion | undefined)[] {
  const own = published
    .filter(({ notice, name }) => notice === version.notice && name !== version.name)
    .toSorted(compareVersionNames);
  return [
    own.findLast((each) => compareVersionNames(each, version) < 0),
    own.find((each) => compareVersionNames(each, version) > 0),
  ];
}

/** Reports a new version that says the same as a published one. */
export function checkRepeated(
  version: HashedVersion,
  { versions, files }: LockedFolder,
  locked: Lock['versions'],
): Finding[] {
  const same = repeatedBy(version, versions, files, locked);
  if (!same) return [];
  const { id, isThere } = same;
  const place = { file: version.file, line: 1, column: 1 };
  const message = `this version says the same as ${id}, which is published${isThere ? '' : ' and whose file is missing'}: its text would be published a second time`;
  return [
    finding('version-repeated', place, message, isThere ? hintFor(version, id) : goneHint(id)),
  ];
}

const goneHint = (id: string): string =>
  `give the file the name of ${id} again, with the dates that it had, for example with git checkout`;

/** What to do with a text that is published already. */
export function hintFor({ notice }: Pick<HashedVersion, 'notice'>, id: string): string {
  const other = noticeOfId(id);
  return other === notice
    ? 'delete it, or write what is new in it'
    : `delete it, or write what is different in this notice. For a second address of ${other}, add to the settings in astro.config.mjs: redirects: [{ from: '/${notice}/', to: '/${other}/' }]`;
}
