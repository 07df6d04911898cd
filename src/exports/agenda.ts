/**
 * What comes up for the notices of a folder on days that are known: reviews, versions that begin or end,
 * waivers that end, and law. Days are those of London.
 */
import { LAW_TO_COME } from '../law/dates.ts';
import type { Reading } from '../law/reading.ts';
import { lawToCome, type LawChange } from '../law/version.ts';
import { withoutWaived, type Waiver } from '../law/waivers.ts';
import { dayBefore, formatDate, type IsoDate } from '../notices/dates.ts';
import type { Facts } from '../notices/schema.ts';
import type { Span, Status } from '../notices/timeline.ts';
import { sha256 } from '../record/source.ts';

/** A version, as the list of versions has it. */
export interface AgendaVersion {
  notice: string;
  name: string;
  facts: Facts;
  /** `hidden` until the day on which it is published. */
  status: Status | 'draft' | 'hidden';
  /** The days on which it applies; absent if it never does. */
  span?: Span | undefined;
  isTranslation: boolean;
  /** Reads it for the rules of the law; undefined if it cannot be read. */
  reading: () => Reading | undefined;
}

export type AgendaKind = 'review' | 'public' | 'applies' | 'waiver' | 'withdrawn' | 'law';

export interface AgendaEntry {
  /** The same on every day on which the entry is listed. */
  id: string;
  kind: AgendaKind;
  day: IsoDate;
  notice: string;
  version: string;
  title: string;
  controller: string;
  /** What happens, after the name of the version: "review due". */
  what: string;
  /** What to do, in a sentence. */
  action: string;
  /** The command that begins it. */
  command: string;
  /** A review whose day is past. */
  isOverdue: boolean;
  /** Whether the version has a page by now. */
  isPublic: boolean;
}

/** Everything that comes up from a day on, and the reviews that are overdue, by day. */
export const agendaOf = (versions: readonly AgendaVersion[], today: IsoDate): AgendaEntry[] => {
  const entries = versions.flatMap((version) => entriesOf(version, today));
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()].toSorted(
    (a, b) => orderOf(a.day, b.day) || orderOf(a.notice, b.notice) || orderOf(a.id, b.id),
  );
};

const orderOf = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function entriesOf(version: AgendaVersion, today: IsoDate): AgendaEntry[] {
  const { status, isTranslation } = version;
  if (status === 'superseded' || status === 'withdrawn' || status === 'called-off') return [];
  const waivers = (version.facts.waived ?? []).flatMap((waiver) =>
    waiverEnds(version, waiver, today),
  );
  // A translation is reviewed, begins and ends with its original.
  if (isTranslation || status === 'draft') return waivers;
  return [
    ...reviewDue(version, today),
    ...beginnings(version, today),
    ...ending(version, today),
    ...waivers,
    ...lawChanges(version, today),
  ];
}

/** An entry about a version. */
function entry(
  { notice, name, facts, status }: AgendaVersion,
  kind: AgendaKind,
  day: IsoDate,
  { key = '', ...said }: Pick<AgendaEntry, 'what' | 'action' | 'command'> & { key?: string },
): AgendaEntry {
  const id = [kind, notice, name, ...(key === '' ? [] : [key])].join('/');
  const isPublic = status !== 'draft' && status !== 'hidden';
  const { title, controller } = facts;
  return {
    ...{ id, kind, day, notice, version: name, title, controller: controller.name },
    ...said,
    isOverdue: false,
    isPublic,
  };
}

/** Whether a version applies on a day, by what is known today. */
const appliesOn = ({ span }: AgendaVersion, day: IsoDate): boolean =>
  span !== undefined && span.from <= day && (span.to === undefined || span.to >= day);

function reviewDue(version: AgendaVersion, today: IsoDate): AgendaEntry[] {
  const { facts, status, notice, name } = version;
  const due = facts.reviewDue;
  const isOverdue = due !== undefined && due < today && status === 'in-force';
  if (due === undefined || (!isOverdue && (due < today || !appliesOn(version, due)))) return [];
  const review = entry(version, 'review', due, {
    what: isOverdue ? 'review overdue' : 'review due',
    action: `Look at the notice again. If it stays as it is, write the day as reviewed and a later reviewDue into ${name}.mdx, and record them with: npx noticeboard adopt ${notice}/${name}`,
    command: `npx noticeboard check ${notice} --version ${name}`,
  });
  return [{ ...review, isOverdue }];
}

const DEPLOY =
  'Build the site on this day and deploy it: one that was built before does not show it.';

function beginnings(version: AgendaVersion, today: IsoDate): AgendaEntry[] {
  const { facts, notice, name, status } = version;
  const { published, effective } = facts;
  return [
    ...(status === 'hidden' && published > today
      ? [
          entry(version, 'public', published, {
            what: 'becomes public',
            action: DEPLOY,
            command: 'npm run build',
          }),
        ]
      : []),
    ...(effective > today && version.span
      ? [
          entry(version, 'applies', effective, {
            what: 'applies from this day',
            action: `${DEPLOY} Before this day it can still be called off: npx noticeboard call-off ${notice}/${name} --by <role> --reason <why>`,
            command: 'npm run build',
          }),
        ]
      : []),
  ];
}

function ending(version: AgendaVersion, today: IsoDate): AgendaEntry[] {
  const { withdrawn } = version.facts;
  // A version that takes its place before that day ends it.
  const isEnd = withdrawn !== undefined && version.span?.to === dayBefore(withdrawn);
  if (!isEnd || withdrawn <= today) return [];
  return [
    entry(version, 'withdrawn', withdrawn, {
      what: 'no longer applies, and nothing takes its place',
      action: DEPLOY,
      command: 'npm run build',
    }),
  ];
}

function waiverEnds(version: AgendaVersion, waiver: Waiver, today: IsoDate): AgendaEntry[] {
  const { rule, section, words, until, by } = waiver;
  if (until === undefined || until < today) return [];
  // A version that has been replaced by then needs no waiver.
  if (version.status !== 'draft' && version.span?.to !== undefined && version.span.to < until) {
    return [];
  }
  const key = sha256(JSON.stringify([rule, section, words])).slice(0, 12);
  const of = version.status === 'draft' ? '' : ` --version ${version.name}`;
  return [
    entry(version, 'waiver', until, {
      key,
      what: `last day of the waiver of ${rule}`,
      action: `“${by}” left it until this day: correct the text in a new version, or write a later \`until\` with a reason of today.`,
      command: `npx noticeboard check ${version.notice}${of}`,
    }),
  ];
}

function lawChanges(version: AgendaVersion, today: IsoDate): AgendaEntry[] {
  const { notice, name, facts, status } = version;
  const from = facts.effective > today ? facts.effective : today;
  if (status === 'hidden' || !LAW_TO_COME.some((day) => day > from)) return [];
  const reading = version.reading();
  if (!reading) return [];
  const isOpen = ({ day, found }: LawChange): LawChange => ({
    day,
    found: withoutWaived(found, facts.waived ?? [], day).open.filter(
      ({ severity }) => severity !== 'info',
    ),
  });
  return lawToCome(reading, from)
    .map(isOpen)
    .filter(({ day, found }) => found.length > 0 && appliesOn(version, day))
    .map(({ day, found }) => {
      const codes = found.map(({ rule }) => rule.code).join(', ');
      return entry(version, 'law', day, {
        key: day,
        what: `the law changes: ${found.map(({ rule }) => rule.title).join('; ')}`,
        action: `By ${formatDate(day)}, publish a version that answers it (${codes}).`,
        command: `npx noticeboard check ${notice} --version ${name}`,
      });
    });
}
