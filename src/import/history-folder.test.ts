import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { IsoDate } from '../notices/dates.ts';
import { historyOfFolder, isDatedFolder } from './history-folder.ts';
import { sourceOf } from './history-testing.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'noticeboard-history-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const write = (name: string, text = name): void => {
  mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
};

it('reads dated pages by day and time, lists what else there is, and follows no link', () => {
  write('20240501183000.html');
  write('20240501093000.html');
  write('2023-01-01/privacy.html');
  write('2023-01-01/privacy_files/frame.html');
  write('notes.csv');
  write('.DS_Store');
  symlinkSync('/etc/hostname', path.join(folder, '2024-06-01.html'));
  expect(isDatedFolder(folder)).toBe(true);
  const history = historyOfFolder(folder, sourceOf);
  if ('refused' in history) throw new Error(history.refused);
  expect(history.states.map(({ name, day }) => [name, day])).toEqual([
    ['2023-01-01/privacy.html', '2023-01-01'],
    ['20240501093000.html', '2024-05-01'],
    ['20240501183000.html', '2024-05-01'],
  ]);
  expect(history.states[0]?.source()).toMatchObject({ name: 'privacy.html' });
  expect(history.others.map(({ name, why }) => `${name}: ${why}`).toSorted()).toEqual([
    '2023-01-01/privacy_files/frame.html: it is no page, document or text',
    '2024-06-01.html: it is a link, which is not followed',
    'notes.csv: it is no page, document or text',
  ]);

  write('final version.html');
  expect(historyOfFolder(folder, sourceOf)).toMatchObject({
    undated: ['final version.html'],
    refused: expect.stringContaining('2024-05-01-final version.html') as string,
  });
  const days = { 'final version.html': '2023-01-01' as IsoDate };
  const answered = historyOfFolder(folder, sourceOf, { days });
  expect('states' in answered && answered.states.length).toBe(4);

  // Nothing can have been saved on a day that is still to come.
  const today = '2024-04-30' as IsoDate;
  const now = historyOfFolder(folder, sourceOf, { days, today });
  if ('refused' in now) throw new Error(now.refused);
  expect(now.states.map(({ day }) => day)).toEqual(['2023-01-01', '2023-01-01']);
  expect(now.others[0]).toMatchObject({
    name: expect.stringContaining('20240501') as string,
    why: '2024-05-01 is still to come: correct its name',
  });
});

it('refuses a folder without a text', () => {
  const empty = path.join(folder, 'empty');
  mkdirSync(empty);
  expect(historyOfFolder(empty, sourceOf)).toEqual({
    refused: 'the folder has no page, document or text',
  });
});
