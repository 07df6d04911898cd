import { describe, expect, it } from 'vitest';
import { obstaclesTo, type Neighbours, type Obstacle } from './publishable.ts';
import type { IsoDate } from '../notices/dates.ts';
import { fingerprintToApprove } from './approvals.ts';
import { versionText } from './testing.ts';
import type { VersionText } from './texts.ts';

const version = (id: string, body: string, changes: Record<string, string> = {}): VersionText =>
  versionText(id, body, { changes });

const DATA = '## Data {#data}\n\nWe keep your name and your address.';
const MORE = '## Data {#data}\n\nWe keep your name, your address and your birthday.';
const RIGHTS = '## Rights {#rights}\n\nYou may ask us for a copy of your data.';
const DATA_CY = '## Data {#data}\n\nRydym yn cadw eich enw a’ch cyfeiriad.';

/** A draft with an approval by the head of legal. */
function approved(more: { text?: string }): VersionText {
  const draft = version('customers/draft', DATA);
  const approval = { by: 'Head of legal', on: '2023-11-20' as IsoDate, ...more };
  return { ...draft, facts: { ...draft.facts, approved: [approval] } };
}

const last = version('customers/2023-01-01', `${DATA}\n\n${RIGHTS}`);
const original = version('customers/2024-01-01', `${MORE}\n\n${RIGHTS}`);

describe('obstaclesTo', () => {
  it.each<
    [what: string, draft: VersionText, around: Neighbours, kind: Obstacle['kind'], quotes: string]
  >([
    [
      'a section without text',
      version('customers/draft', `${DATA}\n\n## Rights {#rights}`),
      {},
      'section-empty',
      '“Rights”',
    ],
    [
      'a draft without a change',
      version('customers/draft', `${DATA}\n\n${RIGHTS}`),
      { last },
      'unchanged',
      'customers/2023-01-01',
    ],
    [
      'a changed section that is not mentioned',
      version('customers/draft', `${MORE}\n\n${RIGHTS}`),
      { last },
      'unmentioned-section',
      '“Data”',
    ],
    [
      'a removed section that is not mentioned',
      version('customers/draft', DATA),
      { last },
      'unmentioned-section',
      '“Rights”',
    ],
    [
      'an entry without words',
      version('customers/draft', `${MORE}\n\n${RIGHTS}`, { data: '…' }),
      { last },
      'unwritten-change',
      '…',
    ],
    [
      'a section in the words of the original',
      version('customers/cy/draft', `${MORE}\n\n## Hawliau {#rights}\n\nCewch ofyn am gopi.`),
      { original },
      'untranslated-section',
      '“Data”',
    ],
    [
      'an entry in the words of the original',
      version('customers/cy/draft', DATA_CY, { data: 'We now keep your birthday too.' }),
      {
        original: version('customers/2024-01-01', MORE, { data: 'We now keep your birthday too.' }),
      },
      'untranslated-change',
      'We now keep your birthday too.',
    ],
    [
      'a section that only the original brought up to date',
      version('customers/cy/draft', DATA_CY, { data: 'Mae gennym eich pen-blwydd.' }),
      {
        original,
        before: { translation: version('customers/cy/2023-01-01', DATA_CY), original: last },
      },
      'stale-section',
      'customers/cy/2023-01-01',
    ],
    [
      'a draft that a role has not approved',
      version('customers/draft', DATA),
      { approvers: ['Head of legal'] },
      'approval-missing',
      '“Head of legal”',
    ],
    [
      'an approval of other words',
      approved({ text: 'a'.repeat(64) }),
      {},
      'approval-changed',
      'changed since “Head of legal” approved it on 20 November 2023',
    ],
    [
      'an approval that names no text, of a role that is asked for',
      approved({}),
      { approvers: ['head of  LEGAL'] },
      'approval-without-text',
      'nothing shows which text “Head of legal” approved',
    ],
  ])('finds %s', (_what, draft, around, kind, quotes) => {
    const obstacles = obstaclesTo(draft, around);
    expect(obstacles.map((each) => each.kind)).toEqual([kind]);
    expect(obstacles[0]?.message).toContain(quotes);
    expect(obstacles[0]?.hint).not.toBe('');
  });

  it('finds all at once', () => {
    const draft = version('customers/draft', `${MORE}\n\n## Rights {#rights}`, { rights: '…' });
    expect(obstaclesTo(draft, { last }).map(({ kind }) => kind)).toEqual([
      'section-empty',
      'unwritten-change',
      'unmentioned-section',
    ]);
  });

  it.each<[what: string, draft: VersionText, around: Neighbours]>([
    ['a first version', version('customers/draft', DATA), {}],
    [
      'a change that is mentioned',
      version('customers/draft', `${MORE}\n\n${RIGHTS}`, { data: 'We now keep your birthday.' }),
      { last },
    ],
    [
      'a translation of its original',
      version('customers/cy/draft', `${DATA_CY}\n\n## Hawliau {#rights}\n\nCewch ofyn am gopi.`),
      { original },
    ],
    [
      'a few words that are the same in both languages',
      version('customers/cy/draft', '## Pwy {#who}\n\nA Limited, Reigate'),
      { original: version('customers/2024-01-01', '## Who {#who}\n\nA Limited, Reigate') },
    ],
    [
      'a text that a role in other capitals approved',
      approved({ text: fingerprintToApprove(version('customers/draft', DATA)) }),
      { approvers: ['HEAD OF LEGAL'] },
    ],
    ['an approval that names no text and that nobody asks for', approved({}), {}],
  ])('finds nothing against %s', (_what, draft, around) => {
    expect(obstaclesTo(draft, around)).toEqual([]);
  });
});

it.each<[what: string, changes: Record<string, string>, hint: string]>([
  [
    'in place of an empty list',
    {},
    'in place of `changes: []` if it is there:\nchanges:\n  - kind',
  ],
  ['to a list that is there', { data: 'More.' }, 'add to `changes`:\n  - kind: removed\n'],
])('says how to write the entry that is missing %s', (_, changes, hint) => {
  const [found] = obstaclesTo(version('customers/draft', MORE, changes), { last });
  expect(found?.kind).toBe('unmentioned-section');
  expect(found?.hint).toContain(hint);
  expect(found?.hint.includes('\nchanges:')).toBe(Object.keys(changes).length === 0);
});
