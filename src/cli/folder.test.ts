/** Commands for one notice, while the draft of another has errors. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
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

describe('a command that asks a person', () => {
  const streams = [process.stdin, process.stdout];
  const before = streams.map(({ isTTY }) => isTTY);
  beforeEach(() => streams.forEach((stream) => (stream.isTTY = true)));
  afterEach(() => {
    streams.forEach((stream, index) => (stream.isTTY = before[index] ?? false));
    vi.doUnmock('@clack/prompts');
  });

  /** Answers the question with yes, after somebody did something. */
  const agreeing = (meanwhile: () => void = () => undefined): void => {
    vi.doMock('@clack/prompts', () => ({
      confirm: () => {
        meanwhile();
        return Promise.resolve(true);
      },
    }));
  };
  const leftOut = (err: string): string[] =>
    [...err.matchAll(/Left out \S*?(\w+\/draft\.mdx),/g)].map(([, file = '']) => file);
  const OPEN = '## Orders {#orders}\n\n{/* import: menu */}\n\nWe keep your orders for six years.';

  it.each([
    ['publish shop', 'shop/draft.mdx', onDay('2026-02-01')],
    ['adopt', 'shop/2025-01-01.mdx', undefined],
  ])('names a draft that it leaves out once: %s', async (words, file, facts) => {
    rmSync(at('shop', 'draft.mdx'));
    write(file, version(OPEN, facts));
    write('staff/draft.mdx', BROKEN);
    agreeing();
    const { code, out, err } = await run(words);
    expect(code, err).toBe(0);
    expect(out).toContain('nobody has decided');
    expect(leftOut(err)).toEqual(['staff/draft.mdx']);
  });

  it('names one that broke while it was asking', async () => {
    write('shop/draft.mdx', draft(OPEN));
    write('staff/draft.mdx', BROKEN);
    agreeing(() => write('visitors/draft.mdx', BROKEN));
    const { code, err } = await run('publish shop');
    expect(code, err).toBe(0);
    expect(leftOut(err)).toEqual(['staff/draft.mdx', 'visitors/draft.mdx']);
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
