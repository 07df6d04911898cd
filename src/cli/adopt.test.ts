/** What `adopt` asks about versions that an import left open. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { notices } from '../../tests/setup/commands.ts';
import { version } from '../../tests/setup/notices.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'adopt-'));
  mkdirSync(path.join(folder, 'shop'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A version with marks above sentences that may belong to the page. */
const marked = (count: number): string => {
  const places = Array.from(
    { length: count },
    (_, index) => `{/* import: menu */}\n\nSentence ${index + 1} of our notice.`,
  );
  return version(['## Orders {#orders}', ...places].join('\n\n'));
};

it.each([
  [12, undefined],
  [13, 'and 1 more warning of this kind'],
  [14, 'and 2 more warnings of this kind'],
])('lists a dozen warnings, and counts the others: %i', async (count, rest) => {
  writeFileSync(path.join(folder, 'shop', '2025-01-01.mdx'), marked(count));
  const { code, out, err } = await notices(['adopt'], { notices: folder, today: '2026-02-01' });
  expect(code).toBe(1);
  expect(err).toContain('nothing was recorded');
  expect(out.match(/ {2}warning {2}nobody has decided.*\n {4}→ delete the mark/g)).toHaveLength(12);
  expect(out.split('\n').find((line) => line.startsWith('and '))).toBe(rest);
});
