/** Links of a redline that would lead nowhere on the page it is on. */
import { decodeFragment } from '../document/fragments.ts';

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

/**
 * Tells the ids of a text from those of others on the same page. Links within the text follow
 * them; links to what is elsewhere in the notice lead to the version's own page.
 *
 * @param name what the ids begin with
 * @param pageOf the address of the page that has an anchor
 */
export function apart(html: string, name: string, pageOf: (anchor: string) => string): string {
  const ids = new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
  return html
    .replace(/ id="([^"]*)"/g, (_, id: string) => ` id="~${name}-${id.replace(/^~/, '')}"`)
    .replace(/ href="#([^"]*)"/g, (_, fragment: string) =>
      ids.has(decodeFragment(fragment))
        ? ` href="#~${name}-${fragment.replace(/^~/, '')}"`
        : ` href="${pageOf(decodeFragment(fragment))}#${fragment}"`,
    );
}
