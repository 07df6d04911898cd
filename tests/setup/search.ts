/** Searching on a built site, in a browser. */
import type { Page as BrowserPage } from 'playwright-core';
import { sharing, urlOf, type BuiltSite, type OpenPage } from './site.ts';

/** The address of the search for what is asked. */
export const addressOf = (site: BuiltSite, asked: Record<string, string>): string =>
  urlOf(site, `/search/?${new URLSearchParams(asked).toString()}`);

/** Waits until the page has answered what it was asked. */
export async function answered(page: BrowserPage): Promise<void> {
  await page.waitForFunction(
    () =>
      ['found', 'failed'].includes(
        document.querySelector<HTMLElement>('.search-page')?.dataset['state'] ?? '',
      ),
    undefined,
    // Unless it is said, it is asked in every frame, for which the browser paints.
    { polling: 20 },
  );
}

/** The line that says what was found. */
export const statusOf = (page: BrowserPage): Promise<string | null> =>
  page.locator('.search-status').textContent();

/** What searches on one page of a browser: no search changes what the next one finds there. */
export function searcher(openPage: OpenPage): {
  sharedPage: () => Promise<BrowserPage>;
  search: (site: BuiltSite, asked: Record<string, string>) => Promise<BrowserPage>;
} {
  const sharedPage = sharing(openPage);
  return {
    sharedPage,
    search: async (site, asked) => {
      const page = await sharedPage();
      await page.goto(addressOf(site, asked));
      await answered(page);
      return page;
    },
  };
}
