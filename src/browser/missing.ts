/**
 * The page of addresses that do not exist: at that of a comparison it leads to the free comparison
 * of the same two versions, where the host does not.
 */
import { freeComparison } from '../views/free-comparison.ts';

const address = freeComparison(location.pathname);
if (address) {
  const isOfNotice = [...document.querySelectorAll<HTMLAnchorElement>('.missing li a')].some(
    ({ pathname }) => pathname === address.folder,
  );
  for (const line of isOfNotice ? document.querySelectorAll<HTMLElement>('p.compared-here') : []) {
    const link = line.querySelector('a');
    if (link) link.href = `${address.folder}${address.query}`;
    line.hidden = false;
  }
}
