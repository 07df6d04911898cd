import { describe, expect, it } from 'vitest';
import { structured } from './structure.ts';
import { textOfPiece } from './runs.ts';
import { readText } from './text.ts';

/** The outline of a pasted text: headings by level, items by depth. */
function outlineOf(...lines: string[]) {
  const read = readText({ text: lines.join('\n') });
  const { pieces, title, isNumbered, remarks } = structured(read.pieces, { ...read, kind: 'text' });
  const outline = pieces.map((piece) => {
    const words = textOfPiece(piece).slice(0, 30);
    if (piece.type === 'heading') return `${'#'.repeat(piece.level)} ${words} {#${piece.anchor}}`;
    return piece.type === 'item' ? `${'  '.repeat(piece.depth - 1)}- ${words}` : words;
  });
  return {
    outline,
    title: title?.text,
    isNumbered,
    told: remarks.map(({ code, detail }) => `${code}:${detail}`),
  };
}

describe('the structure of a pasted text', () => {
  it('takes title, contents, numbers and bullets, and tells a number that is left out', () => {
    const made = outlineOf(
      ...['Acme privacy notice', 'Contents', '1. Who we are', '2. What we use', '4. Your rights'],
      ...['1. Who we are', 'We are Acme Limited, and we decide why and how your data is used.'],
      ...[
        '2. What we use',
        'We use these to deliver what you order:',
        '● Names',
        'o First names',
        '● Addresses',
      ],
      ...['4. Your rights', 'You can ask us for a copy of your data at any time you like.'],
    );
    expect(made.title).toBe('Acme privacy notice');
    expect(made.isNumbered).toBe(true);
    expect(made.told).toContain('numbers-missing:3');
    expect(made.told).toContain('numbers-shifted:4>3');
    expect(made.outline).toEqual([
      '## Who we are {#who-we-are}',
      'We are Acme Limited, and we de',
      '## What we use {#what-we-use}',
      'We use these to deliver what y',
      '- Names',
      '  - First names',
      '- Addresses',
      '## Your rights {#your-rights}',
      'You can ask us for a copy of y',
    ]);
  });

  it('joins broken lines that go on in lower case', () => {
    const { outline } = outlineOf('We keep orders', 'for six years.', 'Then we delete them.');
    expect(outline).toEqual(['We keep orders for six years.', 'Then we delete them.']);
  });
});
