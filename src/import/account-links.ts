/** The account of links: each that stands in kept text is in the notice, or is told. */
import type { Document } from '../document/model.ts';
import { tidyAddress } from './mdx-links.ts';
import type { PlainUnit, Remark } from './model.ts';
import { withoutWayback } from './wayback.ts';

/** What stands in the place of an address that is hidden from programs, and is told as such. */
const HIDDEN = '/cdn-cgi/l/email-protection';

/** How many links of a kind are told. */
const MOST = 20;

/**
 * Tells of links that are in the notice in another form, or not at all, as far as no step of the import
 * has told of them. Those within the page are told by the step that finds where they lead.
 *
 * @param kept the stretches of the source of which something is in the notice
 * @param told what the steps of the import tell
 */
export function linkRemarks(
  kept: readonly PlainUnit[],
  document: Pick<Document, 'lead' | 'sections'>,
  told: readonly Remark[],
): Remark[] {
  const written = hrefsIn(document);
  const keys = new Set(written.map(keyOf));
  const paths = new Set(written.map(pathOf));
  const known = new Set(told.map(({ detail = '' }) => detail));
  const found = new Map<string, Remark>();
  for (const href of kept.flatMap(({ links = [] }) => links)) {
    const isThere =
      href === '' || href.startsWith('#') || href.includes(HIDDEN) || keys.has(keyOf(href));
    if (isThere || found.has(href) || found.size >= MOST) continue;
    const detail = href.slice(0, 100);
    if (isRelative(href) && paths.has(pathOf(href))) {
      found.set(href, { code: 'links-resolved', detail });
    } else if (!known.has(detail)) found.set(href, { code: 'link-dropped', detail });
  }
  return [...found.values()];
}

const isRelative = (href: string): boolean => !/^[a-z][a-z\d+.-]*:/i.test(href);

/** A link as it is compared: with any encoding of its signs, and what an archive put before it undone. */
function keyOf(href: string): string {
  const plain = tidyAddress(withoutWayback(href).replace(/[\s\p{Cc}]/gu, ''));
  try {
    return decodeURIComponent(plain).toLowerCase();
  } catch {
    return plain.toLowerCase();
  }
}

/** A link without its site, and the steps up in it: `../contact?x` and `https://a.example/contact?x` are one. */
const pathOf = (href: string): string =>
  keyOf(href)
    .replace(/^(?:[a-z]+:)?\/\/[^/?#]*/, '')
    .replace(/^(?:\.{0,2}\/)+/, '')
    .split('/')
    .at(-1) ?? '';

/** Where the links of a document lead to. */
function hrefsIn(document: Pick<Document, 'lead' | 'sections'>): string[] {
  const hrefs: string[] = [];
  const stack: unknown[] = [document.lead, document.sections];
  for (let next = stack.pop(); stack.length > 0 || next !== undefined; next = stack.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    if ('type' in next && next.type === 'link' && 'href' in next && typeof next.href === 'string') {
      hrefs.push(next.href);
    }
    for (const value of Object.values(next)) if (typeof value === 'object') stack.push(value);
  }
  return hrefs;
}
