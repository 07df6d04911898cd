import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentencesOf } from './sentences.ts';

describe('sentences', () => {
  test.each([
    ['We keep it. We delete it.', 2],
    ['Acme Ltd. and Bex plc. share it, e.g. with banks. Ask us!', 2],
    ['Under Art. 6 and No. 5 of St. James Rd. it applies.', 1],
    ['See https://acme.example/a.b?c=d. Then write to a.b@acme.example. Thanks', 3],
    ['1. Who we are', 1],
    ['2.1. We pay 3.50 a day. It is free.', 2],
    ['J. R. Smith asked “why?” Nobody knew.', 2],
    ['Rydym yn cadw data, e.e. enwau, h.y. pawb. Dyna ni.', 2],
    ['The shop closes at 5 p.m. We open at nine.', 2],
    ['Wait … and see', 1],
    ['', 0],
  ])('%s', (text, count) => {
    expect(sentencesOf(text)).toHaveLength(count);
  });

  test('joined are the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'B', '.', '!', '”', ' ', '\n', '1', 'Ltd', '…', '\u{1F600}')),
        (parts) => {
          expect(sentencesOf(parts.join('')).join('')).toBe(parts.join(''));
        },
      ),
    );
  });

  test('take linear time for signs without end', () => {
    const before = process.threadCpuUsage();
    for (const sign of ['.', '. ', '"', 'a.', ' ']) sentencesOf(sign.repeat(500_000));
    expect(process.threadCpuUsage(before).user / 1000).toBeLessThan(3000);
  });
});
