/**
 * Leads links within the text to where they lead: what a deleted sentence links to may have left
 * with it, and is then to be found in the version before.
 *
 * @param html a redline
 * @param before the address of the version before
 */
export function keepLinksAlive(html: string, before: string): string {
  const ids = new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
  return html.replace(/ href="#([^"~][^"]*)"/g, (whole, fragment: string) =>
    ids.has(decode(fragment)) ? whole : ` href="${before}#${fragment}"`,
  );
}

/** Ids are written as they are, fragments may be encoded. */
function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
