/** The notices of the site, rendered once and placed in time: what every page is made of. */
import path from 'node:path';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { loadRenderers } from 'astro:container';
import { getCollection, type CollectionEntry } from 'astro:content';
import bodies, { type Component } from 'virtual:noticeboard/bodies';
import { getContainerRenderer } from '@astrojs/mdx/container-renderer';
import { isTextsOnly } from './environment.ts';
import { report } from '../findings/report.ts';
import { finding } from '../findings/catalogue.ts';
import { authorsComponents } from '../components/authors/index.ts';
import type { IsoDate } from '../notices/dates.ts';
import siteSettings from '../site.config.ts';
import { parseDocument, type Document } from '../document/index.ts';
import { inShortOf } from '../document/layers.ts';
import {
  compareVersionNames,
  DRAFT,
  parseVersionName,
  placeOfFile,
  type FilePlace,
} from '../notices/names.ts';
import type { Facts } from '../notices/schema.ts';
import {
  datesOf,
  placeAll,
  shownOf,
  type Dated,
  type Placed,
  type Span,
  type Status,
} from '../notices/timeline.ts';
import { anchorsOf } from '../document/walk.ts';
import { versionLabel } from '../words/label.ts';
import { wordsOf } from './language.ts';

/** One public version of a notice. */
export interface Version {
  /** As in its address: `2024-11-12`; `draft` for a draft. */
  name: string;
  /** What people call it: its day, and a number if it is not the first of that day. */
  label: string;
  /** Its permanent address, without the site's base: `/acme/customers/2024-11-12/`. */
  path: string;
  /** Where its source lies on disk. */
  file: string;
  facts: Facts;
  document: Document<Facts>;
  /** Every id of the text that links may lead to. */
  anchors: ReadonlySet<string>;
  status: Status | 'draft';
  span?: Span;
  /** The day from which the notice applies no more, with nothing in its place. */
  withdrawn?: IsoDate;
}

export interface Notice {
  /** The path of its folder: `acme/customers`. */
  id: string;
  /** The address of the version in force, without the site's base. */
  path: string;
  /** Public versions in the order of taking effect. */
  versions: Version[];
  inForce?: Version;
  /** Announced and still to come, the next one first. */
  scheduled: Version[];
  draft?: Version;
  /** What stands at its own address: in force, or of a translation that lags, the last there is. */
  shown?: Version;
  /** Of a translation, the notice that it is a translation of. */
  original?: Notice;
  /** Of a translation that has no version in force: what applies in its original. */
  newer?: Version;
  /** The notice in other languages than its first. */
  translations: Notice[];
  /** Whose facts stand for the notice: in force, else the next to come, else the last. */
  leading: Version;
}

/** Whether a version applied once, or was to, and does so no more. */
export const isPast = ({ status }: Version): boolean =>
  status === 'superseded' || status === 'withdrawn';

/** Whether search engines may list a version by itself. */
export const isListed = (version: Version): boolean =>
  version.status !== 'draft' && (siteSettings.indexPastVersions || !isPast(version));

/** Whether a notice has a version that anyone may read: it is more than a draft. */
export const isPublic = ({ versions }: Notice): boolean => versions.length > 0;

/** Every version of a notice in its order, a draft last. */
export const sequenceOf = ({
  versions,
  draft,
}: {
  versions: Version[];
  draft?: Version | undefined;
}): Version[] => (draft ? [...versions, draft] : versions);

/** The same version in another language of its notice; nothing where it is not translated. */
export const twinOf = (
  { versions }: Pick<Notice, 'versions'>,
  { name }: Pick<Version, 'name'>,
): Version | undefined => versions.find((version) => version.name === name);

/** Whether a version is the first of its notice, and not the first that was translated. */
export const isFirst = ({ versions, original }: Notice, { name }: Version): boolean =>
  (original ?? { versions }).versions[0]?.name === name;

/** The versions before and after one. */
export function neighboursOf(
  notice: Notice,
  version: Version,
): { previous?: Version; next?: Version } {
  const sequence = sequenceOf(notice);
  const position = sequence.indexOf(version);
  const previous = sequence[position - 1];
  const next = sequence[position + 1];
  return { ...(previous && { previous }), ...(next && { next }) };
}

/** Whether a notice, as its own address shows it, says of any section what it is in short. */
export const hasInShort = ({ shown }: Notice): boolean =>
  shown !== undefined && inShortOf(shown.document).some(({ blocks }) => blocks.length > 0);

/** The day the site is built for. */
export const today = import.meta.env.NOTICEBOARD_TODAY as IsoDate;

/**
 * Every notice with at least one public version or a draft, in the order of their paths. A notice
 * in another language is one of its own, which knows its original.
 */
export async function getNotices(): Promise<Notice[]> {
  const members = (await getCollection('notices')).map(placeOf).toSorted(inOrder);
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
    const notice = await readNotice(id, its, placed.get(id) ?? [], original);
    if (!notice) continue;
    notices.set(id, notice);
    original?.translations.push(notice);
  }
  return [...notices.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** The notices in their first language alone. */
export const originalsOf = (notices: readonly Notice[]): Notice[] =>
  notices.filter(({ original }) => !original);

/** The notices that have pages: none where a build is for the texts of versions alone. */
export const getNoticesWithPages = async (): Promise<Notice[]> =>
  isTextsOnly() ? [] : getNotices();

/** The notices that have feeds: those with versions, where the site knows its own address. */
export const getFollowedNotices = async (): Promise<Notice[]> =>
  import.meta.env.SITE ? (await getNoticesWithPages()).filter(isPublic) : [];

type Entry = CollectionEntry<'notices'>;

/** A version as it is loaded, with what its file's name says. */
interface LoadedVersion extends FilePlace, Dated {
  entry: Entry;
}

function placeOf(entry: Entry): LoadedVersion {
  const { id, filePath = '', data } = entry;
  const notice = id.slice(0, id.lastIndexOf('/'));
  const language = placeOfFile(filePath).translation?.language;
  return {
    entry,
    notice,
    name: id.slice(notice.length + 1),
    ...(language !== undefined && {
      translation: { language, of: notice.slice(0, -language.length - 1) },
    }),
    ...datesOf(data),
  };
}

/** By notice, and then in the order of taking effect. */
function inOrder(a: LoadedVersion, b: LoadedVersion): number {
  if (a.notice !== b.notice) return a.notice < b.notice ? -1 : 1;
  const [first, second] = [parseVersionName(a.name), parseVersionName(b.name)];
  return first && second ? compareVersionNames(first, second) : Number(!first) - Number(!second);
}

const isTranslation = (versions: readonly LoadedVersion[] | undefined): boolean =>
  versions?.[0]?.translation !== undefined;

async function readNotice(
  id: string,
  loaded: readonly LoadedVersion[],
  placed: readonly Placed<LoadedVersion>[],
  original: Notice | undefined,
): Promise<Notice | undefined> {
  const versions: Version[] = [];
  for (const { version, status, span } of placed) {
    const read = await readVersion(version);
    const twin = original && twinOf(original, version);
    // A notice is withdrawn in its first language, and so in all.
    const { withdrawn } = twin ?? read.facts;
    versions.push({
      ...read,
      status,
      ...(span && { span }),
      ...(withdrawn !== undefined && { withdrawn }),
    });
  }
  const draftEntry = loaded.find(({ name }) => name === DRAFT);
  const draft: Version | undefined = draftEntry && {
    ...(await readVersion(draftEntry)),
    status: 'draft',
  };
  const inForce = versions.find(({ status }) => status === 'in-force');
  const scheduled = versions.filter(({ status }) => status === 'scheduled');
  const shown = shownOf(versions, original?.versions);
  const leading = shown ?? scheduled[0] ?? versions.at(-1) ?? draft;
  if (!leading) return undefined;
  const words = wordsOf({ leading });
  for (const version of sequenceOf({ versions, draft }))
    version.label = versionLabel(version.name, version.facts, words);
  return {
    id,
    path: `/${id}/`,
    versions,
    scheduled,
    leading,
    translations: [],
    ...(inForce && { inForce }),
    ...(draft && { draft }),
    ...(shown && { shown }),
    ...(original && { original }),
    ...(original?.inForce && !inForce && { newer: original.inForce }),
  };
}

async function readVersion({
  entry,
  name,
}: LoadedVersion): Promise<Omit<Version, 'status' | 'span' | 'withdrawn'>> {
  const document = await readDocument(entry);
  return {
    name,
    label: name,
    path: `/${entry.id}/`,
    file: path.resolve(entry.filePath ?? ''),
    facts: entry.data,
    document,
    anchors: anchorsOf(document),
  };
}

const container = AstroContainer.create({
  renderers: await loadRenderers([getContainerRenderer()]),
});
const documents = new Map<
  string,
  { digest: string | number | undefined; document: Document<Facts> }
>();

/** Renders and parses a version, once for as long as its source does not change. */
async function readDocument(entry: Entry): Promise<Document<Facts>> {
  const known = documents.get(entry.id);
  if (known && known.digest === entry.digest) return known.document;
  const body = await bodies.get(entry.id)?.();
  if (!body) throw new Error(`no text was compiled for ${entry.id}`);
  const document = parseDocument(await renderBody(entry, body.default), entry.data);
  documents.set(entry.id, { digest: entry.digest, document });
  return document;
}

async function renderBody(entry: Entry, Body: Component): Promise<string> {
  try {
    return await (
      await container
    ).renderToString(Body, {
      props: { components: authorsComponents },
      locals: { facts: entry.data },
    });
  } catch (cause) {
    throw renderError(entry, cause);
  }
}

/** A text that cannot be rendered is its author's mistake: it is told as one, without a stack. */
function renderError({ id, filePath }: Entry, cause: unknown): Error {
  const place = { file: filePath ?? id, line: 1, column: 1 };
  const reason = cause instanceof Error ? cause.message : String(cause);
  const message = `what this version imports cannot be rendered: ${reason}`;
  const hint = 'mend the component it imports, or write the words themselves';
  const told = finding('expression-failed', place, message, hint);
  const error = new Error(report([told], { colours: false }));
  error.stack = '';
  return error;
}
