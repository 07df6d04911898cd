import { describe, expect, it } from 'vitest';
import { yearBefore, type IsoDate } from '../notices/dates.ts';
import { audienceRules, audiencesOf, byController, recentChanges, comingSoon } from './home.ts';
import type { Notice } from './notices.ts';

const day = (text: string) => text as IsoDate;

/** A notice as far as the home page is concerned. */
function notice(controller: string, audience: string[], ...effective: string[]): Notice {
  const facts = { controller: { name: controller, tradingNames: [] }, audience, title: 'Notice' };
  const versions = effective.map((each) => ({ facts: { ...facts, effective: each } }));
  const isComing = (each: string): boolean => each > '2026-11-22';
  return {
    versions,
    leading: { facts },
    inForce: versions.findLast((version) => !isComing(version.facts.effective)),
    scheduled: versions.filter((version) => isComing(version.facts.effective)),
  } as unknown as Notice;
}

describe('the home page', () => {
  it('groups notices by controller, each with an id', () => {
    const groups = byController(
      [
        notice('Zed', []),
        notice('Émile & Co', []),
        notice('acme', []),
        notice('Zed', []),
        notice('ACME', []),
      ],
      'en-GB',
    );
    expect(groups.map(({ controller, id, rows }) => [controller, id, rows.length])).toEqual([
      ['acme', '~by-acme', 1],
      ['ACME', '~by-acme-1', 1],
      ['Émile & Co', '~by-émile--co', 1],
      ['Zed', '~by-zed', 2],
    ]);
  });

  it('offers a choice of audiences if they differ', () => {
    const all = [
      notice('A', ['customers', 'Website visitors']),
      notice('B', ['customers']),
      notice('C', ['customers', 'website-visitors', 'website visitors']),
    ];
    expect(audiencesOf(all)).toEqual([
      { name: 'Website visitors', key: 'website-visitors', notices: 2 },
    ]);
  });

  it('escapes names in its style rules', () => {
    const [audience] = audiencesOf([notice('A', ['"] { } */ </style> x']), notice('B', [])]);
    expect(audience?.key).toMatch(/^[\w-]+$/);
    expect(audienceRules([audience!]).match(/\{/g)).toHaveLength(2);
  });

  it('lists changes of the last year and upcoming ones, the nearest first', () => {
    const all = [
      notice('Old', [], '2018-01-01', '2020-01-01'),
      notice('New', [], '2018-01-01', '2026-06-19'),
      notice('Newer', [], '2018-01-01', '2026-10-01', '2027-02-01'),
      notice('First', [], '2026-11-01'),
      notice('Coming', [], '2027-01-01'),
    ];
    const told = (placed: readonly { notice: Notice }[]) =>
      placed.map((each) => each.notice.leading.facts.controller.name);
    expect(told(recentChanges(all, day('2025-11-22')))).toEqual(['Newer', 'New']);
    expect(told(comingSoon(all))).toEqual(['Coming', 'Newer']);
  });
});

describe('the same day of the previous year', () => {
  it('exists, even for 29 February', () => {
    expect(yearBefore(day('2026-11-22'))).toBe('2025-11-22');
    expect(yearBefore(day('2024-02-29'))).toBe('2023-02-28');
  });
});
