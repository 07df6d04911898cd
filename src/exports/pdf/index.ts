/** Writes every version of a built site as a tagged PDF beside its plain text, through a browser. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { addToManifest, isBuiltSite } from '../../disk/manifest.ts';
import { pdfPath } from '../../site/addresses.ts';
import { launchBrowser } from './browser.ts';
import { offerPdf } from './offer.ts';
import { fulfilFrom } from './site-files.ts';

/** The part of the site's `versions.json` that is needed here. */
const siteSchema = z.object({
  url: z.string(),
  notices: z.array(z.object({ url: z.string(), versions: z.array(z.object({ url: z.string() })) })),
});

/**
 * Writes the PDF of every published version, and links to it from its pages.
 *
 * @param built the folder of the whole built site, absolute
 * @param below the folder of it that the notices are in, with a slash at both ends
 * @param progress called with how many are written, and how many there are
 * @returns how many were written
 * @throws an error of one line that says what to do, if there is no built site, or no browser
 */
export async function writePdfs(
  { built, below }: { built: string; below: string },
  progress: (done: number, all: number) => void,
): Promise<number> {
  const directory = path.resolve(built, `.${below}`);
  if (!isBuiltSite(built)) throw new Error(`there is no built site in ${built}: ${BUILD_FIRST}`);
  const { origin, base, notices, versions } = readSite(directory);
  const files = versions.map((version) => decodeURI(pdfPath({ path: version.slice(base.length) })));
  // Before writing them: otherwise an interrupted run leaves files that the next build refuses to replace.
  addToManifest(
    built,
    files.map((file) => path.posix.join('.', below, file)),
  );
  const browser = await launchBrowser();
  try {
    // Printed pages need no scripts.
    const page = await browser.newPage({ javaScriptEnabled: false });
    // There is no server: the browser's requests are answered from the site's files.
    await page.route('**/*', fulfilFrom(directory, base));
    for (const [index, file] of files.entries()) {
      const answer = await page.goto(`${origin}${versions[index]}`);
      if (!answer?.ok())
        throw new Error(`the site has no page at ${versions[index]}: ${BUILD_FIRST}`);
      await print(page, path.join(directory, file));
      progress(index + 1, files.length);
    }
  } finally {
    await browser.close();
  }
  // Not before all are written: no page is to lead to one that is missing.
  for (const page of [...notices, ...versions]) offerOn(path.join(directory, fileOf(page, base)));
  return files.length;
}

const fileOf = (page: string, base: string): string =>
  decodeURI(`${page.slice(base.length)}index.html`);

/** Adds the link to the PDF to a page that has a place for it: in short, where the notice has that. */
function offerOn(file: string): void {
  for (const each of [file, path.join(path.dirname(file), 'in-short', 'index.html')]) {
    if (existsSync(each)) writeFileSync(each, offerPdf(readFileSync(each, 'utf8')));
  }
}

const BUILD_FIRST = 'build the site first with npx astro build';

/** The origin and base of the built site, and the paths of all notices and versions with the base. */
function readSite(directory: string): {
  origin: string;
  base: string;
  notices: string[];
  versions: string[];
} {
  const list = path.join(directory, 'versions.json');
  if (!existsSync(list)) throw new Error(`there are no notices in ${directory}: ${BUILD_FIRST}`);
  const { url, notices } = siteSchema.parse(JSON.parse(readFileSync(list, 'utf8')));
  if (!URL.canParse(url)) {
    throw new Error('PDFs link to their site: set site in astro.config.mjs, and build again');
  }
  return {
    origin: new URL(url).origin,
    base: new URL(url).pathname,
    notices: notices.map((notice) => new URL(notice.url).pathname),
    versions: notices.flatMap(({ versions }) =>
      versions.map((version) => new URL(version.url).pathname),
    ),
  };
}

async function print(page: Page, file: string): Promise<void> {
  await page.pdf({
    path: file,
    format: 'A4',
    preferCSSPageSize: true,
    // Structure for screen readers, and headings as an outline.
    tagged: true,
    outline: true,
  });
}
