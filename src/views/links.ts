/** Links of a redline that would lead nowhere on the page it is on. */
import { decodeFragment } from '../notices/fragments.ts';

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
    ids.has(decodeFragment(fragment)) ? whole : ` href="${before}#${fragment}"`,
  );
}
