/** Where links of a text lead from the page that prints it. */
import { decodeFragment } from '../document/fragments.ts';

type AddressOf = (address: string) => string;

/** The fragment of an address within the text; nothing for one that leads elsewhere. */
const fragmentOf = (address: string): string | undefined =>
  address.startsWith('#') ? address.slice(1) : undefined;

/** Whether a fragment means a place of the page itself: no anchor of a text begins like this. */
const isOfPage = (fragment: string): boolean => fragment.startsWith('~');

/**
 * Addresses for the redline of a page. What a deleted sentence links to may have left with it, and
 * is then to be found in the version before.
 *
 * @param anchors those of the version after, which stand on the page
 * @param before the address of the version before
 * @param elsewhere what leads to an address outside of the text
 */
export const linksOfRedline =
  (anchors: ReadonlySet<string>, before: string, elsewhere: AddressOf): AddressOf =>
  (address) => {
    const fragment = fragmentOf(address);
    if (fragment === undefined) return elsewhere(address);
    const isHere = fragment === '' || isOfPage(fragment) || anchors.has(decodeFragment(fragment));
    return isHere ? address : `${before}#${fragment}`;
  };

/**
 * Ids and addresses for a text that stands on a page with others. Links within the text follow its
 * ids; links to what is elsewhere in the notice lead to the page that has it.
 *
 * @param name what the ids begin with
 * @param anchors those that the text holds
 * @param pageOf the address of the page that has an anchor
 * @param elsewhere what leads to an address outside of the notice
 */
export function apart(
  name: string,
  anchors: ReadonlySet<string>,
  pageOf: (anchor: string) => string,
  elsewhere: AddressOf,
): { idOf: (id: string) => string; addressOf: AddressOf } {
  const idOf = (id: string): string => `~${name}-${isOfPage(id) ? id.slice(1) : id}`;
  const addressOf = (address: string): string => {
    const fragment = fragmentOf(address);
    if (fragment === undefined) return elsewhere(address);
    const anchor = decodeFragment(fragment);
    return isOfPage(fragment) || anchors.has(anchor)
      ? `#${idOf(fragment)}`
      : `${pageOf(anchor)}#${fragment}`;
  };
  return { idOf, addressOf };
}
