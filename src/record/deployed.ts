/** Compares a deployed site with what was published: pages, texts, data, lists of versions, feeds and headers. */
import { noticeOfId } from '../notices/names.ts';
import type { CheckedVersion } from '../checks/file.ts';
import { LARGEST } from '../disk/public.ts';
import { visible } from '../findings/visible.ts';
import type { IsoDate } from '../notices/dates.ts';
import { headerFaults, policyFaults, type HeaderFault } from './headers.ts';
import type { Lock } from './lock.ts';
import { decode, publishedFiles, type PublishedFile } from './published.ts';
import { request, type Answer, type Fetch, type Limits, type NoAnswer } from './request.ts';
import { idsOf } from './site.ts';
import { faultsOfList, NO_LIST } from './version-list.ts';

/** What a deployed site does not serve as it was published. */
export interface DeployedFault {
  kind: 'changed' | 'record' | 'feed' | 'site' | NoAnswer['kind'];
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
  /** Headers that are missing or weaker, of a sample of the pages. */
  weak: WeakHeader[];
}

/** A header, what is wrong with it, and where. */
export interface WeakHeader extends HeaderFault {
  addresses: string[];
}

/** What a deployed site is compared with. */
export interface Published {
  versions: readonly CheckedVersion[];
  locked: Lock['versions'];
  today: IsoDate;
  /** Where the settings say that the site is. */
  url?: URL | undefined;
  /** What else the site serves: feeds, and pages of which only headers are looked at. */
  others?: readonly PublishedFile[];
  /** The headers that are asked for at an address without the base, if it is one of the sample. */
  headersAt?: (address: string) => Readonly<Record<string, string>> | undefined;
}

interface Requests {
  fetch: Fetch;
  /** How many milliseconds one answer, and all of them, may take. */
  time?: number;
  wholeTime?: number;
  /** How many bytes all answers may have together. */
  wholeBytes?: number;
}

/** What is known of a site by one of its files. */
interface Checked {
  /** Files that follow from it. */
  more: Asked[];
  isOfSite: boolean;
  /** Why the host serves nothing, if that is what it answers. */
  refusal: string | undefined;
}

/** How many addresses are asked for at once. */
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
  // Hosts know feeds by their endings alone.
  feed: [
    'application/atom+xml',
    'application/xml',
    'text/xml',
    'application/feed+json',
    'application/json',
  ],
};

/**
 * Compares a deployed site with the lock and the versions. It ends in bounded time, whatever the site
 * answers: each answer has a limit of time and size, and so have all of them together.
 *
 * @param site where it begins, with a slash at its end
 */
export async function checkDeployed(
  site: URL,
  published: Published,
  { fetch, time = 20_000, wholeTime = 600_000, wholeBytes = 2048 * KB * KB }: Requests,
): Promise<DeployedReport> {
  const files = filesOf(site, published);
  const report: DeployedReport = {
    ...{ faults: [], counts: {}, unread: 0, weak: [] },
    read: { page: 0, text: 0, record: 0, file: 0, feed: 0 },
  };
  const signal = AbortSignal.timeout(wholeTime);
  const budget = { left: wholeBytes };
  let inARow = 0;
  const note = (address: string, { kind, message }: Omit<DeployedFault, 'address'>): void => {
    const line = visible(`${address} ${message}`, true);
    report.faults.push({ kind, address: visible(address, true), message: line });
  };
  /** A list that can be read is of this site, whatever is in it; a page, if it says what it should. */
  const check = async (file: Asked): Promise<Checked> => {
    const address = new URL(file.address, site).href;
    const limits: Limits = { bytes: file.most(), types: TYPES[file.kind], time, signal, budget };
    const answer = await request(fetch, address, limits);
    const isRead = 'content' in answer;
    const refusal = isRead ? undefined : answer.refusal;
    const isAnswered = isRead || (answer.kind === 'status' && refusal === undefined);
    inARow = isAnswered ? 0 : inARow + 1;
    if (isRead) report.read[file.kind] += 1;
    const faults = isRead ? faultsIn(file, answer.content) : [answer];
    for (const fault of faults) note(address, fault);
    if (isRead) report.weak.push(...weakIn(file, answer, address, published));
    const more = faults.length === 0 ? (file.more?.() ?? []).map(asked) : [];
    const isOther = faults.some(({ kind, message }) => kind !== 'record' || message === NO_LIST);
    return { more, isOfSite: !isOther, refusal };
  };
  // The list comes first: a site that does not answer at all, or is another, is one fault.
  const [list, first, ...others] = files;
  const ofList = list && (await check(list));
  const hasList = ofList === undefined || ofList.isOfSite;
  const isThere = budget.left >= 0 && report.faults.every(({ kind }) => kind !== 'unreachable');
  const probe = hasList || !isThere || !first ? undefined : await check(first);
  const isOther = probe !== undefined && !probe.isOfSite;
  // A host that is down, or lets nobody in, says nothing of which site it has.
  const refused = ofList?.refusal ?? probe?.refusal;
  const why = refused === undefined ? ANOTHER_SITE : `was not compared: ${refused}`;
  if (isOther) {
    note(site.href, { kind: 'site', message: why });
    // What headers another site has is nobody's business here.
    report.weak = [];
  }
  const rest = [...(probe ? probe.more : first ? [first] : []), ...others];
  const queue = isThere && !isOther ? rest : [];
  const left = rest.length - queue.length;
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      if (inARow >= MOST_UNREAD || signal.aborted || budget.left < 0) report.unread += 1;
      else queue.push(...(await check(next)).more);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  report.unread += left;
  return shortened(report);
}

const ANOTHER_SITE =
  'does not look like the site of these notices: neither its list of versions nor its first page is one. See that --url is where the notices begin, with base and path';

/** What is wrong with the headers of an answer, if its address is one of the sample. */
function weakIn(
  { address, kind }: Asked,
  { content, headers }: Answer,
  whole: string,
  { headersAt }: Published,
): WeakHeader[] {
  const expected = headersAt?.(address);
  if (!expected) return [];
  const faults = [
    ...headerFaults(expected, headers),
    ...(kind === 'page' ? policyFaults(decode(content)) : []),
  ];
  return faults.map(({ header, message }) => ({
    header,
    message: visible(message, true),
    addresses: [visible(whole, true)],
  }));
}

/** A file that is asked for. */
interface Asked extends Pick<PublishedFile, 'kind' | 'address' | 'more' | 'anchors'> {
  /** How many bytes it may have. */
  most: () => number;
  /** What a fault in it is called. */
  fault: 'changed' | 'record' | 'feed';
  faultsIn: (content: Uint8Array) => string[];
}

function filesOf(site: URL, { versions, locked, today, url, others = [] }: Published): Asked[] {
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
  const files = publishedFiles(versions.filter(isLocked), locked, builtFor).map(asked);
  return [
    list(),
    // A page is what tells a site from another, if its list does not.
    ...files.slice(0, 1),
    ...[...notices].map(list),
    ...files.slice(1),
    ...others.map(asked),
  ];
}

const encodePath = (address: string): string =>
  address.split('/').map(encodeURIComponent).join('/');

/** How many bytes a file may have; pages and data are some six times as long as their text. */
const mostBytes = (kind: PublishedFile['kind'], length: number): number =>
  kind === 'file' || kind === 'feed' ? LARGEST : 512 * KB + (kind === 'text' ? 4 : 24) * length;

const asked = (file: PublishedFile): Asked => ({
  ...file,
  address: encodePath(file.address),
  most: () => mostBytes(file.kind, file.length()),
  fault: file.kind === 'feed' ? 'feed' : 'changed',
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
  const weak = Map.groupBy(report.weak, ({ header, message }) => `${header} ${message}`);
  return {
    ...report,
    weak: [...weak.values()].flatMap(([first, ...more]) =>
      first
        ? [
            {
              ...first,
              addresses: [first, ...more].flatMap(({ addresses }) => addresses).toSorted(),
            },
          ]
        : [],
    ),
    faults: [...byKind.values()].flatMap((faults) => faults.slice(0, MOST_SHOWN)),
    counts: Object.fromEntries([...byKind].map(([kind, faults]) => [kind, faults.length])),
  };
}
