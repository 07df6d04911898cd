/** What others put before the links of a page: archives, and Google in documents that it exports. */

const LINK =
  /^(?:https?:)?(?:\/\/(?:web\.)?archive\.org)?\/web\/\d{8,14}(?:[a-z]{2}_)?\/((?:https?:\/\/|mailto:|tel:)?[^\s]+)$/i;

/** Documents of Google lead through it to where they link. */
const GOOGLE = /^https?:\/\/www\.google\.com\/url\?q=([^&\s]{1,4000})(?:&|$)/i;

/** The link that a page had before it was archived or exported. */
export function withoutWayback(href: string): string {
  const [, query] = GOOGLE.exec(href) ?? [];
  if (query !== undefined) {
    const target = new URLSearchParams(`q=${query}`).get('q') ?? '';
    if (/^https?:\/\//i.test(target)) return target;
  }
  const [, original] = LINK.exec(href) ?? [];
  if (original === undefined) return href;
  return /^(?:https?:\/\/|mailto:|tel:)/i.test(original) ? original : `http://${original}`;
}
