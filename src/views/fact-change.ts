/** What happened to a fact, as a sentence. Light enough for a page's script. */
import type { FactField } from '../compare/facts.ts';
import { NONE_LINE } from '../compare/records.ts';
import type { FactChange } from '../compare/model.ts';
import { isIsoDate } from '../notices/dates.ts';
import type { ComparisonWords } from '../words/index.ts';

/** Those that have members, which come and go. */
const SETS: ReadonlySet<string> = new Set<FactField>([
  ...([
    'audience',
    'controller.tradingNames',
    'processing',
    'records',
    'processing.lawfulBasis',
  ] as const),
  ...(['processing.dataCategories', 'processing.sources', 'processing.recipients'] as const),
  ...(['processing.transfers', 'automatedDecisions', 'storageAccess'] as const),
]);

/** Those that are sentences themselves. */
const PROSE: ReadonlySet<string> = new Set<FactField>([
  ...(['title', 'summary', 'withdrawal', 'processing.purpose'] as const),
]);

/** A change of a fact, without a full stop: "Company number added: 01234567". */
export function describeFactChange(
  { field, of, kind, before, after }: FactChange,
  words: ComparisonWords,
): string {
  const { facts } = words.comparison;
  const isAnswer = [...before, ...after].includes(NONE_LINE);
  // The purposes of a notice are sentences, of which each is quoted.
  const members = (lines: readonly string[]): readonly string[] =>
    field === 'processing' || field === 'records' ? lines.map(facts.quoted) : lines;
  if (SETS.has(field) && !isAnswer)
    return facts.members(field, members(before), members(after), of);
  const valueOf = (lines: readonly string[]): string => valueInWords(field, lines, words);
  if (kind === 'added') return facts.added(field, valueOf(after), of);
  if (kind === 'removed') return facts.removed(field, valueOf(before), of);
  return facts.changed(field, valueOf(before), valueOf(after), of);
}

/** Whether a fact has members, which come and go one by one. */
export const hasMembers = (field: string): boolean => SETS.has(field);

/** A value of a fact as people read it, in a line. */
export function valueInWords(
  field: string,
  lines: readonly string[],
  words: ComparisonWords,
): string {
  const { facts } = words.comparison;
  return PROSE.has(field)
    ? facts.quoted(lines.join(' '))
    : facts.lines(lines.map((line) => lineOf(field, line, words)));
}

/** A line of a value as people read it: some are written as codes. */
function lineOf(field: string, line: string, words: ComparisonWords): string {
  const { facts } = words.comparison;
  if (line === NONE_LINE) return facts.none;
  if (field === 'withdrawn') return isIsoDate(line) ? words.date(line) : line;
  if (field === 'controller.kind') return facts.kind(line);
  if (field === 'processing.kind') return inWords(facts.purposeKinds, line);
  if (field === 'processing.pecr') return inWords(facts.marketingGrounds, line);
  if (field === 'controller.registeredIn') return facts.partOfTheUk(line);
  // An address abroad ends with the code of its country.
  return isAddress(field) && /^[A-Z]{2}$/.test(line) ? facts.country(line) : line;
}

const inWords = (meanings: Readonly<Record<string, string>>, code: string): string =>
  meanings[code] ?? code;

const isAddress = (field: string): boolean => /\.(?:address|registeredOffice)$/.test(field);
