/** Tables with merged cells to which rows and columns came, or from which they went. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairColumns } from './grid.ts';
import { renderSideBySide } from './index.ts';
import { mergeSlots, type Slot } from './spans.ts';
import { parseDocument } from '../document/index.ts';
import {
  columnText,
  compareHtml,
  newDocument,
  newText,
  oldText,
  outlineOf,
  plain,
  problemsOf,
  redline,
  textOfDocument,
  withoutSpace,
} from './testing.ts';

const HEAD =
  '<thead><tr><th rowspan="2">Purpose</th><th colspan="2">Given to</th></tr><tr><th>In the UK</th><th>Abroad</th></tr></thead>';
const WIDE_HEAD =
  '<thead><tr><th rowspan="2">Purpose</th><th colspan="3">Given to</th></tr><tr><th>In the UK</th><th>In the EU</th><th>Abroad</th></tr></thead>';
const FLOAT = '<tr><td>Milk float</td><td>Airline</td></tr>';
const table = (head: string, rows: string): string =>
  `<table>${head}<tbody>${rows}</tbody></table>`;
const merged = (rows: number, added = '', behind = ''): string =>
  table(
    HEAD,
    `<tr><td rowspan="${rows}">Delivery</td><td>Post office</td><td>Nobody</td></tr><tr><td>Bike courier</td><td>Shipper</td></tr>${added}` +
      `<tr><td>Accounts</td><td colspan="2">Nobody at all</td></tr>${behind}`,
  );
const wide = table(
  WIDE_HEAD,
  '<tr><td rowspan="2">Delivery</td><td>Post office</td><td>Parcel firm</td><td>Nobody</td></tr><tr><td>Bike courier</td><td>Lorry</td><td>Shipper</td></tr>' +
    '<tr><td>Accounts</td><td colspan="3">Nobody at all</td></tr>',
);

describe('merged cells', () => {
  it.each([
    ['a row within them', merged(2), merged(3, FLOAT), 'Milk float Airline'],
    [
      'a row beside them',
      merged(2),
      merged(2, '', '<tr><td>Prizes</td><td>Printer</td><td>Courier</td></tr>'),
      'Prizes Printer Courier',
    ],
    ['a column below them', merged(2), wide, 'In the EU Parcel firm Lorry'],
  ])('leave the rest as it was with %s', (_, less, more, words) => {
    for (const [before, after, change] of [
      [less, more, `: > ${words}`],
      [more, less, `: ${words} >`],
    ] as const) {
      const html = redline(before, after);
      const { changes } = compareHtml(before, after);
      expect(
        changes.map(({ removed, added }) => `: ${removed} > ${added}`.replace(/ +/g, ' ').trim()),
      ).toEqual([change]);
      expect(problemsOf(html)).toEqual([]);
      expect(html.match(/<table/g)).toHaveLength(1);
      expect(oldText(html)).toBe(oldText(redline(before, before)));
      expect(newText(html)).toBe(newText(redline(after, after)));
      expect(problemsOf(renderSideBySide(compareHtml(before, after)))).toEqual([]);
    }
  });

  it('reach over the rows of their version in its column', () => {
    const sides = plain(renderSideBySide(compareHtml(merged(2), merged(3, FLOAT))));
    expect(sides.match(/rowspan="\d">Delivery/g)).toEqual([
      'rowspan="2">Delivery',
      'rowspan="3">Delivery',
    ]);
  });
});

/**
 * Rows beside a cell that reaches over them all, at one of their places; their last cell may reach
 * over two columns, unless that cell stands between them.
 */
interface Group {
  words: string;
  rows: { cells: [string, string]; isWide: boolean }[];
}

const groupsHtml = (groups: readonly Group[], head: string, at = 0): string =>
  table(
    head,
    groups
      .flatMap(({ words, rows }) =>
        rows.map(({ cells: [one, two], isWide }, index) => {
          const first = index === 0 ? `<td rowspan="${rows.length}">${words}</td>` : '';
          const rest =
            isWide && at !== 1
              ? [`<td colspan="2">${one}</td>`]
              : [`<td>${one}</td>`, `<td>${two}</td>`];
          return `<tr>${rest.toSpliced(at, 0, first).join('')}</tr>`;
        }),
      )
      .join(''),
  );

const said = (html: string): string => withoutSpace(textOfDocument(parseDocument(html)));

function expectExact(before: string, after: string): void {
  const comparison = compareHtml(before, after);
  const html = redline(before, after);
  const sides = renderSideBySide(comparison);
  expect(withoutSpace(oldText(html))).toBe(said(before));
  expect(withoutSpace(newText(html))).toBe(said(after));
  expect(outlineOf(newDocument(html))).toEqual(outlineOf(parseDocument(after)));
  expect(withoutSpace(columnText(sides, 'before'))).toBe(said(before));
  expect(withoutSpace(columnText(sides, 'after'))).toBe(said(after));
  expect(problemsOf(html)).toEqual([]);
  expect(problemsOf(sides)).toEqual([]);
}

describe('rows beside merged cells', () => {
  const rows = ['Post office', 'Bike courier', 'Milk float', 'Night coach'].map((name) => ({
    cells: [name, `By ${name} every day`] as [string, string],
    isWide: false,
  }));
  const accounts: Group = {
    words: 'Accounts of all customers',
    rows: [{ cells: ['Nobody at all', ''], isWide: true }],
  };
  const whole: Group[] = [{ words: 'Delivery', rows }, accounts];

  it.each([0, 1, 2, 3])('come alone, at place %i', (place) => {
    const less: Group[] = [{ words: 'Delivery', rows: rows.toSpliced(place, 1) }, accounts];
    const [before, after] = [groupsHtml(less, HEAD), groupsHtml(whole, HEAD)];
    expectExact(before, after);
    const words = rows[place]?.cells.join(' ') ?? '';
    const told = compareHtml(before, after).changes.map(({ removed, added }) => [removed, added]);
    expect(told).toEqual([['', words]]);
  });

  it.each([0, 1, 2, 3])('go alone, from place %i', (place) => {
    const less: Group[] = [{ words: 'Delivery', rows: rows.toSpliced(place, 1) }, accounts];
    const [before, after] = [groupsHtml(whole, HEAD), groupsHtml(less, HEAD)];
    expectExact(before, after);
    const words = rows[place]?.cells.join(' ') ?? '';
    const told = compareHtml(before, after).changes.map(({ removed, added }) => [removed, added]);
    expect(told).toEqual([[words, '']]);
    expect(renderSideBySide(compareHtml(before, after))).not.toContain('class="none"');
  });

  it('come and go beside a cell that stands between others', () => {
    const less: Group[] = [{ words: 'Delivery', rows: rows.slice(1) }, accounts];
    const [before, after] = [
      groupsHtml(less, '', 1),
      groupsHtml([{ words: 'Delivery', rows }, accounts], '', 1),
    ];
    expectExact(before, after);
    expectExact(after, before);
  });

  it('are removed and added where they moved', () => {
    const [before, after] = [groupsHtml(whole, HEAD), groupsHtml(whole.toReversed(), HEAD)];
    expectExact(before, after);
    expect(
      compareHtml(before, after).changes.map(({ removed, added }) => [removed, added]),
    ).toEqual([
      ['', 'Accounts of all customers Nobody at all'],
      ['Accounts of all customers Nobody at all', ''],
    ]);
  });

  it('come where the words of the merged cell change', () => {
    const less: Group[] = [{ words: 'Delivery by hand', rows: rows.slice(0, 3) }, accounts];
    const more: Group[] = [{ words: 'Delivery by car', rows }, accounts];
    const [before, after] = [groupsHtml(less, HEAD), groupsHtml(more, HEAD)];
    expectExact(before, after);
    expect(compareHtml(before, after).changes.map(({ removed }) => removed)).toEqual(['hand', '']);
  });

  const word = fc.constantFrom(
    'Post',
    'Bike',
    'Float',
    'Coach',
    'Printer',
    'Bank',
    'Shop',
    'Court',
  );
  const row = fc.record({
    cells: fc.tuple(
      word,
      fc.tuple(word, word).map((words) => words.join(' ')),
    ),
    isWide: fc.nat(4).map((one) => one === 0),
  });
  const group = fc.record({ words: word, rows: fc.array(row, { minLength: 1, maxLength: 4 }) });
  const groups = fc.array(group, { minLength: 1, maxLength: 4 });
  const edit = fc.record({ place: fc.nat(9), at: fc.nat(9), kind: fc.nat(4), row, word });

  it('are exact whatever came and went', () => {
    fc.assert(
      fc.property(groups, fc.array(edit, { maxLength: 3 }), fc.nat(2), (list, edits, at) => {
        const edited = structuredClone(list);
        for (const { place, at, kind, row: added, word: words } of edits) {
          const one = edited[place % edited.length];
          if (!one) continue;
          if (kind < 2) one.rows.splice(at % (one.rows.length + 1), 0, added);
          else if (kind === 2 && one.rows.length > 1) one.rows.splice(at % one.rows.length, 1);
          else if (kind === 3) one.words = words;
          else edited.splice(at % (edited.length + 1), 0, { words, rows: [added] });
        }
        const [before, after] = [groupsHtml(list, '', at), groupsHtml(edited, '', at)];
        expectExact(before, after);
        expectExact(after, before);
      }),
      { numRuns: 30 },
    );
  });
});

describe('many merged cells', () => {
  const ROWS = Array.from({ length: 12_000 }, (_, index) => index);
  const timeOf = (work: () => void): number => {
    const { user } = process.threadCpuUsage();
    work();
    return (process.threadCpuUsage().user - user) / 1000;
  };

  it('are laid out in a time that grows no faster than they do', () => {
    const slots = ROWS.map((top) =>
      ROWS.slice(0, 4).map((left): Slot => {
        const area = {
          cell: { header: false, blocks: [] },
          top,
          bottom: top + 1,
          left,
          right: left + 1,
        };
        return { before: area, after: area };
      }),
    );
    const milliseconds = timeOf(() => {
      expect(mergeSlots(slots)).toHaveLength(ROWS.length);
    });
    expect(milliseconds).toBeLessThan(1000);
  });

  it('of the same words have their columns found as fast', () => {
    const rows = ROWS.map((index) => ({
      ...{ index, cells: [], isHead: false },
      texts: ['Tax', 'Tax'],
    }));
    const milliseconds = timeOf(() => {
      expect(pairColumns(rows, rows)).toHaveLength(2);
    });
    expect(milliseconds).toBeLessThan(1000);
  });
});
