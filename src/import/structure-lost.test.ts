import { describe, expect, it } from 'vitest';
import { lostIn } from './structure-lost.ts';
import { readText } from './text.ts';

const lost = (text: string) =>
  lostIn(readText({ text }).pieces, () => false).map(({ code, start, end }) => [
    code,
    end - start + 1,
  ]);

describe('what a copy has flattened', () => {
  it('is a table where one line names its columns, whatever they ask', () => {
    const cells = 'Your name\n\nWhen you join\n\nYour orders\n\nWhen you buy\n\nYour calls\n\n';
    for (const heads of [
      'What we collect When we collect it',
      'What we use it for Legal grounds for it',
    ]) {
      expect(lost(`${heads}\n\n${cells}We keep all of it safe.\n`)).toEqual([['table-lost', 6]]);
    }
  });

  it('is a list where a line announces it and its items have no bullets', () => {
    expect(lost('We hold:\n\nyour name\n\nyour address\n\nyour orders\n\nWe keep it.\n')).toEqual([
      ['list-lost', 3],
    ]);
  });

  it('is nothing where sentences follow', () => {
    expect(lost('What we collect\n\nWe hold your name.\n\nWe hold your orders.\n')).toEqual([]);
  });
});
