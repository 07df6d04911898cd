/**
 * Writes a whole first notice from answers: facts with records of processing, and prose in the layout
 * that people know from the generator of the ICO. The words are its author's from then on.
 */
import { listed } from '../words.ts';
import { Scalar, stringify } from 'yaml';
import { formatDate, type IsoDate } from '../../notices/dates.ts';
import { ACTIVITIES, ACTIVITY, type ActivityName } from './activities.ts';
import { bodyOf } from './body.ts';
import {
  RIGHTS_RECORD,
  type Given,
  type Kind,
  type WrittenFacts,
  type WrittenRecord,
} from './records.ts';

type Routes = WrittenFacts['controller']['contact'];
type Retention = NonNullable<WrittenRecord['retention']>;
type Transfer = Exclude<NonNullable<WrittenRecord['transfers']>, 'none'>[number];

/** What a notice is written from. What nobody knows is left out. */
export interface StartAnswers {
  title?: string;
  name: string;
  email: string;
  kind?: Kind;
  companyNumber?: string;
  charityNumber?: string;
  address?: Routes['address'];
  phone?: string;
  icoRegistration?: string;
  /** How to reach the data protection officer; none if there is none. */
  dpo?: 'none' | Pick<Routes, 'email'>;
  activities: readonly ActivityName[];
  variants?: Given['variants'];
  /** How long what a record is about is kept, where it is not as long as usual. */
  keep?: Readonly<Record<string, Retention>>;
  /** Who receives what an activity is about, where it is not who usually does. */
  recipients?: Partial<Record<ActivityName, readonly string[]>>;
  /** Recipients outside the United Kingdom. */
  abroad?: Readonly<Record<string, { country: string; mechanism?: Transfer['mechanism'] }>>;
  /** A decision that a computer makes alone. */
  automated?: string;
  today: IsoDate;
  effective: IsoDate;
}

/** How the remark begins that is for the author of a draft alone. */
const REMARK = 'Noticeboard wrote this text on';

/**
 * A draft without the remark for its author, who has read it by the time it is published. Its line stays,
 * so that findings go on naming the lines of the draft.
 */
export const withoutRemark = (source: string): string =>
  source.replace(new RegExp(String.raw`^\{/\* ${REMARK} [^*]*\*/\}`, 'm'), '');

/** The file of the draft. */
export function writeDraft(answers: StartAnswers): string {
  const facts = factsOf(answers);
  const head = stringify(quoted(facts), { lineWidth: 0 });
  const remark = `{/* ${REMARK} ${formatDate(answers.today)} from what you answered and what is usual. It is not legal advice. Read every line, and change what is not so. */}`;
  return `---\n${head}---\n\n${remark}\n\n${bodyOf(facts, { hasNoDpo: answers.dpo === 'none', uses: new Set(answers.activities) })}`;
}

/** The facts of the draft. */
export function factsOf(answers: StartAnswers): WrittenFacts {
  const { name, kind, companyNumber, charityNumber, icoRegistration, dpo, today } = answers;
  const { email, phone, address } = answers;
  const contact = { email, ...(phone && { phone }), ...(address && { address }) };
  const processing = startRecords(answers);
  const withdrawal = withdrawalOf(processing);
  const audience = audienceOf(answers.activities);
  return {
    title: answers.title ?? titleOf(answers.activities),
    summary: `How ${name} uses information about you, and the rights that you have.`,
    language: 'en-GB',
    audience,
    published: today,
    effective: answers.effective,
    changeType: 'initial',
    controller: {
      name,
      ...(kind && { kind }),
      ...(companyNumber && { companyNumber }),
      ...(charityNumber && { charityNumber }),
      contact,
      ...(icoRegistration && { icoRegistration }),
    },
    ...(dpo && dpo !== 'none' && { dpo: { role: 'Data protection officer', ...dpo } }),
    complaints: contact,
    processing,
    automatedDecisions:
      answers.automated === undefined ? 'none' : [{ decision: answers.automated }],
    ...(withdrawal && { withdrawal: { how: withdrawal } }),
    ...storageOf(answers),
  };
}

const PEOPLE = new Set<ActivityName>(['staff', 'recruitment']);

/** What a notice for these activities is called. */
export function titleOf(activities: readonly ActivityName[]): string {
  const isOf = (...names: ActivityName[]): boolean =>
    activities.every((each) => names.includes(each));
  if (isOf('recruitment')) return 'Privacy notice for job applicants';
  if (isOf('staff', 'recruitment')) return 'Staff privacy notice';
  if (isOf('cctv')) return 'CCTV privacy notice';
  if (isOf('website', 'cctv', 'enquiries', 'marketing')) return 'Privacy notice';
  return activities.some((each) => PEOPLE.has(each)) ? 'Privacy notice' : 'Customer privacy notice';
}

const audienceOf = (activities: readonly ActivityName[]): string[] =>
  ACTIVITIES.filter((each) => activities.includes(each)).map((each) => ACTIVITY[each].audience);

/** The records of all activities, each once, as they were answered. */
export function startRecords(answers: StartAnswers): WrittenRecord[] {
  const records = new Map<string, WrittenRecord>();
  for (const name of ACTIVITIES.filter((each) => answers.activities.includes(each))) {
    for (const [index, record] of recordsFor(name, answers).entries()) {
      if (records.has(record.id)) continue;
      records.set(record.id, answered(record, name, index === 0, answers));
    }
  }
  records.set(RIGHTS_RECORD.id, sent(rightsRecord([...records.values()], answers), answers));
  return [...records.values()];
}

/** Who carries messages about rights carries all others too: it is no recipient if nobody named it. */
function rightsRecord(others: readonly WrittenRecord[], answers: StartAnswers): WrittenRecord {
  if (!answers.recipients) return RIGHTS_RECORD;
  const named = new Set(others.flatMap(recipientsIn).map(({ name }) => name));
  const recipients = recipientsIn(RIGHTS_RECORD).filter(({ name }) => named.has(name));
  return { ...RIGHTS_RECORD, recipients: recipients.length > 0 ? recipients : 'none' };
}

/** The records of an activity as they usually are. */
export const recordsFor = (
  name: ActivityName,
  { kind, variants = {} }: Pick<StartAnswers, 'kind' | 'variants'>,
): WrittenRecord[] => ACTIVITY[name].records({ kind, variants });

function answered(
  record: WrittenRecord,
  name: ActivityName,
  isFirst: boolean,
  answers: StartAnswers,
): WrittenRecord {
  const retention = answers.keep?.[record.id] ?? record.retention;
  const chosen = answers.recipients?.[name];
  if (!chosen) return sent({ ...record, ...(retention && { retention }) }, answers);
  const usual = recipientsIn(record).filter((each) => chosen.includes(each.name));
  const known = new Set(
    recordsFor(name, answers)
      .flatMap(recipientsIn)
      .map((each) => each.name),
  );
  const others = isFirst ? chosen.filter((each) => !known.has(each)) : [];
  const recipients = [...usual, ...others.map((each) => ({ name: each, country: 'GB' }))];
  return sent(
    {
      ...record,
      ...(retention && { retention }),
      recipients: recipients.length > 0 ? recipients : 'none',
    },
    answers,
  );
}

/** The recipients of a record as a list. */
export const recipientsIn = ({ recipients }: WrittenRecord) =>
  Array.isArray(recipients) ? recipients : [];

/** A record with the countries of its recipients, and what protects the data there. */
function sent(record: WrittenRecord, { abroad = {} }: StartAnswers): WrittenRecord {
  const recipients = recipientsIn(record);
  const transfers = recipients.flatMap(({ name }): Transfer[] => {
    const there = abroad[name];
    if (!there) return [];
    const { country, mechanism } = there;
    const isByContract = mechanism === 'idta' || mechanism === 'uk-addendum-sccs';
    return [
      {
        recipient: name,
        countries: [country],
        ...(mechanism && { mechanism }),
        ...(isByContract && { copyFrom: 'Ask us' }),
      },
    ];
  });
  if (transfers.length === 0) return record;
  return {
    ...record,
    recipients: recipients.map((each) => ({
      ...each,
      country: abroad[each.name]?.country ?? 'GB',
    })),
    transfers,
  };
}

function withdrawalOf(records: readonly WrittenRecord[]): string | undefined {
  const ways = records
    .filter(({ lawfulBasis }) => lawfulBasis?.includes('consent'))
    .map(({ id }) =>
      id === 'statistics' ? 'the cookie settings on our website' : 'the link in each email',
    );
  return ways.length === 0 ? undefined : listed(ways);
}

function storageOf({ activities, variants }: StartAnswers): Pick<WrittenFacts, 'storageAccess'> {
  if (!activities.includes('website')) return {};
  const cookies = variants?.cookies ?? 'needed';
  if (cookies === 'none') return { storageAccess: 'none' };
  return {
    storageAccess: [
      {
        name: 'Cookies that the website needs',
        purpose: 'Keep the website working and safe while you use it',
        lasts: 'until you close the browser',
        ground: 'strictly-necessary',
      },
      ...(cookies === 'statistics'
        ? [
            {
              name: 'Cookies that count visits',
              purpose: 'Show us which pages people open',
              lasts: '13 months',
              ground: 'consent' as const,
            },
          ]
        : []),
    ],
  };
}

/** What YAML would read as something else without quotes. */
const TO_QUOTE = new Set(['published', 'effective', 'phone', 'companyNumber', 'charityNumber']);

function quoted(facts: WrittenFacts): unknown {
  const walk = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((each: unknown) => walk(each, ''));
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(
        Object.entries(value).map(([inner, each]) => [inner, walk(each, inner)]),
      );
    }
    if (!TO_QUOTE.has(key)) return value;
    const scalar = new Scalar(value);
    scalar.type = Scalar.QUOTE_DOUBLE;
    return scalar;
  };
  return walk(facts, '');
}
