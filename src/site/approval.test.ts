import { describe, expect, it } from 'vitest';
import { approvalRulesOf, rolesFor } from './approval.ts';
import { readSettings } from './settings.ts';

const rules = approvalRulesOf(
  readSettings({
    name: 'Notices',
    accent: { light: '#0b5c8a', dark: '#7cc4f0' },
    approval: { by: ['Data protection officer', 'Head of legal'], translations: [] },
    organisations: {
      acme: { approval: { by: ['Managing director'] } },
      rail: { name: 'Rail' },
    },
  }),
);

describe('the roles that approve a draft', () => {
  it.each([
    ['a notice of the site', 'shop', false, ['Data protection officer', 'Head of legal']],
    ['a translation, where nobody has to', 'shop/cy', true, []],
    ['a notice of an organisation with a rule', 'acme/shop', false, ['Managing director']],
    ['its translation, where the rule says nothing', 'acme/shop/cy', true, ['Managing director']],
    [
      'one of an organisation without',
      'rail/shop',
      false,
      ['Data protection officer', 'Head of legal'],
    ],
    [
      'a folder with the name of a method',
      'constructor/shop',
      false,
      ['Data protection officer', 'Head of legal'],
    ],
  ])('of %s', (_what, notice, isTranslation, expected) => {
    expect(rolesFor(rules, notice, isTranslation)).toEqual(expected);
  });

  it('are none where no setting asks', () => {
    const none = approvalRulesOf({ organisations: {} });
    expect(none).toEqual({ organisations: {} });
    expect(rolesFor(none, 'shop', false)).toEqual([]);
  });
});
