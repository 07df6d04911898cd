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

/** Whether an address is that of the search of a site, for no more than words. */
function isAsking(address: string, site: BuiltSite): boolean {
  if (!address.startsWith(addressOf(site, {}))) return false;
  return [...new URL(address).searchParams.keys()].every((name) => ['q', 'past'].includes(name));
}

/** Asks by the form of the page. It runs in the browser. */
function askHere({ q, past }: { q: string; past: string }): void {
  const field = (name: string) =>
    document.querySelector<HTMLInputElement>(`form.search [name="${name}"]`)!;
  field('q').value = q;
  field('past').checked = past === '1';
  field('q').form!.requestSubmit();
}

/** The line that says what was found. */
export const statusOf = (page: BrowserPage): Promise<string | null> =>
  page.locator('.search-status').textContent();

/**
 * What searches on one page of a browser: no search changes what the next one finds there. What the
 * form can ask for is asked on the page that is open, since to load it takes most of the time.
 */
export function searcher(openPage: OpenPage): {
  sharedPage: () => Promise<BrowserPage>;
  search: (site: BuiltSite, asked: Record<string, string>) => Promise<BrowserPage>;
} {
  const sharedPage = sharing(openPage);
  return {
    sharedPage,
    search: async (site, asked) => {
      const page = await sharedPage();
      const { q = '', past = '', ...others } = asked;
      if (Object.keys(others).length === 0 && isAsking(page.url(), site)) {
        await page.evaluate(askHere, { q, past });
      } else {
        await page.goto(addressOf(site, asked));
      }
      await answered(page);
      return page;
    },
  };
}
