/** Commands for one notice, while the draft of another has errors. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { notices, type CommandResult } from '../../tests/setup/commands.ts';
import { GOOD, onDay, version } from '../../tests/setup/notices.ts';

let folder = '';
const at = (...parts: string[]): string => path.join(folder, 'notices', ...parts);
const write = (file: string, text: string): void => {
  mkdirSync(path.dirname(at(file)), { recursive: true });
  writeFileSync(at(file), text);
};
const run = (words: string): Promise<CommandResult> =>
  notices(words.split(' '), { notices: at(), today: '2026-02-01' });

const BROKEN = version('## About {#about}\n\nThis is <b>not closed.', onDay('2026-03-01'));
const draft = (body: string): string => version(body, onDay('2026-02-01'));
const READY = draft('## Orders {#orders}\n\nWe keep your orders for six years.');

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'folder-'));
  write('shop/draft.mdx', READY);
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a draft with errors', () => {
  it.each([
    ['text that cannot be read', BROKEN],
    ['facts that cannot be read', '---\ntitle: [\n---\nHello.'],
    ['a fact that is empty', READY.replace('Example Limited', '')],
  ])('of another notice stands in the way of no other, and is named: %s', async (_, text) => {
    write('staff/draft.mdx', text);
    write('staff/2025-01-01.mdx', GOOD);
    expect((await run('adopt staff/2025-01-01')).code).toBe(0);
    expect((await run('approve shop --by Lawyer')).code).toBe(0);
    const published = await run('publish shop');
    expect(published.code).toBe(0);
    expect(published.err).toContain('staff/draft.mdx, which has errors: npx noticeboard status');
    expect(existsSync(at('shop', '2026-02-01.mdx'))).toBe(true);
    expect(existsSync(at('staff', 'draft.mdx'))).toBe(true);
    const own = await run('publish staff');
    expect(own.code).toBe(1);
    expect(own.err).toContain('staff/draft.mdx:');
    rmSync(at('staff', 'draft.mdx'));
    expect((await run('verify')).code).toBe(0);
  });

  it('is not published itself', async () => {
    write('shop/draft.mdx', BROKEN);
    expect(await run('publish shop')).toMatchObject({ code: 1 });
    expect(existsSync(at('shop', '2026-03-01.mdx'))).toBe(false);
  });

  it('is nothing that a published text may link to', async () => {
    write('staff/draft.mdx', BROKEN);
    write('shop/draft.mdx', draft('## Orders {#orders}\n\nSee [ours](/staff/#anything).'));
    const refused = await run('publish shop');
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('/staff/');
    expect(existsSync(at('shop', 'draft.mdx'))).toBe(true);
  });

  it('is left out where it is no file at all', async () => {
    mkdirSync(at('staff'));
    symlinkSync('nowhere.mdx', at('staff', 'draft.mdx'));
    expect((await run('publish shop')).code).toBe(0);
  });
});

describe('what still concerns every notice', () => {
  it('is a published version with errors', async () => {
    write('staff/2025-01-01.mdx', version('<b>not closed.'));
    expect((await run('publish shop')).code).toBe(1);
  });

  it('is a name that two notices want', async () => {
    write('Shop/draft.mdx', READY);
    const refused = await run('publish shop');
    expect(refused.code).toBe(1);
    expect(existsSync(at('shop', 'draft.mdx'))).toBe(true);
  });

  it('is a version that is not in the lock', async () => {
    write('staff/2025-01-01.mdx', GOOD);
    write('staff/draft.mdx', BROKEN);
    const refused = await run('publish shop');
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('lock-missing');
  });
});
