/** Checks a built site against its versions: every text file, every page of a version, every anchor. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { CheckedVersion } from '../checks/file.ts';
import { attribute } from '../document/nodes.ts';
import { finding, type Finding } from '../findings/catalogue.ts';
import type { LockedFolder } from './check.ts';
import { isFault } from './lock.ts';
import { elementsIn, readPage } from './page-html.ts';
import { decode, publishedFiles, type BuiltFor, type PublishedFile } from './published.ts';
import { lostAnchor } from './texts.ts';

/**
 * Checks a built site before it replaces the previous one.
 *
 * @param site the folder it was built in
 * @param versions the versions it was built from
 * @param folder the same versions with their lock
 * @returns a finding for each page or text file that differs from its version, and for each page
 *   that has lost an anchor
 */
export function checkBuiltSite(
  site: string,
  versions: readonly CheckedVersion[],
  folder: LockedFolder,
  builtFor: BuiltFor,
): Finding[] {
  const locked = folder.lock && !isFault(folder.lock) ? folder.lock.versions : {};
  return publishedFiles(versions, locked, builtFor).flatMap((file) => faultsOf(site, file));
}

function faultsOf(site: string, published: PublishedFile): Finding[] {
  const { address, file, faultIn, anchors = [], more } = published;
  const name = address.endsWith('/') ? `${address}index.html` : address;
  const built = path.join(site, ...name.split('/'));
  const place = { file, line: 1, column: 1 };
  const what = `${published.kind === 'page' ? 'page' : 'file'} /${address}`;
  if (!existsSync(built))
    return [finding('page-changed', place, `the site has no ${what.replace('file ', '')}`, LOST)];
  const content = readFileSync(built);
  const fault = faultIn(content);
  const ids = anchors.length > 0 ? idsOf(decode(content)) : new Set();
  const lost = anchors.filter((anchor) => !ids.has(anchor));
  const hint = published.kind === 'page' ? CHANGED : CHANGED_FILE;
  return [
    ...(fault === undefined
      ? (more?.() ?? []).flatMap((each) => faultsOf(site, each))
      : [finding('page-changed', place, `the ${what} ${fault}`, hint)]),
    ...(lost.length > 0 ? [lostAnchor(lost, `/${address}`, file)] : []),
  ];
}

const LOST =
  'check the latest changes to src/pages or astro.config.mjs: published pages keep their addresses';
const CHANGED =
  'check what changed last in your own pages and components, astro.config.mjs or package.json: a theme may change how a text looks, but not the text';
const CHANGED_FILE =
  'check what changed last in your own pages, astro.config.mjs or package.json: this file has the text that the fingerprint is made from';

/** The ids in the HTML of a page, as browsers find them. */
export const idsOf = (html: string): Set<string> => {
  const page = readPage(html);
  return new Set(page && elementsIn(page).flatMap((each) => attribute(each, 'id') ?? []));
};
