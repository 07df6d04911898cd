/** What commands record of the corners, for tests of the pages that show it. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeFiles } from './build.ts';
import { notices, noticesProcess } from './commands.ts';
import { onDay, version } from './notices.ts';

/** How versions were called off. */
export const CALLED_OFF = {
  on: '2026-11-22',
  by: 'Privacy manager',
  reason: 'The supplier withdrew its offer.',
};

/** How a version was corrected. */
const ERRATUM = { by: 'Data protection officer', reason: 'A slip & a <pen>.' };

const NEXT = onDay('2029-01-11', '2026-11-01');
const CHANGED = NEXT.replace(
  'controller:',
  'changeType: minor\nchanges:\n  - { kind: changed, section: keep, summary: Longer. }\ncontroller:',
);
const keep = (years: string): string =>
  `## How long {#keep}\n\nWe keep your orders for ${years} years.`;
const cadw = (years: string): string =>
  `## Am faint {#keep}\n\nRydym yn cadw eich archebion am ${years} mlynedd.`;

const NOTICES = {
  'stopped/shop/2025-01-01.mdx': version(keep('six')),
  'stopped/shop/2025-01-01.cy.mdx': version(cadw('chwe')),
  'stopped/shop/2029-01-11.mdx': version(keep('xylophone'), CHANGED),
  'stopped/shop/2029-01-11.cy.mdx': version(cadw('wyth'), CHANGED),
  // Nothing else is or was in force.
  'stopped/club/2029-01-11.mdx': version(
    '## How long {#keep}\n\nWe keep your letters for six years.',
    NEXT.replace('Shop', 'Club'),
  ),
  'corrected/2025-01-01.mdx': version(
    '## Post {#post}\n\nNothing is said by post.',
    onDay('2025-01-01'),
  ),
};

/** Adds notices to a folder, and records all of it: versions called off, and an erratum. */
export async function record(folder: string): Promise<void> {
  const run = async (...words: string[]): Promise<void> => {
    const { code, err } = await notices(words, { notices: folder });
    if (code !== 0) throw new Error(`notices ${words.join(' ')} failed:\n${err}`);
  };
  writeFiles(folder, NOTICES);
  await run('adopt');
  for (const id of ['stopped/shop/2029-01-11', 'stopped/club/2029-01-11']) {
    await run('call-off', id, '--by', CALLED_OFF.by, '--reason', CALLED_OFF.reason);
  }
  const file = path.join(folder, 'corrected', '2025-01-01.mdx');
  writeFileSync(file, readFileSync(file, 'utf8').replace('is said', 'was said'));
  await run('erratum', 'corrected/2025-01-01', '--by', ERRATUM.by, '--reason', ERRATUM.reason);
}

/** A page as a company has it: some of it is the notice, some is left out, and some is asked. */
const PAGE = `<!doctype html><html lang="en"><title>Privacy notice | Tallow Lanterns</title>
<nav><a href="/">Home</a> <a href="/shop">Shop</a></nav>
<main><h1>Privacy notice</h1>
<p>Tallow Lanterns Ltd (company number 01234567) makes lanterns. Last updated 3 March 2026.</p>
<h2>What we keep</h2><p>We keep your name, your address and what you ordered.</p>
<ul><li>Orders for six years</li><li>Letters for <del>one year</del> <ins>two years</ins></li></ul>
<h2>Why we use it</h2><p>To make what you ordered, to send it to you, and to answer your letters. We do that because
you bought something from us, and the law asks us to keep accounts. We send no news unless you asked for it.</p>
<h2>Who else sees it</h2><p>The post office sees your address, and our accountant sees your invoices.</p>
<h2>Your rights</h2><p>You can ask for a copy, for a correction, or for us to delete what we hold about you. Write
to privacy@tallow.example, and we answer within a month.</p></main>
<footer><p>© Tallow Lanterns Ltd. All rights reserved.</p></footer>`;

/** Imports a page into a folder as the draft of `imported`. */
export async function importPage(folder: string): Promise<void> {
  writeFiles(`${folder}.sources`, { 'page.html': PAGE });
  const words = [
    ...['import', 'imported', path.join(`${folder}.sources`, 'page.html'), '--yes'],
    ...['--controller', 'Tallow Lanterns Ltd', '--email', 'privacy@tallow.example'],
  ];
  const { code, err } = await noticesProcess(words, { notices: folder });
  if (code !== 0) throw new Error(`notices ${words.join(' ')} failed:\n${err}`);
}
