/** What the Wayback Machine changes in the pages that it keeps: links lead to its own copies. */

const LINK =
  /^(?:https?:)?(?:\/\/(?:web\.)?archive\.org)?\/web\/\d{8,14}(?:[a-z]{2}_)?\/((?:https?:\/\/|mailto:|tel:)?[^\s]+)$/i;

/** The link that a page had before it was archived. */
export function withoutWayback(href: string): string {
  const [, original] = LINK.exec(href) ?? [];
  if (original === undefined) return href;
  return /^(?:https?:\/\/|mailto:|tel:)/i.test(original) ? original : `http://${original}`;
}
