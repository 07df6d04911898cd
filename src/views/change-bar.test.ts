import { expect, it } from 'vitest';
import { changeBar } from './change-bar.ts';

const drawn = (added: number, removed: number, most: number): string =>
  changeBar({ added, removed }, most)?.text ?? '';

it('draws the largest change in full, and smaller ones by the root of their words', () => {
  expect(drawn(300, 100, 400)).toContain('width="97"');
  expect(drawn(75, 25, 400)).toContain('width="49"');
  expect(drawn(1, 0, 10_000)).toContain('width="5"');
});

it('draws what was added before what was removed, and neither where it is not', () => {
  expect(drawn(300, 100, 400)).toMatch(/class="added" width="72".*class="removed" x="72.5"/);
  expect(drawn(10, 0, 10)).not.toContain('removed');
  expect(drawn(0, 10, 10)).not.toContain('added');
  expect(drawn(0, 0, 10)).toBe('');
});
