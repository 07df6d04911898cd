/**
 * What a page knows of every record before it loads one: its notice and the versions that have
 * it. By this results are kept to what is in force, to a notice or to a version.
 */
import { dayAfter, type IsoDate } from '../notices/dates.ts';
import type { Span, Status } from '../notices/timeline.ts';

/** Where the index of the texts in force lies, with the script that reads it. */
export const INDEX_FOLDER = 'pagefind';
/** Where the index of all other texts lies. */
export const PAST_FOLDER = 'pagefind/past';
export const TABLE_FILE = 'pagefind/table.json';

export interface SearchTable {
  /** The day the site was built for. */
  today: IsoDate;
  /** Whether there are texts that are not in force. */
  hasPast: boolean;
  notices: TableNotice[];
  /** By the id of a record: the number of its notice, then from and to of each of its runs. */
  records: Record<string, number[]>;
}

export interface TableNotice {
  /** As in its address: `acme/customers`. */
  id: string;
  title: string;
  controller: string;
  audience: string[];
  /** A BCP 47 tag. */
  language: string;
  /** Where it is not that of most. */
  direction?: 'rtl' | undefined;
  /** In the order of taking effect. */
  versions: TableVersion[];
}

export interface TableVersion {
  name: string;
  effective: IsoDate;
  status: Status;
  /** Absent when it never applied. */
  span?: Span;
}

/** Which records a reader wants. Without anything, all texts that are in force. */
export interface Scope {
  /** Whether texts that apply no longer or not yet are wanted as well. */
  past: boolean;
  notice?: string | undefined;
  /** The name of a version of that notice: then its texts alone, whether or not it is in force. */
  version?: string | undefined;
  controller?: string | undefined;
  audience?: string | undefined;
}

/** What a scope reaches: texts in force, those of one version, or past and coming ones as well. */
export type Reach = 'in-force' | 'version' | 'all';

export const reachOf = ({ version, past }: Scope): Reach =>
  version !== undefined ? 'version' : past ? 'all' : 'in-force';

/** A record of the table, read. */
export interface Entry {
  notice: TableNotice;
  runs: readonly { from: number; to: number }[];
}

/** The entry of a record; nothing for an id that the table does not have. */
export function entryOf(table: SearchTable, id: string): Entry | undefined {
  const [number = -1, ...bounds] = Object.hasOwn(table.records, id)
    ? (table.records[id] ?? [])
    : [];
  const notice = table.notices[number];
  if (!notice) return undefined;
  const runs = bounds.flatMap((from, index) =>
    index % 2 === 0 ? [{ from, to: bounds[index + 1] ?? from }] : [],
  );
  return { notice, runs };
}

/** Where a text is shown: a version, and which run of versions it is in. */
export interface Shown {
  version: TableVersion;
  run: number;
}

/**
 * The version in which a reader is shown a text: the one asked for, else the one in force, else
 * the last that has it. Nothing when the text is not wanted.
 */
export function shownIn({ notice, runs }: Entry, scope: Scope): Shown | undefined {
  const { versions } = notice;
  if (scope.notice !== undefined && notice.id !== scope.notice) return undefined;
  if (scope.controller !== undefined && notice.controller !== scope.controller) return undefined;
  if (scope.audience !== undefined && !notice.audience.includes(scope.audience)) return undefined;
  const wanted =
    scope.version === undefined
      ? versions.findIndex(({ status }) => status === 'in-force')
      : versions.findIndex(({ name }) => name === scope.version);
  const run = runs.findIndex(({ from, to }) => from <= wanted && wanted <= to);
  const version = versions[wanted];
  if (run >= 0 && version) return { version, run };
  if (!scope.past || scope.version !== undefined) return undefined;
  const last = versions[runs.at(-1)?.to ?? -1];
  return last && { version: last, run: runs.length - 1 };
}

/** When a text applied, as spans that do not meet. */
export function spansOf({ notice, runs }: Entry): Span[] {
  const spans: Span[] = [];
  for (const { from, to } of runs) {
    for (const { span } of notice.versions.slice(from, to + 1)) {
      if (!span) continue;
      const last = spans.at(-1);
      if (last?.to !== undefined && dayAfter(last.to) === span.from) {
        spans[spans.length - 1] = { from: last.from, ...(span.to && { to: span.to }) };
      } else spans.push(span);
    }
  }
  return spans;
}

/** A span that has begun. */
export interface Applied extends Span {
  /** Whether it is past: what is to end is in force as yet. */
  isOver: boolean;
}
