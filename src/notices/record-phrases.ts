/** What records say, in words of the notice: for tables, comparisons and programs. */
import { readPeriod } from './periods.ts';
import { recordWordsOr, type RecordWords } from './record-words.ts';
import type { ProcessingRecord, Retention, Source } from './schema-records.ts';

/** What a record is printed with. */
export interface Printing {
  words: RecordWords;
  language: string;
}

export const printingFor = (language: string): Printing => ({
  words: recordWordsOr(language),
  language,
});

/** The lawful bases of a record, with the law or the condition that they rest on. */
export const basesOf = (
  { lawfulBasis = [], legalObligation, recognisedCondition }: ProcessingRecord,
  words: RecordWords,
): string[] =>
  lawfulBasis.map((basis) => {
    const detail =
      basis === 'legal-obligation'
        ? legalObligation
        : basis === 'recognised-legitimate-interest' && recognisedCondition
          ? words.recognised[recognisedCondition]
          : undefined;
    return words.bases[basis] + (detail === undefined ? '' : `: ${detail}`);
  });

export function sourceOf({ type, name, publiclyAccessible }: Source, words: RecordWords): string {
  const source = name ?? words.sources[type];
  return publiclyAccessible === undefined ? source : words.accessible(source, publiclyAccessible);
}

/** How long something is kept: "6 years after the end of the financial year, then deleted". */
export function retentionOf(
  { period, criteria = '', startsFrom, then }: Retention,
  words: RecordWords,
): string {
  const length = period === undefined ? criteria : periodOf(period, words);
  const howLong = startsFrom === undefined ? length : words.after(length, startsFrom);
  return then === undefined ? howLong : words.then[then](howLong);
}

/** A period in words: "1 year, 6 months and 2 days". */
function periodOf(period: string, words: RecordWords): string {
  const amounts = (readPeriod(period) ?? []).map(words.amount);
  const last = amounts.at(-1) ?? period;
  return amounts.length < 2 ? last : words.and(amounts.slice(0, -1).join(', '), last);
}

/** The members of a list that may be `none` or absent. */
export const listOf = <Member>(list: readonly Member[] | 'none' | undefined): readonly Member[] =>
  list === undefined || list === 'none' ? [] : list;
