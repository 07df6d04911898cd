/**
 * Facts of the frontmatter, proposed from the words of a source. Each has its place and the words
 * around it; nothing is guessed, and two that contradict each other are a choice. What belongs to
 * somebody else, such as a regulator or a supplier, is not proposed at all.
 */
import { addressFacts } from './facts-address.ts';
import { emailFacts, phoneFacts } from './facts-contact.ts';
import { dateFacts } from './facts-dates.ts';
import type { Found } from './facts-found.ts';
import { controllersOf, nameFacts, representativeFacts, tradingFacts } from './facts-names.ts';
import { numberFacts } from './facts-numbers.ts';
import { roleFacts } from './facts-role.ts';
import { factText, oneLine, passageAt, quoteOf, type FactText } from './facts-text.ts';
import type { Proposal, Verdict } from './model.ts';

/** What is known about a source beside its words. */
export interface FactPlace {
  /** The language of its text. In others than English and Welsh only mailboxes and dates are read. */
  language?: string | undefined;
  /** The words of its headings, where its structure is known: bold lines may be some. */
  headings?: readonly string[];
}

/** The order in which facts are asked: as the frontmatter has them. */
const ORDER = [
  ...['controller.name', 'controller.tradingNames', 'controller.kind', 'controller.companyNumber'],
  ...['controller.registeredIn', 'controller.registeredOffice', 'controller.contact.email'],
  ...['controller.contact.phone', 'controller.contact.address', 'controller.icoRegistration'],
  ...[
    'controller.charityNumber',
    'controller.vatNumber',
    'controller.lei',
    'dpo.role',
    'dpo.email',
  ],
  ...['dpo.phone', 'dpo.address', 'complaints.email', 'complaints.phone', 'complaints.address'],
  ...[
    'representatives.uk',
    'representatives.eu',
    'representatives.ch',
    'effective',
    'date.updated',
    'reviewed',
  ],
];

/**
 * What the words of a source say about the facts of its notice. Words outside the notice, such as
 * a footer with the company's number, are read for numbers, names and dates only.
 */
export function proposeFacts(
  verdicts: readonly Verdict[],
  { language, headings = [] }: FactPlace = {},
): Proposal[] {
  const facts = factText(verdicts, headings);
  const found = isRead(language)
    ? allFacts(facts, language)
    : [...emailFacts(facts), ...dateFacts(facts, language)].map((each) => ({
        ...each,
        isSure: false,
      }));
  return fewOfEach(found)
    .toSorted((a, b) => ORDER.indexOf(a.key) - ORDER.indexOf(b.key) || a.start - b.start)
    .map((each) => proposalOf(facts, each));
}

/** A person can choose among a few; more are a list of addresses, and no fact of a notice. */
const MOST = 6;

function fewOfEach(found: readonly Found[]): Found[] {
  const counts = new Map<string, number>();
  return found.filter(({ key }) => {
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count <= MOST;
  });
}

const isRead = (language: string | undefined): boolean =>
  /^(?:en|cy|und)\b|^$/iu.test(language ?? '');

function allFacts(facts: FactText, language: string | undefined): Found[] {
  const controllers = controllersOf(facts);
  const names = nameFacts(facts, controllers);
  const [name] = names;
  const controller = typeof name?.value === 'string' ? name.value : undefined;
  const trading = tradingFacts(facts, controllers);
  const ours = [...names, ...trading].map(({ value }) => String(value));
  const routes = [
    ...emailFacts(facts, ours),
    ...phoneFacts(facts, ours),
    ...addressFacts(facts, controller),
  ];
  return [
    ...names,
    ...trading,
    ...numberFacts(facts, controller),
    ...routes,
    ...roleFacts(facts, routes),
    ...representativeFacts(facts),
    ...dateFacts(facts, language),
  ];
}

function proposalOf(facts: FactText, { key, value, start, end, isSure }: Found): Proposal {
  return {
    key,
    value,
    written: oneLine(facts.text.slice(start, end)),
    at: passageAt(facts, start)?.at ?? 1,
    quote: quoteOf(facts, { start, end }),
    isSure,
  };
}

/** A fact that a notice needs or ought to have, and whether the law asks every notice for it. */
export interface MissingFact {
  key: string;
  /** What it is called. */
  name: string;
  /** Whether a notice is not whole without it. */
  isNeeded: boolean;
}

const WANTED: readonly (MissingFact & { keys: RegExp })[] = [
  { key: 'controller.name', name: 'the organisation', isNeeded: true, keys: /^controller\.name$/u },
  {
    key: 'controller.contact',
    name: 'its contact',
    isNeeded: true,
    keys: /^controller\.contact\./u,
  },
  {
    key: 'controller.companyNumber',
    name: 'its company number',
    isNeeded: false,
    keys: /^controller\.(?:companyNumber|charityNumber)$/u,
  },
  {
    key: 'controller.icoRegistration',
    name: 'its ICO number',
    isNeeded: false,
    keys: /^controller\.icoRegistration$/u,
  },
  { key: 'dpo', name: 'a data protection officer', isNeeded: false, keys: /^dpo\b/u },
  { key: 'complaints', name: 'how to complain', isNeeded: false, keys: /^complaints\b/u },
  {
    key: 'effective',
    name: 'a date',
    isNeeded: false,
    keys: /^(?:effective|date\.|reviewed)/u,
  },
];

/** The facts that a notice needs, or ought to have, and for which nothing was found. */
export const missingFacts = (proposals: readonly Pick<Proposal, 'key'>[]): MissingFact[] =>
  WANTED.filter(({ keys }) => !proposals.some(({ key }) => keys.test(key))).map(
    ({ key, name, isNeeded }) => ({ key, name, isNeeded }),
  );
