/** The notices of the site, placed in time: what every page is made of. */
import type { CheckedVersion } from '../checks/file.ts';
import { keyOf } from '../disk/kept.ts';
import type { Shelf } from '../disk/shelf.ts';
import type { IsoDate } from '../notices/dates.ts';
import type { Document } from '../document/model.ts';
import { inShortOf } from '../document/layers.ts';
import { compareVersionNames, DRAFT, parseVersionName } from '../notices/names.ts';
import type { Facts } from '../notices/schema.ts';
import {
  datesOf,
  placeAll,
  leadingOf,
  shownOf,
  type Dated,
  type Placed,
  type Span,
  type Status,
} from '../notices/timeline.ts';
import { plainText } from '../notices/text.ts';
import { versionLabel } from '../words/label.ts';
import { wordsIn, type Words } from '../words/index.ts';
import { recordedOf, type Correction, type PublishedRecord } from './record.ts';
import { importOf, type ImportView } from './import-page.ts';
import type { Settings } from './settings.ts';

/** One public version of a notice. What is long is asked for when a page needs it. */
export interface Version {
  /** As in its address: `2024-11-12`; `draft` for a draft. */
  name: string;
  /** What people call it: its day, and a number if it is not the first of that day. */
  label: string;
  /** Its permanent address, without the site's base: `/acme/customers/2024-11-12/`. */
  path: string;
  /** What findings call its file: its path from the project. */
  file: string;
  /** Its file as its author wrote it. */
  source: () => string;
  facts: Facts;
  document: () => Document<Facts>;
  /** Its plain text, which anyone can download and hash. */
  plainText: () => string;
  /** SHA-256 of its plain text, as `curl … | sha256sum` prints it. */
  fingerprint: string;
  /** The seal of its entry in the lock. A draft has none. */
  seal?: string;
  /** The SHA-256 of the public files that it shows or offers, as the lock has them. */
  files?: Readonly<Record<string, string>> | undefined;
  /** Its corrections, the oldest first. */
  corrections: Correction[];
  /** What it is: the hash of its source and of its name. A draft has none, since it still changes. */
  digest?: string;
  /** Every id of the text that links may lead to. */
  anchors: ReadonlySet<string>;
  status: Status | 'draft';
  span?: Span;
  /** The day from which the notice applies no more, with nothing in its place. */
  withdrawn?: IsoDate;
  /** When, by whom and why it was called off, if its status says so. */
  calledOff?: NonNullable<Facts['calledOff']>;
}

export interface Notice {
  /** The path of its folder: `acme/customers`. */
  id: string;
  /** The address of the version in force, without the site's base. */
  path: string;
  /** Public versions in the order of taking effect, without those that were called off. */
  versions: Version[];
  /** The same with those that were called off: everything that has an address. */
  published: Version[];
  inForce?: Version;
  /** Announced and still to come, the next one first. */
  scheduled: Version[];
  draft?: Version;
  /** What the draft was imported from, with what became of every sentence. */
  imported?: ImportView;
  /** What stands at its own address: in force, or of a translation that lags, the last there is. */
  shown?: Version;
  /** Of a translation, the notice that it is a translation of. */
  original?: Notice;
  /** Of a translation that has no version in force: what applies in its original. */
  newer?: Version;
  /** The notice in other languages than its first. */
  translations: Notice[];
  /** The words of its pages: of its own language where there are some, else those of the site. */
  words: Words;
  /** Where what is made of its versions is found again. */
  shelf: Shelf;
  /** Whose facts stand for the notice: in force, else the next to come, else the last. */
  leading: Version;
}

/** Whether a version applied once, or was to, and does so no more. */
export const isPast = ({ status }: Version): boolean =>
  status === 'superseded' || status === 'withdrawn' || status === 'called-off';

/** Whether search engines may list a version by itself. */
export const isListed = (
  version: Version,
  { indexPastVersions }: Pick<Settings, 'indexPastVersions'>,
): boolean => version.status !== 'draft' && (indexPastVersions || !isPast(version));

/** Whether a notice has a version that anyone may read: it is more than a draft. */
export const isPublic = ({ published }: Notice): boolean => published.length > 0;

/** The versions of a notice that have a page with their checklist in previews. */
export const checkedIn = ({ draft, inForce }: Pick<Notice, 'draft' | 'inForce'>): Version[] =>
  [draft, inForce].filter((version) => version !== undefined);

/** Every version of a notice in the order of taking effect, a draft among them by its day. */
export function sequenceOf({
  published,
  draft,
}: {
  published: Version[];
  draft?: Version | undefined;
}): Version[] {
  if (!draft) return published;
  const next = published.findIndex(({ facts }) => facts.effective > draft.facts.effective);
  return published.toSpliced(next === -1 ? published.length : next, 0, draft);
}

/** The same version in another language of its notice; nothing where it is not translated. */
export const twinOf = (
  { published }: Pick<Notice, 'published'>,
  { name }: Pick<Version, 'name'>,
): Version | undefined => published.find((version) => version.name === name);

/** Whether a version is the first of its notice, and not the first that was translated. */
export const isFirst = ({ versions, original }: Notice, { name }: Version): boolean =>
  (original ?? { versions }).versions[0]?.name === name;

/** The versions before and after one; those that were called off are passed over. */
export function neighboursOf(
  notice: Notice,
  version: Version,
): { previous?: Version; next?: Version } {
  const sequence = sequenceOf(notice);
  const position = sequence.indexOf(version);
  const previous = sequence
    .slice(0, position)
    .findLast(({ status }) => status !== 'called-off' && status !== 'draft');
  const next = sequence.slice(position + 1).find(({ status }) => status !== 'called-off');
  return { ...(previous && { previous }), ...(next && { next }) };
}

/** Whether a notice, as its own address shows it, says of any section what it is in short. */
export const hasInShort = ({ shown }: Notice): boolean =>
  shown !== undefined && inShortOf(shown.document()).some(({ blocks }) => blocks.length > 0);

/** What notices are made with besides their versions. */
interface Making {
  record: PublishedRecord;
  /** The words for languages that there are none for. */
  fallback: Words;
  shelf: Shelf;
}

/** The notices that versions make on a day, in the order of their paths. */
export function noticesOf(
  versions: readonly CheckedVersion[],
  today: IsoDate,
  making: Making,
): Notice[] {
  const members = versions.map(placeOf).toSorted(inOrder);
  const placed = placeAll(
    members.filter(({ name }) => name !== DRAFT),
    today,
  );
  const notices = new Map<string, Notice>();
  const byNotice = Map.groupBy(members, ({ notice }) => notice);
  // What is translated comes first, for its translations ask for it.
  const ids = [...byNotice.keys()].toSorted(
    (a, b) => Number(isTranslation(byNotice.get(a))) - Number(isTranslation(byNotice.get(b))),
  );
  for (const id of ids) {
    const its = byNotice.get(id) ?? [];
    const original = notices.get(its[0]?.translation?.of ?? '');
    const notice = makeNotice(id, its, placed.get(id) ?? [], { ...making, original });
    if (!notice) continue;
    notices.set(id, notice);
    original?.translations.push(notice);
  }
  return [...notices.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** The notices in their first language alone. */
export const originalsOf = (notices: readonly Notice[]): Notice[] =>
  notices.filter(({ original }) => !original);

/** A version as it is read, with what its facts say of its time. */
type LoadedVersion = CheckedVersion & Dated;

const placeOf = (version: CheckedVersion): LoadedVersion => ({
  ...version,
  ...datesOf(version.facts),
});

/** By notice, and then in the order of taking effect. */
function inOrder(a: LoadedVersion, b: LoadedVersion): number {
  if (a.notice !== b.notice) return a.notice < b.notice ? -1 : 1;
  const [first, second] = [parseVersionName(a.name), parseVersionName(b.name)];
  return first && second ? compareVersionNames(first, second) : Number(!first) - Number(!second);
}

const isTranslation = (versions: readonly LoadedVersion[] | undefined): boolean =>
  versions?.[0]?.translation !== undefined;

function makeNotice(
  id: string,
  loaded: readonly LoadedVersion[],
  placed: readonly Placed<LoadedVersion>[],
  { record, fallback, shelf, original }: Making & { original: Notice | undefined },
): Notice | undefined {
  const published = placed.map(({ version, status, span }): Version => {
    // A notice is withdrawn in its first language, and so in all; a version is called off likewise.
    const { withdrawn, calledOff } = (original && twinOf(original, version)) ?? version.facts;
    return {
      ...makeVersion(version, record),
      status,
      ...(span && { span }),
      ...(withdrawn !== undefined && { withdrawn }),
      ...(calledOff && status === 'called-off' && { calledOff }),
    };
  });
  const versions = published.filter(({ status }) => status !== 'called-off');
  const loadedDraft = loaded.find(({ name }) => name === DRAFT);
  const draft: Version | undefined = loadedDraft && {
    ...makeVersion(loadedDraft, record),
    status: 'draft',
  };
  const imported = draft && importOf(record, id, draft);
  const shown = shownOf(versions, original?.versions);
  const scheduled = versions.filter(({ status }) => status === 'scheduled');
  const leading = leadingOf(published, original?.versions) ?? draft;
  if (!leading) return undefined;
  const words = wordsIn(leading.facts.language) ?? fallback;
  for (const version of sequenceOf({ published, draft })) {
    version.label = versionLabel(version.name, version.facts, words);
  }
  const inForce = versions.find(({ status }) => status === 'in-force');
  return {
    id,
    path: `/${id}/`,
    versions,
    published,
    scheduled,
    leading,
    words,
    shelf,
    translations: [],
    ...(inForce && { inForce }),
    ...(draft && { draft }),
    ...(imported && { imported }),
    ...(shown && { shown }),
    ...(original && { original }),
    ...(original?.inForce && !inForce && { newer: original.inForce }),
  };
}

function makeVersion(
  { notice, name, file, facts, document, text, fingerprint, digest, ids }: LoadedVersion,
  record: PublishedRecord,
): Omit<Version, 'status' | 'span' | 'withdrawn' | 'calledOff'> {
  const path = `/${notice}/${name}/`;
  const plain = (): string => plainText(facts, document());
  return {
    name,
    label: name,
    path,
    file,
    source: text,
    facts,
    document,
    plainText: plain,
    fingerprint: fingerprint(),
    ...recordedOf(`${notice}/${name}`, { path, plainText: plain }, record),
    ...(name !== DRAFT && { digest: keyOf(path, digest()) }),
    anchors: ids(),
  };
}
