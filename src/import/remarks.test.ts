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
