import { describe, expect, it } from 'vitest';
import { titleWithin } from './title-within.ts';

describe('a title beside the name of its organisation', () => {
  it.each([
    ['Acme: Privacy Policy', ['Acme'], 'Privacy Policy'],
    ['ACME – privacy policy', ['Acme Limited'], 'Privacy policy'],
    ['Privacy Policy | Acme', ['Acme, Inc.'], 'Privacy Policy'],
    ['Privacy Policy, Acme Group', ['Acme Group Holdings', 'Acme Group'], 'Privacy Policy'],
    ['Acme Privacy Policy', ['Acme Corp'], 'Privacy Policy'],
    ['Acme: Cookie notice', ['Acme Messenger Inc.'], 'Cookie notice'],
    [
      'Acme’s notice for people who apply for work',
      ['Acme Ltd'],
      'Notice for people who apply for work',
    ],
    ['Élan Énergie: Politique', ['Élan Énergie SAS'], 'Politique'],
  ])('%s of %j is %s', (title, names, expected) => {
    expect(titleWithin(title, names)).toBe(expected);
  });

  it.each([
    ['is only the name', 'Acme', ['Acme Limited', 'Acme']],
    ['has no words beside the name', 'Acme: 2026', ['Acme']],
    ['may be that of a product', 'Acme Music privacy notice', ['Acme']],
    ['begins with a longer word', 'Acmeville privacy notice', ['Acme']],
    ['goes on with a hyphen', 'Acme-Pay privacy notice', ['Acme']],
    ['has the name within', 'Privacy notice for Acme users', ['Acme']],
    ['ends with the name in a sentence', 'How we treat data at Acme', ['Acme']],
    ['has another name', 'Privacy notice', ['Acme', '']],
  ])('stays whole if it %s', (_, title, names) => {
    expect(titleWithin(title, names)).toBe(title);
  });
});
