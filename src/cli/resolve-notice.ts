/** Joins what two branches have made of one notice: its lock, its texts, its drafts and its imports. */
import { noticeOfId } from '../notices/names.ts';
import { editFacts } from '../mdx/edit.ts';
import { readVersion } from '../mdx/read.ts';
import { withoutLater } from '../mdx/split.ts';
import { LATER_FACTS } from '../notices/text.ts';
import { checkSeals } from '../record/check-seals.ts';
import {
  joinEntries,
  joinLater,
  type Contradiction,
  type Joined,
  type Side,
} from '../record/join.ts';
import { lockOfFiles, type LockFile } from '../record/lock-files.ts';
import { isFault, writeLock, type Lock, type LockEntry } from '../record/lock.ts';
import { hashOfSource, laterFactsOf, sha256 } from '../record/source.ts';
import { joinApprovals } from './resolve-approvals.ts';
import type { MergedFile } from './resolve-places.ts';
import { isByHand } from './resolve-unsaved.ts';
import { Refusal } from './terminal.ts';

/** A notice on the sides of a merge. */
export interface MergedNotice {
  notice: string;
  /** Its files on any side, by their paths in the repository. */
  files: ReadonlyMap<string, MergedFile>;
  /** The path of its file of the lock, and that of the one file of earlier releases. */
  lockFile: string;
  oldLockFile: string;
  /** Whether the one file of earlier releases has entries of it on any side, and both have changed that. */
  isInOld: boolean;
  /** What a side has in a file; undefined if it has none. */
  content: (side: Side | 'base', file: string) => Buffer | undefined;
  /** What is in the folder now. */
  current: (file: string) => Buffer | undefined;
  /** What git put there when it stopped, with its markers; undefined if it does not keep that. */
  automatic: (file: string) => Buffer | undefined;
  /** Whether git could not merge it, so that somebody has to. */
  isUnmerged: (file: string) => boolean;
}

/** What becomes of a notice. */
export interface MergedResult {
  /** What each file has in the end; undefined if it is removed. */
  outcomes: Map<string, Buffer | undefined>;
  /** The files that nobody but a person can join. */
  left: string[];
  /** The drafts that have the approvals of both sides now. */
  approved: string[];
  joined: Joined;
  sides: Readonly<Record<Side | 'base', Lock['versions']>>;
  /** The version whose text became the draft again. */
  drafted?: string;
}

const SIDES = ['base', 'ours', 'theirs'] as const;

/**
 * Joins a notice.
 *
 * @param kept the side whose text is kept where both have published one; undefined to keep none
 * @returns what to write; only the contradictions if there are some and no side is kept
 * @throws Refusal if the lock of a side cannot be read, or its seals do not fit
 */
export function joinNotice(merged: MergedNotice, kept?: Side): MergedResult {
  const sides = sidesOf(merged);
  const joined = joinEntries(sides, kept);
  const outcomes = new Map<string, Buffer | undefined>();
  const result = { outcomes, left: [], approved: [], joined, sides };
  if (joined.contradictions.length > 0 && kept === undefined) return result;
  const left: string[] = [];
  for (const [file, what] of merged.files) {
    const outcome = contentOf(file, what, merged, joined, kept);
    if (outcome !== LEFT) outcomes.set(file, outcome);
    else if (merged.isUnmerged(file)) left.push(file);
    // What git or a person has merged stays; whether it is right is for the checks to say.
    else outcomes.set(file, merged.current(file));
  }
  for (const [file, content] of ownLockOf(merged, joined)) outcomes.set(file, content);
  const drafted = kept && draftAgain(merged, joined.contradictions, kept, outcomes);
  const approved = [...merged.files.keys()].filter((file) => isOfBoth(file, merged, outcomes));
  return { ...result, left, approved, ...(drafted !== undefined && { drafted }) };
}

/**
 * Joins the lock of a notice that is not resolved yet, so that the notice does not need the one file of
 * earlier releases any more.
 *
 * @returns its own file with its content, without one if it has no entries; undefined if the sides contradict
 * @throws Refusal as above
 */
export function joinLock(merged: MergedNotice): [file: string, content: Buffer][] | undefined {
  const joined = joinEntries(sidesOf(merged));
  return joined.contradictions.length > 0 ? undefined : ownLockOf(merged, joined);
}

const sidesOf = (merged: MergedNotice): MergedResult['sides'] => ({
  base: entriesOf(merged, 'base'),
  ours: entriesOf(merged, 'ours'),
  theirs: entriesOf(merged, 'theirs'),
});

function ownLockOf(
  { lockFile }: MergedNotice,
  { versions }: Joined,
): [file: string, content: Buffer][] {
  if (Object.keys(versions).length === 0) return [];
  return [[lockFile, Buffer.from(writeLock({ format: 2, versions }))]];
}

/**
 * The entries of a notice on one side.
 *
 * @throws Refusal if they cannot be read, or a seal does not fit
 */
function entriesOf(merged: MergedNotice, side: (typeof SIDES)[number]): Lock['versions'] {
  const { notice, lockFile, oldLockFile, content } = merged;
  const fileAt = (file: string, own: boolean): LockFile[] => {
    const text = content(side, file)?.toString();
    return text === undefined ? [] : [{ file, text, ...(own && { notice }) }];
  };
  const files = [...fileAt(lockFile, true), ...fileAt(oldLockFile, false)];
  const { lock } = lockOfFiles(files);
  if (lock === undefined) return {};
  const hint = 'end the merge, put that lock right in its branch, and merge again';
  if (isFault(lock)) {
    throw new Refusal(
      `${side}: ${lock.file ?? lockFile}:${lock.line}  the lock ${lock.message}`,
      hint,
    );
  }
  if (lock.format === 1) {
    const seal = 'end the merge, seal it in its branch with npx noticeboard adopt, and merge again';
    throw new Refusal(`${side}: the lock is of format 1, which has no seals`, seal);
  }
  const own = Object.entries(lock.versions).filter(([id]) => noticeOfId(id) === notice);
  const versions = Object.fromEntries(own);
  const places = { lockFile, lockFiles: files, copies: new Map<string, string>() };
  const [broken] = checkSeals({ format: 2, versions }, places);
  if (broken) throw new Refusal(`${side}: ${broken.file}:${broken.line}  ${broken.message}`, hint);
  return versions;
}

const LEFT = Symbol('left');
type Outcome = Buffer | undefined | typeof LEFT;

function contentOf(
  file: string,
  { kind, id, erratum }: MergedFile,
  merged: MergedNotice,
  { versions, contradictions }: Joined,
  kept: Side | undefined,
): Outcome {
  const entry = versions[id];
  if (kind === 'lock') return merged.current(file);
  if (kind === 'version' && entry) return versionOf(file, entry, merged, kept);
  if (kind === 'draft' && merged.isUnmerged(file)) return draftOf(file, merged);
  if (kind === 'text' && entry) return textOf(file, entry, erratum, merged);
  const isContradicted = contradictions.some((each) => each.id === id);
  if (isContradicted && kept) return merged.content(kept, file);
  return eitherOf(file, merged);
}

/** What one side has made of a file that the other has left as it was. */
function eitherOf(file: string, { content }: MergedNotice): Outcome {
  const [base, ours, theirs] = SIDES.map((side) => content(side, file));
  if (isSame(ours, theirs) || isSame(theirs, base)) return ours;
  if (isSame(ours, base)) return theirs;
  // A draft that one side has published and the other has gone on writing.
  if (ours === undefined || theirs === undefined) return ours ?? theirs;
  return LEFT;
}

/** Whether a draft in conflict is now what neither side had: their approvals together. */
const isOfBoth = (
  file: string,
  { files, isUnmerged, content }: MergedNotice,
  outcomes: MergedResult['outcomes'],
): boolean =>
  files.get(file)?.kind === 'draft' &&
  isUnmerged(file) &&
  outcomes.get(file) !== undefined &&
  (['ours', 'theirs'] as const).every((side) => !isSame(content(side, file), outcomes.get(file)));

/**
 * A draft that both sides have written: joined where they differ in who approved it alone. What a person
 * has begun to write there since is not written over.
 */
function draftOf(file: string, merged: MergedNotice): Outcome {
  const either = eitherOf(file, merged);
  // Where both sides have removed it, git leaves nothing: what is there now is refused before it is lost.
  if (either === undefined) return undefined;
  const sides = SIDES.map((side) => merged.content(side, file));
  if (isByHand(merged.current(file), sides, merged.automatic(file))) return LEFT;
  if (either !== LEFT) return either;
  const [base, ours, theirs] = sides.map((content) => content?.toString());
  if (ours === undefined || theirs === undefined) return LEFT;
  const joined = joinApprovals([base, ours, theirs]);
  return joined === undefined ? LEFT : Buffer.from(joined);
}

const isSame = (one: Buffer | undefined, other: Buffer | undefined): boolean =>
  one === undefined || other === undefined ? one === other : one.equals(other);

/** The text of the record that has the fingerprint of the lock. */
function textOf(
  file: string,
  { text, errata }: LockEntry,
  erratum: number | undefined,
  { content, current }: MergedNotice,
): Outcome {
  const fingerprint = erratum === undefined ? text : errata[erratum - 1]?.text;
  if (fingerprint === undefined) return undefined;
  const found = [current(file), content('ours', file), content('theirs', file)].find(
    (each) => each && sha256(each) === fingerprint,
  );
  return found ?? LEFT;
}

/** The file that was published, with the later facts of both sides. */
function versionOf(
  file: string,
  { source }: LockEntry,
  { content, current }: MergedNotice,
  kept: Side | undefined,
): Outcome {
  const texts = SIDES.map((side) => content(side, file)?.toString());
  const [base = {}, ours, theirs] = texts.map((text) =>
    text === undefined ? undefined : laterIn(text),
  );
  const one = ours ?? theirs ?? {};
  const both = joinLater(base, one, theirs ?? one);
  const later = both ?? (kept === 'theirs' ? theirs : one) ?? one;
  const candidates = [current(file)?.toString(), texts[1], texts[2]].filter(
    (text) => text !== undefined && hashOfSource(text) === source,
  );
  for (const text of candidates) {
    if (text === undefined) continue;
    const written = withLater(text, later);
    if (written !== undefined) return Buffer.from(written);
  }
  return LEFT;
}

function laterIn(text: string): LockEntry['later'] | undefined {
  const { facts } = readVersion({ file: '', bytes: new TextEncoder().encode(text) });
  return facts && laterFactsOf(facts);
}

/** A version's file with these later facts and no others; undefined if they cannot be written. */
function withLater(text: string, later: LockEntry['later']): string | undefined {
  const now = laterIn(text) ?? {};
  const changed = LATER_FACTS.filter(
    (fact) => JSON.stringify(now[fact]) !== JSON.stringify(later[fact]),
  );
  if (changed.length === 0) return text;
  const edits = changed.map((fact) => [fact, later[fact] && JSON.stringify(later[fact])]);
  const edited = editFacts(text, Object.fromEntries(edits) as Record<string, string | undefined>);
  const isWritten = JSON.stringify(laterIn(edited)) === JSON.stringify(later);
  return isWritten ? edited : undefined;
}

/**
 * Makes the text that is not kept the draft again, with the account of its import.
 *
 * @returns the version that it was
 * @throws Refusal if there is a draft already, or several texts are not kept
 */
function draftAgain(
  merged: MergedNotice,
  contradictions: readonly Contradiction[],
  kept: Side,
  outcomes: Map<string, Buffer | undefined>,
): string | undefined {
  const [first, ...others] = contradictions.filter((each) => each.of === 'text');
  if (!first) return undefined;
  const dropped = kept === 'ours' ? 'theirs' : 'ours';
  if (others.length > 0) {
    throw new Refusal(
      `${[first, ...others].map(({ id }) => id).join(' and ')} were all published twice, and a notice has one draft`,
      `take the texts of ${dropped} out first: git merge --abort, and in that branch, which is not merged yet, make them one draft`,
    );
  }
  for (const [file, { kind, id }] of merged.files) {
    const content = id === first.id ? merged.content(dropped, file) : undefined;
    if (!content || (kind !== 'version' && kind !== 'import')) continue;
    const name = id.slice(id.lastIndexOf('/') + 1);
    const draft = file.replace(
      new RegExp(`(^|/)${name}((?:\\.[\\w-]+)?\\.(?:mdx|json))$`),
      '$1draft$2',
    );
    if (outcomes.has(draft) ? outcomes.get(draft) : merged.current(draft)) {
      throw new Refusal(
        `${draft} is in the way: the text of ${dropped} would become the draft again`,
        `move it aside, and run the command again`,
      );
    }
    const text = kind === 'version' ? withoutLater(content.toString()) : undefined;
    outcomes.set(draft, text === undefined ? content : Buffer.from(text));
  }
  return first.id;
}
