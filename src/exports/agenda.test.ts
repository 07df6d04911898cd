import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { readExample } from '../law/testing.ts';
import type { IsoDate } from '../notices/dates.ts';
import type { Facts } from '../notices/schema.ts';
import { agendaCalendar } from './agenda-calendar.ts';
import { agendaOf, type AgendaVersion } from './agenda.ts';
import { readCalendar } from './testing.ts';

const day = (written: string): IsoDate => written as IsoDate;
const TODAY = day('2026-11-28');

const WAIVER = {
  rule: 'eea-frame',
  reason: 'Quotes the terms of our supplier.',
  by: 'Office manager',
  on: '2026-01-31',
};

/** A version in force since 31 January 2026, with other facts and another place in time. */
function version(
  facts: Record<string, unknown> = {},
  more: Partial<AgendaVersion> = {},
): AgendaVersion {
  const effective = '2026-01-31';
  const reading = readExample({ facts: { published: effective, effective, ...facts } });
  return {
    notice: 'shop',
    name: '2026-01-31',
    facts: reading.facts,
    status: 'in-force',
    span: { from: day(effective) },
    isTranslation: false,
    reading: () => reading,
    ...more,
  };
}

/** The entries for versions, each as "day kind: what". */
const listed = (versions: AgendaVersion[], today = TODAY): string[] =>
  agendaOf(versions, today).map((entry) => `${entry.day} ${entry.kind}: ${entry.what}`);

describe('what comes up', () => {
  it.each<[what: string, version: AgendaVersion, expected: string[]]>([
    ['a review', version({ reviewDue: '2027-01-31' }), ['2027-01-31 review: review due']],
    ['a review today', version({ reviewDue: TODAY }), ['2026-11-28 review: review due']],
    [
      'an overdue review',
      version({ reviewDue: '2026-11-27' }),
      ['2026-11-27 review: review overdue'],
    ],
    [
      'a review of a version that will be replaced by then',
      version(
        { reviewDue: '2027-01-31' },
        { span: { from: day('2026-01-31'), to: day('2027-01-30') } },
      ),
      [],
    ],
    [
      'a review of a translation',
      version({ reviewDue: '2027-01-31' }, { isTranslation: true }),
      [],
    ],
    [
      'a review of a replaced version',
      version({ reviewDue: '2026-11-01' }, { status: 'superseded' }),
      [],
    ],
    [
      'a scheduled version with a review of its own',
      version(
        { effective: '2027-01-11', reviewDue: '2028-01-11' },
        { status: 'scheduled', span: { from: day('2027-01-11') } },
      ),
      ['2027-01-11 applies: applies from this day', '2028-01-11 review: review due'],
    ],
    [
      'a version that is not public yet',
      version(
        { published: '2026-12-01', effective: '2027-01-11' },
        { status: 'hidden', span: { from: day('2027-01-11') } },
      ),
      ['2026-12-01 public: becomes public', '2027-01-11 applies: applies from this day'],
    ],
    [
      'a withdrawal to come',
      version(
        { withdrawn: '2027-03-01' },
        { span: { from: day('2026-01-31'), to: day('2027-02-28') } },
      ),
      ['2027-03-01 withdrawn: no longer applies, and nothing takes its place'],
    ],
    [
      'a withdrawal that a newer version makes needless',
      version(
        { withdrawn: '2027-03-01' },
        { span: { from: day('2026-01-31'), to: day('2027-01-10') } },
      ),
      [],
    ],
    [
      'a waiver that ends',
      version({ waived: [{ ...WAIVER, until: '2027-01-31' }] }),
      ['2027-01-31 waiver: last day of the waiver of eea-frame'],
    ],
    ['a waiver without an end', version({ waived: [WAIVER] }), []],
    ['a waiver that has ended', version({ waived: [{ ...WAIVER, until: '2026-11-27' }] }), []],
    [
      'a waiver in a draft',
      version({ waived: [{ ...WAIVER, until: '2027-01-31' }] }, { status: 'draft', name: 'draft' }),
      ['2027-01-31 waiver: last day of the waiver of eea-frame'],
    ],
    [
      'a version that was called off',
      version({ reviewDue: '2027-01-31' }, { status: 'called-off' }),
      [],
    ],
  ])('of %s', (_what, each, expected) => {
    expect(listed([each])).toEqual(expected);
  });

  it('tells a waiver from another of the same rule, and the same from itself', () => {
    const until = '2027-01-31';
    const waived = [
      { ...WAIVER, until },
      { ...WAIVER, until, words: 'outside the EEA' },
      { ...WAIVER, until, reason: 'The same again, in other words.' },
    ];
    const ids = agendaOf([version({ waived })], TODAY).map(({ id }) => id);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(2);
  });

  it('has the days on which the law asks more of a text, once each', () => {
    // Neither complaints to the controller nor the regulator’s new name.
    const text = 'You can complain to the Information Commissioner’s Office.';
    const reading = readExample({ effective: '2026-01-31', text });
    const before = version({}, { reading: () => reading });
    const entries = agendaOf([before], day('2026-05-01'));
    expect(entries.map((entry) => [entry.day, entry.kind])).toEqual([
      ['2026-06-19', 'law'],
      ['2026-09-30', 'law'],
    ]);
    expect(entries[0]?.action).toContain('complaint-to-controller-missing');
    expect(entries[1]?.action).not.toContain('complaint-to-controller-missing');
    const replaced = { ...before, span: { from: day('2026-01-31'), to: day('2026-09-29') } };
    expect(listed([replaced], day('2026-05-01'))).toHaveLength(1);
    expect(listed([before], TODAY)).toEqual([]);
  });

  it('leaves out what the law asks and somebody has waived', () => {
    const text = 'You can complain to the Information Commissioner’s Office.';
    const waived = [{ ...WAIVER, rule: 'information-commissioner' }];
    const of = (facts: Record<string, unknown>): string[] => {
      const reading = readExample({ effective: '2026-01-31', text, facts });
      return listed([version(facts, { reading: () => reading })], day('2026-07-01'));
    };
    expect(of({})).toEqual(['2026-09-30 law: the law changes: The regulator’s former name']);
    expect(of({ waived })).toEqual([]);
  });

  it('reads no text where no law is to come', () => {
    const reading = vi.fn();
    agendaOf([version({ reviewDue: '2027-01-31' }, { reading })], TODAY);
    expect(reading).not.toHaveBeenCalled();
  });
});

describe('the calendar of what comes up', () => {
  const place = { url: 'https://notices.example', below: '/privacy/' };
  const calendar = (
    versions: AgendaVersion[],
    where: Parameters<typeof agendaCalendar>[1] = place,
    today = TODAY,
  ) =>
    readCalendar(agendaCalendar(agendaOf(versions, today), where, today)).events.map(
      ({ properties }) => properties,
    );

  it('says what to do, and leads to the version', () => {
    const [event] = calendar([version({ reviewDue: '2027-01-31' })]);
    expect(event?.get('UID')).toBe('privacy/review/shop/2026-01-31@notices.example');
    expect(event?.get('SUMMARY')).toBe(
      'Customer privacy notice – Acme Widgets Limited: review due',
    );
    expect(event?.get('DTSTART;VALUE=DATE')).toBe('20270131');
    expect(event?.get('DESCRIPTION')).toContain('npx noticeboard adopt shop/2026-01-31');
    expect(event?.get('URL')).toBe('https://notices.example/privacy/shop/2026-01-31/');
  });

  it('leads nowhere while a version has no page, or the site no address', () => {
    const due = { reviewDue: '2027-01-31' };
    const [hidden] = calendar([version(due, { status: 'hidden' })]);
    expect(hidden?.has('URL')).toBe(false);
    const [homeless] = calendar([version(due)], { below: '/' });
    expect(homeless?.has('URL')).toBe(false);
    expect(homeless?.get('UID')).toBe('review/shop/2026-01-31@noticeboard.invalid');
  });

  it('replaces an event of the day before when its day has moved', () => {
    const [before] = calendar([version({ reviewDue: '2027-01-31' })]);
    const [after] = calendar([version({ reviewDue: '2027-06-30' })], place, day('2026-11-29'));
    expect(after?.get('UID')).toBe(before?.get('UID'));
    expect(Number(after?.get('SEQUENCE'))).toBe(Number(before?.get('SEQUENCE')) + 1);
    expect(after?.get('DTSTART;VALUE=DATE')).toBe('20270630');
  });

  it('is well-formed for any title, name and role', () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 200 });
    const days = fc
      .date({ min: new Date('2026-11-28'), max: new Date('9999-12-30'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const base = version();
    fc.assert(
      fc.property(text, text, text, days, (title, name, role, until) => {
        const facts: Facts = {
          ...base.facts,
          title,
          controller: { ...base.facts.controller, name },
          reviewDue: day(until),
          waived: [{ ...WAIVER, by: role, on: TODAY, until: day(until) }],
        };
        expect(calendar([{ ...base, facts }])).toHaveLength(2);
      }),
      { numRuns: 30 },
    );
  });
});
