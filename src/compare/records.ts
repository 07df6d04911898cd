/** What is different between the records of processing of two versions, purpose by purpose. */
import { countryName } from '../notices/places.ts';
import {
  basesOf,
  printingFor,
  retentionOf,
  sourceOf,
  type Printing,
} from '../notices/record-phrases.ts';
import type { ProcessingRecord, Recipient, Transfer } from '../notices/schema-records.ts';
import type { Facts } from '../notices/schema.ts';
import { changeBetween, tidy, type Value } from './fact-values.ts';
import type { FactChange } from './model.ts';

/** Facts that are records. */
export type RecordFact = 'processing' | 'automatedDecisions' | 'withdrawal' | 'storageAccess';

/** Keys that are told with another: a law and a condition with the basis that rests on them. */
type ToldWithAnother = 'id' | 'legalObligation' | 'recognisedCondition';

type PurposeKey = Exclude<keyof ProcessingRecord, ToldWithAnother>;

/** `records` is that a notice has any: its purposes were told in its text before. */
export type RecordField = RecordFact | 'records' | `processing.${PurposeKey}`;

/** What a record says under each key, in the order in which it is told. */
const reads: Record<PurposeKey, (record: ProcessingRecord, printing: Printing) => Value[]> = {
  purpose: ({ purpose }) => [valueOf(purpose)],
  kind: ({ kind }) => valuesIf(kind),
  lawfulBasis: (record, { words }) => basesOf(record, words).map(valueOf),
  legitimateInterest: ({ legitimateInterest }) => valuesIf(legitimateInterest),
  dataCategories: ({ dataCategories = [] }) => dataCategories.map(valueOf),
  sources: ({ sources = [] }, { words }) => sources.map((each) => valueOf(sourceOf(each, words))),
  provision: ({ provision }, { words }) =>
    valuesIf(provision && series(words.provisions[provision.status], provision.consequence)),
  pecr: ({ pecr }) => (pecr ? [marketingOf(pecr)] : []),
  recipients: ({ recipients }, printing) =>
    membersOf(recipients, (each) => recipientOf(each, printing)),
  transfers: ({ transfers }, printing) =>
    membersOf(transfers, (each) => transferOf(each, printing)),
  retention: ({ retention }, { words }) => valuesIf(retention && retentionOf(retention, words)),
};

/** The ground as its code: the page has the words for it. */
const marketingOf = ({ basis, optOut }: NonNullable<ProcessingRecord['pecr']>): Value => ({
  key: tidy(series(basis, optOut)),
  lines: [basis, ...(optOut === undefined ? [] : [tidy(optOut)])],
});

const recipientOf = (
  { name, activity, role, country }: Recipient,
  { words, language }: Printing,
): string =>
  inBrackets(name, activity, role && words.roles[role], country && countryName(country, language));

const transferOf = (
  { recipient, countries, mechanism, copyFrom }: Transfer,
  { words, language }: Printing,
): string =>
  inBrackets(
    recipient,
    ...countries.map((code) => countryName(code, language)),
    mechanism && words.mechanisms[mechanism],
    copyFrom,
  );

/**
 * The records that differ: purposes that came and went, then what is said of those in both, which
 * their ids tell. Other facts of the same sort follow.
 */
export function compareRecords(before: Facts, after: Facts): FactChange[] {
  const [old, now] = [before, after].map(({ processing = [] }) => processing);
  const hasBoth = before.processing !== undefined && after.processing !== undefined;
  const known = new Map((old ?? []).map((record) => [record.id, record]));
  const [then, today] = [printingFor(before.language), printingFor(after.language)];
  const inBoth = (now ?? []).flatMap((record) => {
    const former = known.get(record.id);
    return former ? compareRecord(former, record, then, today) : [];
  });
  return [
    ...changeBetween(
      hasBoth ? 'processing' : 'records',
      (old ?? []).map(purposeOf),
      (now ?? []).map(purposeOf),
    ),
    ...inBoth,
    ...(['automatedDecisions', 'withdrawal', 'storageAccess'] as const).flatMap((field) =>
      changeBetween(field, valuesOf(before, field, then), valuesOf(after, field, today)),
    ),
  ];
}

const compareRecord = (
  before: ProcessingRecord,
  after: ProcessingRecord,
  then: Printing,
  today: Printing,
): FactChange[] =>
  (Object.keys(reads) as PurposeKey[]).flatMap((key) =>
    changeBetween(`processing.${key}`, reads[key](before, then), reads[key](after, today), after),
  );

const purposeOf = ({ id, purpose }: ProcessingRecord): Value => ({
  key: id,
  lines: [tidy(purpose)],
});

function valuesOf(
  { automatedDecisions, withdrawal, storageAccess }: Facts,
  field: Exclude<RecordFact, 'processing'>,
  { words }: Printing,
): Value[] {
  switch (field) {
    case 'automatedDecisions':
      return membersOf(automatedDecisions, ({ decision, logic, effects, safeguards = [] }) =>
        inBrackets(decision, logic, effects, ...safeguards),
      );
    case 'withdrawal':
      return valuesIf(withdrawal?.how);
    case 'storageAccess':
      return membersOf(storageAccess, ({ name, purpose, lasts, ground }) =>
        inBrackets(name, purpose, lasts, ground && words.grounds[ground]),
      );
  }
}

/** The members of a list; `none` is one by itself, which no page confuses with a name. */
function membersOf<Member>(
  list: readonly Member[] | 'none' | undefined,
  tell: (member: Member) => string,
): Value[] {
  if (list === undefined) return [];
  return list === 'none' ? [NONE] : list.map((member) => valueOf(tell(member)));
}

/** The line of an answer that there are none: no name is empty. */
export const NONE_LINE = '';
const NONE: Value = { key: '', lines: [NONE_LINE] };

const valueOf = (words: string): Value => ({ key: tidy(words), lines: [tidy(words)] });
const valuesIf = (words: string | undefined): Value[] => (words ? [valueOf(words)] : []);

const series = (...words: (string | undefined)[]): string => words.filter(Boolean).join('; ');

/** A name, and what is said of it. */
function inBrackets(name: string, ...details: (string | undefined)[]): string {
  const said = series(...details);
  return said === '' ? name : `${name} (${said})`;
}
