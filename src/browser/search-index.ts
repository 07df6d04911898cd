/** The search index in the browser: Pagefind's script, and the table that the build wrote beside it. */
import { withBase } from '../document/print.ts';
import { wordsOf } from '../search/content.ts';
import type { Ask, Hit } from '../search/finder.ts';
import { answersTo } from '../search/query.ts';
import { INDEX_FOLDER, PAST_FOLDER, TABLE_FILE, type SearchTable } from '../search/table.ts';

/** What is used of Pagefind's script. */
interface Pagefind {
  createInstance: (options: { noWorker: boolean }) => Instance;
}
interface Instance {
  init: () => Promise<void>;
  mergeIndex: (folder: string) => Promise<void>;
  search: (term: string) => Promise<{ results: Found[] }>;
}
interface Found extends Hit {
  data: () => Promise<{ content: string; raw_url?: string; url: string }>;
}

/** An index that is loaded. */
export interface Index {
  table: SearchTable;
  /** Takes in the texts that are not in force. */
  addPast: () => Promise<void>;
  ask: Ask;
  /** Loads a record that was found before. */
  load: (id: string) => ReturnType<Found['data']>;
}

/** The index below a site's base. */
export function indexAt(base: string): {
  /** Loads what is needed to search, once. */
  open: () => Promise<Index>;
  /** Forgets what was loaded, so that the next search loads it again. */
  forget: () => void;
} {
  let index: Promise<Index> | undefined;
  return {
    open: () => (index ??= load(base)),
    forget: () => {
      index = undefined;
      hasFailed = false;
    },
  };
}

/** Whether a file did not come. Pagefind goes on without it, and would find too little. */
let hasFailed = false;
const fetchFile = window.fetch;
window.fetch = async (...request) => {
  try {
    const response = await fetchFile(...request);
    hasFailed ||= !response.ok;
    return response;
  } catch (error) {
    hasFailed = true;
    throw error;
  }
};

function failIfIncomplete(): void {
  if (hasFailed) throw new Error('a file of the index did not come');
}

async function load(base: string): Promise<Index> {
  const script = withBase(`/${INDEX_FOLDER}/pagefind.js`, base);
  const [table, instance] = await Promise.all([
    readTable(base),
    import(/* @vite-ignore */ script).then(async ({ createInstance }: Pagefind) => {
      // A worker would be as much script once more, for an index that answers in milliseconds.
      const made = createInstance({ noWorker: true });
      await made.init();
      await made.search('');
      return made;
    }),
  ]);
  failIfIncomplete();
  const seen = new Map<string, Found>();
  let past: Promise<void> | undefined;
  return {
    table,
    addPast: () =>
      (past ??= table.hasPast
        ? instance.mergeIndex(withBase(`/${PAST_FOLDER}/`, base))
        : Promise.resolve()),
    ask: async (term) => {
      const { results } = await instance.search(term);
      failIfIncomplete();
      const [first] = results;
      // For a word that it does not know the index finds what begins alike.
      if (first && !term.includes(' ') && !term.startsWith('"')) {
        const words = wordsOf((await first.data()).content, first.words);
        if (!words.some(({ text, isFound }) => isFound && answersTo(term, text))) return [];
      }
      for (const found of results) seen.set(found.id, found);
      return results;
    },
    load: async (id) => {
      const record = await seen.get(id)?.data();
      failIfIncomplete();
      if (!record) throw new Error(`${id} was not found before`);
      return record;
    },
  };
}

async function readTable(base: string): Promise<SearchTable> {
  const response = await fetch(withBase(`/${TABLE_FILE}`, base), { cache: 'no-cache' });
  if (!response.ok) throw new Error(`the table was answered with ${response.status}`);
  return (await response.json()) as SearchTable;
}
