/**
 * Pages that were made before: one whose sources are what they were is taken from what is kept. All
 * others Astro renders.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { forget, keep, keyOf, readKept } from '../disk/kept.ts';
import { openPacking, unpack } from '../disk/packed.ts';
import type { Digests } from '../site/digests.ts';

/** So many days pages are kept that no build has asked for: each day's build may have all anew. */
const DAYS = 2;

/** The pages of one build. */
export interface KeptPages {
  /** The page at an address, which `make` renders if it is not kept. */
  pageAt: (address: string, make: () => Promise<Response>) => Promise<Response>;
  /** Keeps the pages that were made. */
  close: () => Promise<void>;
}

/** In place of a notice, for pages that are of none. */
const NONE = '';

/** The pages of one notice, or those of none: they are kept together, in one file. */
interface Pack {
  key: string;
  kept: Promise<ReadonlyMap<string, Uint8Array>>;
  /** Those of them that were asked for. */
  used: Map<string, Uint8Array>;
  /** Those that had to be made, if any. */
  made: MadePages | undefined;
  /** Whether its file is being written: a page that comes later is not kept. */
  isClosed: boolean;
}

/**
 * Opens the store.
 *
 * @param folder where pages are kept
 * @param code the hash of the code that makes them: {@link codeOfPages}
 * @param noticeAt the notice that an address is below. Pages of a notice are asked for one after the
 *   other: so few notices are in memory at a time
 */
export function openKeptPages(
  folder: string,
  code: string,
  { site, notices }: Digests,
  noticeAt: (address: string) => string | undefined,
): KeptPages {
  forget(folder, DAYS);
  const packs = new Map<string, Pack>();
  const packOf = async (notice: string): Promise<Pack> => {
    const known = packs.get(notice);
    if (known) return known;
    const key = keyOf('pages', code, notices.get(notice) ?? site);
    const kept = pagesIn(readKept(folder, key));
    const opened: Pack = { key, kept, used: new Map(), made: undefined, isClosed: false };
    packs.set(notice, opened);
    // The last pages of the notice before may still be in work, and those of none come at any time.
    const ofNotices = [...packs.keys()].filter((id) => id !== NONE);
    if (ofNotices.length > 2) await closePack(ofNotices[0] ?? NONE);
    return opened;
  };
  const closePack = async (notice: string): Promise<void> => {
    const own = packs.get(notice);
    packs.delete(notice);
    if (!own) return;
    own.isClosed = true;
    const { key, used, made } = own;
    if (!made) return;
    for (const [address, bytes] of used) made.add(address, bytes);
    keep(folder, key, await made.end());
  };
  return {
    pageAt: async (address, make) => {
      const notice = noticeAt(address) ?? NONE;
      const own = await packOf(notices.has(notice) ? notice : NONE);
      const kept = (await own.kept).get(address);
      if (kept) {
        own.used.set(address, kept);
        return responseOf(new Uint8Array(kept));
      }
      const response = await make();
      if (response.status !== 200 || !response.body) return response;
      const body = await bytesOf(response.body);
      if (!own.isClosed) {
        own.made ??= openMadePages();
        own.made.add(address, body);
      }
      return responseOf(body, response);
    },
    close: async () => {
      for (const notice of [...packs.keys()]) await closePack(notice);
    },
  };
}

/** The bytes of a page, which is mostly one part: it is not copied then. */
async function bytesOf(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const part of body) parts.push(part);
  const [first, ...others] = parts;
  const isWhole = first && others.length === 0 && first.byteLength === first.buffer.byteLength;
  return isWhole ? first : new Uint8Array(Buffer.concat(parts));
}

/**
 * A page as Astro asks for it: by `arrayBuffer()`, which would copy the bytes twice. Such copies have the
 * whole memory of a large site looked through for what may go, again and again.
 */
const responseOf = (bytes: Uint8Array<ArrayBuffer>, from?: Response): Response => {
  const body = new ReadableStream({
    pull: (controller) => {
      controller.enqueue(bytes);
      controller.close();
    },
  });
  return Object.defineProperty(new Response(body, from), 'arrayBuffer', {
    value: () => Promise.resolve(bytes.buffer),
  });
};

interface MadePages {
  add: (address: string, bytes: Uint8Array) => void;
  /** Pages as the bytes of one file: a line with their addresses and lengths, and then all of them packed. */
  end: () => Promise<Uint8Array>;
}

function openMadePages(): MadePages {
  const lengths: [string, number][] = [];
  const packing = openPacking();
  return {
    add: (address, bytes) => {
      lengths.push([address, bytes.length]);
      packing.add(bytes);
    },
    end: async () =>
      Buffer.concat([Buffer.from(`${JSON.stringify(lengths)}\n`), await packing.end()]),
  };
}

async function pagesIn(kept: Buffer | undefined): Promise<ReadonlyMap<string, Uint8Array>> {
  const pages = new Map<string, Uint8Array>();
  if (!kept) return pages;
  const start = kept.indexOf('\n') + 1;
  const bytes = await unpack(kept.subarray(start));
  let at = 0;
  // What is kept was written by the function above.
  for (const [address, length] of JSON.parse(kept.toString('utf8', 0, start)) as [
    string,
    number,
  ][]) {
    pages.set(address, bytes.subarray(at, at + length));
    at += length;
  }
  return pages;
}

/**
 * The hash of the code that Astro has made for pages.
 *
 * @param output the folder that the site is written to, with the code in a folder of its own
 */
export function codeOfPages(output: string): string {
  const files = [CODE_OF_PAGES, ASSETS].flatMap((folder) => filesIn(path.join(output, folder)));
  return keyOf(process.version, ...files.flatMap((file) => partsOf(file, output)));
}

/**
 * Whether a middleware is in that code, of the project or of an integration: nobody but it knows what
 * pages depend on then. Without one, Astro has a part that does nothing in its place.
 */
export const hasMiddleware = (output: string): boolean =>
  !filesIn(path.join(output, CODE_OF_PAGES)).some((file) =>
    /noop-middleware/.test(path.basename(file)),
  );

/** Where Astro puts the code of pages, and the files that they load, whose names tell what they are. */
const CODE_OF_PAGES = '.prerender';
const ASSETS = '_astro';

const filesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name))
        .toSorted()
    : [];

/** What of a file has to be the same. The first of the code knows of this one build, and is named by that. */
function partsOf(file: string, output: string): (string | Uint8Array)[] {
  const name = path.relative(output, file);
  const folder = path.dirname(name);
  if (!name.endsWith('.mjs')) return [name];
  return folder === CODE_OF_PAGES
    ? [withoutBuild(readFileSync(file, 'utf8'), path.basename(name), output)]
    : [name, readFileSync(file)];
}

/** Code without what each build has anew: its folder, a key, and what it was started with. */
function withoutBuild(code: string, name: string, output: string): string {
  const started = Object.entries(process.env)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
    .flatMap((entry) => [`${entry},`, entry]);
  return [name, path.dirname(output), ...started]
    .reduce((rest, part) => rest.replaceAll(part, ''), code)
    .replace(/"key":"[^"]*"/, '')
    .replace(/\{\s+\}/g, '{}');
}
