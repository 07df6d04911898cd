/**
 * Writes every version of the built site as a tagged PDF beside its plain text, through a browser:
 *
 *   npm run build && npm run pdf
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { writeManifest } from '../build/manifest.ts';
import { pdfPath } from '../publish/addresses.ts';
import { launchBrowser } from './browser.ts';

/** The built site is served from no server: requests of the browser are answered from its files. */
const ORIGIN = 'http://site.invalid';

const directory = path.resolve(process.env['OUT_DIR'] || 'dist');

/** As far as it is needed here, `versions.json` of the site. */
const siteSchema = z.object({
  url: z.string(),
  notices: z.array(z.object({ versions: z.array(z.object({ url: z.string() })) })),
});

try {
  await writeAll();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function writeAll(): Promise<void> {
  const { base, versions } = readSite();
  const browser = await launchBrowser();
  try {
    // A printed page needs no script, and none of this site's does anything there.
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.route('**/*', (route) => {
      const file = fileAt(new URL(route.request().url()).pathname, base);
      return file === undefined ? route.fulfill({ status: 404 }) : route.fulfill({ path: file });
    });
    for (const [index, version] of versions.entries()) {
      await page.goto(ORIGIN + version);
      await print(page, pdfPath({ path: version.slice(base.length) }));
      progress(index + 1, versions.length);
    }
  } finally {
    await browser.close();
  }
  // Or the next build would take them for somebody's own, and leave the folder alone.
  writeManifest(directory);
  process.stdout.write(`${versions.length} PDFs in ${path.relative('', directory) || '.'}.\n`);
}

/** The base of the built site, and the path of every published version, with it. */
function readSite(): { base: string; versions: string[] } {
  const list = path.join(directory, 'versions.json');
  if (!existsSync(list)) {
    throw new Error(`there is no built site in ${directory}: run npm run build first`);
  }
  const { url, notices } = siteSchema.parse(JSON.parse(readFileSync(list, 'utf8')));
  const pathOf = (address: string): string => new URL(address, ORIGIN).pathname;
  return {
    base: pathOf(url),
    versions: notices.flatMap(({ versions }) => versions.map((version) => pathOf(version.url))),
  };
}

async function print(page: Page, file: string): Promise<void> {
  await page.pdf({
    path: path.join(directory, decodeURI(file)),
    format: 'A4',
    preferCSSPageSize: true,
    // For readers of the PDF: its structure for screen readers, its headings as an outline.
    tagged: true,
    outline: true,
  });
}

/** The file behind an address of the site; nothing when it has none. */
function fileAt(pathname: string, base: string): string | undefined {
  if (!pathname.startsWith(base)) return undefined;
  const within = decodeURI(pathname.slice(base.length));
  const file = path.join(directory, within, /(^|\/)$/.test(within) ? 'index.html' : '');
  return file.startsWith(directory + path.sep) && existsSync(file) ? file : undefined;
}

function progress(done: number, all: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${all}${done === all ? '\n' : ''}`);
}
