import { describe, expect, it } from 'vitest';
import type { Heading, Paragraph } from './model.ts';
import { textOfPiece } from './runs.ts';
import { structured } from './structure.ts';
import { readText } from './text.ts';

const SENTENCE =
  'We use what you tell us to answer you, and for nothing else that you did not ask for.';

const bold = (text: string, isUnderlined = false): Paragraph => ({
  ...{ type: 'paragraph', at: 1, runs: [{ text, bold: true }] },
  ...(isUnderlined && { signs: { isUnderlined: true } }),
});
const text = (): Paragraph => ({ type: 'paragraph', at: 1, runs: [{ text: SENTENCE }] });

/** The headings that are found, with their levels. */
const headingsOf = (source: Parameters<typeof structured>[0]): string[] =>
  structured(source, { kind: 'text' }).pieces.flatMap((piece) =>
    piece.type === 'heading' ? [`${'#'.repeat(piece.level)} ${textOfPiece(piece)}`] : [],
  );
const pasted = (...lines: string[]): string[] =>
  headingsOf(readText({ text: lines.join('\n') }).pieces);

describe('headings', () => {
  it('are no lines with typed bullets, also where a list has one alone', () => {
    expect(
      pasted(
        'Your orders',
        SENTENCE,
        'We need:',
        `- ${SENTENCE}`,
        '- Your payment details',
        SENTENCE,
      ),
    ).toEqual(['## Your orders']);
  });

  it('in bold and underlined stand above those in bold', () => {
    expect(
      headingsOf([
        ...[bold('What we use', true), text(), bold('What you tell us.'), text()],
        ...[bold('What we see.'), text(), bold('Your rights', true), text()],
      ]),
    ).toEqual(['## What we use', '### What you tell us.', '### What we see.', '## Your rights']);
  });

  it('are no bold words that a sentence goes on from', () => {
    const runIn = (words: string): Paragraph => ({
      ...{
        type: 'paragraph',
        at: 1,
        runs: [{ text: words, bold: true }, { text: ` ${SENTENCE}` }],
      },
    });
    const pieces = [
      bold('Data'),
      text(),
      runIn('Retention.'),
      runIn('Security.'),
      bold('You'),
      text(),
    ];
    expect(headingsOf(pieces)).toEqual(['## Data', '## You']);
  });

  it('are no words that somebody was to fill in', () => {
    expect(
      headingsOf([bold('Who we are'), text(), bold('Contact'), text(), bold('[ADDRESS]'), text()]),
    ).toEqual(['## Who we are', '## Contact']);
  });

  it('are not the name of the notice again before all text', () => {
    const title: Heading = { type: 'heading', at: 1, level: 1, runs: [{ text: 'Privacy policy' }] };
    const again = bold('WEBSITE PRIVACY POLICY Acme Limited');
    expect(
      headingsOf([title, again, text(), bold('Your data'), text(), bold('Rights'), text()]),
    ).toEqual(['## Your data', '## Rights']);
  });

  it('follow lines that begin alike, but not a cell without a stop', () => {
    expect(
      pasted(
        ...['Your data', SENTENCE, 'When you call us', 'Your name and how you use our products'],
        ...['When you fill in forms', 'When you write to us', 'Sensitive data', SENTENCE],
      ),
    ).toEqual(['## Your data', '## Sensitive data']);
  });

  it('stand above the lines of an address, and above what leads to a list', () => {
    const lines = ['Your data', SENTENCE, 'What we collect', 'We collect the following:', 'Names'];
    const more = [
      'Proof of income',
      'How we use it',
      SENTENCE,
      'Contact us',
      'Email: a@firm.example',
    ];
    expect(pasted(...lines, ...more)).toEqual([
      '## Your data',
      '## What we collect',
      '## How we use it',
      '## Contact us',
    ]);
  });

  it('are of one level where bold lines stand among real headings from the first on', () => {
    const real = (words: string): Heading => ({
      type: 'heading',
      at: 1,
      level: 3,
      runs: [{ text: words }],
    });
    const pieces = [
      bold('Us'),
      text(),
      real('Data'),
      text(),
      bold('Cookies'),
      text(),
      real('You'),
      text(),
    ];
    expect(headingsOf(pieces)).toEqual(['## Us', '## Data', '## Cookies', '## You']);
  });

  it('are no bold sentences', () => {
    const pieces = [
      bold('Data'),
      text(),
      bold('We never sell your data.'),
      text(),
      bold('You'),
      text(),
    ];
    expect(headingsOf(pieces)).toEqual(['## Data', '## You']);
  });
});
