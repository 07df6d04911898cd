import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { treeOf } from './html-tree.ts';

/** Bytes in use after what is no longer needed was collected. */
function heapUsed(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

const page = (number: number): string =>
  `<main><h1>Page ${number}</h1>${'<p>A <b>word</b>.</p>'.repeat(5_000)}</main>`;

it('parses a page once, and holds no tree but the last', () => {
  const text = page(0);
  expect(treeOf(text)).toBe(treeOf(text));
  const before = heapUsed();
  for (let number = 1; number <= 8; number += 1) treeOf(page(number));
  // A tree of such a page has more than 5 MB.
  expect(heapUsed() - before).toBeLessThan(20_000_000);
});
