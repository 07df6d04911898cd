/** Compares a deployed site with what was published: pages, texts, data and lists of versions. */
import { noticeOfId } from '../notices/names.ts';
import type { CheckedVersion } from '../checks/file.ts';
import { LARGEST } from '../disk/public.ts';
import { visible } from '../findings/visible.ts';
import type { IsoDate } from '../notices/dates.ts';
import type { Lock } from './lock.ts';
import { decode, publishedFiles, type PublishedFile } from './published.ts';
import { request, type Fetch, type Limits, type NoAnswer } from './request.ts';
import { idsOf } from './site.ts';
import { faultsOfList } from './version-list.ts';

/** What a deployed site does not serve as it was published. */
export interface DeployedFault {
  kind: 'changed' | 'record' | NoAnswer['kind'];
  address: string;
  message: string;
}

export interface DeployedReport {
  /** At most `MOST_SHOWN` of each kind. */
  faults: DeployedFault[];
  /** How many there are of each kind. */
  counts: Partial<Record<DeployedFault['kind'], number>>;
  /** How many of each kind were read. */
  read: Record<PublishedFile['kind'], number>;
  /** How many were not asked for, because too many others could not be read. */
  unread: number;
}

/** What a deployed site is compared with. */
export interface Published {
  versions: readonly CheckedVersion[];
  locked: Lock['versions'];
  today: IsoDate;
  /** Where the settings say that the site is. */
  url?: URL | undefined;
}

interface Requests {
  fetch: Fetch;
  /** How many milliseconds one answer, and all of them, may take. */
  time?: number;
  wholeTime?: number;
}

const AT_ONCE = 8;
const MOST_SHOWN = 20;
/** After so many answers in a row that cannot be read, the others are not asked for. */
const MOST_UNREAD = 16;

const KB = 1024;
const TYPES: Record<PublishedFile['kind'], readonly string[]> = {
  page: ['text/html'],
  text: ['text/plain'],
  record: ['application/json'],
  file: [],
};

/**
 * Compares a deployed site with the lock and the versions.
 *
 * @param site where it begins, with a slash at its end
 */
export async function checkDeployed(
  site: URL,
  published: Published,
  { fetch, time = 20_000, wholeTime = 600_000 }: Requests,
): Promise<DeployedReport> {
  const files = filesOf(site, published);
  const report: DeployedReport = {
    faults: [],
    counts: {},
    read: { page: 0, text: 0, record: 0, file: 0 },
    unread: 0,
  };
  const signal = AbortSignal.timeout(wholeTime);
  let inARow = 0;
  const check = async (file: Asked): Promise<Asked[]> => {
    const address = new URL(file.address, site).href;
    const limits: Limits = { bytes: file.most(), types: TYPES[file.kind], time, signal };
    const answer = await request(fetch, address, limits);
    const isRead = answer instanceof Uint8Array;
    inARow = isRead || answer.kind === 'status' ? 0 : inARow + 1;
    if (isRead) report.read[file.kind] += 1;
    const faults = isRead ? faultsIn(file, answer) : [answer];
    for (const { kind, message } of faults) {
      const line = visible(`${address} ${message}`, true);
      report.faults.push({ kind, address: visible(address, true), message: line });
    }
    return faults.length === 0 ? (file.more?.() ?? []).map(asked) : [];
  };
  // The list comes first: a site that does not answer at all is one fault.
  const [list, ...rest] = files;
  if (list) await check(list);
  const isThere = report.faults.every(({ kind }) => kind !== 'unreachable');
  const queue = isThere ? rest : [];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      if (inARow >= MOST_UNREAD || signal.aborted) report.unread += 1;
      else queue.push(...(await check(next)));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if (!isThere) report.unread = rest.length;
  return shortened(report);
}

/** A file that is asked for. */
interface Asked extends Pick<PublishedFile, 'kind' | 'address' | 'more' | 'anchors'> {
  /** How many bytes it may have. */
  most: () => number;
  /** What a fault in it is called. */
  fault: 'changed' | 'record';
  faultsIn: (content: Uint8Array) => string[];
}

function filesOf(site: URL, { versions, locked, today, url }: Published): Asked[] {
  const isLocked = ({ notice, name }: CheckedVersion): boolean => `${notice}/${name}` in locked;
  const open = Object.fromEntries(
    Object.entries(locked).filter(([, { published }]) => published <= today),
  );
  const originals = new Map(
    versions.flatMap(({ notice, translation }) =>
      translation ? [[notice, translation.of] as const] : [],
    ),
  );
  const list = (notice?: string): Asked => ({
    kind: 'record',
    address: notice === undefined ? 'versions.json' : `${encodePath(notice)}/versions.json`,
    most: () => 16 * KB * KB,
    fault: 'record',
    faultsIn: (content) => faultsOfList(decode(content), { locked: open, originals }, notice),
  });
  const notices = new Set(Object.keys(open).map(noticeOfId));
  const builtFor = { base: site.pathname, today, url, servedAt: site };
  return [
    list(),
    ...[...notices].map(list),
    ...publishedFiles(versions.filter(isLocked), locked, builtFor).map(asked),
  ];
}

const encodePath = (address: string): string =>
  address.split('/').map(encodeURIComponent).join('/');

/** How many bytes a file may have; pages and data are some six times as long as their text. */
const mostBytes = (kind: PublishedFile['kind'], length: number): number =>
  kind === 'file' ? LARGEST : 512 * KB + (kind === 'text' ? 4 : 24) * length;

const asked = (file: PublishedFile): Asked => ({
  ...file,
  address: encodePath(file.address),
  most: () => mostBytes(file.kind, file.length()),
  fault: 'changed',
  faultsIn: (content) => {
    const fault = file.faultIn(content);
    if (fault !== undefined) return [fault];
    const { anchors = [] } = file;
    const ids = anchors.length > 0 ? idsOf(decode(content)) : new Set();
    const lost = anchors.filter((anchor) => !ids.has(anchor));
    return lost.length > 0 ? [`has lost the anchors ${lost.join(', ')}`] : [];
  },
});

function faultsIn(file: Asked, content: Uint8Array): Omit<DeployedFault, 'address'>[] {
  try {
    return file.faultsIn(content).map((message) => ({ kind: file.fault, message }));
  } catch (error) {
    // Whatever an answer is, it ends no command.
    const reason = error instanceof Error ? error.message : String(error);
    return [{ kind: 'changed', message: `cannot be compared: ${reason}` }];
  }
}

/** The faults in the order of their addresses, with a count of those of each kind. */
function shortened(report: DeployedReport): DeployedReport {
  const byKind = Map.groupBy(
    report.faults.toSorted((a, b) => (a.address < b.address ? -1 : a.address > b.address ? 1 : 0)),
    ({ kind }) => kind,
  );
  return {
    ...report,
    faults: [...byKind.values()].flatMap((faults) => faults.slice(0, MOST_SHOWN)),
    counts: Object.fromEntries([...byKind].map(([kind, faults]) => [kind, faults.length])),
  };
}
