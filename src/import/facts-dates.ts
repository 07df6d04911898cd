/** Days of a notice: since when it applies, when it was last changed or looked at. */
import { guessDate, isIsoDate } from '../notices/dates.ts';
import { oneOfEach, type Found } from './facts-found.ts';
import {
  headingAt,
  indexAt,
  passageAt,
  sentenceBefore,
  type FactText,
  type Span,
} from './facts-text.ts';

/** A date in the text: a day, or a month without one. */
interface Day extends Span {
  value: string;
  /** Whether it can be read in one way only, and names a day. */
  isCertain: boolean;
}

const MONTHS: readonly string[][] = [
  ['january', 'jan', 'ionawr', 'janvier', 'januar', 'januari', 'enero', 'gennaio'],
  ['february', 'feb', 'chwefror', 'février', 'februar', 'februari', 'febrero', 'febbraio'],
  ['march', 'mar', 'mawrth', 'mars', 'märz', 'maart', 'marzo'],
  ['april', 'apr', 'ebrill', 'avril', 'abril', 'aprile'],
  ['may', 'mai', 'mei', 'mayo', 'maggio', 'fai'],
  ['june', 'jun', 'mehefin', 'fehefin', 'juin', 'juni', 'junio', 'giugno'],
  ['july', 'jul', 'gorffennaf', 'orffennaf', 'juillet', 'juli', 'julio', 'luglio'],
  ['august', 'aug', 'awst', 'août', 'augustus', 'agosto'],
  ['september', 'sept', 'sep', 'medi', 'fedi', 'septembre', 'septiembre', 'settembre'],
  ['october', 'oct', 'hydref', 'octobre', 'oktober', 'octubre', 'ottobre'],
  ['november', 'nov', 'tachwedd', 'dachwedd', 'novembre', 'noviembre'],
  ['december', 'dec', 'rhagfyr', 'ragfyr', 'décembre', 'dezember', 'diciembre', 'dicembre'],
];
const MONTH_NUMBERS = new Map(
  MONTHS.flatMap((names, index) => names.map((name): [string, number] => [name, index + 1])),
);
const MONTH = String.raw`(?<month>${[...MONTH_NUMBERS.keys()].toSorted((a, b) => b.length - a.length).join('|')})\.?`;
const YEAR = String.raw`(?<year>(?:19|20)\d{2})`;
const DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th|ain|af|il|ydd|fed|eg|ed|er|\.)?`;

const FORMS = [
  String.raw`${DAY}(?: day)?(?: of| o| de)?[ -]${MONTH},?[ \n-]${YEAR}`,
  String.raw`${MONTH}[ \n]${DAY},?[ \n]${YEAR}`,
  String.raw`${YEAR}[.,]? ${MONTH} (?<day>\d{1,2})`,
  // A month whose day does not exist is a slip, and no month without a day.
  String.raw`(?<!\d(?:st|nd|rd|th)?[ -])${MONTH},?[ \n]${YEAR}`,
].map((form) => new RegExp(String.raw`(?<![\p{L}\d])${form}(?![\p{L}\d])`, 'giu'));
const ISO =
  /(?<![\d/.-])(?<year>(?:19|20)\d{2})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?![\d/-])/gu;
const NUMERIC =
  /(?<![\d/.-])(?<a>\d{1,2})(?<mark>[-/.])(?<b>\d{1,2})\k<mark>(?<year>(?:20)?\d{2})(?![\d/-])/gu;

/** All dates of the text in order, each once. */
function datesOf({ text }: FactText, language: string | undefined): Day[] {
  const days: Day[] = [];
  const add = (
    written: string,
    start: number,
    year: number,
    month: number,
    day?: number,
    isCertain = true,
  ) => {
    const value = dateOf(year, month, day);
    if (value === undefined) return;
    days.push({
      value,
      start,
      end: start + written.length,
      isCertain: isCertain && day !== undefined,
    });
  };
  for (const form of FORMS) {
    for (const { 0: written, index, groups = {} } of text.matchAll(form)) {
      const month = MONTH_NUMBERS.get(groups['month']?.toLowerCase() ?? '') ?? 0;
      const day = groups['day'] === undefined ? undefined : Number(groups['day']);
      add(written, index, Number(groups['year']), month, day);
    }
  }
  for (const { 0: written, index, groups = {} } of text.matchAll(ISO)) {
    add(written, index, Number(groups['year']), Number(groups['month']), Number(groups['day']));
  }
  const numeric = [...text.matchAll(NUMERIC)];
  const order = orderOf(
    numeric.map(({ groups = {} }) => [Number(groups['a']), Number(groups['b'])]),
  );
  const isAmerican =
    order === 'month' || (order === undefined && /^en-us\b/iu.test(language ?? ''));
  for (const { 0: written, index, groups = {} } of numeric) {
    const [a, b] = [Number(groups['a']), Number(groups['b'])];
    const year = Number(groups['year']) % 100;
    const isMonthFirst = b > 12 || (a <= 12 && isAmerican);
    const isCertain = a > 12 || b > 12 || a === b || order !== undefined;
    add(written, index, 2000 + year, isMonthFirst ? a : b, isMonthFirst ? b : a, isCertain);
  }
  // "12 May 2024" holds "May 2024": the longer one is what was written.
  days.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = -1;
  return days.filter((day) => {
    if (day.start < end) return false;
    ({ end } = day);
    return true;
  });
}

/** What the other dates of a text say about which of two numbers is the day. */
function orderOf(pairs: readonly (readonly [number, number])[]): 'day' | 'month' | undefined {
  const isDay = pairs.some(([a, b]) => a > 12 && b <= 12);
  const isMonth = pairs.some(([a, b]) => b > 12 && a <= 12);
  if (isDay === isMonth) return undefined;
  return isDay ? 'day' : 'month';
}

function dateOf(year: number, month: number, day: number | undefined): string | undefined {
  if (month < 1 || month > 12) return undefined;
  const short = `${year}-${String(month).padStart(2, '0')}`;
  if (day === undefined) return short;
  const whole = `${short}-${String(day).padStart(2, '0')}`;
  return isIsoDate(whole) ? (guessDate(whole) ?? whole) : undefined;
}

type Meaning = 'updated' | 'effective' | 'reviewed' | 'none';

const LABELS = new RegExp(
  [
    String.raw`(?<none>\bnext (?:review|update)|\breview (?:due|date)|\bto be (?:reviewed|revised)|\bdue for review|\bexpir|\bpublished\b|\bposted\b|\bissued?\b|\bcreated\b|\bborn\b|\bbefore\b|\bdeadline|\bcollected\b|\bprevious(?:ly)? version|\bprior version|\buntil\b|\bcopyright|©)`,
    String.raw`(?<reviewed>\b(?:last |most recently |date )?(?:of )?(?:last )?review(?:ed)?\b|\badolygwyd)`,
    String.raw`(?<updated>\b(?:last |latest |most recently |most recent )?(?:updated?|modified|modification|revised|revision|amended|amendment|edited|changed?|reviewed and updated)\b|\bupdated\b|\b(?:document |policy |notice )?version\b|\bcurrent as (?:of|at)\b|\bcorrect as (?:of|at)\b|\bchanges? [^.\n]{0,60}(?:were|was) made\b|\bv\d+(?:\.\d+)*\b|\bdiweddar\w+|\bdiwygi\w+|\bfersiwn\b|mise à jour|\bStand\b|aktualisier\w+|bijgewerkt|actualización|aggiornament\w+)`,
    String.raw`(?<effective>\beffective\b|\bin(?:to)? (?:force|effect)\b|\bapplies (?:from|as of|as from)|\bapplicable from|\btakes? effect|\bvalid (?:from|as of|since)|\bwith effect from|\bcommenc\w+|\bmewn grym|\bweithredol o\b|en vigueur|gültig ab|vigente)`,
  ].join('|'),
  'giu',
);
/** A law has days of its own. */
const LAW =
  /\b(?:GDPR|regulations?|act|directive|decision|commission|clauses|law|legislation|brexit|period|transition|collected|founded|established|company|name)\b/iu;

/** What the words before a date say it is. */
function meaningOf(
  facts: FactText,
  { start }: Day,
): { meaning: Meaning; isNear: boolean } | undefined {
  const passage = passageAt(facts, start);
  const sentence = sentenceBefore(facts, start, 140);
  const line = lastLabel(sentence);
  if (line)
    return LAW.test(line.rest) || isOfLaw(sentence, line.meaning)
      ? { meaning: 'none', isNear: true }
      : { ...line, isNear: true };
  const after = facts.text.slice(start, (passage?.end ?? start) + 1).slice(0, 90);
  const follows =
    /^[^.\n]{6,24}(?:\)|,)?\s?[-–(]{0,2}\s?(?<label>last updated|updated|effective|version|v\d)/iu.exec(
      after,
    )?.groups?.['label'];
  if (follows !== undefined) {
    const meaning = /effective/iu.test(follows) ? 'effective' : 'updated';
    return { meaning, isNear: true };
  }
  // "Last updated" in one cell, line or heading, and the date in the next.
  if (passage === undefined || facts.text.slice(passage.start, start).length > 4) return undefined;
  const above = facts.text.slice(Math.max(0, passage.start - 80), passage.start).trimEnd();
  const label = lastLabel(above.slice(above.lastIndexOf('\n') + 1));
  return label && label.rest.length < 24 ? { ...label, isNear: true } : undefined;
}

/** "The GDPR came into force on", "Act … as amended": not the notice's own day. */
const isOfLaw = (sentence: string, meaning: Meaning): boolean =>
  meaning === 'effective'
    ? /\b(?:GDPR|act|directive|brexit|law)\b|\b(?:came|entered|come|went) into\b/iu.test(
        sentence,
      ) && !/\b(?:policy|notice|statement|version|terms|polisi|hysbysiad)\b/iu.test(sentence)
    : false;

function lastLabel(words: string): { meaning: Meaning; rest: string } | undefined {
  let last: { meaning: Meaning; rest: string } | undefined;
  for (const { groups = {}, index, 0: label } of words.matchAll(LABELS)) {
    const rest = words.slice(index + label.length);
    if (rest.length > 70) continue;
    const meaning = Object.keys(groups).find((name) => groups[name] !== undefined) as Meaning;
    last = { meaning, rest };
  }
  return last;
}

const KEYS = { updated: 'date.updated', effective: 'effective', reviewed: 'reviewed' } as const;

/** Days with a label; the newest of a list of changes; a day alone at the head or end. */
export function dateFacts(facts: FactText, language: string | undefined): Found[] {
  const days = datesOf(facts, language);
  const log = newestOfLog(facts, days);
  const found: Found[] = [];
  for (const day of days) {
    if (log?.members.has(day)) continue;
    const meaning = meaningOf(facts, day)?.meaning;
    if (meaning === undefined || meaning === 'none') continue;
    found.push({
      key: KEYS[meaning],
      value: day.value,
      start: day.start,
      end: day.end,
      isSure: day.isCertain,
    });
  }
  const labelled = oneOfEach(found);
  if (labelled.some(({ key }) => key === 'date.updated')) return labelled;
  if (log) {
    const { value, start, end, isCertain } = log.newest;
    return [...labelled, { key: 'date.updated', value, start, end, isSure: isCertain }];
  }
  const alone = daysAlone(facts, days).find((day) => meaningOf(facts, day) === undefined);
  if (alone === undefined) return labelled;
  return [
    ...labelled,
    { key: 'date.updated', value: alone.value, start: alone.start, end: alone.end, isSure: false },
  ];
}

const LOG =
  /\b(?:change ?-?log|(?:version|revision|change|document) (?:history|control|log)|history of (?:changes|revisions)|(?:recent |previous )?changes to this|revisions|hanes (?:y )?fersiynau)\b/iu;

/** The newest of two dates and more that begin the lines of a list of changes. */
function newestOfLog(
  facts: FactText,
  days: readonly Day[],
): { newest: Day; members: Set<Day> } | undefined {
  const members = new Set<Day>();
  let isListed = false;
  for (const day of days) {
    const passage = passageAt(facts, day.start);
    if (passage === undefined || !passage.isKept) continue;
    const lead = facts.text.slice(passage.start, day.start);
    if (lead.length > 60 || !isRow(lead)) continue;
    members.add(day);
    const above = leadOf(facts, day.start);
    isListed ||= LOG.test(above) || /^(?:version|fersiwn|v)\b/iu.test(lead);
  }
  const [first, ...others] = [...members].toSorted((a, b) => (a.value < b.value ? 1 : -1));
  if (first === undefined || !isListed || others.length === 0) return undefined;
  return { newest: first, members };
}

/** What stands before the day in a row of such a list: nothing, or its version. */
const isRow = (lead: string): boolean =>
  lead.trim() === '' ||
  /^(?:version|fersiwn|v|rev(?:ision)?\.?|issue)?\s?\d+(?:\.\d+)*[\s,:;.–|-]*(?:\p{L}[\p{L} ]{0,30})?[\s,:;.–(|-]*$/iu.test(
    lead,
  );

/** The heading of a list, and the line above its first row. */
function leadOf(facts: FactText, offset: number): string {
  let words = headingAt(facts, offset);
  const { passages, text } = facts;
  for (
    let index = indexAt(passages, offset) - 1, steps = 0;
    index >= 0 && steps < 20;
    index--, steps++
  ) {
    const passage = passages[index];
    if (passage === undefined || passage.isHeading) break;
    words = `${text.slice(passage.start, Math.min(passage.end, passage.start + 80))} ${words}`;
  }
  return words;
}

/** What a page footer counts beside its day. */
const PAGES =
  /[\s|·–-]{0,9}\b(?:page|tudalen)\s?\d{1,3}(?:\s?(?:of|o|\/)\s?\d{1,3})?[\s|·–-]{0,9}/iu;

/** No day stands alone in a line that has more letters beside it, page numbers and the name of the notice included. */
const MOST_BESIDE = 100;

/** Days that are all of a line among the first or last of the notice, or of a footer. */
function daysAlone(facts: FactText, days: readonly Day[]): Day[] {
  const { passages } = facts;
  const kept = passages.filter(({ isKept }) => isKept).length;
  return days.filter(({ start, end }) => {
    const index = indexAt(passages, start);
    const passage = passages[index];
    if (passage === undefined) return false;
    const beside = passage.end - passage.start - (end - start);
    if (beside > MOST_BESIDE) return false;
    const words = facts.text.slice(passage.start, passage.end);
    const pages = passage.isKept ? 0 : (PAGES.exec(words)?.[0].length ?? 0);
    const rest = beside - pages;
    // "Privacy statement – 9 September 2021" is a day of the notice as well.
    const isTitle = index < 3 && rest < 50 && passage.end - end < 2;
    return (rest <= 3 && (index < 5 || index >= kept - 3)) || isTitle;
  });
}
