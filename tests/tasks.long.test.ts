/**
 * What people come for, on a phone: each at most two presses from the notice. A date that is typed, and
 * the walk itself from change to change, are the task and not the way to it.
 */
import { describe, expect, inject, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { leave, urlOf, useBrowser } from './setup/site.ts';

const NOTICE = '/copperwake/website/';
const PHONE = { width: 390, height: 844, isMobile: true, hasTouch: true };

interface Task {
  /** What is pressed, one after the other, by what it is called. */
  way: ((page: Page) => Locator)[];
  /** That it is there. */
  found: (page: Page) => Promise<void>;
}

const link =
  (name: string | RegExp) =>
  (page: Page): Locator =>
    page.getByRole('link', { name, exact: true });

/** The row that opens the card of the version. */
const card = (page: Page): Locator => page.locator('summary', { hasText: /^\s*In force\s+since/ });

const contents = link('On this page');

/** A section, from the list of contents. */
const section =
  (name: string) =>
  (page: Page): Locator =>
    page.getByRole('navigation', { name: 'Contents' }).getByRole('link', { name, exact: true });

const sees =
  (locate: (page: Page) => Locator) =>
  async (page: Page): Promise<void> => {
    const isInView = async (): Promise<boolean> => {
      const box = await locate(page).first().boundingBox();
      return box !== null && box.y >= 0 && box.y < PHONE.height;
    };
    await expect.poll(isInView).toBe(true);
  };

const heading =
  (name: RegExp) =>
  (page: Page): Locator =>
    page.getByRole('heading', { name });

const READER: Record<string, Task> = {
  'find how long data is kept': {
    way: [contents, section('7. How long we keep it')],
    found: sees(heading(/How long we keep it$/)),
  },
  object: {
    way: [contents, section('9. Your rights, and how to object')],
    found: sees(heading(/Your rights, and how to object$/)),
  },
  complain: {
    way: [contents, section('13. Complaints')],
    found: sees(heading(/Complaints$/)),
  },
  'see what changed last': {
    way: [card, link('What changed on 1 October 2026')],
    found: sees(heading(/19 June 2026 and 1 October 2026$/)),
  },
  'find what applied on a day': {
    way: [card, link('Find the notice for a date')],
    found: async (page) => {
      await page.getByLabel('Date', { exact: true }).fill('2020-01-01');
      await page.keyboard.press('Enter');
      await sees((shown) =>
        shown.getByText('On 1 January 2020, the version of 1 May 2018 applied.'),
      )(page);
    },
  },
};

const LAWYER: Record<string, Task> = {
  'compare the first version with the current one': {
    way: [card, link('What changed since 1 May 2018')],
    found: sees(heading(/1 May 2018 and 1 October 2026$/)),
  },
  'walk to the tenth change': {
    way: [card, link('What changed on 1 October 2026')],
    // A finger does not scroll to what it presses, as the browser's driver would.
    found: async (page) => {
      const next = page.getByRole('button', { name: 'Next change' });
      await next.scrollIntoViewIfNeeded();
      for (let step = 1; step <= 10; step += 1) {
        const { x, y } = (await next.boundingBox())!;
        await page.touchscreen.tap(x + 12, y + 12);
        await sees((shown) => shown.getByText(`${step} of 10`, { exact: true }))(page);
      }
    },
  },
  cite: {
    way: [card],
    found: sees((page) =>
      page.getByText(/version of 1 October 2026, https:.*2026-10-01\/ \(SHA-256 [0-9a-f]{12}…\)$/),
    ),
  },
  download: {
    way: [card, link('Plain text')],
    found: async (page) => {
      await expect.poll(() => page.url()).toMatch(/website\/2026-10-01\.txt$/);
    },
  },
  // The second press hands the feed to whichever program reads feeds.
  follow: {
    way: [card],
    found: async (page) => {
      await sees(link('Atom feed'))(page);
      const feed = await link('Atom feed')(page).getAttribute('href');
      const answer = await page.request.get(new URL(feed ?? '', page.url()).href);
      expect(await answer.text()).toContain('<feed xmlns="http://www.w3.org/2005/Atom"');
    },
  },
};

describe.each([
  ['a reader', READER],
  ['a lawyer', LAWYER],
])('%s on a phone', (_, tasks) => {
  const [site] = inject('samples');
  const openPage = useBrowser();

  it.each(Object.entries(tasks))('can %s in two presses', async (_name, { way, found }) => {
    expect(way.length).toBeLessThanOrEqual(2);
    const page = await openPage(PHONE);
    await page.goto(urlOf(site!, NOTICE));
    for (const next of way) await next(page).click();
    await found(page);
    await leave(page);
  });
});
