/** What records of processing decide: whether a duty is met, without reading the prose. */
import type { AskFacts, Answer } from './rule.ts';
import { lacking, MET, NOT_ASKED } from './rule.ts';
import type { Facts } from '../notices/schema.ts';
import type { ProcessingRecord, Recipient, Transfer } from '../notices/schema-records.ts';

type Record = ProcessingRecord;
type Basis = NonNullable<Record['lawfulBasis']>[number];

const recordsOf = (facts: Facts): readonly Record[] => facts.processing ?? [];

/** A question to each record; undefined where there are no records, so that words decide. */
const ofRecords =
  (
    isLacking: (record: Record, facts: Facts) => boolean,
    applies?: (record: Record) => boolean,
  ): AskFacts =>
  (facts) => {
    if (!facts.processing) return undefined;
    const asked = applies ? facts.processing.filter(applies) : facts.processing;
    if (asked.length === 0) return NOT_ASKED;
    return lacking(
      asked.filter((record) => isLacking(record, facts)).map(({ purpose }) => purpose),
    );
  };

const restsOn =
  (...bases: Basis[]) =>
  ({ lawfulBasis }: Record): boolean =>
    lawfulBasis?.some((basis) => bases.includes(basis)) ?? false;

export const purposesInRecords: AskFacts = (facts) => (facts.processing ? MET : undefined);

export const basesInRecords = ofRecords(({ lawfulBasis }) => lawfulBasis === undefined);

export const interestsInRecords = ofRecords(
  ({ legitimateInterest }) => legitimateInterest === undefined,
  restsOn('legitimate-interests'),
);

/** Recipients that are neither listed nor denied leave the question open: the prose may answer it. */
export const recipientsInRecords: AskFacts = (facts) => {
  const records = recordsOf(facts);
  if (records.length === 0) return undefined;
  if (records.every(({ recipients }) => recipients !== undefined)) return MET;
  return undefined;
};

const transfersOf = (record: Record): readonly Transfer[] =>
  Array.isArray(record.transfers) ? record.transfers : [];

export const transfersInRecords: AskFacts = (facts) => {
  const records = recordsOf(facts);
  if (records.length === 0) return undefined;
  const without = records.flatMap(transfersOf).filter(({ mechanism }) => mechanism === undefined);
  if (without.length > 0) return lacking(without.map(({ recipient }) => recipient));
  return records.every(({ transfers }) => transfers !== undefined) ? MET : undefined;
};

export const retentionInRecords = ofRecords(
  ({ retention }) => retention?.period === undefined && retention?.criteria === undefined,
);

/** Consent can be withdrawn where the notice says how. */
export const withdrawalInRecords: AskFacts = (facts) => {
  if (!facts.processing) return facts.withdrawal ? MET : undefined;
  if (!facts.processing.some(restsOn('consent'))) return NOT_ASKED;
  return facts.withdrawal ? MET : undefined;
};

export const complaintsInFacts: AskFacts = ({ complaints }) =>
  complaints && Object.values(complaints).some((route) => route !== undefined) ? MET : undefined;

const isFromPerson = ({ sources }: Record): boolean =>
  sources === undefined || sources.some(({ type }) => type === 'data-subject');

export const provisionInRecords = ofRecords(
  ({ provision }) => provision === undefined,
  (record) => restsOn('contract', 'legal-obligation')(record) && isFromPerson(record),
);

export const automatedInFacts: AskFacts = ({ automatedDecisions }) => {
  if (automatedDecisions === undefined) return undefined;
  if (automatedDecisions === 'none') return MET;
  return lacking(
    automatedDecisions
      .filter(({ logic, effects, safeguards }) => !logic || !effects || !safeguards)
      .map(({ decision }) => decision),
  );
};

/** What is kept on devices is explained where the facts list it, or say that there is none: PECR reg 6. */
export const storageInFacts: AskFacts = ({ storageAccess }) =>
  storageAccess === undefined ? undefined : MET;

export const sourcesInRecords: AskFacts = (facts) => {
  const named = recordsOf(facts).flatMap(({ purpose, sources = [] }) =>
    sources
      .filter(({ type }) => type === 'third-party' || type === 'public')
      .map(({ name }) => ({ purpose, name })),
  );
  if (named.length === 0) return NOT_ASKED;
  return lacking(named.filter(({ name }) => name === undefined).map(({ purpose }) => purpose));
};

/** Objection has a place of its own only where some use can be objected to. */
export const objectionInRecords: AskFacts = (facts) => {
  if (!facts.processing) return undefined;
  const canObject = facts.processing.some(
    (record) =>
      restsOn('legitimate-interests', 'recognised-legitimate-interest', 'public-task')(record) ||
      isMarketing(record),
  );
  return canObject ? undefined : NOT_ASKED;
};

const isMarketing = ({ kind }: Record): boolean =>
  kind === 'marketing' || kind === 'direct-marketing';

export const optOutInRecords: AskFacts = (facts) => {
  const marketing = recordsOf(facts).filter(({ kind }) => kind === 'direct-marketing');
  if (!facts.processing) return undefined;
  if (marketing.length === 0) return NOT_ASKED;
  const without = marketing.filter(({ pecr }) => pecr?.optOut === undefined);
  // A way out that the prose tells of is as good.
  return without.length === 0 ? MET : undefined;
};

/** The recognised interests of UK GDPR Annex 1 exist from this day. */
const RECOGNISED_FROM = '2026-02-05';

export const recognisedInRecords: AskFacts = (facts, _reading, day): Answer | undefined => {
  const records = recordsOf(facts).filter(restsOn('recognised-legitimate-interest'));
  if (records.length === 0) return undefined;
  const wrong = records.filter(
    ({ recognisedCondition }) => day < RECOGNISED_FROM || recognisedCondition === undefined,
  );
  return lacking(wrong.map(({ purpose }) => purpose));
};

/** Kinds of use that save no life, are no emergency, and that no law asks for: UK GDPR Art 6(1)(c), (d), Annex 1. */
const OF_CHOICE = new Set<Record['kind']>(['marketing', 'direct-marketing', 'analytics']);

/** Bases that do not fit what the data is used for. */
export const unfitBases = ({
  processing = [],
  automatedDecisions,
}: Facts): { purpose: string; bases: readonly string[] }[] =>
  processing
    .filter((record) => {
      const { kind } = record;
      const isDirect = kind === 'direct-marketing';
      const isMixed = restsOn('consent')(record) && restsOn('legitimate-interests')(record);
      const isRecognised = restsOn('recognised-legitimate-interest')(record);
      const isForced = restsOn('vital-interests', 'legal-obligation')(record);
      return (
        (isDirect && (restsOn('contract')(record) || (isMixed && !record.pecr))) ||
        (OF_CHOICE.has(kind) && (isForced || isRecognised)) ||
        (kind === 'legal' && !restsOn('legal-obligation')(record) && !!record.lawfulBasis) ||
        (Array.isArray(automatedDecisions) && isRecognised)
      );
    })
    .map(({ purpose, lawfulBasis = [] }) => ({
      purpose,
      bases: lawfulBasis.map((basis) => basis.replaceAll('-', ' ')),
    }));

/** The soft opt-in of charities exists from 5 February 2026, for charities alone: PECR reg 22(3A). */
const softOptInMisused = ({ processing = [], controller }: Facts, day: string): string[] =>
  processing
    .filter(({ pecr, lawfulBasis }) => {
      if (pecr?.basis === 'charity-soft-opt-in') {
        return day < RECOGNISED_FROM || controller.kind !== 'charity';
      }
      return pecr?.basis === 'soft-opt-in' && (lawfulBasis?.includes('contract') ?? false);
    })
    .map(({ purpose }) => purpose);

export const softOptInInRecords: AskFacts = (facts, _reading, day) => {
  const wrong = softOptInMisused(facts, day);
  return wrong.length > 0 ? lacking(wrong) : undefined;
};

const recipientsOf = ({ recipients }: Record): readonly Recipient[] =>
  Array.isArray(recipients) ? recipients : [];

/** A recipient of the records, for prose that denies all sharing. */
export const firstRecipient = (facts: Facts): string | undefined =>
  recordsOf(facts).flatMap(recipientsOf)[0]?.name;

/** A transfer of the records, for prose that denies all transfers. */
export const firstTransfer = (facts: Facts): string | undefined =>
  recordsOf(facts).flatMap(transfersOf)[0]?.recipient;

/** Which rights exist by the bases of the records; undefined without records: UK GDPR Arts 20, 21. */
export function rightsByRecords(facts: Facts): ReadonlySet<string> | undefined {
  if (!facts.processing) return undefined;
  const rights = new Set(['access', 'rectification', 'erasure', 'restriction']);
  if (facts.processing.some(restsOn('consent', 'contract'))) rights.add('portability');
  const canObject = restsOn(
    'legitimate-interests',
    'recognised-legitimate-interest',
    'public-task',
  );
  if (facts.processing.some((record) => canObject(record) || isMarketing(record))) {
    rights.add('objection');
  }
  return rights;
}
