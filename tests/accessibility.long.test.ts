import { describe, expect, inject, it } from 'vitest';
import {
  EACH_LOOK_ONCE,
  EXAMPLES,
  IN_LANGUAGES,
  someAddressesOf,
  testFocus,
  testWidth,
  testWithAxe,
} from './accessibility.cases.ts';
import { urlOf, useBrowser, leave } from './setup/site.ts';

const [first] = inject('samples');
const sample = first!;
const openPage = useBrowser();

// Each page in one look, for what axe finds is mostly of parts that many pages have.
describe('in light, dark and forced colours, at 320, 768 and 1280 px', () => {
  const inTurn = (index: number) => [EACH_LOOK_ONCE[index % EACH_LOOK_ONCE.length]!];
  testWithAxe(sample, EXAMPLES, inTurn);
  testWithAxe(inject('languages'), IN_LANGUAGES, inTurn);
});

describe('a phone 320 px wide', () => {
  testWidth([sample], someAddressesOf);

  it('scrolls a wide table within its own box', async () => {
    const page = await openPage({ width: 320, height: 640 });
    await page.goto(urlOf(sample, '/parleyvane/users/'));
    const boxes = await page.locator('.text .table').evaluateAll((tables) =>
      tables.map((table) => ({
        scrolls: ['auto', 'scroll'].includes(getComputedStyle(table).overflowX),
        canBeFocused: (table as HTMLElement).tabIndex === 0,
        fits: table.getBoundingClientRect().right <= document.documentElement.clientWidth,
      })),
    );
    expect(boxes.length).toBeGreaterThan(0);
    expect(boxes).toEqual(boxes.map(() => ({ scrolls: true, canBeFocused: true, fits: true })));
    await leave(page);
  });
});

describe('the keyboard', () => {
  it('moves from the skip link through header, breadcrumbs and contents to the text', async () => {
    const page = await openPage();
    await page.goto(urlOf(sample, '/parleyvane/users/'));
    const stops: string[] = [];
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab');
      const place = await page.evaluate(() => {
        const places =
          '.skip, header.site, .trail, .contents, .version-block, .facts-card, .text, .neighbours, footer.site';
        return (
          document.activeElement?.closest(places)?.className || document.activeElement?.tagName
        );
      });
      if (place && place !== stops.at(-1)) stops.push(place);
    }
    const known = ['skip', 'site', 'trail', 'contents', 'version-block', 'card', 'text'];
    expect(stops.map((stop) => stop.split(' ')[0]).filter((stop) => known.includes(stop!))).toEqual(
      known,
    );
    await leave(page);
  });

  it('takes the timeline of a history as one stop, and arrow keys from bar to bar', async () => {
    const page = await openPage();
    await page.goto(urlOf(sample, '/parleyvane/users/history/'));
    const at = (): Promise<string> =>
      page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    await page.locator('.life a[tabindex="0"]').focus();
    expect(await at()).toMatch(/^11 January 2027: /);
    await page.keyboard.press('ArrowLeft');
    expect(await at()).toMatch(/^19 June 2026: .* changed, in force$/);
    expect(await page.locator('.life a:focus-visible .label').isVisible()).toBe(true);
    await page.keyboard.press('Home');
    expect(await at()).toBe('25 May 2018: first version');
    expect(await page.locator('.life a[tabindex="0"]').count()).toBe(1);
    await page.keyboard.press('Tab');
    expect(await at()).not.toMatch(/changed/);
    await leave(page);
  });

  testFocus(EACH_LOOK_ONCE);
});
