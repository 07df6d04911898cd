/** The pages and the data of what commands recorded: versions called off, and a correction. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseFeed } from '@rowanmanning/feed-parser';
import { describe, expect, inject, it } from 'vitest';
import { notices, type CommandResult } from './setup/commands.ts';
import { all, attribute, classesOf, linksIn, one, wordsOf, type Node } from './setup/html.ts';
import { checkerOfSites } from './setup/record.ts';
import { CALLED_OFF } from './setup/recorded.ts';
import { searcher, statusOf } from './setup/search.ts';
import { serve } from './setup/server.ts';
import { readPage, useBrowser } from './setup/site.ts';
import { useWorkshop } from './setup/workshop.ts';
import { validator } from './setup/schemas.ts';

const site = inject('corners');
const open = (address: string): Node => readPage(site, address).document;
const read = (file: string): string => readFileSync(path.join(site.folder, file), 'utf8');
const data = (file: string): unknown => JSON.parse(read(file)) as unknown;

describe('a version that was called off', () => {
  const { reason } = CALLED_OFF;
  const openPage = useBrowser();
  const { search } = searcher(openPage);

  it('says so on its page, with the day and the reason', () => {
    const page = open('/stopped/shop/2029-01-11/');
    expect(wordsOf(one(page, 'p.banner'))).toBe(
      `Called off This version was called off on 22 November 2026 and never applied. Reason: ${reason} Current notice All 2 versions`,
    );
    expect(linksIn(one(page, 'p.banner'))).toEqual(['/stopped/shop/', '/stopped/shop/history/']);
    expect(wordsOf(one(page, '.version-block'))).toContain('Was to apply from 11 January 2029');
    expect(wordsOf(one(page, '.text'))).toContain('xylophone');
  });

  it('says so in the language of its translation', () => {
    expect(wordsOf(one(open('/stopped/shop/cy/2029-01-11/'), 'p.banner'))).toBe(
      `Wedi’i ganslo Cafodd y fersiwn hwn ei ganslo ar 22 Tachwedd 2026 ac ni fu erioed yn gymwys. Rheswm: ${reason} Hysbysiad cyfredol Pob fersiwn (2)`,
    );
    expect(data('stopped/shop/cy/2029-01-11.json')).toMatchObject({
      status: 'called-off',
      calledOff: CALLED_OFF,
    });
  });

  it.each(['/', '/stopped/shop/', '/stopped/shop/cy/', '/stopped/club/'])(
    'is not shown as coming on %s',
    (address) => {
      const page = open(address);
      if (address !== '/') {
        expect([...all(page, '.coming'), ...all(page, '.scheduled')]).toEqual([]);
      }
      // Only an old link, and the choice of what to compare, name it.
      const shown = wordsOf(page, (element) =>
        ['past-anchors', 'compare'].some((name) => classesOf(element).includes(name)),
      );
      expect(shown).not.toContain('11 January 2029');
    },
  );

  it('is named by a notice that has no other', () => {
    const banner = one(open('/stopped/club/'), 'p.banner');
    expect(wordsOf(banner)).toContain('was called off on 22 November 2026 and never applied');
    expect(linksIn(banner)).toEqual(['/stopped/club/2029-01-11/']);
  });

  it('is in the history, with who called it off and why', () => {
    const page = open('/stopped/shop/history/');
    const [entry] = all(page, 'li.version');
    expect(attribute(entry!, 'id')).toBe('2029-01-11');
    expect(wordsOf(entry!)).toContain('Called off on 22 November 2026');
    expect(wordsOf(entry!)).toContain(`Called off by Privacy manager: ${reason}`);
    expect(wordsOf(all(open('/stopped/shop/cy/history/'), 'li.version')[0]!)).toContain(
      `Canslwyd gan Privacy manager: ${reason}`,
    );
  });

  it('is compared with the current version, which comes first', () => {
    const chosen = all(one(open('/stopped/shop/history/'), 'form.compare'), 'select').map(
      (select) =>
        all(select, 'option')
          .filter((option) => attribute(option, 'selected') !== undefined)
          .map((option) => attribute(option, 'value')),
    );
    expect(chosen).toEqual([['2025-01-01'], ['2029-01-11']]);
  });

  it.each(['feed.xml', 'stopped/shop/feed.xml'])('has an entry of its own in %s', (file) => {
    const { items } = parseFeed(read(file));
    const item = items.find(({ id }) => id?.endsWith(':stopped/shop:2029-01-11:called-off'));
    expect(item?.title).toBe('Shop privacy notice: version of 11 January 2029 called off');
    expect(item?.content).toContain(`Reason: ${reason}`);
  });

  it('is in the data, which fits the schemas', () => {
    const entry = { version: '2029-01-11', status: 'called-off', calledOff: CALLED_OFF };
    for (const [file, schema] of [
      ['stopped/shop/versions.json', 'notice-versions'],
      ['stopped/shop/2029-01-11.json', 'version'],
      ['versions.json', 'site-versions'],
    ] as const) {
      expect(validator(site, schema)(data(file))).toEqual([]);
    }
    expect(data('stopped/shop/2029-01-11.json')).toMatchObject(entry);
    expect(data('stopped/shop/versions.json')).toMatchObject({
      latest: '2025-01-01',
      versions: [{ version: '2025-01-01' }, entry],
    });
  });

  it('is not what applies on its day', async () => {
    const page = await openPage();
    await page.goto(`${site.origin}/stopped/shop/on/?date=2029-02-01`);
    await expect.poll(() => page.locator('main').textContent()).toContain('1 January 2025');
    expect(await page.locator('main').textContent()).not.toContain('11 January 2029');
  });

  it.each<Record<string, string>>([{}, { past: '1' }])(
    'is not found by a search %j',
    async (asked) => {
      const page = await search(site, { q: 'xylophone', ...asked });
      expect(await statusOf(page)).toContain('No results for “xylophone”');
    },
  );

  it('has a page that the check of a built site accepts', async () => {
    const called = ['2025-01-01', '2029-01-11'].flatMap((day) => [`${day}.mdx`, `${day}.cy.mdx`]);
    const own = ['shop', 'club'].flatMap((name) => called.map((file) => `stopped/${name}/${file}`));
    const findingsIn = await checkerOfSites(site.notices, '/', own);
    expect(findingsIn(site.folder)).toEqual([]);
  });
});

describe('a version that was corrected', () => {
  it('shows it in place, with the text before it in a file', () => {
    expect(read('corrected/2025-01-01/index.html')).toContain(
      'Corrected on 22 November 2026 by Data protection officer: “<del lang="en-GB">is</del>” was changed to “<ins lang="en-GB">was</ins>”. A slip &amp; a &lt;pen&gt;.',
    );
    expect(read('corrected/2025-01-01.before-erratum-1.txt')).toContain('Nothing is said');
  });
});

describe('a site as it is deployed', () => {
  const { at } = useWorkshop('deployed');
  const verify = (...words: string[]): Promise<CommandResult> =>
    notices(['verify', ...words], { notices: site.notices });

  it('is verified against what was published', async () => {
    const changed = at('site');
    cpSync(site.folder, changed, { recursive: true });
    const server = await serve(changed, '/');
    const url = `${server.origin}/`;
    const sound = await verify('--url', url);
    expect(sound).toMatchObject({ code: 0 });
    const [, versions] = /(\d+) versions match what was published, and as deployed/.exec(
      sound.out,
    )!;
    const file = path.join(changed, 'corrected/2025-01-01.txt');
    writeFileSync(file, readFileSync(file, 'utf8').replace('Nothing', 'Anything'));
    const found = await verify('--json', '--url', url);
    expect(found.code).toBe(1);
    expect(JSON.parse(found.out)).toMatchObject({
      sound: false,
      versions: Number(versions),
      deployed: [{ kind: 'changed', address: `${url}corrected/2025-01-01.txt` }],
      errors: 0,
      findings: [],
    });
    await server.close();
    expect((await verify('--url', url)).out).toContain('could not be read');
  });
});
