/** What `verify` and `status` say while one file of the lock is in conflict, or cannot be read. */
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { notices } from '../../tests/setup/commands.ts';
import { GOOD } from '../../tests/setup/notices.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let root = '';
const at = (file: string): string => path.join(root, 'notices', file);
const run = (...words: string[]) =>
  notices(words, { notices: path.join(root, 'notices'), today: '2026-11-27' });

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'conflict-'));
  for (const notice of ['club', 'shop']) {
    mkdirSync(at(notice), { recursive: true });
    writeFileSync(at(`${notice}/2025-01-01.mdx`), GOOD.replace('Shop', notice));
  }
  expect(await run('adopt')).toMatchObject({ code: 0 });
  appendFileSync(`${root}/notices.locks/shop.json`, '<<<<<<< HEAD\n');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

it('names the file, and verifies all other notices', async () => {
  const { code, out } = await run('verify');
  expect(code).toBe(1);
  expect(out).toMatch(
    /notices\.locks\/shop\.json:\d+:1 {2}error {2}the lock contains the conflict/,
  );
  expect(out).toContain('join what both sides recorded: npx noticeboard resolve');
  expect(out).toContain('1 error, ');
  expect(out).toContain(
    'Not verified: shop, of which the lock cannot be read.\n1 version matches what was published, of all other notices.\n',
  );
});

it('still finds what is wrong with the others', async () => {
  appendFileSync(at('club/2025-01-01.mdx'), '\nMore words.\n');
  const { code, out } = await run('verify');
  expect(code).toBe(1);
  expect(out).toMatch(/club\/2025-01-01\.mdx:\d+:1 {2}error {2}the text of this published version/);
  expect(out).not.toContain('matches what was published');
  writeFileSync(at('club/2025-01-01.mdx'), GOOD.replace('Shop', 'club'));
});

it('compares no site with half of a lock', async () => {
  const { code, out } = await run('verify', '--url', 'http://127.0.0.1:1/');
  expect(code).toBe(1);
  expect(out).toContain(
    'http://127.0.0.1:1/ was not compared: that needs the lock of every notice.',
  );
});

it('gives programs nothing of a site that was not compared', async () => {
  const { code, out } = await run('verify', '--url', 'http://127.0.0.1:1/', '--json');
  expect(code).toBe(1);
  const said = JSON.parse(out) as Record<string, unknown>;
  expect(said).toMatchObject({ sound: false, versions: 1, errors: 1 });
  expect(said).not.toHaveProperty('deployed');
});

it('lists as locked what is, and of the other that nobody knows', async () => {
  const { code, out } = await run('status');
  expect(code).toBe(1);
  expect(out).toMatch(/^club .* yes\s*$/m);
  expect(out).toMatch(/^shop .* unknown\s*$/m);
  expect(out).toMatch(/notices\.locks\/shop\.json:\d+:1 {2}error/);
  const { versions } = JSON.parse((await run('status', '--json')).out) as {
    versions: { notice: string; locked?: boolean }[];
  };
  expect(versions.map(({ notice, locked }) => [notice, locked])).toEqual([
    ['club', true],
    ['shop', undefined],
  ]);
});
