/** What `new` asks for a whole notice. Every question has an answer that Enter takes. */
import { guessPeriod, readPeriod } from '../notices/periods.ts';
import { countryMeant, countryName } from '../notices/places.ts';
import * as identifiers from '../notices/identifiers.ts';
import { printingFor, retentionOf } from '../notices/record-phrases.ts';
import { ACTIVITIES, ACTIVITY, isActivity, type ActivityName } from '../law/start/activities.ts';
import { recipientsIn, recordsFor, startRecords, type StartAnswers } from '../law/start/draft.ts';
import type { Kind, WrittenRecord } from '../law/start/records.ts';
import type { Choice, PersonWhoPicks, Typed } from './person.ts';

/** What is known before anything is asked. */
export type Basics = Pick<StartAnswers, 'name' | 'email' | 'today' | 'effective'>;

type Facts = Omit<StartAnswers, 'activities'>;

/**
 * Asks which activities a notice is about.
 *
 * @returns none if its author wants to write it all
 */
export async function askActivities(person: PersonWhoPicks): Promise<ActivityName[]> {
  const picked = await person.pick(
    'What do you use personal data for? The draft is written from your choices. Choose none to get an outline instead.',
    ACTIVITIES.map((value) => ({ value, label: ACTIVITY[value].label })),
    [],
  );
  return picked.filter(isActivity);
}

/** Asks what a whole notice needs beside its title. */
export async function askAnswers(
  basics: Basics,
  activities: readonly ActivityName[],
  person: PersonWhoPicks,
): Promise<StartAnswers> {
  const facts = await askController(basics, person);
  let answers: StartAnswers = { ...facts, activities };
  for (const name of ACTIVITIES.filter((each) => activities.includes(each))) {
    answers = await askActivity(name, answers, person);
  }
  answers = await askAbroad(answers, person);
  const automated = await person.type(
    'Does a computer alone decide anything important about people, such as who gets credit? If so, what? (Enter: no)',
    {},
  );
  return automated === '' ? answers : { ...answers, automated };
}

/** What a controller can be. */
export const KINDS: readonly (Choice & { value: Kind })[] = [
  { value: 'company', label: 'a limited company' },
  { value: 'sole-trader', label: 'a sole trader' },
  { value: 'charity', label: 'a charity' },
  { value: 'partnership', label: 'a partnership' },
  { value: 'llp', label: 'a limited liability partnership (LLP)' },
  { value: 'public-authority', label: 'a public authority' },
  { value: 'other', label: 'something else' },
];

async function askController(basics: Basics, person: PersonWhoPicks): Promise<Facts> {
  const chosen = await person.choose(`What is ${basics.name}?`, KINDS);
  const kind = KINDS.find(({ value }) => value === chosen)?.value ?? 'other';
  const companyNumber =
    kind === 'company' || kind === 'llp'
      ? await askFor('Company number (Enter leaves it out):', '01234567', person, (typed) =>
          identifiers.readCompanyNumber(typed),
        )
      : '';
  const charityNumber =
    kind === 'charity'
      ? await askFor('Charity number (Enter leaves it out):', '1234567', person, (typed) =>
          identifiers.readCharityNumber(typed),
        )
      : '';
  const address = await askAddress(person);
  const phone = await askFor(
    'Telephone number for questions about personal data (Enter leaves it out):',
    '01632 960123',
    person,
    (typed) => identifiers.readPhone(typed),
  );
  const icoRegistration = await askFor(
    'Reference in the ICO’s register of fee payers (Enter leaves it out):',
    'ZA000000',
    person,
    (typed) => identifiers.readIcoRegistration(typed),
  );
  const officer = await person.type(
    'Email address of your data protection officer (Enter: you have none)',
    { placeholder: 'dpo@example.co.uk', check: emailFault },
  );
  return {
    ...basics,
    kind,
    ...(companyNumber && { companyNumber }),
    ...(charityNumber && { charityNumber }),
    ...(address && { address }),
    ...(phone && { phone }),
    ...(icoRegistration && { icoRegistration }),
    dpo: officer === '' ? 'none' : { email: officer },
  };
}

/** Asks for an identifier, until it can be one. */
async function askFor(
  message: string,
  placeholder: string,
  person: PersonWhoPicks,
  read: (typed: string) => identifiers.Reading,
): Promise<string> {
  const errorIn = (typed: string): string | undefined =>
    typed === ''
      ? undefined
      : read(typed).problems.find(({ severity }) => severity === 'error')?.message;
  const typed = await person.type(message, { placeholder, check: errorIn });
  return typed === '' ? '' : read(typed).value;
}

const emailFault: NonNullable<Typed['check']> = (typed) =>
  typed === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed)
    ? undefined
    : 'Write it like privacy@example.co.uk';

async function askAddress(person: PersonWhoPicks): Promise<StartAnswers['address']> {
  const typed = await person.type(
    'Postal address, with commas between its lines (Enter leaves it out):',
    {
      placeholder: '1 Example Wharf, Reigate, RH2 9ZZ',
      check: (written) =>
        written === '' || addressIn(written)
          ? undefined
          : 'Write a street, a town and a postcode: 1 Example Wharf, Reigate, RH2 9ZZ',
    },
  );
  return addressIn(typed);
}

/** An address that ends in its town and postcode. */
export function addressIn(written: string): StartAnswers['address'] {
  const parts = written
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const [town, postcode] = parts.slice(-2);
  const lines = parts.slice(0, -2);
  if (town === undefined || postcode === undefined || lines.length === 0) return undefined;
  const { value, problems } = identifiers.readUkPostcode(postcode);
  return problems.some(({ severity }) => severity === 'error')
    ? undefined
    : { lines, town, postcode: value };
}

/** Asks about one activity: how it is done, how long data is kept, and who else receives it. */
async function askActivity(
  name: ActivityName,
  before: StartAnswers,
  person: PersonWhoPicks,
): Promise<StartAnswers> {
  const { variant, label } = ACTIVITY[name];
  let answers = before;
  if (variant) {
    const choices = variant.choices.filter(
      ({ kinds }) => !kinds || (before.kind && kinds.includes(before.kind)),
    );
    const chosen = await person.choose(`${label}: ${variant.message}`, choices);
    answers = { ...before, variants: { ...before.variants, [variant.key]: chosen } };
  }
  const records = recordsFor(name, answers);
  const keep = await askKeeping(label, records, person);
  const known = [...new Set(records.flatMap(recipientsIn).map((each) => each.name))];
  const picked = await person.pick(
    `${label}: who else receives some of it?`,
    known.map((value) => ({ value, label: value })),
    known,
  );
  const others = await person.type(
    `${label}: and who else? Names, with commas between them (Enter: nobody)`,
    { placeholder: 'Example Storage Limited' },
  );
  const added = others
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
  return {
    ...answers,
    keep: { ...answers.keep, ...keep },
    recipients: { ...answers.recipients, [name]: [...new Set([...picked, ...added])] },
  };
}

type Retention = NonNullable<WrittenRecord['retention']>;

const PRINTING = printingFor('en-GB');

async function askKeeping(
  label: string,
  records: readonly WrittenRecord[],
  person: PersonWhoPicks,
): Promise<NonNullable<StartAnswers['keep']>> {
  const usual = records.map((record) => ({ record, words: inWords(record) }));
  const lines = usual.map(({ record, words }) => `${record.purpose}: ${words}`);
  person.show([`${label}. Usually kept for:`, ...lines].join('\n'));
  const answer = await person.choose(`${label}: do you keep it for as long as that?`, [
    { value: 'yes', label: 'yes' },
    { value: 'no', label: 'no', hint: 'write your own' },
  ]);
  if (answer === 'yes') return {};
  const keep: Record<string, Retention> = {};
  for (const { record, words } of usual) {
    const typed = await person.type(
      `${record.purpose}: how long? A time, or what decides it (Enter: ${words})`,
      { placeholder: '2 years' },
    );
    if (typed !== '') keep[record.id] = retentionIn(typed, record);
  }
  return keep;
}

const inWords = ({ retention }: WrittenRecord): string =>
  (retention && retentionOf(retention, PRINTING.words)) ?? 'no time';

/** What was typed: a period from when the usual one counts, or what decides. */
function retentionIn(typed: string, { retention }: WrittenRecord): Retention {
  const period = readPeriod(typed) ? typed : guessPeriod(typed);
  if (period === undefined) return { criteria: typed, then: 'delete' };
  const startsFrom = retention?.startsFrom;
  return { period, ...(startsFrom !== undefined && { startsFrom }), then: 'delete' };
}

type Abroad = NonNullable<StartAnswers['abroad']>;

/** Asks which recipients are outside the United Kingdom, and what protects the data there. */
async function askAbroad(answers: StartAnswers, person: PersonWhoPicks): Promise<StartAnswers> {
  const names = [
    ...new Set(
      startRecords(answers)
        .flatMap(recipientsIn)
        .filter(({ role }) => role !== 'authority')
        .map(({ name }) => name),
    ),
  ];
  if (names.length === 0) return answers;
  const picked = await person.pick(
    'Which of them keep it outside the United Kingdom? Look where your online services have their computers.',
    names.map((value) => ({ value, label: value })),
    [],
  );
  const abroad: Record<string, Abroad[string]> = {};
  for (const name of picked) {
    const typed = await person.type(`In which country does “${name}” keep it?`, {
      placeholder: 'Ireland, or IE',
      check: (written) => {
        const code = countryMeant(written);
        if (code === undefined) return 'Write its name in English, or its code: Ireland, IE, US';
        return code === 'GB' ? 'That is in the United Kingdom' : undefined;
      },
    });
    const country = countryMeant(typed) ?? 'US';
    const mechanism = await person.choose(
      `What protects it in ${countryName(country)}?`,
      mechanismsIn(country),
    );
    abroad[name] = { country, ...(isMechanism(mechanism) && { mechanism }) };
  }
  return { ...answers, abroad };
}

type Mechanism = NonNullable<Abroad[string]['mechanism']>;

const MECHANISMS: readonly { value: Mechanism; label: string; isIn: (code: string) => boolean }[] =
  [
    {
      value: 'adequacy-regulations',
      label: 'adequacy regulations: the UK has approved that country, such as all of the EU',
      isIn: (code) => code !== 'US',
    },
    {
      value: 'uk-us-data-bridge',
      label: 'the UK–US data bridge: the firm is on its list',
      isIn: (code) => code === 'US',
    },
    { value: 'uk-addendum-sccs', label: 'the UK addendum, in your contract', isIn: () => true },
    { value: 'idta', label: 'an international data transfer agreement', isIn: () => true },
  ];

const mechanismsIn = (country: string): Choice[] => [
  ...MECHANISMS.filter(({ isIn }) => isIn(country)).map(({ value, label }) => ({ value, label })),
  {
    value: 'unknown',
    label: 'I do not know yet',
    hint: 'the checks report it until you fill it in',
  },
];

const isMechanism = (written: string): written is Mechanism =>
  MECHANISMS.some(({ value }) => value === written);
