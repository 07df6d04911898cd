import { describe, expect, it } from 'vitest';
import { askAll } from './ask.ts';
import { isOfOtherLaw } from './other-law.ts';
import { readExample } from './testing.ts';

/** Headings that speak of the people who wrote the notice. */
const OURS = [
  'Contact us about your rights',
  'How to contact us about privacy',
  'Asking us for your information',
  'Tell us if this notice is unclear',
  'What you can ask us to do with your information',
];

const OF_OTHERS = [
  'US residents',
  'Notice for people in the US',
  'Rights in the US',
  'US state privacy laws',
  'Acme’s US privacy notice',
  'Our US and Canadian customers',
  'Privacy notice for US users',
  'Additional information for US-based customers',
  'Information for customers, including US residents',
  'U.S. privacy rights',
  'Notice to residents of the U.S.A.',
  'People in the USA',
  'Your rights in the United States',
  'For residents of China',
  'rights of california residents',
  'Brazil: your rights under the LGPD',
];

describe('a heading about us', () => {
  it.each([
    ...OURS,
    ...OURS.map((heading) => heading.toUpperCase()),
    'Contact US about your rights',
    'What You Can Ask US: Your Rights',
    'GIVING US INFORMATION ABOUT YOU',
    'SEND US PRIVACY QUESTIONS',
    'About us and your information',
    'Your information and us',
    'Information about your china and glass',
  ])('%j is of our law', (heading) => {
    expect(isOfOtherLaw(heading)).toBe(false);
  });
});

describe('a heading about another country', () => {
  it.each([
    ...OF_OTHERS,
    ...OF_OTHERS.map((heading) => heading.toUpperCase()),
    '12. US RESIDENTS',
    'PRIVACY - US CUSTOMERS',
  ])('%j is of its law', (heading) => {
    expect(isOfOtherLaw(heading)).toBe(true);
  });

  it.each(['Rights of people in the UK and the US', 'Transfers of information to the US'])(
    '%j is of our law too',
    (heading) => {
      expect(isOfOtherLaw(heading)).toBe(false);
    },
  );
});

it.each(OURS)('the section %j answers what the law asks', (heading) => {
  const text = `## ${heading}\n\nYou can complain to the Information Commission (ICO).`;
  const asked = askAll(readExample(text), '2026-11-27');
  const complaint = asked.find(({ rule }) => rule.code === 'complaint-to-regulator-missing');
  expect(complaint?.answer.state).toBe('told');
});
