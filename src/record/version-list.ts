/** Compares the `versions.json` of a deployed site with the lock, both ways. */
import { noticeOfId } from '../notices/names.ts';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Lock, LockEntry } from './lock.ts';

const text = z.string();
const versionSchema = z.object({
  version: text,
  published: text,
  reviewed: text.optional(),
  withdrawn: text.optional(),
  calledOff: z.object({ on: text, by: text, reason: text }).optional(),
  notified: z.array(z.object({ by: text, on: text })),
  errata: z.array(z.object({ on: text, by: text, reason: text, text })),
  fingerprint: text,
  files: z.record(text, text).optional(),
  seal: text.optional(),
});
const noticeSchema = z.object({ notice: text, versions: z.array(versionSchema) });
const siteSchema = z.object({ notices: z.array(noticeSchema) });

type Listed = z.output<typeof versionSchema>;

/** What a list is compared with. */
export interface Recorded {
  /** The entries of the lock that are public today. */
  locked: Lock['versions'];
  /** For translations, the notices that they translate. */
  originals: ReadonlyMap<string, string>;
}

/**
 * Compares a list of versions with the lock.
 *
 * @param content the list, of a site or of one notice
 * @param notice the notice that it is the list of; undefined for that of the site
 * @returns ends of sentences about the list
 */
export function faultsOfList(
  content: string,
  { locked, originals }: Recorded,
  notice?: string,
): string[] {
  const notices = readList(content, notice);
  if (!notices) return [NO_LIST];
  const listed = notices.flatMap(({ notice: id, versions }) =>
    versions.map((version): [string, Listed] => [`${id}/${version.version}`, version]),
  );
  const byId = new Map(listed);
  const own = Object.entries(locked).filter(
    ([id]) => notice === undefined || noticeOfId(id) === notice,
  );
  const known = new Map(own);
  return [
    ...own.flatMap(([id]) => (byId.has(id) ? [] : [`does not list ${id}, ${OLDER}`])),
    ...[...byId.keys()].flatMap((id) => (known.has(id) ? [] : [`lists ${id}, ${NEWER}`])),
    ...[...repeated(listed.map(([id]) => id))].map((id) => `lists ${id} twice`),
    ...listed.flatMap(([id, version]) => {
      const entry = known.get(id);
      const original = locked[`${originals.get(noticeOfId(id))}/${version.version}`];
      return entry ? differences(id, version, entry, original ?? entry) : [];
    }),
  ];
}

/** What is said of content that is no list at all. */
export const NO_LIST = 'has no list of versions';

const OLDER =
  'which is in the lock: the site was built before it, or put back. Build and deploy again';
const NEWER =
  'which is not in the lock: the folder is older than the site, or somebody else published. Bring the folder up to date from version control';

/** In one pass: a server may send a very long list. */
const repeated = (ids: readonly string[]): Set<string> => {
  const seen = new Set<string>();
  return new Set(ids.filter((id) => seen.size === seen.add(id).size));
};

function readList(content: string, notice: string | undefined) {
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch {
    return undefined;
  }
  if (notice === undefined) return siteSchema.safeParse(json).data?.notices;
  const { data } = noticeSchema.safeParse(json);
  return data?.notice === notice ? [data] : undefined;
}

/** What a list says of a version that the lock does not. */
function differences(
  id: string,
  listed: Listed,
  entry: LockEntry,
  { later: { withdrawn, calledOff } }: LockEntry,
): string[] {
  const { published, later, text: fingerprint, errata, files, seal } = entry;
  const pairs: Record<string, [listed: unknown, recorded: unknown]> = {
    published: [listed.published, published],
    fingerprint: [listed.fingerprint, fingerprint],
    withdrawn: [listed.withdrawn, withdrawn],
    calledOff: [listed.calledOff, calledOff],
    reviewed: [listed.reviewed, later.reviewed],
    notified: [listed.notified, later.notified ?? []],
    errata: [
      listed.errata,
      errata.map(({ on, by, reason, text: before }) => ({ on, by, reason, text: before })),
    ],
    files: [listed.files ?? {}, files ?? {}],
    // A site that was built before the lock had seals lists none.
    seal: [listed.seal, listed.seal === undefined ? undefined : seal],
  };
  return Object.entries(pairs)
    .filter(([, [there, here]]) => !isDeepStrictEqual(there, here))
    .map(
      ([name, [there, here]]) =>
        `differs from the lock in ${name} of ${id}: it has ${shown(there)}, the lock ${shown(here)}`,
    );
}

const shown = (value: unknown): string =>
  value === undefined || (Array.isArray(value) && value.length === 0)
    ? 'none'
    : typeof value === 'string'
      ? value.slice(0, 100)
      : JSON.stringify(value).slice(0, 200);
