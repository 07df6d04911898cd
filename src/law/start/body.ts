/**
 * The prose of a first notice. Sentences are short, and say only what most firms can say: what an
 * author has to decide is asked for, or printed from the facts.
 */
import { regulatorOn } from '../regulator.ts';
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
    'This notice explains what information we collect about you, how we use it, and what you can ask us to do.',
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
    ? '\n\nWe have a data protection officer, who advises us on the law and checks that we follow it:\n\n<Dpo />'
    : hasNoDpo
      ? `\n\nWe do not have a data protection officer.${isFree ? ' The law does not ask us to have one.' : ''}`
      : '';
  return `## Contact details {#contact}

We decide how and why information about you is used. The law calls us the controller:

<Controller />

If you have a question about this notice, contact us:

<Contact />${officer}`;
}

function purposes({ uses }: Known): string {
  const isOfHealth = uses.has('staff') || uses.has('recruitment');
  const sensitive = `

### Health {#health}

The law gives more protection to information about health. We use it only to meet our duties as an employer. Examples are sick pay, safety at work and changes that you need. Article 9(2)(b) of the UK GDPR and Schedule 1 to the Data Protection Act 2018 allow this.`;
  return `## What we collect and why {#purposes}

Each row of this table is one purpose that we use information about you for.

<Purposes />${isOfHealth ? sensitive : ''}

### If you do not give us information {#if-you-do-not}

This table says what you must give us, and what happens if you do not:

<Provision />`;
}

function cookies({ storageAccess }: WrittenFacts): string {
  if (storageAccess === undefined) return '';
  const hasConsent =
    Array.isArray(storageAccess) && storageAccess.some(({ ground }) => ground === 'consent');
  const asked = `

We ask you before we use cookies that count visits. If you say no, the website still works. You can change your mind in the cookie settings on our website.`;
  return `### Cookies {#cookies}

A cookie is a small file that a website keeps on your phone or computer.

<Storage />${hasConsent ? asked : ''}`;
}

function bases({ withdrawal }: WrittenFacts, grounds: Grounds): string {
  const items: [Basis, string][] = [
    [
      'contract',
      '**Contract.** We need the information to enter into a contract with you, or to do what we agreed.',
    ],
    [
      'legal-obligation',
      '**Legal obligation.** The law requires us to use the information or to keep it.',
    ],
    [
      'legitimate-interests',
      '**Legitimate interests.** We have a good reason to use the information, and your interests do not outweigh it. The table gives our reason. [You can object](#object).',
    ],
    [
      'consent',
      `**Consent.** You agreed. You can withdraw your consent at any time. Use ${plain(withdrawal?.how ?? '')}.`,
    ],
  ];
  const used = items.filter(([basis]) => grounds.has(basis)).map(([, words]) => `- ${words}`);
  return `## Lawful bases and your rights {#lawful-bases}

We follow the UK General Data Protection Regulation (UK GDPR) and the Data Protection Act 2018. The law lets us use information about you only if we have a lawful basis. [The table of purposes](#purposes) names it for each:

${used.join('\n')}`;
}

function rights(grounds: Grounds): string {
  const hasPortability = grounds.has('consent', 'contract');
  const items = [
    '**Access.** You can ask for a copy of the information we hold about you.',
    '**Correction.** You can ask us to correct it if it is wrong, or to complete it if something is missing.',
    '**Erasure.** You can ask us to delete it. We may have to keep some of it, for example if the law requires it.',
    '**Restriction.** You can ask us to keep it without using it, for example while we check whether it is right.',
    hasPortability
      ? '**Moving it.** You can ask for what you gave us in a file that another organisation can use. This right applies where we rely on consent or contract and use computers.'
      : '',
    grounds.canObject
      ? '**Objection.** You can ask us to stop. [Your right to object](#object) says when.'
      : '',
    grounds.has('consent')
      ? '**Withdrawing consent.** If you agreed, you can withdraw your consent. What we did before stays lawful.'
      : '',
  ].filter((item) => item !== '');
  return `### Your rights {#rights}

${items.map((item) => `- ${item}`).join('\n')}

To use a right, [contact us](#contact). It is usually free. We will answer within one month. If your request is complex, or you make several, we may need up to two more months. If so, we will tell you within the first month, and say why. If we are not sure who you are, we may ask you to show us.`;
}

function objection(grounds: Grounds): string {
  if (!grounds.canObject) return '';
  const interests = grounds.has('legitimate-interests')
    ? '\n\n**You can object to any use that rests on our legitimate interests.** We will then stop, unless our reasons are strong enough to outweigh yours, or we need the information for a legal claim.'
    : '';
  const marketing = grounds.isMarketing
    ? '\n\n**You can object to marketing at any time.** We will then always stop, and you need not say why.'
    : '';
  return `### Your right to object {#object}${interests}${marketing}`;
}

const automated = ({ automatedDecisions }: WrittenFacts): string =>
  `### Automated decisions {#automated-decisions}\n\n<Automated />${
    automatedDecisions === 'none'
      ? ''
      : '\n\nYou can tell us what you think of the decision, contest it, and ask a person to look at it again.'
  }`;

const sources = (): string => `## Where we get information from {#sources}

<Sources />`;

const retention = (): string => `## How long we keep information {#retention}

How long we keep information depends on what we use it for:

<Retention />

We keep it for longer only if the law requires it, or if we need it for a legal claim.`;

const sharing = (): string => `## Who we share information with {#sharing}

These people and organisations receive some of the information. Those who act on our instructions may use it only for us.

<Recipients />

We also share information if a court orders it, or if the law requires it.`;

/** What each ground of a transfer means for people. */
const PROTECTED_BY: Readonly<Record<string, string>> = {
  'adequacy-regulations':
    'Adequacy regulations mean that the UK government has decided that the law of that country protects information well enough.',
  'uk-us-data-bridge':
    'The UK–US data bridge is a set of rules that firms in the United States can sign up to. The UK government has decided that those who do protect information well enough.',
  idta: 'An international data transfer agreement is a contract in words that the UK regulator issued. It obliges whoever receives the information to protect it.',
  'uk-addendum-sccs':
    'The UK addendum is a part of a contract in words that the UK regulator issued. It obliges whoever receives the information to protect it.',
};

function transfers({ processing = [] }: WrittenFacts): string {
  const used = processing.flatMap(({ transfers: each }) => (Array.isArray(each) ? each : []));
  const mechanisms = new Set(used.map(({ mechanism }) => mechanism ?? ''));
  const meanings = [...mechanisms].flatMap((each) => PROTECTED_BY[each] ?? []);
  return [
    '### Outside the United Kingdom {#transfers}',
    '<Transfers />',
    ...meanings,
    ...(used.length > 0 ? ['We send no other information outside the United Kingdom.'] : []),
  ].join('\n\n');
}

function complaints({ effective }: WrittenFacts): string {
  const { name, shortName, complaintsPage } = regulatorOn(effective);
  return `## How to complain {#complaints}

If you are unhappy with how we have used information about you, you can complain to us:

<Complaints />

We will confirm within 30 days that we have your complaint. We will look into it without undue delay, tell you how it is going, and tell you the outcome.

### Complaining to the regulator {#regulator}

You can also complain to ${name}. It is known as ${shortName}, and checks that organisations follow data protection law. See [how to complain to ${shortName}](${complaintsPage}).`;
}
