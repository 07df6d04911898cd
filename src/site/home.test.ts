import { describe, expect, it } from 'vitest';
import { yearBefore, type IsoDate } from '../notices/dates.ts';
import {
  audienceRules,
  audiencesOf,
  byController,
  recentChanges,
  comingSoon,
  leadingChangeOf,
  lettersOf,
  timeOf,
} from './home.ts';
import type { Notice } from './notices.ts';

const day = (text: string) => text as IsoDate;

/** Notices of one organisation, by their titles. */
const titled = (controller: string, ...titles: string[]): Notice[] =>
  titles.map((title) => {
    const facts = { controller: { name: controller, tradingNames: ['Ace', 'Sparks'] }, title };
    return { leading: { facts } } as unknown as Notice;
  });

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

  it('leaves the name out of titles, unless two would become the same', () => {
    const titlesOf = (...titles: string[]) =>
      byController(titled('Acme Limited', ...titles), 'en-GB').flatMap(({ rows }) =>
        rows.map(({ title }) => title),
      );
    expect(titlesOf('Acme: Privacy Policy', 'Sparks: Privacy Policy')).toEqual([
      'Privacy Policy',
      'Sparks: Privacy Policy',
    ]);
    expect(titlesOf('Acme: Privacy Policy', 'Privacy Policy')).toEqual([
      'Acme: Privacy Policy',
      'Privacy Policy',
    ]);
  });

  it('leads by letters to the first organisation of each', () => {
    const groups = byController(
      ['1and1', 'Ann', 'Éclair', 'Acme', 'echo'].flatMap((name) => titled(name, 'Notice')),
      'en-GB',
    );
    expect(lettersOf(groups)).toEqual([
      ['0–9', '~by-1and1'],
      ['A', '~by-acme'],
      ['E', '~by-echo'],
    ]);
  });

  it('says what changed last, in a line', () => {
    const [first, second] = [{ summary: 'word '.repeat(40).trim() }, { summary: 'other' }];
    const changed = (changes: object[], count: number): Notice => {
      const published = Array.from({ length: count }, (_, index) => ({
        status: 'in-force',
        name: String(index),
        facts: { changes },
      }));
      return { published, leading: published.at(-1) } as unknown as Notice;
    };
    expect(leadingChangeOf(changed([], 1))).toBeUndefined();
    expect(leadingChangeOf(changed([], 2))).toMatchObject({
      previous: { name: '0' },
      note: undefined,
    });
    expect(leadingChangeOf(changed([first, second], 2))?.note).toMatch(/^(word ){18}…$/);
    expect(leadingChangeOf(changed([second], 3))).toMatchObject({
      version: { name: '2' },
      note: 'other',
    });
  });

  it('draws the versions of all notices on one scale of time', () => {
    const all = [notice('A', [], '2018-01-01', '2020-01-01'), notice('B', [], '2027-03-01')];
    expect(timeOf(all, day('2026-11-22'))).toEqual({ from: '2018-01-01', to: '2027-03-01' });
    expect(timeOf(all.slice(0, 1), day('2026-11-22')).to).toBe('2026-11-22');
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
