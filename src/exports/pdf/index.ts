/**
 * Writes every version of the built site as a tagged PDF beside its plain text, through a browser:
 *
 *   npm run build && npm run pdf
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { addToManifest, isBuiltSite } from '../../disk/manifest.ts';
import { pdfPath } from '../../site/addresses.ts';
import { launchBrowser } from './browser.ts';
import { fulfilFrom } from './site-files.ts';

const directory = path.resolve(process.env['OUT_DIR'] || 'dist');

/** The part of the site's `versions.json` that is needed here. */
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
  const { origin, base, versions } = readSite();
  const files = versions.map((version) => decodeURI(pdfPath({ path: version.slice(base.length) })));
  // Before writing them: otherwise an interrupted run leaves files that the next build refuses to replace.
  addToManifest(directory, files);
  const browser = await launchBrowser();
  try {
    // Printed pages need no scripts.
    const page = await browser.newPage({ javaScriptEnabled: false });
    // There is no server: the browser's requests are answered from the site's files.
    await page.route('**/*', fulfilFrom(directory, base));
    for (const [index, file] of files.entries()) {
      await page.goto(`${origin}${versions[index]}`);
      await print(page, file);
      progress(index + 1, files.length);
    }
  } finally {
    await browser.close();
  }
  process.stdout.write(`Wrote ${files.length} PDFs to ${path.relative('', directory) || '.'}.\n`);
}

/** The origin and base of the built site, and the path of every published version with the base. */
function readSite(): { origin: string; base: string; versions: string[] } {
  const list = path.join(directory, 'versions.json');
  if (!isBuiltSite(directory) || !existsSync(list)) {
    throw new Error(`there is no built site in ${directory}: run npm run build first`);
  }
  const { url, notices } = siteSchema.parse(JSON.parse(readFileSync(list, 'utf8')));
  if (!URL.canParse(url)) {
    throw new Error('PDFs link to their site: set url in src/site.config.ts, and build again');
  }
  return {
    origin: new URL(url).origin,
    base: new URL(url).pathname,
    versions: notices.flatMap(({ versions }) =>
      versions.map((version) => new URL(version.url).pathname),
    ),
  };
}

async function print(page: Page, file: string): Promise<void> {
  await page.pdf({
    path: path.join(directory, file),
    format: 'A4',
    preferCSSPageSize: true,
    // Structure for screen readers, and headings as an outline.
    tagged: true,
    outline: true,
  });
}

function progress(done: number, all: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${all}${done === all ? '\n' : ''}`);
}
