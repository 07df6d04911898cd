import { describe, expect, test } from 'vitest';
import { explanationsOf, type Explanations } from './explain.ts';
import type { Verdict } from './model.ts';

const dropped = (text: string, code: Verdict['code'] = 'menu'): Verdict => ({
  piece: { type: 'paragraph', at: 1, runs: [{ text }] },
  is: 'drop',
  ...(code && { code }),
});

const explained = (...verdicts: Verdict[]): Explanations =>
  explanationsOf({
    source: { kind: 'text', name: 'a', bytes: new Uint8Array(), sha256: '', text: '' },
    ...{ verdicts, body: '', facts: [], changes: [], remarks: [] },
  });

describe('words that were dropped within a longer piece', () => {
  test('are found as whole words, after places where they are only parts of words', () => {
    const { ofDropped } = explained(
      dropped('Sitemap of ourselves'),
      dropped('Read the map of our shops here', 'footer'),
    );
    expect(ofDropped('map of our', 1)).toBe('footer');
    expect(ofDropped('map of o', 1)).toBeUndefined();
    expect(ofDropped('ap of our', 1)).toBeUndefined();
  });

  test('are compared to their end, however long they are', () => {
    const words = Array.from({ length: 100 }, (_, index) => `word${index}`).join(' ');
    const { ofDropped } = explained(
      dropped(`See ${words} first or not`),
      dropped(`See ${words} later or not`, 'footer'),
    );
    expect(ofDropped(`${words} later`, 1)).toBe('footer');
    expect(ofDropped(`${words} other`, 1)).toBeUndefined();
  });

  test.each([
    ['one long word, and a part of it', 'a'.repeat(400_000), 'a'.repeat(200_000)],
    [
      'one long word, and another',
      'a'.repeat(400_000),
      `${'a'.repeat(90_000)}b${'a'.repeat(90_000)}`,
    ],
    ['the same signs, and another at the end', '- '.repeat(400_000), `${'-'.repeat(200_000)}b`],
  ])(
    'are searched for in bounded time: %s',
    (_, text, asked) => {
      const { ofDropped } = explained(dropped(text));
      const before = process.threadCpuUsage();
      expect(ofDropped(asked, 1)).toBeUndefined();
      expect(process.threadCpuUsage(before).user / 1000).toBeLessThan(5000);
    },
    120_000,
  );
});
