/**
 * Facts and records that changed, as a company tells its customers: purpose by purpose, what matters
 * most first. What differs is found by the comparison; here it becomes sentences.
 */
import { tidy } from '../../compare/fact-values.ts';
import type { FactChange } from '../../compare/model.ts';
import { compareRecords, NONE_LINE } from '../../compare/records.ts';
import { listOf } from '../../notices/record-phrases.ts';
import type { ProcessingRecord } from '../../notices/schema-records.ts';
import type { Facts } from '../../notices/schema.ts';
import { hasMembers, valueInWords } from '../../views/fact-change.ts';
import type { Words } from '../../words/index.ts';
import { doingsIn, recipientIn, transfersOf } from './doings.ts';
import { capitalised } from './line.ts';

/** A heading, and what is below it. */
export interface Group {
  heading: string;
  lines: readonly string[];
  /** Whether it is a part of the group before. */
  isPart?: true;
}

/** What of facts and records changed. No sentence has a full stop at its end. */
export interface FactNews {
  /** Each in a line by itself, the most important first. */
  first: string[];
  /** The same of what matters less: how to reach the company, and what it is. */
  last: string[];
  /** By purpose, for where there is room for headings. */
  purposes: Group[];
  /** What is of no purpose. */
  general: string[];
}

/** What a change is told with. */
export interface Telling {
  words: Words;
  isComing: boolean;
  before: Facts;
  after: Facts;
}

/**
 * Tells what facts and records changed.
 *
 * @param changes what differs between the two, without what people are not told of
 */
export function factNews(changes: readonly FactChange[], telling: Telling): FactNews {
  const { words } = telling;
  const says = words.announce.facts;
  const ofPurposes = changes.find(({ field }) => field === 'processing');
  const started = (ofPurposes?.after ?? []).filter((line) => line !== NONE_LINE);
  const ended = (ofPurposes?.before ?? []).filter((line) => line !== NONE_LINE);
  const known = Map.groupBy(
    changes.filter(({ of }) => of !== undefined),
    ({ of = '' }) => of,
  );
  const changed = [...known].map(([purpose, its]) => ({
    purpose,
    sentences: byWeight(its).flatMap((each) => sentencesOf(each, purpose, telling)),
  }));
  const others = changes.filter(({ of, field }) => of === undefined && field !== 'processing');
  const general = byWeight(others).map((each) => ({
    field: each.field,
    line: capitalised(generalSentence(each, telling)),
  }));
  const linesOf = (isMeant: (field: string) => boolean): string[] =>
    general.filter(({ field }) => isMeant(field)).map(({ line }) => line);
  const isFirst = (field: string): boolean => WEIGHTS.includes(field);
  const endings = ended.map((purpose) => says.endedUse(purpose, telling.isComing));
  return {
    first: [
      ...linesOf(isWho),
      ...started.map((purpose) => says.newUse(purpose, telling.isComing)),
      ...endings,
      ...changed.flatMap(({ sentences }) => sentences.map(({ alone }) => alone)),
      ...linesOf((field) => isFirst(field) && !isWho(field)),
    ],
    last: linesOf((field) => !isFirst(field)),
    purposes: [
      ...started.map((purpose) => newGroup(purpose, telling)),
      ...changed.map(({ purpose, sentences }) => ({
        heading: words.comparison.facts.quoted(purpose),
        lines: sentences.map(({ below }) => below),
      })),
    ],
    general: [...endings, ...general.map(({ line }) => line)],
  };
}

/** Another company matters more than all that the same one does. */
const isWho = (field: string): boolean => field === 'controller.name';

/** What people look for first; what is not in the list comes after it. */
const WEIGHTS: readonly string[] = [
  ...['controller.name', 'processing.purpose', 'processing.dataCategories'],
  ...['processing.recipients', 'processing.transfers', 'processing.retention'],
  ...['processing.lawfulBasis', 'processing.legitimateInterest', 'processing.sources'],
  ...[
    'processing.provision',
    'processing.pecr',
    'automatedDecisions',
    'storageAccess',
    'withdrawal',
  ],
];

function weightOf({ field }: FactChange): number {
  const at = WEIGHTS.indexOf(field);
  return at === -1 ? WEIGHTS.length : at;
}

const byWeight = (changes: readonly FactChange[]): FactChange[] =>
  changes.toSorted((a, b) => weightOf(a) - weightOf(b));

/** A sentence about one purpose: below its heading, and in a line by itself. */
interface Sentence {
  below: string;
  alone: string;
}

function sentencesOf(change: FactChange, purpose: string, telling: Telling): Sentence[] {
  const { words, isComing } = telling;
  const { facts: says } = words.announce;
  const { field, before } = change;
  if (field === 'processing.purpose') {
    return [wordedBy(purpose, telling, says.renamed(before.join(' '), isComing))];
  }
  const doings = doingsIn(change, recordsOf(purpose, telling), telling);
  if (doings) return doings.map((sentence) => wordedBy(purpose, telling, sentence));
  const answer = answerIn(change, purpose, telling);
  return [
    {
      below: capitalised(answered(answer, telling)),
      alone: capitalised(answered({ ...answer, fact: says.factOf(answer.fact, purpose) }, telling)),
    },
  ];
}

/** A sentence that begins with a small letter. */
const wordedBy = (purpose: string, { words }: Telling, sentence: string): Sentence => ({
  below: capitalised(sentence),
  alone: words.announce.facts.ofPurpose(purpose, sentence),
});

/** The record of a purpose, named as it is now, in both versions. */
function recordsOf(
  purpose: string,
  { before, after }: Pick<Telling, 'before' | 'after'>,
): [now: ProcessingRecord | undefined, old: ProcessingRecord | undefined] {
  const now = after.processing?.find((each) => tidy(each.purpose) === purpose);
  return [now, before.processing?.find(({ id }) => id === now?.id)];
}

/** A fact that has one answer, as it is and was; without one where nothing is or was said. */
interface Answer {
  fact: string;
  now?: string;
  before?: string;
}

function answerIn(change: FactChange, purpose: string, telling: Telling): Answer {
  const { words } = telling;
  const [now, old] = recordsOf(purpose, telling).map((record) => record?.pecr);
  const isOptOut = change.field === 'processing.pecr' && now && old && now.basis === old.basis;
  if (!isOptOut) return answerOf(change, words);
  const { optOut: fact } = words.announce.facts;
  return {
    fact,
    ...(now.optOut !== undefined && { now: tidy(now.optOut) }),
    ...(old.optOut !== undefined && { before: tidy(old.optOut) }),
  };
}

function answerOf({ field, before, after, kind }: FactChange, words: Words): Answer {
  const fact = words.comparison.facts.name(field);
  return {
    fact,
    ...(kind !== 'removed' && { now: valueInWords(field, after, words) }),
    ...(kind !== 'added' && { before: valueInWords(field, before, words) }),
  };
}

function answered({ fact, now, before }: Answer, { words, isComing }: Telling): string {
  const { answer, noAnswer } = words.announce.facts;
  return now === undefined
    ? noAnswer(fact, before ?? '', isComing)
    : answer(fact, now, before, isComing);
}

/** A change of what is of no purpose. */
function generalSentence(change: FactChange, telling: Telling): string {
  const { field, before, after } = change;
  const { words } = telling;
  const isAnswer = [...before, ...after].includes(NONE_LINE);
  if (!hasMembers(field) || isAnswer) return answered(answerOf(change, words), telling);
  return words.announce.facts.list(words.comparison.facts.name(field), after, before);
}

/** All that is said of a purpose that is new. */
function newGroup(purpose: string, telling: Telling): Group {
  const { words, after } = telling;
  const [record] = recordsOf(purpose, telling);
  const heading = words.announce.facts.newPurpose(purpose);
  if (!record) return { heading, lines: [] };
  const { id, purpose: its } = record;
  const said = compareRecords(
    { ...after, processing: [{ id, purpose: its }] },
    { ...after, processing: [record] },
  );
  const lines = byWeight(said.filter(({ field }) => field !== 'processing.kind')).map((each) => {
    const answer = answerOf(each, words);
    return answered({ ...answer, ...listedIn(record, each.field, telling) }, telling);
  });
  return { heading, lines: lines.map(capitalised) };
}

/** The members of a fact of a purpose in the order in which their author wrote them. */
function listedIn(
  record: ProcessingRecord,
  field: string,
  { words, after }: Telling,
): Pick<Answer, 'now'> {
  const members = {
    'processing.dataCategories': (record.dataCategories ?? []).map(tidy),
    'processing.recipients': listOf(record.recipients).map((each) => recipientIn(each, after)),
    'processing.transfers': transfersOf(record, after),
  };
  const its = new Map(Object.entries(members)).get(field) ?? [];
  return its.length > 0 ? { now: words.listed(its) } : {};
}
