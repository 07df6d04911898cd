/** The same page in other languages is asked the same: links to it carry what the address asks. */

/** To be called whenever the address asks for something else. */
export function carryQuestion(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.languages a')) {
    link.search = location.search;
  }
}
