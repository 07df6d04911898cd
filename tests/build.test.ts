import { cpSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { build, buildOrThrow, namesOfFiles, readFiles, type BuildResult } from './setup/build.ts';
import { textOf } from './setup/html.ts';
import { GOOD, onDay, version } from './setup/notices.ts';
import { useWorkshop } from './setup/workshop.ts';
import { pagesOf, readPage } from './setup/site.ts';

/** Notices in, sites out. The tests build one site after the other into one place. */
const { at, noticesOf } = useWorkshop('build');

/** A failed build says what is wrong, without a stack. */
function expectPlainFailure({ code, output }: BuildResult): void {
  expect(code).toBe(1);
  expect(output).not.toMatch(/^\s+at /m);
  expect(output).not.toMatch(/stack trace/i);
  expect(output).not.toContain('node_modules');
}

const SHOP = { 'shop/2025-01-01.mdx': GOOD.replace('good words', 'words of the shop') };
/** With days and differences to be printed, in two languages. */
const WORK = {
  'office/2025-01-01.mdx': GOOD.replace('good words', 'words of the work'),
  'office/2026-02-01.mdx': version(
    '## About {#about}\n\nThese are better words of the work.',
    onDay('2026-02-01'),
  ),
  'gwaith/2025-01-01.mdx': version(
    '## Amdanom ni {#about}\n\nGeiriau da.',
    `language: cy\n${onDay('2025-01-01')}`,
  ),
};

/** Where the site is that each build is to replace. */
const place = (): string => at('place');
const dist = (): string => path.join(place(), 'dist');
const other = (): string => at('other');

// Two builds at the same time.
beforeAll(async () => {
  await Promise.all([
    buildOrThrow({ notices: noticesOf('shop', SHOP), out: dist() }),
    buildOrThrow({ notices: noticesOf('work', WORK), out: other() }),
  ]);
});

describe('two builds at the same time', () => {
  const addresses = (folder: string): string[] => pagesOf({ folder }).map(({ path: page }) => page);

  it('do not mix their files', () => {
    expect(addresses(dist())).toEqual([
      '/404.html',
      '/about/',
      '/',
      '/search/',
      '/shop/2025-01-01/',
      '/shop/history/',
      '/shop/',
      '/shop/on/',
      '/shop/sections/about/',
    ]);
    expect(textOf(readPage({ folder: dist() }, '/shop/').document)).toContain('words of the shop');
    expect(addresses(other()).filter((page) => page.startsWith('/shop/'))).toEqual([]);
    expect(textOf(readPage({ folder: other() }, '/office/').document)).toContain('of the work');
  });
});

describe('a build that fails', () => {
  const expectFailure = async (
    notices: string,
    words: readonly string[],
    environment: Record<string, string> = {},
  ): Promise<void> => {
    const before = readFiles(place());
    const result = await build({ notices, out: dist(), environment });
    for (const each of words) expect(result.output).toContain(each);
    expectPlainFailure(result);
    expect(readFiles(place())).toEqual(before);
  };

  it('because of an error names its place and keeps the last good site', () =>
    expectFailure(noticesOf('mistake', { 'shop/2025-01-01.mdx': GOOD.replace('#about', '#') }), [
      '/shop/2025-01-01.mdx:11:10  error',
      '1 error, 0 warnings',
      'Nothing was built.',
    ]));

  it('because of an error while rendering does so too', () =>
    expectFailure(
      noticesOf('rendered', {
        'shop/2025-01-01.mdx': version(
          '## About {#about}\n\n{(() => { throw new Error("no such thing") })()}',
        ),
      }),
      ['/shop/2025-01-01.mdx', 'no such thing'],
    ));

  it('because its destination holds the notices does not touch them', async () => {
    const notices = noticesOf('destination', SHOP);
    const before = readFiles(notices);
    expectPlainFailure(await build({ notices, out: notices }));
    expect(readFiles(notices)).toEqual(before);
  });
});

describe('a build that is killed', () => {
  it('keeps the last good site, and the next build leaves nothing behind', async () => {
    const before = readFiles(dist());
    const notices = at('work', 'notices');
    const killed = await build({ notices, out: dist(), killAt: 'Building static entrypoints' });
    expect(killed.code).toBeNull();
    expect(readFiles(dist())).toEqual(before);

    // In another folder that is a link, time zone, language and home: the same bytes come of it.
    const folder = at('elsewhere', 'a folder');
    cpSync(notices, folder, { recursive: true });
    symlinkSync(folder, at('elsewhere', 'link'), 'junction');
    await buildOrThrow({
      notices: at('elsewhere', 'link'),
      out: dist(),
      timeZone: 'America/Los_Angeles',
      environment: { LANG: 'de_DE.UTF-8', LC_ALL: 'tr_TR.UTF-8', HOME: place(), USER: 'ann' },
    });
    expect(readFiles(dist())).toEqual(readFiles(other()));
    const left = namesOfFiles(place()).filter((file) => !file.startsWith('dist/'));
    expect(left).toEqual([]);
  });
});
