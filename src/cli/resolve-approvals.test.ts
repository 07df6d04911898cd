/** Approvals that two branches wrote into one draft. */
import { describe, expect, it } from 'vitest';
import { onDay, version } from '../../tests/setup/notices.ts';
import { readVersion } from '../mdx/read.ts';
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
    expect(joined).not.toMatch(/<{7}/);
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
