/**
 * The page of addresses that do not exist: at that of a comparison it leads to the free comparison
 * of the same two versions, where the host does not.
 */
import { freeComparison } from '../views/free-comparison.ts';

const found = freeComparison(location.pathname);
if (found) {
  const isOfNotice = [...document.querySelectorAll<HTMLAnchorElement>('.missing li a')].some(
    ({ pathname }) => pathname === found.folder,
  );
  for (const line of isOfNotice ? document.querySelectorAll<HTMLElement>('p.compared-here') : []) {
    const link = line.querySelector('a');
    if (link) link.href = found.address;
    line.hidden = false;
  }
}
