import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finding } from './catalogue.ts';
import { githubReporter } from './report-github.ts';
import { terminalReporter } from './report.ts';
import { visible, visibleWithStyles } from './visible.ts';

describe('visible', () => {
  it.each([
    ['\x1b[2Jcleared', '\\x1b[2Jcleared'],
    ['back\b\b\b', 'back\\x08\\x08\\x08'],
    ['over\rwritten', 'over\\x0dwritten'],
    ['\x9b31m', '\\x9b31m'],
    ['turned \u202eround', 'turned \\u202eround'],
    ['no \ufffe, \ufdd0, \ud800 or \u{1ffff}', 'no \\ufffe, \\ufdd0, \\ud800 or \\u1ffff'],
    [
      'plain words, “quotes” – 私たち, لنا\n\tand lines',
      'plain words, “quotes” – 私たち, لنا\n\tand lines',
    ],
  ])('shows %j as %j', (text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  it('keeps a name on one line', () => {
    expect(visible('a\n::error::b', true)).toBe('a\\x0a::error::b');
  });

  it('keeps the styles of the program, and no other escape', () => {
    expect(visibleWithStyles('\x1b[31mred\x1b[39m \x1b]0;title\x07')).toBe(
      '\x1b[31mred\x1b[39m \\x1b]0;title\\x07',
    );
  });
});

describe('reports', () => {
  it('have no characters that act on a terminal, whatever a finding quotes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const place = { file: `a${text}.mdx`, line: 1, column: 1 };
        const found = [finding('file-name', place, text, text)];
        const acting =
          /\r(?!\n)|[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;
        expect(terminalReporter({ colours: false })(found)).not.toMatch(acting);
        expect(githubReporter(found)).not.toMatch(acting);
      }),
    );
  });
});
