import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CODES } from './codes.ts';
import { gathered, textOfRemark, unitOf } from './remarks.ts';

/** The codes that the steps of an import write, apart from those of changes and verdicts. */
function remarkCodes(): string[] {
  const written = readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .flatMap((name) => [
      ...readFileSync(path.join(import.meta.dirname, name), 'utf8').matchAll(
        /(?:\bcode: |\b(?:tell|say|remark)\()'([a-z]+(?:-[a-z]+)*)'/g,
      ),
    ]);
  const others: readonly string[] = CODES;
  return [...new Set(written.map(([, code = '']) => code))].filter(
    (code) => !others.includes(code),
  );
}

describe('remarks', () => {
  it('have a sentence for each code that a step writes', () => {
    const codes = remarkCodes();
    expect(codes).toEqual(expect.arrayContaining(['no-headings', 'finding', 'placeholder']));
    const unsaid = codes.filter((code) =>
      /^[a-z-]+(?::|$)/.test(textOfRemark({ code, detail: 'x' })),
    );
    expect(unsaid).toEqual([]);
  });

  it('name paragraphs where a source has no lines', () => {
    const lost = { code: 'list-lost', detail: '3-5' };
    expect(textOfRemark(lost)).toMatch(/^Lines 3 to 5 were a list/);
    expect(textOfRemark(lost, unitOf('docx'))).toMatch(/^Paragraphs 3 to 5 were a list/);
  });

  it('are told once, and some with the places of all', () => {
    const told = gathered([
      { code: 'placeholder', detail: '[DATE]' },
      { code: 'table-span', detail: '4' },
      { code: 'placeholder', detail: '[DATE]' },
      { code: 'table-span', detail: '9' },
    ]);
    expect(told).toEqual([
      { code: 'placeholder', detail: '[DATE]' },
      { code: 'table-span', detail: '4, 9' },
    ]);
  });

  it('count the lines that were joined, and name where the first are', () => {
    const told = (detail: string): string => textOfRemark({ code: 'lines-joined', detail });
    expect(told('123')).toBe('One broken line was joined to the one before (line 123).');
    expect(told('3,9')).toBe('2 broken lines were joined to those before (lines 3, 9).');
    expect(told('1,2,3,4,5,6,7,8')).toBe(
      '8 broken lines were joined to those before (lines 1, 2, 3, 4, 5, 6 and 2 more).',
    );
  });

  it.each([
    ['table-lost', '22-22', 'Line 22 was a table.'],
    ['list-lost', '3', 'Line 3 was a list,'],
    ['table-span', '4, 9', 'beside them now (lines 4, 9).'],
    ['broken-characters', '4', 'were broken before (line 4)'],
    ['characters-removed', '4, 9', 'were taken out (lines 4, 9).'],
    ['field-date', '4, 9', 'Word sets the dates in paragraphs 4, 9 anew on each day: check them.'],
    ['numbers-missing', '3,5,8', 'The typed numbers leave out 3, 5 and 8.'],
    ['numbers-missing', '3', 'The typed numbers leave out 3.'],
    ['link-lost', '#a', 'A link within the page leads nowhere now'],
    ['link-dropped', 'a, b', 'These links of the source are not in the notice: a, b.'],
    ['closed-parts', '1', 'A part of the page was closed'],
    ['pictures', '1', 'A picture is not in the notice'],
    ['pictures', '2', '2 pictures are not in the notice'],
    ['scripts', '1', 'A script of the page was left out'],
    ['handlers', '2', '2 attributes that run scripts were left out.'],
    ['links-unsafe', '1', 'A link that runs a script is plain words now.'],
    [
      'fact-carried',
      'title is Privacy in 2024-01-01',
      'title is Privacy in 2024-01-01. It is that of',
    ],
    ['state-changed', 'a.html', 'This file has changed since it was imported: a.html.'],
    ['date-ahead', '2020-01-01 (2019-12-01)', 'This day that a text states was still to come'],
    ['date-before', '2020-01-01 (a), 2020-02-01 (b)', 'These days that texts state are not those'],
  ])('speak of one thing or of several: %s of %s', (code, detail, said) => {
    expect(textOfRemark({ code, detail })).toContain(said);
  });

  it('say which day is taken where one was still to come, which may be that of an update', () => {
    const told = (detail: string): string => textOfRemark({ code: 'date-ahead', detail });
    expect(told('2024-05-01 (2024-04-05)')).toBe(
      'This day that a text states was still to come when the text was first seen; the day taken is in brackets: 2024-05-01 (2024-04-05). If a text applied from the stated day, write that in its file and the name of the file.',
    );
    expect(told('2024-05-01 (2024-04-05), 2024-08-01 (2024-07-01)')).toContain(
      'These days that texts state were still to come when the texts were first seen; the days taken are in brackets: 2024-05-01 (2024-04-05), 2024-08-01 (2024-07-01). If',
    );
  });

  it('guess of a link in a paste, and say no more', () => {
    expect(textOfRemark({ code: 'lost-link', detail: 'here' })).toBe(
      '“here” may have been a link: a pasted text has no addresses.',
    );
  });

  it('name the sections that the site numbers otherwise', () => {
    expect(textOfRemark({ code: 'numbers-shifted', detail: '6>5,7>6' })).toBe(
      'Section 6 is now 5, 7 is now 6: references to numbers in the text are not changed.',
    );
  });
});
