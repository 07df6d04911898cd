import { expect, it } from 'vitest';
import { savedOn } from './history-names.ts';

it.each([
  ['20230926123008.html', '2023-09-26 123008'],
  ['@20240501.html', '2024-05-01 '],
  ['2024-05-01.html', '2024-05-01 '],
  ['privacy-2024-05-01.docx', '2024-05-01 '],
  ['2024_05_01 privacy.md', '2024-05-01 '],
  ['2024-05-01T12-30-08Z.html', '2024-05-01 123008'],
  ['2024-05-01--09-15-00.html', '2024-05-01 091500'],
  ['20240501123008/www.brightquay.example/privacy.html', '2024-05-01 123008'],
  ['2019/privacy-2024-05-01.html', '2024-05-01 '],
  ['20240501-20240501093000.html', '2024-05-01 '],
])('reads the day of %s', (name, saved) => {
  const found = savedOn(name);
  expect(`${found?.day} ${found?.time}`).toBe(saved);
});

it.each([
  'privacy.html',
  '2024-02-30.html',
  '01-05-2024.html',
  '123456789012345678.html',
  '1024-05-01.html',
  'from-2018-05-25-to-2024-05-01.html',
  `${'2024-05-01'.repeat(2)}`,
])('finds no day, or no one day, in %s', (name) => {
  expect(savedOn(name)).toBeUndefined();
});
