/** What a branch changed in the folder of notices: each draft and version that is new or different. */
import type { CheckedVersion, FolderFile, ReadFile } from '../checks/file.ts';
import { compareVersions } from '../compare/versions.ts';
import { sectionsOf, type Document } from '../document/model.ts';
import { isError } from '../findings/catalogue.ts';
import { DRAFT, idOfFile, idOfVersion, placeOfFile } from '../notices/names.ts';
import { bodyText } from '../notices/text.ts';
import type { Status } from '../notices/timeline.ts';
import { obstaclesTo } from '../record/publishable.ts';
import { sha256 } from '../record/source.ts';
import { textOf } from '../record/texts.ts';
import type { Base } from './report-base.ts';
import { approversOf, baseOf, noticeIn, placed, type Folder } from './folder.ts';
import { approvalsBetween, eventsBetween, eventsSince } from './report-events.ts';
import { compareLaw } from './report-law.ts';
import { linksTo } from './report-links.ts';
import type { ChangedVersion, Removed, Report } from './report-model.ts';
import type { Reason } from './terminal.ts';
import { isBlob } from '../import/git-tree.ts';

type Versions = Pick<Report, 'versions' | 'removed' | 'sameDrafts' | 'notes'>;

/**
 * Compares the folder with what it was. Drafts and new versions are compared with the version that
 * they follow now, since that is what their readers will compare them with.
 *
 * @param preview the address of a deployed preview, for links
 */
export async function changedVersions(
  folder: Folder,
  base: Base,
  preview: string | undefined,
): Promise<Versions & { files: ReadonlySet<string> }> {
  const versionFiles = folder.files.filter(({ path }) => path.endsWith('.mdx'));
  const changed = versionFiles.filter((file) => !isSame(file, base));
  const known = changed.map(({ path }) => path).filter((path) => base.files.has(path));
  const before = await readBefore(base, known);
  const unread = new Set(base.unread);
  return {
    versions: changed.map((file) => versionOf(folder, file, before.get(file.path), preview)),
    removed: removedFrom(versionFiles, base),
    sameDrafts: versionFiles
      .filter((file) => !changed.includes(file) && placeOfFile(file.path).name === DRAFT)
      .map(({ path }) => idOfFile(path)),
    notes: changed
      .filter(({ path }) => unread.has(path))
      .map(({ path }) => `At ${base.ref}, ${path} was a link or a submodule, and was not read.`),
    files: new Set(changed.map(({ file }) => file)),
  };
}

/** Whether a file has the bytes that git has of it, apart from line ends, which a checkout may change. */
function isSame({ path, bytes }: FolderFile, { files }: Base): boolean {
  const blob = files.get(path);
  return blob !== undefined && isBlob(bytes, blob);
}

/** A file as it was: what could be read of it, or why nothing could. */
type Before = ReadFile | { refused: string };

async function readBefore(base: Base, paths: readonly string[]): Promise<Map<string, Before>> {
  if (paths.length === 0) return new Map();
  // The code that reads weighs more than all the rest.
  const { readVersionFile } = await import('../checks/file.ts');
  return new Map(
    [...base.read(paths)].map(([path, bytes]) => [
      path,
      'refused' in bytes ? bytes : readVersionFile({ path, file: path, bytes }, sha256),
    ]),
  );
}

function versionOf(
  folder: Folder,
  { path, file }: FolderFile,
  before: Before | undefined,
  preview: string | undefined,
): ChangedVersion {
  const { notice, name } = placeOfFile(path);
  const isDraft = name === DRAFT;
  const own = {
    id: idOfFile(path),
    notice,
    name,
    file,
    fate: isDraft
      ? before
        ? ('draft-changed' as const)
        : ('draft-new' as const)
      : before
        ? ('changed' as const)
        : ('published' as const),
    events: [],
    obstacles: [],
    links: {},
  };
  const version = folder.versions.find((each) => each.file === file);
  if (!version || !isRead(folder, version)) {
    return { ...own, unread: 'It has errors, so it was not compared: fix them first.' };
  }
  const { effective, changeType, changes } = version.facts;
  const status = isDraft ? ('draft' as const) : statusOf(folder, version);
  const says = own.fate === 'changed' ? {} : { says: { changeType, changes } };
  const known = { ...own, effective, ...(status && { status }), ...says };
  return own.fate === 'changed' && before
    ? { ...known, ...comparedWithItself(version, before), ...linksTo(folder, version, preview) }
    : { ...known, ...comparedWithLast(folder, version, before, preview) };
}

/** Whether a version has a document: one with errors may have none, which reads as if all was deleted. */
function isRead({ findings }: Folder, version: CheckedVersion): boolean {
  const hasErrors = findings.some((each) => each.file === version.file && isError(each));
  return !hasErrors || !isEmpty(version.document());
}

const isEmpty = ({ lead, sections }: Document): boolean =>
  lead.length === 0 && sections.length === 0;

const statusOf = (folder: Folder, { notice, name }: CheckedVersion): Status | undefined =>
  placed(folder, notice).find(({ version }) => version.name === name)?.status;

/** What a comparison adds to what is known of a version. */
type Compared = Pick<
  ChangedVersion,
  'unread' | 'against' | 'comparison' | 'size' | 'sinceRef' | 'law'
>;

/** A published version that changed: what of its text and facts is different from what it was. */
function comparedWithItself(
  version: CheckedVersion,
  before: Before,
): Compared & Pick<ChangedVersion, 'events'> {
  const old = versionIn(before);
  if (!old) return { events: [], unread: unreadBefore(before) };
  return {
    events: eventsBetween(old, version),
    against: { name: version.name, isItself: true },
    comparison: compareVersions(old.document(), version.document()),
  };
}

const versionIn = (before: Before): ReadFile['version'] =>
  'refused' in before ? undefined : before.version;

const unreadBefore = (before: Before): string =>
  'refused' in before
    ? `Its text before could not be read: ${before.refused}.`
    : 'Its text before has errors, so it was not compared.';

/** A draft or a new version: compared with the version that it follows. */
function comparedWithLast(
  folder: Folder,
  version: CheckedVersion,
  before: Before | undefined,
  preview: string | undefined,
): Compared & Pick<ChangedVersion, 'events' | 'obstacles' | 'links'> {
  const { notice, name, draft, facts } = version;
  const published = noticeIn(folder, notice).published.filter((each) => each.name !== name);
  const last = baseOf(notice, published, { today: folder.today, before: facts.effective });
  const document = version.document();
  const status = last && statusOf(folder, last);
  const law = compareLaw(version, last, folder.today);
  const old = draft && before ? versionIn(before) : undefined;
  return {
    ...(last
      ? {
          against: { name: last.name, ...(status && { status }) },
          comparison: compareVersions(last.document(), document),
        }
      : { size: sizeOf(document) }),
    ...(old && { sinceRef: compareVersions(old.document(), document) }),
    ...(law && { law: law.change }),
    events: draft ? approvalsBetween(old?.facts, facts) : eventsSince(version),
    obstacles: draft ? [...obstaclesOf(folder, version, last), ...(law?.refusals ?? [])] : [],
    ...linksTo(folder, version, preview, last),
  };
}

/** Why a draft could not be published, apart from its day, which the command can be given. */
function obstaclesOf(
  folder: Folder,
  draft: CheckedVersion,
  last: CheckedVersion | undefined,
): Reason[] {
  const { translation, facts } = draft;
  const approvers = approversOf(folder, draft);
  if (!translation) return obstaclesTo(textOf(draft), { last: last && textOf(last), approvers });
  const originals = folder.versions.filter(({ notice }) => notice === translation.of);
  const original = originals.find((each) => each.facts.effective === facts.effective);
  const source = last && originals.find(({ name }) => name === last.name);
  return obstaclesTo(textOf(draft), {
    approvers,
    ...(original && { original: textOf(original) }),
    ...(last && source && { before: { translation: textOf(last), original: textOf(source) } }),
  });
}

const sizeOf = (document: Document): { sections: number; words: number } => ({
  sections: [...sectionsOf(document)].length,
  words: bodyText(document).split(/\s+/u).filter(Boolean).length,
});

/** What is gone: whole notices, versions, and drafts that did not become versions. */
function removedFrom(now: readonly FolderFile[], base: Base): Removed[] {
  const paths = new Set(now.map(({ path }) => path));
  const added = now
    .filter(({ path }) => !base.files.has(path))
    .map(({ path }) => placeOfFile(path));
  const notices = new Set(now.map(({ path }) => placeOfFile(path).notice));
  const gone = [...base.files.keys()].filter((path) => !paths.has(path)).map(placeOfFile);
  return [...Map.groupBy(gone, ({ notice }) => notice)].flatMap(([notice, its]): Removed[] => {
    const hasDraft = its.some(({ name }) => name === DRAFT);
    const versions = its.filter(({ name }) => name !== DRAFT);
    if (!notices.has(notice)) {
      return [{ kind: 'notice', notice, versions: versions.length, hasDraft }];
    }
    const isPublished = added.some((each) => each.notice === notice && each.name !== DRAFT);
    return [
      ...versions.map((version): Removed => ({ kind: 'version', id: idOfVersion(version) })),
      ...(hasDraft && !isPublished
        ? [{ kind: 'draft' as const, id: idOfVersion({ notice, name: DRAFT }) }]
        : []),
    ];
  });
}
