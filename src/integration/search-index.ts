/**
 * The search index: the records of all notices, put into Pagefind and written beside the site.
 * Texts in force are an index of their own, so that a reader loads no more than that; what is
 * past or to come is a second one, loaded when it is asked for.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import { contentOf } from '../search/content.ts';
import type { SearchData, SearchRecord } from '../search/records.ts';
import { INDEX_FOLDER, PAST_FOLDER, TABLE_FILE, type SearchTable } from '../search/table.ts';

/** A record, and the number of its notice. */
interface Numbered extends SearchRecord {
  notice: number;
  /** No two records of a site have one; a page reads the anchors of its runs in it. */
  address: string;
}

interface Files {
  /** What Pagefind wrote, by its path within its folder. */
  files: Map<string, Uint8Array>;
  /** The ids that Pagefind gave to the records, by their addresses. */
  ids: Map<string, string>;
}

/**
 * Indexes the texts of the site.
 *
 * @param directory the site, as Astro has written it
 * @returns how many texts of how many notices can be found
 * @throws when Pagefind cannot index, or has left something out
 */
export async function writeSearchIndex(
  directory: string,
  data: SearchData,
): Promise<{ records: number; notices: number }> {
  const write = (folder: string, name: string, content: string | Uint8Array): void => {
    const file = path.join(directory, folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  };
  const records = recordsIn(data);
  const inForce = await indexed(records.filter(isInForceIn(data)), data.language);
  for (const [name, content] of inForce.files) {
    if (isNeeded(name)) write(INDEX_FOLDER, name, content);
  }
  const others = records.filter((record) => !isInForceIn(data)(record));
  const past = await indexedApart(others, data.language, inForce);
  // The script and the engine are those of the first index.
  for (const [name, content] of past.files) {
    if (isNeeded(name) && !/\.(?:js|pagefind)$/.test(name)) write(PAST_FOLDER, name, content);
  }
  write('', TABLE_FILE, JSON.stringify(tableOf(data, records, [inForce, past])));
  return { records: records.length, notices: data.notices.length };
}

const recordsIn = ({ notices }: SearchData): Numbered[] =>
  notices.flatMap(({ id, records }, notice) =>
    records.map((record) => ({ ...record, notice, address: addressOf(id, record) })),
  );

const addressOf = (notice: string, { runs }: SearchRecord): string => {
  const told = runs.map(({ from, to, anchor }) => `${from}-${to}:${encodeURIComponent(anchor)}`);
  return `/${notice}/#${told.join('|')}`;
};

const isInForceIn =
  ({ notices }: SearchData) =>
  ({ notice, runs }: Numbered): boolean => {
    const current =
      notices[notice]?.versions.findIndex(({ status }) => status === 'in-force') ?? -1;
    return runs.some(({ from, to }) => from <= current && current <= to);
  };

/**
 * Indexes records so that none has an id of another index. Ids are short, and a page meets those
 * of both indexes without being told of which they are.
 */
async function indexedApart(
  records: readonly Numbered[],
  language: string,
  other: Files,
): Promise<Files> {
  const taken = new Set(other.ids.values());
  for (let turn = 0; ; turn += 1) {
    const made = await indexed(records, language, turn);
    if (![...made.ids.values()].some((id) => taken.has(id))) return made;
  }
}

/** @param turn makes other ids of the same records */
async function indexed(records: readonly Numbered[], language: string, turn = 0): Promise<Files> {
  if (records.length === 0) return { files: new Map(), ids: new Map() };
  const { index, errors } = await pagefind.createIndex({ forceLanguage: language });
  throwAny(errors);
  if (!index) throw new Error('Pagefind made no index');
  try {
    // One after the other: the same site is to be the same files every time.
    for (const record of records) {
      const { errors: wrong } = await index.addCustomRecord({
        url: `${record.address}${'|'.repeat(turn)}`,
        content: contentOf(record),
        language,
        meta: { title: record.heading },
      });
      throwAny(wrong);
    }
    const { errors: wrong, files } = await index.getFiles();
    throwAny(wrong);
    const named = new Map(files.map(({ path: name, content }) => [name, content]));
    return { files: named, ids: idsIn(named) };
  } finally {
    await pagefind.close();
  }
}

/** Without the interfaces that Pagefind brings along, and without a worker. */
const isNeeded = (name: string): boolean =>
  /^(?:pagefind\.js|pagefind-entry\.json|.*\.(?:pagefind|pf_\w+))$/.test(name);

function idsIn(files: ReadonlyMap<string, Uint8Array>): Map<string, string> {
  const ids = new Map<string, string>();
  for (const [name, content] of files) {
    const id = /^fragment\/(.+)\.pf_fragment$/.exec(name)?.[1];
    if (id !== undefined) ids.set(urlIn(content).replace(/\|+$/, ''), id);
  }
  return ids;
}

/** What Pagefind keeps of a record: JSON behind a mark of its own, compressed. */
function urlIn(fragment: Uint8Array): string {
  const text = gunzipSync(fragment).toString('utf8');
  return (JSON.parse(text.slice('pagefind_dcd'.length)) as { url: string }).url;
}

function tableOf(
  { notices, today }: SearchData,
  records: readonly Numbered[],
  indexes: readonly Files[],
): SearchTable {
  const ids = new Map(indexes.flatMap((made) => [...made.ids]));
  return {
    today,
    hasPast: (indexes[1]?.ids.size ?? 0) > 0,
    notices: notices.map(({ records: _, ...notice }) => notice),
    records: Object.fromEntries(
      records.map(({ address, heading, notice, runs }) => {
        const id = ids.get(address);
        if (id === undefined) throw new Error(`Pagefind lost “${heading}” at ${address}`);
        return [id, [notice, ...runs.flatMap(({ from, to }) => [from, to])]];
      }),
    ),
  };
}

function throwAny(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind could not index:\n${errors.join('\n')}`);
}
