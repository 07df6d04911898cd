/** Records of processing as the tables, lists and sentences that components for authors print. */
import type { RecordComponent } from '../document/elements.ts';
import type { Block, Cell, Inline, Row } from '../document/model.ts';
import { tidyInline } from '../document/parse-inline.ts';
import { countryName } from './places.ts';
import {
  basesOf,
  listOf,
  printingFor,
  retentionOf,
  sourceOf,
  type Printing,
} from './record-phrases.ts';
import type { Head, RecordWords } from './record-words.ts';
import type { ProcessingRecord, Recipient, Transfer } from './schema-records.ts';
import type { Facts } from './schema.ts';

/**
 * What a component prints, in words that never change; undefined if the records do not say it. An
 * answer of none is a sentence, if it is given for every purpose that the records answer for.
 */
export function recordBlock(component: RecordComponent, facts: Facts): Block | undefined {
  const printing = printingFor(facts.language);
  const records = facts.processing ?? [];
  const { none } = printing.words;
  switch (component) {
    case 'Purposes':
      return purposesTable(records, printing);
    case 'Sources':
      return sourcesList(records, printing);
    case 'Provision':
      return provisionTable(records, printing);
    case 'Retention':
      return retentionTable(records, printing);
    case 'Recipients':
      return (
        recipientsTable(records, printing) ??
        sentenceIf(
          records.some(({ recipients }) => recipients === 'none'),
          none.Recipients,
        )
      );
    case 'Transfers':
      return (
        transfersTable(records, printing) ??
        sentenceIf(
          // That nothing leaves the country is an answer for all purposes, or it is none.
          records.length > 0 && records.every(({ transfers }) => transfers === 'none'),
          none.Transfers,
        )
      );
    case 'Automated':
      return facts.automatedDecisions === 'none'
        ? sentence(none.Automated)
        : automatedTable(facts.automatedDecisions ?? [], printing);
    case 'Storage':
      return facts.storageAccess === 'none'
        ? sentence(none.Storage)
        : storageTable(facts.storageAccess ?? [], printing);
  }
}

const purposesTable = (records: readonly ProcessingRecord[], { words }: Printing) =>
  tableOf('purposes', words, records, {
    purpose: ({ purpose }) => purpose,
    data: ({ dataCategories = [] }) => dataCategories.join(', '),
    basis: (record) => basesOf(record, words).join('; '),
    interest: ({ legitimateInterest }) => legitimateInterest,
  });

function sourcesList(records: readonly ProcessingRecord[], { words }: Printing): Block | undefined {
  const sources = new Set(
    records.flatMap(({ sources = [] }) => sources.map((source) => sourceOf(source, words))),
  );
  if (sources.size === 0) return undefined;
  const items = [...sources].map((source) => ({ blocks: [bare(source)] }));
  return { type: 'list', ordered: false, items };
}

const provisionTable = (records: readonly ProcessingRecord[], { words }: Printing) =>
  tableOf(
    'provision',
    words,
    records.filter(({ provision }) => provision),
    {
      purpose: ({ purpose }) => purpose,
      provision: ({ provision }) => provision && words.provisions[provision.status],
      consequence: ({ provision }) => provision?.consequence,
    },
  );

const retentionTable = (records: readonly ProcessingRecord[], { words }: Printing) =>
  tableOf('retention', words, retainedOf(records), {
    purpose: ({ purpose }) => purpose,
    retention: ({ retention }) => retentionOf(retention, words),
  });

/** The records that say how long data is kept, in the order of the rows of their table. */
export const retainedOf = (records: readonly ProcessingRecord[]) =>
  records.flatMap(({ retention, ...record }) => (retention ? [{ ...record, retention }] : []));

const recipientsTable = (records: readonly ProcessingRecord[], { words, language }: Printing) =>
  tableOf('recipients', words, recipientsOf(records), {
    recipient: ({ name }) => name,
    activity: ({ activity }) => activity,
    role: ({ role }) => role && words.roles[role],
    country: ({ country }) => country && countryName(country, language),
  });

/** All recipients, each once: those who work for the controller before all others. */
export function recipientsOf(records: readonly ProcessingRecord[]): Recipient[] {
  const all = once(records.flatMap(({ recipients }) => listOf(recipients)));
  const isProcessor = ({ role }: Recipient): boolean => role === 'processor';
  return [...all.filter(isProcessor), ...all.filter((each) => !isProcessor(each))];
}

const transfersTable = (records: readonly ProcessingRecord[], { words, language }: Printing) =>
  tableOf('transfers', words, once(records.flatMap(({ transfers }) => listOf(transfers))), {
    recipient: ({ recipient }: Transfer) => recipient,
    country: ({ countries }) => countries.map((code) => countryName(code, language)).join(', '),
    mechanism: ({ mechanism }) => mechanism && words.mechanisms[mechanism],
    copy: ({ copyFrom }) => copyFrom,
  });

type Decisions = Exclude<NonNullable<Facts['automatedDecisions']>, 'none'>;

const automatedTable = (decisions: Decisions, { words }: Printing) =>
  tableOf('automated', words, decisions, {
    decision: ({ decision }) => decision,
    logic: ({ logic }) => logic,
    effects: ({ effects }) => effects,
    safeguards: ({ safeguards = [] }) => safeguards.join('; '),
  });

type Stored = Exclude<NonNullable<Facts['storageAccess']>, 'none'>;

const storageTable = (stored: Stored, { words }: Printing) =>
  tableOf('storage', words, stored, {
    name: ({ name }) => name,
    does: ({ purpose }) => purpose,
    lasts: ({ lasts }) => lasts,
    ground: ({ ground }) => ground && words.grounds[ground],
  });

/** Those of a list that say the same, once. */
const once = <Member>(list: readonly Member[]): Member[] => [
  ...new Map(list.map((member) => [JSON.stringify(member), member])).values(),
];

/**
 * A table with a row for each record. The first column has names and purposes, which stay as they are
 * written; in all others a cell begins with a capital letter. A column in which no row says anything is left out. */
function tableOf<Item>(
  of: string,
  { heads }: RecordWords,
  items: readonly Item[],
  columns: Partial<Record<Head, (item: Item) => string | undefined>>,
): Block | undefined {
  const [first, ...others] = Object.entries(columns) as [
    Head,
    (item: Item) => string | undefined,
  ][];
  if (!first || items.length === 0) return undefined;
  const filled = others.filter(([, read]) => items.some((item) => read(item)));
  if (filled.length === 0 && of !== 'purposes' && of !== 'recipients') return undefined;
  const shown = [first, ...filled];
  const head: Row = { cells: shown.map(([name]) => cell(heads[name], true)) };
  const body = items.map((item): Row => ({
    cells: shown.map(([, read], index) =>
      index === 0 ? cell(read(item) ?? '', true) : cell(capitalised(read(item) ?? ''), false),
    ),
  }));
  return { type: 'table', of, head: [head], body };
}

/** Words that begin a cell. A name such as eBay stays as it is, and so does an address. */
const capitalised = (words: string): string =>
  words.replace(/^\s*\p{Ll}(?!\p{Lu}|\S*(?:@|:\/\/)|ww\.)/u, (letter) => letter.toUpperCase());

const cell = (words: string, header: boolean): Cell => ({
  header,
  blocks: words === '' ? [] : [bare(words)],
});

/** White space is as a page shows it: a name may have been written over two lines. */
const text = (words: string): Inline[] => tidyInline([{ type: 'text', value: words }]);

const bare = (words: string): Block => ({ type: 'paragraph', content: text(words), bare: true });
const sentence = (words: string): Block => ({ type: 'paragraph', content: text(words) });
const sentenceIf = (isSo: boolean, words: string): Block | undefined =>
  isSo ? sentence(words) : undefined;
