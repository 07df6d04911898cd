/**
 * The prose of a first notice. Sentences are short, and say only what most firms can say: what an
 * author has to decide is asked for, or printed from the facts.
 */
import { isCommissionOn } from './regulator.ts';
import type { ActivityName } from './activities.ts';
import type { WrittenFacts, WrittenRecord } from './records.ts';

interface Known {
  /** Whether the author said that there is no data protection officer. */
  hasNoDpo: boolean;
  uses: ReadonlySet<ActivityName>;
}

type Basis = NonNullable<WrittenRecord['lawfulBasis']>[number];

/** What the records of a notice rest on. */
class Grounds {
  readonly #facts: WrittenFacts;

  constructor(facts: WrittenFacts) {
    this.#facts = facts;
  }

  has(...bases: Basis[]): boolean {
    return this.#records.some(({ lawfulBasis }) =>
      lawfulBasis?.some((each) => bases.includes(each)),
    );
  }

  get isMarketing(): boolean {
    return this.#records.some(({ kind }) => kind === 'direct-marketing');
  }

  get canObject(): boolean {
    return this.has('legitimate-interests') || this.isMarketing;
  }

  get #records(): readonly WrittenRecord[] {
    return this.#facts.processing ?? [];
  }
}

/** The text of the notice, as MDX. */
export function bodyOf(facts: WrittenFacts, known: Known): string {
  const grounds = new Grounds(facts);
  return [
    'This notice says what we collect about you, why we may, and what you can ask of us.',
    contact(facts, known),
    purposes(known),
    cookies(facts),
    bases(facts, grounds),
    rights(grounds),
    objection(grounds),
    automated(facts),
    sources(),
    retention(),
    sharing(),
    transfers(facts),
    complaints(facts),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

/** Words of an author in a paragraph: none of them is a mark of Markdown or code. */
const plain = (words: string): string =>
  words
    .replaceAll(/[\\`*_{}[\]<>#|~]/g, String.raw`\$&`)
    .replaceAll(/&(?=#?\w+;)/g, String.raw`\&`);

function contact({ controller, dpo }: WrittenFacts, { hasNoDpo }: Known): string {
  // Every public authority has to have one: UK GDPR Art 37(1)(a).
  const isFree = controller.kind !== 'public-authority';
  const officer = dpo
    ? '\n\nWe have a data protection officer, who checks that we follow the law:\n\n<Dpo />'
    : hasNoDpo
      ? `\n\nWe do not have a data protection officer.${isFree ? ' The law does not ask us to have one.' : ''}`
      : '';
  return `## Contact details {#contact}

When we say “we”, we mean ${plain(controller.name)}. We decide how and why we use information about you. The law calls this a controller.

<Controller />

You can ask us anything about this notice:

<Contact />${officer}`;
}

function purposes({ uses }: Known): string {
  const isOfHealth = uses.has('staff') || uses.has('recruitment');
  const sensitive = `

### Health {#health}

The law gives more protection to information about health. We use it to meet our duties as an employer. Examples are sick pay, safety at work and changes that you need. Article 9(2)(b) of the UK GDPR allows this, with Schedule 1 to the Data Protection Act 2018.`;
  return `## What we collect and why {#purposes}

Each row of this table is one reason why we use information about you.

<Purposes />${isOfHealth ? sensitive : ''}

### If you choose not to give it {#if-you-do-not}

Some of it we need from you. The rest is your choice:

<Provision />`;
}

function cookies({ storageAccess }: WrittenFacts): string {
  if (storageAccess === undefined) return '';
  const hasConsent =
    Array.isArray(storageAccess) && storageAccess.some(({ ground }) => ground === 'consent');
  const asked = `

We ask first for the cookies that count visits. If you say no, the website still works. You can change your mind in the cookie settings on each page.`;
  return `### Cookies {#cookies}

A cookie is a small file that a website keeps on your phone or computer.

<Storage />${hasConsent ? asked : ''}`;
}

function bases({ withdrawal }: WrittenFacts, grounds: Grounds): string {
  const items: [Basis, string][] = [
    ['contract', '**Contract.** We need it to make a contract with you, or to keep to it.'],
    ['legal-obligation', '**Legal obligation.** A law tells us to use it or to keep it.'],
    [
      'legitimate-interests',
      '**Legitimate interests.** We have a good reason, and it does not harm your interests more than is fair. Our reasons are in the table. You can object.',
    ],
    [
      'consent',
      `**Consent.** You said yes. You can change your mind at any time, as easily as you agreed. Use ${plain(withdrawal?.how ?? '')}.`,
    ],
  ];
  const used = items.filter(([basis]) => grounds.has(basis)).map(([, words]) => `- ${words}`);
  return `## Lawful bases and your rights {#lawful-bases}

We follow the UK General Data Protection Regulation (UK GDPR) and the Data Protection Act 2018. They let us use information about you only if we have a lawful basis. [The table](#purposes) names it for each purpose:

${used.join('\n')}`;
}

function rights(grounds: Grounds): string {
  const hasPortability = grounds.has('consent', 'contract');
  const items = [
    '**Access.** You can ask for a copy of what we hold about you.',
    '**Correction.** You can have it put right if it is wrong, or filled in if something is missing.',
    '**Erasure.** You can ask us to delete it. We may have to keep some of it, for example if a law tells us to.',
    '**Restriction.** You can ask us to keep it but not use it, for example while we check it.',
    hasPortability
      ? '**Moving it.** You can have what you gave us in a file that another organisation can read. This is so where we rely on consent or contract, and hold it on a computer.'
      : '',
    grounds.canObject
      ? '**Objection.** You can tell us to stop. [This right has its own part](#object).'
      : '',
    grounds.has('consent')
      ? '**Taking back consent.** You can change your mind. What we did before stays lawful.'
      : '',
  ].filter((item) => item !== '');
  return `### Your rights {#rights}

${items.map((item) => `- ${item}`).join('\n')}

To use a right, [contact us](#contact) in any way you like. It is free. We answer within one month. If it is complex, or you ask for many things, we can take up to two more months. Then we tell you why in the first month. If we are not sure who you are, we ask.`;
}

function objection(grounds: Grounds): string {
  if (!grounds.canObject) return '';
  const interests = grounds.has('legitimate-interests')
    ? '\n\n**You can object to any use that rests on our legitimate interests.** We then stop, unless we have a strong reason that counts for more than yours, or need it for a legal claim.'
    : '';
  const marketing = grounds.isMarketing
    ? '\n\n**You can object to marketing at any time.** We then always stop, and you need not say why.'
    : '';
  return `### Your right to object {#object}${interests}${marketing}`;
}

const automated = ({ automatedDecisions }: WrittenFacts): string =>
  `### Automated decisions {#automated-decisions}\n\n<Automated />${
    automatedDecisions === 'none' ? '' : '\n\nYou can ask a person to look at the decision again.'
  }`;

const sources = (): string => `## Where we get it from {#sources}

<Sources />`;

const retention = (): string => `## How long we keep it {#retention}

The time depends on what we use it for:

<Retention />

We keep it longer only if a legal claim or a law makes us.`;

const sharing = (): string => `## Who we share it with {#sharing}

These people and organisations receive some of it. Those who work on our instructions may use it only for us.

<Recipients />

We also share it if a court or a law tells us to.`;

/** What each ground of a transfer means for people. */
const PROTECTED_BY: Readonly<Record<string, string>> = {
  'adequacy-regulations':
    'Adequacy regulations mean that the UK government has checked the law of that country. It protects information well enough.',
  'uk-us-data-bridge':
    'The UK–US data bridge is a list of firms in the United States that promise to protect information well enough. The UK government has approved it.',
  idta: 'An international data transfer agreement is a contract that the UK regulator wrote. It makes the other side protect information as we do.',
  'uk-addendum-sccs':
    'The UK addendum is a part of a contract that the UK regulator wrote. It makes the other side protect information as we do.',
};

function transfers({ processing = [] }: WrittenFacts): string {
  const used = processing.flatMap(({ transfers: each }) => (Array.isArray(each) ? each : []));
  const mechanisms = new Set(used.map(({ mechanism }) => mechanism ?? ''));
  const meanings = [...mechanisms].flatMap((each) => PROTECTED_BY[each] ?? []);
  return [
    '### Outside the United Kingdom {#transfers}',
    '<Transfers />',
    ...meanings,
    ...(used.length > 0 ? ['Everything else stays in the United Kingdom.'] : []),
  ].join('\n\n');
}

function complaints({ effective }: WrittenFacts): string {
  const regulator = isCommissionOn(effective)
    ? 'the Information Commission. It is also called the ICO'
    : 'the Information Commissioner’s Office. It is also called the ICO';
  return `## How to complain {#complaints}

If you are unhappy with how we use information about you, you can complain to us:

<Complaints />

Within 30 days we tell you that we have your complaint. We look into it without delay, and keep you up to date. Then we tell you what we found and what we will do.

### Complaining to the regulator {#regulator}

If our answer does not help, or you would rather not ask us, you can complain to ${regulator}, and it checks that organisations follow data protection law. Use its [complaints page](https://ico.org.uk/make-a-complaint/).`;
}
