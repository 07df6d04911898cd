/**
 * Makes the search index: puts the records of all notices into Pagefind, and writes its files into
 * the site. Texts in force have an index of their own, which is all that most readers load; past and
 * upcoming texts are in a second one, which is loaded on request.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import { z } from 'zod';
import { memo } from '../notices/memo.ts';
import { contentOf, wordInIndex } from '../search/content.ts';
import type { SearchData, SearchRecord } from '../search/records.ts';
import { INDEX_FOLDER, PAST_FOLDER, TABLE_FILE, type SearchTable } from '../search/table.ts';

/** A record, and the number of its notice. */
interface Numbered extends SearchRecord {
  notice: number;
  /** Unique within a site. A page reads the anchors of the record's runs from it. */
  address: string;
}

interface Files {
  /** The files that Pagefind made, by their path in its folder. */
  files: Map<string, Uint8Array>;
  /** The ids that Pagefind gave to the records, by their addresses. */
  ids: Map<string, string>;
}

/**
 * Indexes the texts of the site.
 *
 * @param directory the site, as Astro has written it
 * @returns how many texts of how many notices were indexed
 * @throws if Pagefind fails or loses a record
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
  const spans = runs.map(({ from, to, anchor }) => `${from}-${to}:${encodeURIComponent(anchor)}`);
  return `/${notice}/#${spans.join('|')}`;
};

const isInForceIn =
  ({ notices }: SearchData) =>
  ({ notice, runs }: Numbered): boolean => {
    const current =
      notices[notice]?.versions.findIndex(({ status }) => status === 'in-force') ?? -1;
    return runs.some(({ from, to }) => from <= current && current <= to);
  };

/**
 * Indexes records so that none has the id of a record in the other index. Ids are short, and a page
 * that uses both indexes does not know which of them an id comes from. In a site of a hundred thousand
 * records some ids meet each time: those records alone get other ones.
 */
async function indexedApart(
  records: readonly Numbered[],
  language: string,
  other: Files,
): Promise<Files> {
  const taken = new Set(other.ids.values());
  const turns = new Map<string, number>();
  for (;;) {
    const made = await indexed(records, language, turns);
    const met = [...made.ids].filter(([, id]) => taken.has(id));
    if (met.length === 0) return made;
    for (const [address] of met) turns.set(address, (turns.get(address) ?? 0) + 1);
  }
}

/** How many records wait for Pagefind at most. */
const SENT_AT_ONCE = 200;

/** @param turns of records that are to have other ids than before: how many times they have had one */
async function indexed(
  records: readonly Numbered[],
  language: string,
  turns: ReadonlyMap<string, number> = new Map(),
): Promise<Files> {
  if (records.length === 0) return { files: new Map(), ids: new Map() };
  const { index, errors } = await pagefind.createIndex({ forceLanguage: language });
  throwAny(errors);
  if (!index) throw new Error('Pagefind made no index');
  try {
    const wordOf = memo(wordInIndex);
    // Pagefind takes records in the order in which they are sent, so that the same site always gives
    // the same files. To wait for each answer would take longer than to send them.
    for (let at = 0; at < records.length; at += SENT_AT_ONCE) {
      const sent = records.slice(at, at + SENT_AT_ONCE).map((record) =>
        index.addCustomRecord({
          url: record.address + '|'.repeat(turns.get(record.address) ?? 0),
          content: contentOf(record, wordOf),
          language,
          meta: { title: record.heading },
        }),
      );
      for (const { errors: wrong } of await Promise.all(sent)) throwAny(wrong);
    }
    const { errors: wrong, files } = await index.getFiles();
    throwAny(wrong);
    const named = new Map(files.map(({ path: name, content }) => [name, content]));
    return { files: named, ids: idsIn(named) };
  } finally {
    await pagefind.close();
  }
}

/** Whether a page needs this file: Pagefind's own interfaces and its worker are left out. */
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

/** The part of a fragment of Pagefind that is needed here. */
const fragmentSchema = z.object({ url: z.string() });

/** The address in a fragment of Pagefind: compressed JSON with a prefix. */
function urlIn(fragment: Uint8Array): string {
  const text = gunzipSync(fragment).toString('utf8');
  return fragmentSchema.parse(JSON.parse(text.slice('pagefind_dcd'.length))).url;
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
