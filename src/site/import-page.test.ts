import { expect, test } from 'vitest';
import { viewOf } from './import-page.ts';

test('groups a source by section, and folds what was left out by reason', () => {
  const { counts, reasons, parts } = viewOf([
    { at: 1, text: 'Home', status: 'dropped', code: 'menu' },
    { at: 2, text: 'Shop', status: 'dropped', code: 'menu' },
    { at: 3, text: 'Who', status: 'kept', section: 'who' },
    { at: 4, text: 'We sell.', status: 'kept', section: 'who' },
    { at: 4, text: 'You buy.', status: 'asked', code: 'unsure', section: 'who', isMore: true },
    { at: 9, text: '©', status: 'dropped', code: 'footer' },
  ]);
  expect(counts).toEqual({ kept: 2, changed: 0, dropped: 3, asked: 1 });
  expect(reasons).toEqual([
    { code: 'menu', count: 2 },
    { code: 'footer', count: 1 },
  ]);
  expect(
    parts.map(({ section, groups }) => [
      section,
      groups.map((group) =>
        group.type === 'dropped'
          ? group.sentences.length
          : group.lines.map((line) => line.map(({ text }) => text).join(' ')),
      ),
    ]),
  ).toEqual([
    [undefined, [2]],
    ['who', [['Who', 'We sell. You buy.'], 1]],
  ]);
});
