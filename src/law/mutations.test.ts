/** A sound notice loses one duty with each section, and gains one finding with each planted fault. */
import { describe, expect, it } from 'vitest';
import { faultsOn } from './ask.ts';
import { RULES } from './rules/index.ts';
import type { Example } from './rule.ts';
import { readExample } from './testing.ts';

const TODAY = '2026-11-27';

/** Each section, with the rules that find it gone. */
const SECTIONS: [text: string, rules: string[]][] = [
  ['We are Acme Widgets Limited. This notice tells you what we do with your personal data.', []],
  [
    `## Who looks after your data {#officer}

You can reach our office manager at privacy@acme.example.`,
    [],
  ],
  [
    `## What we use it for {#use}

We use your name and address to send you what you order, and to answer you when you write to us.
We use your email address to send you offers by email.
We look at which pages people read, so that we can mend what nobody finds.`,
    ['purposes-missing'],
  ],
  [
    `## Why we may {#basis}

| What we do | Lawful basis |
| --- | --- |
| Send orders | Contract |
| Accounts | Legal obligation |
| Offers | Your consent |
| Page counts | Legitimate interests |

Our legitimate interest is in a website that works.`,
    ['lawful-basis-missing'],
  ],
  [
    `## If you do not give it {#if-not}

If you do not give us an address, we cannot deliver.`,
    ['provision-missing'],
  ],
  [
    `## Who else gets it {#recipients}

We pass your address to our couriers. Our accountants see invoices.`,
    ['recipients-missing'],
  ],
  [
    `## Other countries {#transfers}

Our email service stores addresses in the United States. It is on the list of the UK-US data bridge.`,
    [],
  ],
  [
    `## How long we keep it {#keep}

Orders: six years after the end of the financial year. Messages: one year.`,
    ['retention-missing'],
  ],
  [
    `## What you can ask for {#rights}

You can ask us for a copy of your data, to correct or erase it, to restrict what we do, or to give it to
another organisation in a machine-readable file. You can also object.`,
    ['right-not-named'],
  ],
  [
    `## Your right to object {#object}

You can object to page counts at any time.`,
    ['object-not-separate'],
  ],
  [
    `## Changing your mind {#consent}

You can withdraw your consent at any time. Each offer has a link for this, and you can also write to us.`,
    ['withdrawal-missing', 'marketing-opt-out-missing'],
  ],
  [
    `## How to complain to us {#complaints}

You can complain to us by email or post. We acknowledge your complaint within 30 days.`,
    ['complaint-to-controller-missing'],
  ],
  [
    `## The regulator {#regulator}

You can also complain to the Information Commission (ICO) on [its page for complaints](https://ico.org.uk/make-a-complaint/).`,
    ['complaint-to-regulator-missing'],
  ],
];

const textOf = (sections: readonly (readonly [string, string[]])[]): string =>
  sections.map(([text]) => text).join('\n\n');
const SOUND = textOf(SECTIONS);

const codesOf = (example: Example, day = TODAY): string[] => {
  const reading = readExample(example);
  return faultsOn(reading, day).map(({ rule }) => rule.code);
};

describe('a sound notice', () => {
  it('has no finding', () => {
    expect(codesOf(SOUND)).toEqual([]);
  });

  it.each(SECTIONS.map(([text, rules], index) => [text.split('\n')[0], rules, index] as const))(
    'without "%s" lacks %j',
    (_heading, rules, gone) => {
      const rest = SECTIONS.filter((_, index) => index !== gone);
      expect(codesOf(textOf(rest))).toEqual(rules);
    },
  );
});

describe('a sound notice without a sentence', () => {
  it.each([
    ['Our legitimate interest is in a website that works.', ['legitimate-interest-unnamed']],
    ['It is on the list of the UK-US data bridge.', ['transfer-without-safeguard']],
    [', or to give it to\nanother organisation in a machine-readable file', ['right-not-named']],
    [' Messages: one year.', []],
    [' Our accountants see invoices.', []],
  ])('%j lacks %j', (sentence, rules) => {
    const rest = SOUND.replace(sentence, '');
    expect(rest).not.toBe(SOUND);
    expect(codesOf(rest)).toEqual(rules);
  });
});

/** Rules whose faults a sound notice answers elsewhere: they are found where a section is taken out. */
const ANSWERED = new Set([
  ...SECTIONS.flatMap(([, rules]) => rules),
  'lawful-basis-unmapped',
  'legitimate-interest-unnamed',
  'retention-empty-formula',
  'transfer-without-safeguard',
]);

/** What another rule finds in the same words, rightly. */
const RELATED: Readonly<Record<string, string[]>> = {
  // "Acme Ltd" is another company than Acme Widgets Limited.
  'group-unnamed': ['group-unnamed', 'name-not-in-facts'],
};

const PLANTED = RULES.filter(({ code }) => !ANSWERED.has(code)).flatMap((rule) =>
  rule.fail.flatMap((example: Example): [string, string, string][] => {
    const { text, facts, effective } =
      typeof example === 'string'
        ? { text: example, facts: undefined, effective: undefined }
        : example;
    return text === undefined || facts !== undefined ? [] : [[rule.code, text, effective ?? TODAY]];
  }),
);

/** Where a fault is planted: some words are wrong among rights alone, or before the first heading. */
function planted(code: string, text: string): string {
  if (code === 'no-headings') return `${text}\n\n${SOUND}`;
  if (code === 'identity-demand')
    return SOUND.replace('You can also object.', `You can also object.\n\n${text}`);
  return `${SOUND}\n\n## More {#more}\n\n${text}`;
}

describe('a sound notice with a planted fault', () => {
  it.each(PLANTED)('has the finding %s for %j', (code, text, day) => {
    const before = new Set(codesOf({ effective: day as never, text: SOUND }, day));
    const found = codesOf({ effective: day as never, text: planted(code, text) }, day);
    expect(found.filter((each) => !before.has(each)).toSorted()).toEqual(RELATED[code] ?? [code]);
  });
});
