/** What a report says was recorded of a version. */
import { describe, expect, it } from 'vitest';
import { onDay, version } from '../../tests/setup/notices.ts';
import { readVersion } from '../mdx/read.ts';
import type { Facts } from '../notices/schema.ts';
import { approvalsBetween, eventsBetween, eventsSince } from './report-events.ts';

const factsOf = (...lines: string[]): Facts => {
  const text = version(
    '## About {#about}\n\nText.',
    onDay('2026-12-01').replace('controller:', [...lines, 'controller:'].join('\n')),
  );
  const { facts } = readVersion({ file: 'a.mdx', bytes: new TextEncoder().encode(text) });
  if (!facts) throw new Error('the facts cannot be read');
  return facts;
};
const events = (before: Facts, after: Facts): string[] =>
  eventsBetween({ facts: before }, { facts: after });

describe('what was recorded of a version', () => {
  it.each<[line: string, said: string]>([
    ['withdrawn: "2027-01-01"', 'withdrawn from 1 January 2027'],
    ['reviewed: "2027-01-01"', 'reviewed on 1 January 2027'],
    ['reviewDue: "2027-01-01"', 'next review due by 1 January 2027'],
    ['notified: [{ by: email, on: "2026-11-16" }]', 'announced by email on 16 November 2026'],
    [
      'calledOff: { on: "2026-11-20", by: Board, reason: Too early. }',
      'called off on 20 November 2026 by Board: Too early.',
    ],
  ])('is said of %s, and where it is gone again', (line, said) => {
    expect(events(factsOf(), factsOf(line))).toEqual([said]);
    expect(events(factsOf(line), factsOf(line))).toEqual([]);
    expect(events(factsOf(line), factsOf())).toEqual([expect.stringContaining('taken out')]);
  });

  it('of a new version is all but what its draft had already', () => {
    const facts = factsOf(
      'reviewDue: "2027-01-01"',
      'calledOff: { on: "2026-11-20", by: Board, reason: Too early. }',
      'approved: [{ by: Auditor, on: "2026-11-19" }]',
    );
    expect(eventsSince({ facts })).toEqual([
      'approved by Auditor on 19 November 2026',
      'called off on 20 November 2026 by Board: Too early.',
    ]);
  });

  it('of a draft is who approved it since, and whose approval is gone', () => {
    const before = factsOf('approved: [{ by: A, on: "2026-11-19" }, { by: B, on: "2026-11-19" }]');
    const after = factsOf(
      'approved: [{ by: a, on: "2026-11-20", reference: DPC-12 }, { by: C, on: "2026-11-20" }]',
    );
    expect(approvalsBetween(before, after)).toEqual([
      'approved by a on 20 November 2026 (DPC-12)',
      'approved by C on 20 November 2026',
      'approval by B taken out',
    ]);
    expect(approvalsBetween(after, after)).toEqual([]);
    expect(approvalsBetween(undefined, factsOf())).toEqual([]);
  });
});
