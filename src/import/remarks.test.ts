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
});
