import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readExpression, readModuleCode } from './code.ts';

describe('readExpression', () => {
  it.each([
    ['""', ''],
    ["' '", ' '],
    ['"<b>"', '<b>'],
    ['`two\nlines`', 'two\nlines'],
    ['"${name}"', '${name}'],
    ['`\\${name}`', '${name}'],
    ['"it\\"s"', 'it"s'],
    ['"\\u00e9\\x41\\u{1F600}\\ud83d\\ude00"', 'éA😀😀'],
    ['"a\\\nb"', 'ab'],
    ['12', '12'],
    ['1.5', '1.5'],
    [' /* before */ "words" /* after */ // and more', 'words'],
  ])('reads %s as a literal', (code, text) => {
    expect(readExpression(code)).toEqual({ kind: 'literal', text });
  });

  it('reads every string that JSON can write as that string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(readExpression(JSON.stringify(text))).toEqual({ kind: 'literal', text });
      }),
    );
  });

  it.each(['', '  ', '/* a note */', '// a note', '/* one */ /* two */\n// three\n'])(
    'reads %j as a comment',
    (code) => {
      expect(readExpression(code)).toEqual({ kind: 'comment' });
    },
  );

  it.each([
    ['name', 'name'],
    ['company.name', 'company'],
    ['{ company.name }', 'company'],
    ['/* whose? */ naïve', 'naïve'],
  ])('reads %s as a name', (code, root) => {
    expect(readExpression(code)).toEqual({ kind: 'name', root });
  });

  it.each([
    '"a" + "b"',
    '`a${1}`',
    '1 + 1',
    '1.50',
    '0x10',
    '1_000',
    '1e3',
    'name()',
    'a.b[0]',
    '"a" /* then */ "b"',
    'a // then\n b',
    '/* never ends',
  ])('reads %s as a program', (code) => {
    expect(readExpression(code)).toEqual({ kind: 'program' });
  });

  it('reads hostile code in a moment', () => {
    const hostile = [
      `1 ${'/**/'.repeat(20_000)} 1`,
      `1${' '.repeat(100_000)}1`,
      `"${'\\"'.repeat(50_000)}`,
      `${'a.'.repeat(50_000)}`,
      '/*'.repeat(50_000),
    ];
    const before = process.threadCpuUsage();
    for (const code of hostile) expect(readExpression(code)).toEqual({ kind: 'program' });
    expect(process.threadCpuUsage(before).user / 1000).toBeLessThan(2000);
  });
});

describe('readModuleCode', () => {
  it('tells imports, constants, programs and sentences apart, each with its line', () => {
    const code = [
      "import Name from './name.ts';",
      'export const name = "Harbourlight";',
      'export const sum = 1 + 1;',
      'import of goods is not part of this notice.',
      'export default function () {}',
    ].join('\n');
    expect(readModuleCode(code)).toEqual([
      { line: 1, kind: 'import', specifier: './name.ts' },
      { line: 2, kind: 'constant', name: 'name', text: 'Harbourlight' },
      { line: 3, kind: 'program' },
      { line: 4, kind: 'words', word: 'import' },
      { line: 5, kind: 'program' },
    ]);
  });
});
