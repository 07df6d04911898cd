import { describe, expect, it } from 'vitest';
import { readText } from './text.ts';
import { textOfPiece } from './runs.ts';

/** The pieces of a text: `h2 Who`, `- Page 1 of 2` for what stands outside. */
const read = (text: string): string[] =>
  readText({ text }).pieces.map((piece) => {
    const kind = piece.type === 'heading' ? `h${piece.level} ` : piece.signs?.outside ? '- ' : '';
    return kind + textOfPiece(piece);
  });

describe('text copied from a PDF', () => {
  const page = (number: number, ...lines: string[]): string =>
    ['Example Ltd      Privacy notice', ...lines, `Page ${number} of 2`].join('\n');

  it('has the heads and feet of its pages outside, and sentences across them whole', () => {
    const text = [
      page(1, 'Privacy notice', 'We keep details of your tenancy, of repairs, of'),
      page(2, 'rent and of support.', 'Ask us.'),
    ].join('\n\f');
    expect(read(text)).toEqual([
      '- Example Ltd Privacy notice',
      'Privacy notice',
      'We keep details of your tenancy, of repairs, of rent and of support.',
      '- Page 1 of 2',
      '- Example Ltd Privacy notice',
      'Ask us.',
      '- Page 2 of 2',
    ]);
  });

  it('keeps a title that later pages repeat', () => {
    const text = 'Privacy notice\nWe keep it.\nPage 1\n\fPrivacy notice\nWe share it.\nPage 2';
    expect(read(text)).toEqual([
      'Privacy notice',
      'We keep it.',
      '- Page 1',
      '- Privacy notice',
      'We share it.',
      '- Page 2',
    ]);
  });

  it('keeps what is repeated in a text without pages', () => {
    const text = 'Ask us.\nWe keep it.\nAsk us.';
    expect(read(text)).toEqual(text.split('\n'));
  });

  it('leaves a hyphen out only of a word that is known', () => {
    expect(read('Tidewell is the con-\ntroller of all of it.\nIt is a long-\nterm plan.')).toEqual([
      'Tidewell is the controller of all of it.',
      'It is a long-term plan.',
    ]);
  });
});

describe('rules', () => {
  it('make a heading of the line above', () => {
    expect(read('Privacy notice\n==============\nWe keep it.\n\nWHY\n---\nSo.')).toEqual([
      'h1 Privacy notice',
      'We keep it.',
      'h3 WHY',
      'So.',
    ]);
  });

  it('divide what they stand between', () => {
    expect(read('We keep your data for six years\n* * *\nand ask you first.')).toEqual([
      'We keep your data for six years',
      'and ask you first.',
    ]);
  });
});

it('takes time in proportion to the length of a text', () => {
  const before = process.threadCpuUsage();
  readText({ text: 'Page 1 of 2\n\fa\n'.repeat(40_000) });
  readText({ text: `${'- '.repeat(100_000)}x` });
  readText({ text: '=\n'.repeat(100_000) });
  expect(process.threadCpuUsage(before).user / 1000).toBeLessThan(3000);
});
