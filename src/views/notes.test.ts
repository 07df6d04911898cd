import { expect, it } from 'vitest';
import { joinNotes } from './notes.ts';

const note = (summary: string, section?: string, reason?: string) => ({
  kind: 'changed' as const,
  summary,
  ...(reason !== undefined && { reason }),
  ...(section !== undefined && { where: { path: `#${section}`, words: section } }),
});

it('joins notes that say the same of several sections, and no others', () => {
  const joined = joinNotes([
    note('Added a summary.', 'data'),
    note('Shorter.', 'rights'),
    note('Added a summary.', 'cookies'),
    note('Added a summary.', 'rights', 'The law asks for it.'),
    note('Renamed.'),
  ]);
  expect(joined.map(({ summary, where }) => [summary, ...where.map(({ words }) => words)])).toEqual(
    [
      ['Added a summary.', 'data', 'cookies'],
      ['Shorter.', 'rights'],
      ['Added a summary.', 'rights'],
      ['Renamed.'],
    ],
  );
});
