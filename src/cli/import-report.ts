/** What `import` says about a source: what became of it, the facts in it, and what to know. */
import { counted } from '../findings/report.ts';
import type { Code } from '../import/codes.ts';
import { missingFacts } from '../import/facts.ts';
import { factsTaken, isDateKey, proposalsByKey } from '../import/frontmatter.ts';
import type { Account, Proposal, Sentence, Status } from '../import/model.ts';
import { gathered, textOfRemark, unitOf, type Unit } from '../import/remarks.ts';
import { isIsoDate, type IsoDate } from '../notices/dates.ts';
import { shortened, shownSize, shownValue, wrapped } from './import-print.ts';
import { paint } from './terminal.ts';
import { imports } from '../words/en/import.ts';

const REASONS = imports.reasons;

const KINDS: Record<Account['source']['kind'], string> = {
  html: 'web page',
  docx: 'Word',
  text: 'text',
  markdown: 'Markdown',
};

/** What was read, and what became of it. */
export function reportOfText({ source, sentences }: Account, language: string | undefined): string {
  const name = source.name === '-' ? 'what was pasted' : shortened(source.name, 40);
  const details = [shownSize(source.bytes), KINDS[source.kind], nameOfLanguage(language)];
  return [
    wrapped(
      `Read ${name} (${details.filter(Boolean).join(', ')}): ${counted(sentences.length, 'sentence')}.`,
    ),
    '',
    line('Kept', countOf(sentences, 'kept'), 'word for word, in their order'),
    ...byReason('Changed', sentences, 'changed'),
    ...byReason('Dropped', sentences, 'dropped'),
    ...unsure(sentences, unitOf(source.kind)),
  ].join('\n');
}

const nameOfLanguage = (tag: string | undefined): string | undefined => {
  try {
    return tag === undefined
      ? undefined
      : new Intl.DisplayNames('en', { type: 'language' }).of(tag);
  } catch {
    return undefined;
  }
};

const line = (label: string, count: number, what = ''): string =>
  `  ${label.padEnd(9)}${String(count).padStart(5)}  ${what}`.trimEnd();

const countOf = (sentences: readonly Sentence[], status: Status): number =>
  sentences.filter((each) => each.status === status).length;

/** The count of sentences, and below it the counts of each reason. */
function byReason(label: string, sentences: readonly Sentence[], status: Status): string[] {
  const counts = new Map<Code, number>();
  for (const each of sentences) {
    if (each.status === status && each.code)
      counts.set(each.code, (counts.get(each.code) ?? 0) + 1);
  }
  const reasons = [...counts].toSorted(([, a], [, b]) => b - a);
  const total = line(label, countOf(sentences, status));
  return reasons.length === 1 && reasons[0]
    ? [line(label, reasons[0][1], REASONS[reasons[0][0]])]
    : [total, ...reasons.map(([code, count]) => line('', count, REASONS[code]))];
}

/** How many of a kind are listed; the page of the import has all. */
const MOST = 8;

function unsure(sentences: readonly Sentence[], unit: Unit): string[] {
  const asked = sentences.filter(({ status }) => status === 'asked');
  if (asked.length === 0) return [];
  return [
    line('Unsure', asked.length, 'kept, and marked in the draft: {/* import: … */}'),
    ...asked
      .slice(0, MOST)
      .map(({ at, text }) => `${' '.repeat(18)}${unit} ${at}: “${shortened(text, 44)}”`),
    ...(asked.length > MOST ? [`${' '.repeat(18)}and ${asked.length - MOST} more`] : []),
  ];
}

/** All that was left out, each sentence with its line and the reason. */
export function reportOfDropped({ sentences }: Account): string {
  const dropped = sentences.filter(({ status }) => status === 'dropped');
  if (dropped.length === 0) return 'Nothing was left out.';
  const reasons = new Map<string, Sentence[]>();
  for (const each of dropped) {
    const reason = each.code ? REASONS[each.code] : '';
    reasons.set(reason, [...(reasons.get(reason) ?? []), each]);
  }
  return [...reasons]
    .map(([reason, all]) =>
      [
        `Left out, ${reason}:`,
        ...all.map(({ at, text }) => `  ${String(at).padStart(5)}  ${shortened(text, 71)}`),
      ].join('\n'),
    )
    .join('\n\n');
}

/**
 * The facts that were found, whether they are taken, and what was not found.
 *
 * @param effective the day from which the draft applies, which may be another than the text states
 * @param into what they go into: a draft, or a version that has its day from a history
 */
export function reportOfFacts(
  {
    facts,
    answers,
    source,
  }: Pick<Account, 'facts' | 'answers'> & {
    source: Pick<Account['source'], 'kind'>;
  },
  effective: IsoDate,
  into: Into = 'draft',
): string {
  const place = unitOf(source.kind);
  const taken = factsTaken(facts, answers);
  const found = [...proposalsByKey(facts)].flatMap(([key, rivals]) =>
    rivals.flatMap((each) =>
      isDateKey(key)
        ? dayLines(key, each, { effective, into, isKnown: taken.has('effective') })
        : factLines(key, each, isTaken(each, taken), into),
    ),
  );
  const missing = missingFacts([...facts, ...[...taken.keys()].map((key) => ({ key }))]);
  return [
    ...(found.length > 0
      ? [paint('bold', `${'Found in the text'.padEnd(78 - place.length)}${place}`), ...found]
      : []),
    ...(missing.length > 0
      ? [wrapped(`Not found, and left out: ${missing.map(({ name }) => name).join(', ')}.`, 2, 2)]
      : []),
  ].join('\n');
}

const isTaken = (
  { key, value }: Proposal,
  taken: ReadonlyMap<string, Proposal['value']>,
): boolean => JSON.stringify(taken.get(key)) === JSON.stringify(value);

/** What the facts of a text go into. */
export type Into = 'draft' | 'version';

/** A fact and its words, and what to do where it was not taken. */
const factLines = (key: string, proposal: Proposal, isIn: boolean, into: Into): string[] => [
  ...foundLines(key, proposal, isIn),
  ...(isIn ? [] : [`      not sure, and left out: write it into the ${into} if it is right`]),
];

/** A day and its words, ticked only where the draft applies from it. */
function dayLines(
  key: string,
  proposal: Proposal,
  { effective, into, isKnown }: { effective: IsoDate; into: Into; isKnown: boolean },
): string[] {
  // A history may take the day on which a text was last changed; a draft takes none but its own.
  const isIn = proposal.value === effective && (into === 'version' || key.endsWith('effective'));
  const isSameDay = proposal.value === effective;
  const isDay = typeof proposal.value === 'string' && isIsoDate(proposal.value);
  // "June 2026", or "01/02/2026".
  const isUnsure = !isKnown && !isSameDay && (!isDay || !proposal.isSure);
  const why = isUnsure
    ? 'no day for sure: if the text applies from it, write it as `effective`'
    : isSameDay
      ? `the day the ${into} applies from`
      : `not in the ${into}, which applies from ${effective}`;
  return [...foundLines(key, proposal, isIn), ...(isIn ? [] : [`      ${why}`])];
}

function foundLines(key: string, { value, at, quote, written }: Proposal, isIn: boolean): string[] {
  const mark = isIn ? paint('green', '✓') : paint('yellow', '?');
  const head = `${shortened(key, 30).padEnd(30)} ${shortened(shownValue(value), 38).padEnd(38)}`;
  const lines = [`  ${mark} ${head}${String(at).padStart(7)}`];
  const said = quote.trim() === '' ? written : quote;
  if (said.trim() !== '') lines.push(paint('dim', `      “${shortened(said, 70)}”`));
  return lines;
}

/** What else a person has to know, a line each. */
export function reportOfRemarks({ remarks, source }: Pick<Account, 'remarks' | 'source'>): string {
  const unit = unitOf(source.kind);
  // Findings are reported with their lines when the draft has been written.
  const told = gathered(remarks).filter(({ code }) => code !== 'finding');
  if (told.length === 0) return '';
  return [
    paint('bold', 'To know'),
    ...told.map((each) => wrapped(`• ${shortened(textOfRemark(each, unit), 400)}`, 4, 2)),
  ].join('\n');
}
