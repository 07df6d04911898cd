import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CODES } from '../import/codes.ts';
import type { Account } from '../import/model.ts';
import type { IsoDate } from '../notices/dates.ts';
import { parseAccount, withHash } from './imports.ts';

/** Words of any source: with signs of other scripts, halves of characters, and names that objects have. */
const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom('__proto__', 'constructor', 'toString', '', '\uD800', '\u2028', '"hash": "0"'),
);
const line = fc.nat({ max: 100_000 });
const hash = fc.stringMatching(/^[0-9a-f]{64}$/);
const day = fc.constantFrom('2026-01-31', '2024-02-29') as fc.Arbitrary<IsoDate>;
const code = fc.constantFrom(...CODES);

/** A value of a fact: a text, or an address of which any part may be missing. */
const value: fc.Arbitrary<Account['facts'][number]['value']> = fc.oneof(
  words,
  fc.record(
    {
      lines: fc.array(words, { maxLength: 3 }),
      ...{ town: words, county: words, postcode: words, country: words },
    },
    { requiredKeys: ['lines'] },
  ),
);
/** By the words of pieces. A piece that says no more than `__proto__` cannot be answered: no object keeps it. */
const byWords = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
  fc
    .array(
      fc.tuple(
        words.filter((key) => key !== '__proto__'),
        values,
      ),
      { maxLength: 4 },
    )
    .map((entries) => Object.fromEntries(entries) as Record<string, T>);

const account: fc.Arbitrary<Account> = fc.record({
  source: fc.record(
    {
      ...{ name: words, sha256: hash, bytes: line, retrieved: day },
      kind: fc.constantFrom('html', 'docx', 'text', 'markdown'),
    },
    { requiredKeys: ['name', 'sha256', 'bytes', 'kind'] },
  ),
  notice: fc.record({ file: words, sha256: hash }),
  answers: fc.record(
    {
      main: words,
      tracked: fc.constantFrom('accept', 'reject'),
      pieces: byWords(fc.constantFrom('keep', 'drop')),
      facts: byWords(fc.oneof(value, fc.constant(null))),
    },
    { requiredKeys: [] },
  ),
  sentences: fc.array(
    fc.record(
      {
        ...{ at: line, text: words, isMore: fc.constant<true>(true), code, to: words },
        ...{ section: words, status: fc.constantFrom('kept', 'changed', 'dropped', 'asked') },
      },
      { requiredKeys: ['at', 'text', 'status'] },
    ),
    { maxLength: 3 },
  ),
  facts: fc.array(
    fc.record({
      ...{ key: words, value, written: words, at: line, quote: words, isSure: fc.boolean() },
    }),
    { maxLength: 3 },
  ),
  remarks: fc.array(fc.record({ code: words, detail: words }, { requiredKeys: ['code'] }), {
    maxLength: 3,
  }),
});

/** A value as JSON with its keys in one order. */
const inOrder = (data: unknown): string =>
  JSON.stringify(data, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );

test('an account is read as it was written, whatever its words are', () => {
  fc.assert(
    fc.property(account, (made) => {
      const read = parseAccount(withHash(made));
      expect(inOrder(read)).toBe(inOrder(made));
    }),
    { numRuns: Number(process.env['RUNS'] ?? 300) },
  );
});
