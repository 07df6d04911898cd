/** The pages and the data of versions that were called off, built of a folder with its lock. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseFeed } from '@rowanmanning/feed-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildOrThrow } from './setup/build.ts';
import { notices } from './setup/commands.ts';
import { all, attribute, classesOf, linksIn, one, wordsOf, type Node } from './setup/html.ts';
import { onDay, version } from './setup/notices.ts';
import { checkerOfSites } from './setup/record.ts';
import { searcher, statusOf } from './setup/search.ts';
import { serve, type RunningServer } from './setup/server.ts';
import { readPage, useBrowser, type BuiltSite } from './setup/site.ts';
import { useWorkshop } from './setup/workshop.ts';
import { validator } from './setup/schemas.ts';

const { at, noticesOf } = useWorkshop('called-off');

const REASON = 'The supplier withdrew its offer.';
const CALLED_OFF = { on: '2026-11-22', by: 'Privacy manager', reason: REASON };
const NEXT = onDay('2027-01-11', '2026-11-01');
const CHANGED = NEXT.replace(
  'controller:',
  'changeType: minor\nchanges:\n  - { kind: changed, section: keep, summary: Longer. }\ncontroller:',
);
const keep = (years: string): string =>
  `## How long {#keep}\n\nWe keep your orders for ${years} years.`;
const cadw = (years: string): string =>
  `## Am faint {#keep}\n\nRydym yn cadw eich archebion am ${years} mlynedd.`;

describe('a version that was called off', () => {
  const folder = (): string => at('shop', 'notices');
  const site = { folder: '', base: '/', name: 'called-off', readEvery: 1 } as BuiltSite;
  let server: RunningServer;
  const open = (address: string): Node => readPage(site, address).document;
  const data = (file: string): unknown =>
    JSON.parse(readFileSync(path.join(site.folder, file), 'utf8')) as unknown;
  const openPage = useBrowser();
  const { search } = searcher(openPage);

  beforeAll(async () => {
    const run = (...words: string[]) => notices(words, { notices: folder() });
    site.notices = noticesOf('shop', {
      'shop/2025-01-01.mdx': version(keep('six')),
      'shop/2025-01-01.cy.mdx': version(cadw('chwe')),
      'shop/2027-01-11.mdx': version(keep('umpteen'), CHANGED),
      'shop/2027-01-11.cy.mdx': version(cadw('wyth'), CHANGED),
      // Nothing else is or was in force.
      'club/2027-01-11.mdx': version(keep('six'), NEXT.replace('Shop', 'Club')),
    });
    expect(await run('adopt')).toMatchObject({ code: 0 });
    for (const id of ['shop/2027-01-11', 'club/2027-01-11']) {
      const said = ['--by', CALLED_OFF.by, '--reason', REASON];
      expect(await run('call-off', id, ...said)).toMatchObject({ code: 0 });
    }
    site.folder = at('site');
    // The build compares each page with the lock, or it fails.
    await buildOrThrow({ out: site.folder, notices: folder() });
    server = await serve(site.folder, '/');
    site.origin = server.origin;
  });
  afterAll(() => server.close());

  it('says so on its page, with the day and the reason', () => {
    const page = open('/shop/2027-01-11/');
    expect(wordsOf(one(page, 'p.banner'))).toBe(
      `Called off This version was called off on 22 November 2026 and never applied. Reason: ${REASON} Read the current notice`,
    );
    expect(linksIn(one(page, 'p.banner'))).toEqual(['/shop/']);
    expect(wordsOf(one(page, '.version-block'))).toContain('Was to apply from 11 January 2027');
    expect(wordsOf(one(page, '.text'))).toContain('umpteen');
  });

  it('says so in the language of its translation', () => {
    expect(wordsOf(one(open('/shop/cy/2027-01-11/'), 'p.banner'))).toBe(
      `Wedi’i ganslo Cafodd y fersiwn hwn ei ganslo ar 22 Tachwedd 2026 ac ni fu erioed yn gymwys. Rheswm: ${REASON} Darllen yr hysbysiad cyfredol`,
    );
    expect(data('shop/cy/2027-01-11.json')).toMatchObject({
      status: 'called-off',
      calledOff: CALLED_OFF,
    });
  });

  it.each(['/', '/shop/', '/shop/cy/', '/club/'])('is not shown as coming on %s', (address) => {
    const page = open(address);
    expect([...all(page, '.coming'), ...all(page, '.scheduled')]).toEqual([]);
    // Only an old link, and the choice of what to compare, name it.
    const shown = wordsOf(page, (element) =>
      ['past-anchors', 'compare'].some((name) => classesOf(element).includes(name)),
    );
    expect(shown).not.toContain('11 January 2027');
  });

  it('is named by a notice that has no other', () => {
    const banner = one(open('/club/'), 'p.banner');
    expect(wordsOf(banner)).toContain('was called off on 22 November 2026 and never applied');
    expect(linksIn(banner)).toEqual(['/club/2027-01-11/']);
  });

  it('is in the history, with who called it off and why', () => {
    const page = open('/shop/history/');
    const [entry] = all(page, 'li.version');
    expect(attribute(entry!, 'id')).toBe('2027-01-11');
    expect(wordsOf(entry!)).toContain('Called off on 22 November 2026');
    expect(wordsOf(entry!)).toContain(`Called off by Privacy manager: ${REASON}`);
    expect(wordsOf(all(open('/shop/cy/history/'), 'li.version')[0]!)).toContain(
      `Canslwyd gan Privacy manager: ${REASON}`,
    );
  });

  it('is compared with the current version, which comes first', () => {
    const chosen = all(one(open('/shop/history/'), 'form.compare'), 'select').map((select) =>
      all(select, 'option')
        .filter((option) => attribute(option, 'selected') !== undefined)
        .map((option) => attribute(option, 'value')),
    );
    expect(chosen).toEqual([['2025-01-01'], ['2027-01-11']]);
  });

  it.each(['feed.xml', 'shop/feed.xml'])('has an entry of its own in %s', (file) => {
    const { items } = parseFeed(readFileSync(path.join(site.folder, file), 'utf8'));
    const item = items.find(({ id }) => id?.endsWith(':shop:2027-01-11:called-off'));
    expect(item?.title).toBe('Shop privacy notice: version of 11 January 2027 called off');
    expect(item?.content).toContain(`Reason: ${REASON}`);
  });

  it('is in the data, which fits the schemas', () => {
    const entry = { version: '2027-01-11', status: 'called-off', calledOff: CALLED_OFF };
    for (const [file, schema] of [
      ['shop/versions.json', 'notice-versions'],
      ['shop/2027-01-11.json', 'version'],
      ['versions.json', 'site-versions'],
    ] as const) {
      expect(validator(site, schema)(data(file))).toEqual([]);
    }
    expect(data('shop/2027-01-11.json')).toMatchObject(entry);
    expect(data('shop/versions.json')).toMatchObject({
      latest: '2025-01-01',
      versions: [{ version: '2025-01-01' }, entry],
    });
  });

  it('is not what applies on its day', async () => {
    const page = await openPage();
    await page.goto(`${server.origin}/shop/on/?date=2027-02-01`);
    await expect.poll(() => page.locator('main').textContent()).toContain('1 January 2025');
    expect(await page.locator('main').textContent()).not.toContain('11 January 2027');
  });

  it.each<Record<string, string>>([{}, { past: '1' }])(
    'is not found by a search %j',
    async (asked) => {
      const page = await search(site, { q: 'umpteen', ...asked });
      expect(await statusOf(page)).toBe('Nothing found for umpteen.');
    },
  );

  it('has a page that the check of a built site accepts', async () => {
    const findingsIn = await checkerOfSites(folder(), '/');
    expect(findingsIn(site.folder)).toEqual([]);
  });
});
