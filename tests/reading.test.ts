/** A notice as people read it: by keyboard from page to page, and as a screen reader hears it. */
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { urlOf, useBrowser, leave } from './setup/site.ts';

const openPage = useBrowser();

/** Presses Tab until something with these words has the focus, and Enter on it. */
async function follow(page: Page, words: string | RegExp): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const { activeElement } = document;
      return (activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '').trim();
    });
    if (typeof words === 'string' ? focused === words : words.test(focused)) {
      await page.keyboard.press('Enter');
      return;
    }
  }
  throw new Error(`no Tab leads to ${words} on ${page.url()}`);
}

const isSeen = (page: Page, selector: string): Promise<boolean> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return bottom > 0 && top < window.innerHeight;
    });

describe.each(inject('samples'))('the site at $base', (site) => {
  const own = (address: string): string => urlOf(site, address);

  it('can be used by keyboard from a notice to a section, its history, a comparison and a change', async () => {
    const page = await openPage({ javaScriptEnabled: false });
    await page.goto(own('/harbourlight/customers/'));
    await follow(page, /^\d+\. How long/);
    await expect.poll(() => page.url()).toBe(own('/harbourlight/customers/#retention'));
    expect(await isSeen(page, '#retention')).toBe(true);
    await follow(page, 'Last changed 19 June 2026');
    await expect.poll(() => page.url()).toBe(own('/harbourlight/customers/sections/retention/'));
    await follow(page, 'History');
    await expect.poll(() => page.url()).toBe(own('/harbourlight/customers/history/'));
    await follow(page, /^6 March 2023: \d+ words? changed/);
    await expect
      .poll(() => page.url())
      .toBe(own('/harbourlight/customers/compare/2021-02-01/2023-03-06/'));
    await follow(page, /^(?:Number, amount or date )?(?:removed|added): /);
    await expect.poll(() => page.url()).toMatch(/#~/);
    expect(await isSeen(page, ':target')).toBe(true);
    await leave(page);
  });

  it('opens its contents on a phone from a bar that stays, and closes them after a choice', async () => {
    const page = await openPage({ width: 390, height: 844, javaScriptEnabled: false });
    await page.goto(own('/harbourlight/customers/'));
    const contents = page.locator('nav.contents');
    const bar = page.locator('.on-this-page');
    expect(await contents.isVisible()).toBe(false);
    await page.mouse.wheel(0, 4000);
    await expect.poll(async () => (await bar.boundingBox())?.y).toBe(0);
    const place = (): Promise<number> =>
      page
        .locator('.text')
        .boundingBox()
        .then((box) => Math.round(box!.y));
    const before = await place();
    await page.mouse.click(60, 20);
    expect(await contents.isVisible()).toBe(true);
    await contents.getByRole('link', { name: 'Close' }).click();
    expect(await contents.isVisible()).toBe(false);
    // The reader is where they were.
    expect(await place()).toBe(before);
    await page.mouse.click(60, 20);
    await contents
      .locator('ol')
      .getByRole('link', { name: /How long/ })
      .click();
    expect(await contents.isVisible()).toBe(false);
    expect(await isSeen(page, '#retention')).toBe(true);
    await leave(page);
  });

  it('begins with its first sentence on the first screen of a phone', async () => {
    const page = await openPage({ width: 390, height: 900, javaScriptEnabled: false });
    for (const notice of [
      ...['copperwake/website', 'copperwake/website/cy', 'harbourlight/customers'],
      ...['larkrise/members', 'parleyvane/users', 'quillmere/customers'],
    ]) {
      await page.goto(own(`/${notice}/`));
      const end = await page
        .locator('.text p:not(.now, .erratum)')
        .first()
        .evaluate((paragraph) => {
          const range = document.createRange();
          const text = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode()!;
          range.setStart(text, 0);
          range.setEnd(text, text.textContent!.search(/[.:](\s|$)/) + 1);
          return range.getBoundingClientRect().bottom;
        });
      expect(end, notice).toBeGreaterThan(0);
      expect(end, notice).toBeLessThan(900);
    }
    await leave(page);
  });

  it.each([390, 1280])('does not move between its layers at %i px', async (width) => {
    const page = await openPage({ width, height: 900, javaScriptEnabled: false });
    const places = [];
    for (const layer of ['', 'in-short/']) {
      await page.goto(own(`/copperwake/website/${layer}`));
      const parts = ['main h1', '.layers', ...(width > 1000 ? ['.contents h2'] : [])];
      places.push(await Promise.all(parts.map((part) => page.locator(part).first().boundingBox())));
    }
    expect(places[0]).toEqual(places[1]);
    expect(places[0]).not.toContain(null);
    await leave(page);
  });

  it('has two keys to step through changes, which can be turned off', async () => {
    const page = await openPage();
    await page.goto(own('/harbourlight/customers/compare/2023-03-06/2026-06-19/'));
    // The page itself is asked: what the browser tells of its address comes later.
    const placeNow = () => page.evaluate(() => location.hash);
    const places = new Set<string>();
    for (let presses = 0; presses < 3; presses += 1) {
      await page.keyboard.press('n');
      places.add(await placeNow());
      expect(await isSeen(page, ':target')).toBe(true);
    }
    expect(places.size).toBe(3);
    await page.keyboard.press('p');
    expect([...places][1]).toBe(await placeNow());
    await page.getByText('Options', { exact: true }).click();
    await page.getByLabel('Shortcuts: N next').uncheck();
    await page.keyboard.press('n');
    expect([...places][1]).toBe(await placeNow());
    await leave(page);
  });

  it('keeps the bar of a comparison within two lines of a phone that has a keyboard', async () => {
    const page = await openPage({ width: 390, height: 844 });
    for (const pair of ['2018-05-25/2020-11-16', '2023-03-06/2026-06-19']) {
      await page.goto(own(`/harbourlight/customers/compare/${pair}/`));
      const options = page.locator('.walk .options');
      await options.getByText('Options').click();
      expect(await options.getByLabel('Shortcuts: N next').isVisible()).toBe(true);
      // A line of buttons of 44 pixels, and one of words.
      expect((await page.locator('.walk').boundingBox())!.height).toBeLessThan(100);
    }
    await leave(page);
  });

  it('has landmarks, headings and names for screen readers', async () => {
    const page = await openPage();
    await page.goto(own('/copperwake/website/'));
    const tree = await page.locator('body').ariaSnapshot();
    const landmarks = [
      ...tree.matchAll(/^- (banner|navigation|main|contentinfo|search)\b(?: "([^"]*)")?/gm),
    ];
    expect(landmarks.map(([, role, name]) => [role, name].filter(Boolean).join(' '))).toEqual([
      'banner',
      'navigation You are here',
      'navigation Languages',
      'main',
      'contentinfo',
    ]);
    expect(tree).toContain('heading "Website privacy notice" [level=1]');
    for (const name of ['Contents', 'How much to read']) {
      expect(tree).toContain(`navigation "${name}"`);
    }
    expect(tree).toContain('heading "7. How long we keep it" [level=2]');
    expect(tree).toContain('link "Link to “7. How long we keep it”"');
    // A table is a table to those who hear it, on a phone as well.
    await page.setViewportSize({ width: 360, height: 800 });
    const cards = await page.locator('#retention').locator('xpath=../..').ariaSnapshot();
    expect(cards).toMatch(/- table/);
    expect(cards).toMatch(/columnheader "How long we keep it"/);
    expect(cards).toMatch(/- cell "30 days"/);
    await leave(page);
  });

  it('has lines of 60 to 75 characters where there is room', async () => {
    const page = await openPage({ width: 1280, height: 900 });
    await page.goto(own('/copperwake/website/'));
    const widths = await page.locator('.text section > p:not(.now)').evaluateAll((paragraphs) =>
      paragraphs
        .map((paragraph) => {
          const range = document.createRange();
          range.selectNodeContents(paragraph);
          const lines = new Set(
            [...range.getClientRects()].map(({ bottom }) => Math.round(bottom)),
          );
          return { lines: lines.size, characters: paragraph.textContent?.length ?? 0 };
        })
        .filter(({ lines }) => lines >= 3)
        .map(({ lines, characters }) => characters / (lines - 0.5)),
    );
    expect(widths.length).toBeGreaterThan(2);
    const middle = widths.toSorted((a, b) => a - b)[Math.floor(widths.length / 2)]!;
    expect(middle).toBeGreaterThan(58);
    expect(middle).toBeLessThan(78);
    await leave(page);
  });
});
