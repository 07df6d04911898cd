import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutScheme } from './addresses.ts';
import { textOfRuns, withoutSchemes } from './runs.ts';

const runsOf = (...texts: string[]) => texts.map((text) => ({ text }));

test('schemes of email addresses are left out within and across runs, and each run keeps its words', () => {
  expect(
    withoutSchemes(
      runsOf(
        'Write to mai',
        'lt',
        'o:a@firm.example or mailto:b@firm.example, m',
        'ailto:',
        'c@d.',
      ),
    ),
  ).toEqual(runsOf('Write to ', '', 'a@firm.example or b@firm.example, ', '', 'c@d.'));
});

test('runs without schemes have the words of their text without schemes', () => {
  const part = fc.constantFrom('mailto:', '//', 'a@b.', ' ', 'mail', 'to:', 'x', '');
  fc.assert(
    fc.property(fc.array(part, { maxLength: 20 }), (texts) => {
      const runs = withoutSchemes(runsOf(...texts));
      expect(runs).toHaveLength(texts.length);
      expect(textOfRuns(runs)).toBe(withoutScheme(texts.join('')));
    }),
  );
});

test('leaving out schemes takes time in proportion to the number of runs', () => {
  const texts = Array.from({ length: 20_000 }, (_, index) => `mailto:n${index}@firm.example `);
  const before = process.threadCpuUsage();
  expect(textOfRuns(withoutSchemes(runsOf(...texts)))).not.toContain('mailto:');
  expect(process.threadCpuUsage(before).user / 1000).toBeLessThan(2000);
}, 120_000);
