/** Approvals that two branches wrote into one draft. */
import { describe, expect, it } from 'vitest';
import { onDay, version } from '../../tests/setup/notices.ts';
import { readVersion } from '../mdx/read.ts';
import { fingerprintToApprove } from '../record/approvals.ts';
import { joinApprovals } from './resolve-approvals.ts';

const draft = (approvals: readonly string[], words = 'We keep it.'): string =>
  version(
    `## About {#about}\n\n${words}`,
    onDay('2026-12-01').replace(
      'controller:',
      `${approvals.length > 0 ? `approved:\n${approvals.map((each) => `  - ${each}\n`).join('')}` : ''}controller:`,
    ),
  );
const by = (role: string, on = '2026-11-20', text = 'a'): string =>
  `{ by: "${role}", on: "${on}", text: "${text.repeat(64)}" }`;

/** Who has approved the draft, and when. */
function approvedIn(text: string | undefined): string[] | undefined {
  if (text === undefined) return undefined;
  const { facts } = readVersion({ file: 'draft.mdx', bytes: new TextEncoder().encode(text) });
  return (facts?.approved ?? []).map((each) => `${each.by} ${each.on}`);
}

describe('two drafts that differ in their approvals', () => {
  it.each<[what: string, base: string[] | undefined, ours: string[], theirs: string[], string[]]>([
    ['of two roles', [], [by('A')], [by('B')], ['A 2026-11-20', 'B 2026-11-20']],
    [
      'of a draft that both made',
      undefined,
      [by('A')],
      [by('B')],
      ['A 2026-11-20', 'B 2026-11-20'],
    ],
    [
      'beside one that was there',
      [by('C')],
      [by('C'), by('A')],
      [by('C'), by('B')],
      ['C 2026-11-20', 'A 2026-11-20', 'B 2026-11-20'],
    ],
    [
      'of one role, whatever its capitals, on two days',
      [],
      [by('Head of legal')],
      [by('head of LEGAL', '2026-11-21')],
      ['head of LEGAL 2026-11-21'],
    ],
    [
      'of which one was taken out',
      [by('A'), by('C')],
      [by('A')],
      [by('A', '2026-11-22', 'b'), by('C')],
      ['A 2026-11-22'],
    ],
  ])('have those %s', (_, base, ours, theirs, expected) => {
    const joined = joinApprovals([base && draft(base), draft(ours), draft(theirs)]);
    expect(approvedIn(joined)).toEqual(expected);
  });

  const joinedOf = (base: string, ours: readonly string[], theirs: readonly string[]) =>
    joinApprovals([base, draft(ours), draft(theirs)]);
  const withText = (text: string, on = '2026-11-20'): string =>
    `{ by: "A", on: "${on}", text: "${text}" }`;

  it.each<[what: string, base: string[], ours: string[], theirs: string[]]>([
    ['a comment is among them in ours', [], [`${by('A')} # asked twice`], [by('B')]],
    ['a comment is among them in theirs', [], [by('A')], [`${by('B')}\n  # and the board?`]],
    ['a role is there twice in ours', [], [by('A'), by('a', '2026-11-21')], [by('B')]],
    ['a role is there twice in theirs', [], [by('A')], [by('B'), by('B', '2026-11-21')]],
    ['one has taken out what the other has renewed', [by('A')], [], [by('A', '2026-11-22')]],
    ['two of one day are both of other texts', [], [by('A')], [by('A', '2026-11-20', 'b')]],
  ])('are left to a person where %s', (_, base, ours, theirs) => {
    expect(joinedOf(draft(base), ours, theirs)).toBeUndefined();
  });

  it('are joined where a sign of a comment is in a value', () => {
    const ours = '{ by: "A", on: "2026-11-20", reference: "DPC #12" }';
    expect(approvedIn(joinedOf(draft([]), [ours], [by('B')]))).toEqual([
      'A 2026-11-20',
      'B 2026-11-20',
    ]);
  });

  it('have of two of one day the one of this text, on whichever side', () => {
    const { facts, document } = readVersion({ file: '', bytes: Buffer.from(draft([])) });
    const fitting = fingerprintToApprove({ facts: facts!, document: document!() });
    const [right, wrong] = [withText(fitting), withText('b'.repeat(64))];
    for (const joined of [
      joinedOf(draft([]), [right], [wrong]),
      joinedOf(draft([]), [wrong], [right]),
    ]) {
      expect(joined).toContain(fitting);
      expect(joined).not.toContain('b'.repeat(64));
    }
    const other = right.replace('}', ', reference: "Minute 4" }');
    expect(joinedOf(draft([]), [right], [other])).toBeUndefined();
  });

  it('are left to a person where it cannot be read what was approved before', () => {
    const base = draft([by('A'), by('C')]).replace('title: ', 'title: "');
    expect(joinedOf(base, [by('A')], [by('A'), by('C'), by('B')])).toBeUndefined();
  });

  it('are left to a person where any word differs', () => {
    const other = draft([by('B')], 'We hold it.');
    expect(joinApprovals([draft([]), draft([by('A')]), other])).toBeUndefined();
  });

  it('are left to a person where their facts cannot be read', () => {
    const broken = (text: string): string => text.replace('title: ', 'title: "');
    expect(
      joinApprovals([draft([]), broken(draft([by('A')])), broken(draft([by('B')]))]),
    ).toBeUndefined();
  });
});
