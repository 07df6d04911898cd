import { expect, test } from 'vitest';
import type { Cell } from './model.ts';
import { readHtml } from './html.ts';
import { withinColumns, withoutEmptyRows } from './table-spans.ts';

const cell = (text: string, rows = 1): Cell => ({
  pieces: [{ type: 'paragraph', at: 1, runs: [{ text }] }],
  ...(rows > 1 && { rows }),
});
const hasWords = ({ pieces }: Cell): boolean =>
  pieces.some(({ runs }) => runs.some(({ text }) => text !== ''));

/** The rows of the table in a page with cells that span all rows that are left, as often as is asked. */
function rowsOf(count: number): Cell[][] {
  const row = '<tr><td rowspan="0">a</td><td>b</td></tr>';
  const text = `<main><table><tr><th>A</th><th>B</th></tr>${row.repeat(count)}</table></main>`;
  const page = readHtml({
    ...{ kind: 'html', name: 'a.html', bytes: new Uint8Array(), sha256: '' },
    text,
  });
  const table = 'refused' in page ? undefined : page.pieces.find(({ type }) => type === 'table');
  return table?.type === 'table' ? table.rows : [];
}

test('a cell spans the rows with words alone, and none below the table', () => {
  const rows = withoutEmptyRows(
    [[cell('a', 4), cell('b', 9)], [cell('')], [cell('c')], [], [cell('d', 2)]],
    hasWords,
  );
  expect(rows.map((row) => row.map(({ rows: height = 1 }) => height))).toEqual([[2, 3], [1], [1]]);
});

test('a cell spans all rows that are left for 0, and at most 1,000', () => {
  const heights = (count: number) => rowsOf(count).map(([first]) => first?.rows ?? 1);
  expect(heights(3)).toEqual([1, 3, 2, 1]);
  expect(heights(1200).slice(0, 3)).toEqual([1, 1000, 1000]);
});

test('spans over many rows are counted in time in proportion to the rows', () => {
  const rows = Array.from({ length: 40_000 }, () => [cell('a', 40_000)]);
  const before = process.threadCpuUsage();
  withoutEmptyRows(rows, hasWords);
  expect(process.threadCpuUsage(before).user / 1000).toBeLessThan(2000);
}, 120_000);

test('a table may have any number of cells', () => {
  const rows = Array.from({ length: 300_000 }, () => [cell('a')]);
  expect(withinColumns(rows)).toHaveLength(300_000);
});
