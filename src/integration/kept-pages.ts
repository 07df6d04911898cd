/**
 * Pages that were made before: one whose sources are what they were is taken from what is kept. All
 * others Astro renders.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import { forget, keep, keyOf, readKept } from '../disk/kept.ts';
import type { Digests } from '../site/digests.ts';

const pack = promisify(deflateRaw);
const unpack = promisify(inflateRaw);

/** So many days a page is kept that no build has asked for: each day's build may have all anew. */
const DAYS = 2;

/** The store of pages of one build. */
export interface KeptPages {
  /** The body of the page at an address, which `make` renders if it has to be made. */
  bodyOf: (address: string, make: () => Promise<Response>) => Promise<Response>;
}

/**
 * Opens the store.
 *
 * @param folder where pages are kept
 * @param code the hash of the code that makes them: {@link codeOfPages}
 * @param noticeAt the notice that an address is below
 */
export function openKeptPages(
  folder: string,
  code: string,
  { site, notices }: Digests,
  noticeAt: (address: string) => string | undefined,
): KeptPages {
  forget(folder, DAYS);
  return {
    bodyOf: async (address, make) => {
      const notice = noticeAt(address);
      const sources = notice === undefined ? site : (notices.get(notice) ?? site);
      const key = keyOf('page', code, sources, address);
      const kept = readKept(folder, key);
      if (kept) return new Response(await unpack(kept));
      const response = await make();
      if (response.status !== 200 || !response.body) return response;
      const body = new Uint8Array(await response.arrayBuffer());
      keep(folder, key, await pack(body, { level: 1 }));
      return new Response(body, response);
    },
  };
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
