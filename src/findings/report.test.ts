import { describe, expect, it } from 'vitest';
import { finding } from './catalogue.ts';
import { report } from './report.ts';

const error = finding(
  'date-unquoted',
  { file: 'notices/customers/2024-11-12.mdx', line: 3, column: 12 },
  'the date 2024-11-12 is not in quotes',
  'write "2024-11-12" with the quotes',
);
const warning = finding(
  'anchor-suggested',
  { file: 'notices/customers/2024-11-12.mdx', line: 13, column: 1 },
  'the heading "Cookies" stands on line 11 too',
  'add:\n## Cookies {#cookies-1}',
);

/** The escape that begins a terminal's colours. */
const ESCAPE = String.fromCharCode(27);

describe('report', () => {
  it('prints the place, message, code and hint of each finding', () => {
    expect(report([error], { colours: false })).toBe(
      [
        'notices/customers/2024-11-12.mdx:3:12  error  the date 2024-11-12 is not in quotes  date-unquoted',
        '    → write "2024-11-12" with the quotes',
        '1 error, 0 warnings',
      ].join('\n'),
    );
  });

  it('indents a hint of several lines', () => {
    expect(report([warning], { colours: false })).toBe(
      [
        'notices/customers/2024-11-12.mdx:13:1  warning  the heading "Cookies" stands on line 11 too  anchor-suggested',
        '    → add:',
        '      ## Cookies {#cookies-1}',
        '0 errors, 1 warning',
      ].join('\n'),
    );
  });

  it('keeps the order and counts errors and warnings', () => {
    const lines = report([warning, error, error], { colours: false }).split('\n');
    expect(lines.at(0)).toContain('warning');
    expect(lines.at(-1)).toBe('2 errors, 1 warning');
  });

  it('reports that there are no findings', () => {
    expect(report([], { colours: false })).toBe('0 errors, 0 warnings');
  });

  it('prints no escape codes without colours', () => {
    expect(report([error, warning], { colours: false })).not.toContain(ESCAPE);
  });

  it('paints errors red and warnings yellow', () => {
    const painted = report([error, warning], { colours: true });
    expect(painted).toContain(`${ESCAPE}[31merror${ESCAPE}[39m`);
    expect(painted).toContain(`${ESCAPE}[33mwarning${ESCAPE}[39m`);
  });

  it('prints the same words with and without colours', () => {
    const painted = report([error, warning], { colours: true });
    const plain = painted.replaceAll(new RegExp(`${ESCAPE}\\[\\d+m`, 'g'), '');
    expect(plain).toBe(report([error, warning], { colours: false }));
  });
});
