import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { quotedForShell, shellWord } from './shell.ts';

/** What a shell gives to a command for these words. */
const readByShell = (words: string): string =>
  execFileSync('sh', ['-c', `printf '%s\\0' ${words}`]).toString();

describe('a word of a command', () => {
  it.each([
    ['notices/shop.json', 'notices/shop.json'],
    ['our notices/shop.json', '"our notices/shop.json"'],
    ['-rf', '"-rf"'],
    ['$(id)', "'$(id)'"],
    ["it's `id`", `'it'\\''s \`id\`'`],
    ['', '""'],
  ])('is %j written as %s', (text, written) => {
    expect(shellWord(text)).toBe(written);
  });
});

test('a shell reads every text as it is, and runs nothing of it', () => {
  const signs = fc.constantFrom(...'ab $`"\\\'!*?;&|<>(){}[]#~%=\n\t-é');
  fc.assert(
    fc.property(fc.string({ unit: signs, maxLength: 12 }), (text) => {
      expect(readByShell(`${shellWord(text)} ${quotedForShell(text)}`)).toBe(`${text}\0${text}\0`);
    }),
    { numRuns: 150 },
  );
});
