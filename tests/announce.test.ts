/** The command that writes what people are told of a version. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { noteProject } from '../src/site/load-project.ts';
import { namesOfFiles, readFiles, writeFiles } from './setup/build.ts';
import { notices, type CommandResult } from './setup/commands.ts';
import { onDay, version } from './setup/notices.ts';
import { useWorkshop } from './setup/workshop.ts';

const { at, noticesOf } = useWorkshop('announce');

const FILES = ['banner.html', 'banner.txt', 'email.html', 'email.txt', 'post-long.txt', 'post.txt'];
const CHANGES = 'changes:\n  - { kind: changed, section: keep, summary: Four years are enough. }\n';
const years = (number: string): string =>
  `## How long {#keep}\n\nWe keep your orders for ${number} years after the last of them.`;
const later = (day: string, published: string): string =>
  version(years('four'), onDay(day, published)).replace('controller:', `${CHANGES}controller:`);

describe('announce', () => {
  const folder = (): string => at('told', 'notices');
  const out = (): string => at('out');
  const run = (words: string, today = '2026-02-01'): Promise<CommandResult> =>
    notices(['announce', ...words.split(' '), '--out', out()], { notices: folder(), today });
  const text = (name: string): string => readFileSync(path.join(out(), name), 'utf8');
  const emptied = (): void => rmSync(out(), { recursive: true, force: true });

  beforeAll(async () => {
    noticesOf('told', {
      'shop/2025-01-01.mdx': version(years('six')),
      'shop/2026-06-01.mdx': later('2026-06-01', '2026-01-15'),
    });
    expect(await notices(['adopt'], { notices: folder(), today: '2026-02-01' })).toMatchObject({
      code: 0,
    });
  });
  afterEach(emptied);

  it('writes of the version that is scheduled, and says what to do next', async () => {
    const { code, out: printed } = await run('shop');
    expect(code).toBe(0);
    expect(namesOfFiles(out()).toSorted()).toEqual(
      [...FILES, '.noticeboard-announce.json'].toSorted(),
    );
    expect(text('email.txt')).toMatch(
      /^Shop privacy notice, Example Limited: what changes on 1 June 2026\n\n/,
    );
    expect(text('email.txt')).toContain('Changed in “How long”: Four years are enough.');
    // The project of these tests was last built at the root, or below a base.
    expect(text('email.txt')).toMatch(
      /https:\/\/notices\.example\/(?:privacy\/)?shop\/compare\/2025-01-01\/2026-06-01\//,
    );
    expect(text('email.txt')).toContain('Email: privacy@example.example');
    expect(printed).toContain('write it in if there is something');
    expect(printed).toContain('notified:\n       - { on: "<day>", by: email }');
    expect(printed).toContain('adopt shop/2026-06-01');
  });

  it('speaks of the same version as in force from its day on', async () => {
    expect((await run('shop', '2026-06-01')).code).toBe(0);
    expect(text('email.txt')).toContain('has applied since 1 June 2026');
  });

  it('overwrites no edits, unless it is told to, and its own texts at any time', async () => {
    await run('shop');
    expect((await run('shop', '2026-06-01')).code).toBe(0);
    writeFileSync(path.join(out(), 'email.txt'), 'Dear all,');
    const before = readFiles(out());
    const refused = await run('shop');
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.err).toMatch(/somebody has edited \S*email\.txt\n[\s\S]*--force/);
    expect(readFiles(out())).toEqual(before);
    expect((await run('shop --force')).code).toBe(0);
    expect(text('email.txt')).not.toContain('Dear all');
    // What is there by another hand is an edit too.
    emptied();
    writeFiles(out(), { 'post.txt': 'Mine' });
    expect((await run('shop')).err).toContain('post.txt');
  });

  it('says no more of a version that was replaced, or is not there', async () => {
    const replaced = await run('shop --version 2025-01-01', '2026-06-01');
    expect(replaced.err).toMatch(/was replaced[\s\S]*announce shop/);
    expect((await run('shop --version 2020-01-01')).err).toContain('no version "2020-01-01"');
    expect((await run('shop --version 2026-06-01', '2026-01-14')).err).toContain(
      'not public until 15 January 2026',
    );
    expect((await run('shop --version draft')).err).toContain('shop has no draft');
    expect((await run('nothing')).err).toContain('there is no notice "nothing"');
    expect(existsSync(out())).toBe(false);
  });

  it('writes of a draft what will be said, at the addresses that it will have', async () => {
    writeFiles(folder(), { 'shop/draft.mdx': later('2026-03-01', '2026-02-01') });
    const { code, out: printed } = await run('shop --version draft');
    rmSync(path.join(folder(), 'shop', 'draft.mdx'));
    expect(code).toBe(0);
    expect(printed).toMatch(/This is a draft[\s\S]*announce shop --version 2026-03-01/);
    expect(printed).not.toContain('notified:');
    expect(text('email.txt')).toMatch(/https:\/\/\S+\/shop\/2026-03-01\//);
    expect(text('email.txt')).toContain('/shop/compare/2025-01-01/2026-03-01/');
    expect(text('email.txt')).toContain('will apply from 1 March 2026');
  });

  it('writes of no draft whose day is past', async () => {
    writeFiles(folder(), { 'shop/draft.mdx': later('2026-01-20', '2026-01-20') });
    const { code, err } = await run('shop --version draft');
    rmSync(path.join(folder(), 'shop', 'draft.mdx'));
    expect(code).toBe(1);
    expect(err).toContain('before anyone could read it');
  });
});

describe('announce in a project whose site has no address', () => {
  it('writes nothing, and says what to set', async () => {
    const root = at('nowhere');
    writeFiles(root, {
      'astro.config.mjs': 'export default {}',
      'notices/shop/2025-01-01.mdx': version(years('six')),
    });
    noteProject(root, {
      publicDirectory: path.join(root, 'public'),
      pagesDirectory: path.join(root, 'src/pages'),
      outDirectory: path.join(root, 'dist'),
      path: '/',
      base: '/',
      language: 'en-GB',
    });
    const cwd = vi.spyOn(process, 'cwd').mockReturnValue(root);
    const { code, err } = await notices(['announce', 'shop'], {
      notices: path.join(root, 'notices'),
    });
    cwd.mockRestore();
    expect(code).toBe(1);
    expect(err).toMatch(/astro\.config\.mjs has no `site`[\s\S]*site: 'https:/);
    expect(existsSync(path.join(root, 'announce'))).toBe(false);
  });
});
