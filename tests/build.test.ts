import { createHash } from 'node:crypto';
import { cpSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { build, buildOrThrow, namesOfFiles, readFiles } from './setup/build.ts';
import { notices } from './setup/commands.ts';
import { GOOD } from './setup/notices.ts';
import { useWorkshop } from './setup/workshop.ts';
import { pagesOf, type BuiltSite } from './setup/site.ts';

const { at, noticesOf } = useWorkshop('build');

/** The hash of every file: whole sites take long to compare byte for byte. */
const hashesOf = (folder: string): Map<string, string> =>
  new Map(
    [...readFiles(folder)].map(([file, bytes]) => [
      file,
      createHash('sha256').update(bytes).digest('hex'),
    ]),
  );

/** Where the site is that each build is to replace. */
const place = (): string => at('place');
const dist = (): string => path.join(place(), 'dist');

describe('sites that were built at the same time', () => {
  const [sample] = inject('samples');
  const sites = [sample!, inject('languages'), inject('corners'), inject('preview')];

  it.each(sites)('have no page of another: $name', ({ folder, notices: from }: BuiltSite) => {
    const own = readdirSync(from).toSorted();
    const found = pagesOf({ folder })
      .map((page) => page.path.split('/')[1] ?? '')
      .filter((name) => !['', '404.html', 'about', 'search'].includes(name));
    expect(own).toEqual(expect.arrayContaining([...new Set(found)]));
    expect(new Set(found).size).toBeGreaterThan(2);
  });
});

describe('a build that does not end well', () => {
  const other = inject('preview');

  beforeAll(() => cpSync(inject('corners').folder, dist(), { recursive: true }));

  it('because of errors names their places and keeps the last good site', async () => {
    const folder = noticesOf('mistakes', { 'shop/2025-01-01.mdx': GOOD });
    expect((await notices(['adopt'], { notices: folder })).code).toBe(0);
    noticesOf('mistakes', { 'shop/2025-01-01.mdx': GOOD.replace('good', 'better') });
    writeFileSync(path.join(folder, 'shop/2025-02-01.mdx'), GOOD.replace('#about', '#'));
    const before = hashesOf(place());
    const { code, output } = await build({ notices: folder, out: dist() });
    expect(code).toBe(1);
    expect(output).toContain('/shop/2025-02-01.mdx:11:10  error');
    expect(output).toMatch(/2025-01-01\.mdx:\d+:1 .*this published version has changed/);
    expect(output).toContain('Nothing was built.');
    // It says what is wrong, without a stack.
    expect(output).not.toMatch(/^\s+at |stack trace|node_modules/im);
    expect(hashesOf(place())).toEqual(before);
  });

  it('because it is killed keeps it too, and the next build leaves nothing behind', async () => {
    const before = hashesOf(dist());
    const { notices: from, folder: built } = other;
    const drafts = true;
    const killAt = 'Building static entrypoints';
    const killed = await build({ notices: from, drafts, out: dist(), killAt });
    expect(killed.code).toBeNull();
    expect(hashesOf(dist())).toEqual(before);

    // In another folder that is a link, time zone, language and home: the same bytes come of it.
    const folder = at('elsewhere', 'a folder');
    cpSync(from, folder, { recursive: true });
    symlinkSync(folder, at('elsewhere', 'link'), 'junction');
    const { output } = await buildOrThrow({
      notices: at('elsewhere', 'link'),
      drafts,
      cards: false,
      out: dist(),
      timeZone: 'America/Los_Angeles',
      environment: { LANG: 'de_DE.UTF-8', LC_ALL: 'tr_TR.UTF-8', HOME: place(), USER: 'ann' },
    });
    expect(hashesOf(dist())).toEqual(hashesOf(built));
    const left = namesOfFiles(place()).filter((file) => !file.startsWith('dist/'));
    expect(left).toEqual([]);

    // Its log is short, and says what was built, where, and how many warnings there are.
    expect(output.trimEnd().split('\n').length, output).toBeLessThanOrEqual(12);
    expect(output).toMatch(/\[noticeboard\] Building \d+ notices with \d+ versions/);
    expect(output).toMatch(/\[noticeboard\] Built \d+ pages of .* in [\d.]+ s: .*dist\//);
    expect(output).toMatch(/\[noticeboard\] \d+ warnings?.*: npx noticeboard status --all/);
    expect(output).not.toMatch(/\[WARN\] (?!\[noticeboard\])/);
  });
});
