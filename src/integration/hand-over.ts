/** How a build gives what it has checked to the pages, which Astro bundles and runs in the same process. */
import type { loadSite } from '../site/load.ts';

const SLOT = 'noticeboard:checked';

/** Puts what the site is loaded from where the module of the site finds it. */
export function handOver(...checked: Required<Parameters<typeof loadSite>>): void {
  Reflect.set(globalThis, Symbol.for(SLOT), checked);
}

/** The same as an expression in the code of the pages. */
export const HANDED_OVER = `globalThis[Symbol.for(${JSON.stringify(SLOT)})]`;
