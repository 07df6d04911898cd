import { describe, expect, it } from 'vitest';
import { finding } from './catalogue.ts';
import { terminalReporter } from './report.ts';
import { githubReporter } from './report-github.ts';
import { jsonReporter } from './report-json.ts';

const error = finding(
  'date-unquoted',
  { file: 'notices/customers/2024-11-12.mdx', line: 3, column: 12 },
  'the date 2024-11-12 is not in quotes',
  'write "2024-11-12" with the quotes',
);
const warning = finding(
  'anchor-suggested',
  { file: 'notices/customers/2024-11-12.mdx', line: 13, column: 1 },
  'the heading "Cookies" is also on line 11',
  'add:\n## Cookies {#cookies-1}',
);

/** The escape that begins a terminal's colours. */
const ESCAPE = String.fromCharCode(27);

const plain = terminalReporter({ colours: false });
const coloured = terminalReporter({ colours: true });

describe('a report for a terminal', () => {
  it('gives each finding its place, its message, its code and a hint', () => {
    expect(plain([error])).toBe(
      [
        'notices/customers/2024-11-12.mdx:3:12  error  the date 2024-11-12 is not in quotes  date-unquoted',
        '    → write "2024-11-12" with the quotes',
        '1 error, 0 warnings',
        'Explained by: npx noticeboard explain date-unquoted',
      ].join('\n'),
    );
  });

  it('keeps a hint of several lines together', () => {
    expect(plain([warning])).toBe(
      [
        'notices/customers/2024-11-12.mdx:13:1  warning  the heading "Cookies" is also on line 11  anchor-suggested',
        '    → add:',
        '      ## Cookies {#cookies-1}',
        '0 errors, 1 warning',
        'Explained by: npx noticeboard explain anchor-suggested',
      ].join('\n'),
    );
  });

  it('keeps the order and counts both kinds', () => {
    const lines = plain([warning, error, error]).split('\n');
    expect(lines.at(0)).toContain('warning');
    expect(lines.at(-2)).toBe('2 errors, 1 warning');
  });

  it('names the command that explains each kind of finding, once', () => {
    expect(plain([warning, error, error]).split('\n').at(-1)).toBe(
      'Explained by: npx noticeboard explain anchor-suggested date-unquoted',
    );
  });

  it('counts nothing if there are no findings', () => {
    expect(plain([])).toBe('0 errors, 0 warnings');
  });

  it('has no escapes without colours', () => {
    expect(plain([error, warning])).not.toContain(ESCAPE);
  });

  it('paints errors red and warnings yellow', () => {
    const painted = coloured([error, warning]);
    expect(painted).toContain(`${ESCAPE}[31merror${ESCAPE}[39m`);
    expect(painted).toContain(`${ESCAPE}[33mwarning${ESCAPE}[39m`);
  });

  it('has the same text with colours as without', () => {
    const painted = coloured([error, warning]);
    const unpainted = painted.replaceAll(new RegExp(`${ESCAPE}\\[\\d+m`, 'g'), '');
    expect(unpainted).toBe(plain([error, warning]));
  });
});

describe('a report for GitHub', () => {
  it('has a workflow command for each finding, with its place and title', () => {
    expect(githubReporter([error, warning]).split('\n')).toEqual([
      '::error file=notices/customers/2024-11-12.mdx,line=3,col=12,title=A date is not in quotes::the date 2024-11-12 is not in quotes%0A→ write "2024-11-12" with the quotes%0Anpx noticeboard explain date-unquoted',
      '::warning file=notices/customers/2024-11-12.mdx,line=13,col=1,title=Two headings have the same text::the heading "Cookies" is also on line 11%0A→ add:%0A## Cookies {#cookies-1}%0Anpx noticeboard explain anchor-suggested',
    ]);
  });

  it('encodes what would end a property or a message', () => {
    const place = { file: 'a,b:c%.mdx', line: 1, column: 1 };
    const command = githubReporter([finding('value-invalid', place, '100%\r\nsure', 'x')]);
    expect(command).toContain('file=a%2Cb%3Ac%25.mdx,');
    expect(command).toContain('::100%25%0D%0Asure%0A');
  });

  it('is empty without findings', () => {
    expect(githubReporter([])).toBe('');
  });
});

describe('a report for programs', () => {
  it('is JSON with the findings, what explains them and their numbers', () => {
    expect(JSON.parse(jsonReporter()([error, warning]))).toEqual({
      errors: 1,
      warnings: 1,
      findings: [
        { ...error, explain: 'npx noticeboard explain date-unquoted' },
        { ...warning, explain: 'npx noticeboard explain anchor-suggested' },
      ],
    });
  });

  it('has other values beside the findings', () => {
    expect(JSON.parse(jsonReporter({ sound: true })([]))).toMatchObject({
      sound: true,
      findings: [],
    });
  });
});
