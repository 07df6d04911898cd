/** Checks the pictures and files that published versions show or offer. */
import { finding, type Finding } from '../findings/catalogue.ts';
import { idOfVersion } from '../notices/names.ts';
import type { HashedVersion, LockedFolder } from './check.ts';
import { placesOfEntries } from './lock-files.ts';
import { filesOfEntry, type Lock } from './lock.ts';

/** A file that is not what was published. */
interface ChangedFile {
  name: string;
  hash: string;
  /** The published versions that show it. */
  shownBy: HashedVersion[];
}

/** The files that published versions show and that have changed or are gone. */
export function changedFiles(
  { versions, publicFiles }: LockedFolder,
  { versions: locked }: Lock,
): ChangedFile[] {
  const shown = versions
    .filter(({ draft }) => !draft)
    .flatMap((version) =>
      Object.entries(locked[idOfVersion(version)]?.files ?? {}).map(([name, hash]) => ({
        name,
        hash,
        version,
      })),
    )
    .filter(({ name, hash }) => publicFiles.get(name) !== hash);
  return [...Map.groupBy(shown, ({ name, hash }) => `${hash}${name}`).values()].flatMap((same) => {
    const [first] = same;
    return first ? [{ ...first, shownBy: same.map(({ version }) => version) }] : [];
  });
}

/** Reports changed files, files that nobody recorded, and copies that the record has lost. */
export function checkFiles(folder: LockedFolder, lock: Lock): Finding[] {
  return [
    ...changedFiles(folder, lock).flatMap((changed) => reportChanged(folder, changed)),
    ...lostCopies(folder, lock),
    ...(lock.format === 1 ? [] : unrecorded(folder, lock)),
  ];
}

function reportChanged(
  { versions, recordFolder, publicFolder, publicFiles, unfitFiles, copies }: LockedFolder,
  { name, hash, shownBy }: ChangedFile,
): Finding[] {
  const [first, ...others] = shownBy;
  if (!first) return [];
  const more =
    others.length === 0
      ? ''
      : ` and ${others.length} other published ${others.length === 1 ? 'version' : 'versions'}`;
  const fault = unfitFiles.get(name);
  const what = fault
    ? `cannot be used: ${fault.message}`
    : publicFiles.has(name)
      ? 'has changed'
      : 'is missing';
  const drafts = versions.filter(({ draft, files }) => draft && files.includes(name));
  const asked = drafts.map(({ file }) => `\n${file} shows it too: give a new picture a new name`);
  const back = copies.get(hash) === hash ? 'copy' : 'put back from version control and copy';
  const edit =
    fault && !fault.isOfBytes
      ? `${fault.hint}. ${publicFolder}${name} keeps its name, and the bytes of ${recordFolder}/~files/${hash}`
      : `put it back: ${back} ${recordFolder}/~files/${hash} to ${publicFolder}${name}`;
  return [
    finding(
      'file-changed',
      { file: first.file, line: 1, column: 1 },
      `${publicFolder}${name}, which ${idOfVersion(first)}${more} ${others.length === 0 ? 'shows' : 'show'}, ${what}`,
      `${edit}\nA new picture has a name of its own, such as ${newNameOf(name, publicFiles)}, in a new version${asked.join('')}`,
    ),
  ];
}

/** A name that is near and not taken. */
function newNameOf(name: string, taken: ReadonlyMap<string, string>): string {
  const [, stem = name, ending = ''] = /^(.*\/[^/]*?)(\.[^./]*)?$/.exec(name) ?? [];
  const names = Array.from({ length: 99 }, (_, index) => `${stem}-${index + 2}${ending}`);
  return names.find((each) => !taken.has(each)) ?? `${stem}-new${ending}`;
}

/** Reports copies of files that are not in the record, or not what was published. */
function lostCopies(folder: LockedFolder, { versions }: Lock): Finding[] {
  const { recordFolder, copies, publicFolder, publicFiles, around } = folder;
  const placeOf = placesOfEntries(folder);
  const kept = Object.entries(versions).flatMap(([id, entry]) =>
    filesOfEntry(entry).map(([name, hash]) => ({ id, name, hash })),
  );
  return [...new Map(kept.toReversed().map((each) => [each.hash, each])).values()]
    .filter(({ hash }) => copies.get(hash) !== hash)
    .map(({ id, name, hash }) => {
      const what = copies.has(hash) ? 'is not what was published' : 'is missing';
      const message = `the copy of ${name} in the record ${what}: ${recordFolder}/~files/${hash}`;
      const first =
        publicFiles.get(name) === hash
          ? ''
          : `, after you put ${publicFolder}${name} back as it was published`;
      const hint = `put it back from version control, or make it again${first}: npx noticeboard adopt ${id}`;
      return finding('record-changed', placeOf(`${around?.part ?? ''}${id}`), message, hint);
    });
}

/** Reports files that a published version shows now, and did not when it was recorded. */
const unrecorded = (
  { versions, publicFolder }: LockedFolder,
  { versions: locked }: Lock,
): Finding[] =>
  versions.flatMap((version) => {
    const entry = locked[idOfVersion(version)];
    if (!entry || version.draft || version.source !== entry.source) return [];
    return version.files
      .filter((name) => !Object.hasOwn(entry.files ?? {}, name))
      .map((name) => {
        const message = `${publicFolder}${name} was not there when ${idOfVersion(version)} was recorded, and is offered by it now`;
        const hint = 'give the file another name, or take it away';
        return finding('file-added', { file: version.file, line: 1, column: 1 }, message, hint);
      });
  });
