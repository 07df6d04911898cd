/**
 * A part of a site that several machines build: the pages of a shard, and beside them a note of what
 * the merge needs to join them: which part it is, what it was made from, all its files, and what is
 * made of all notices together.
 */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { keyOf } from '../disk/kept.ts';
import { entriesIn } from '../disk/list.ts';
import { filesIn, isBuiltSite } from '../disk/manifest.ts';
import { releaseOfPackage } from '../disk/package.ts';
import { withSlashes } from '../disk/paths.ts';
import type { Feed } from '../exports/feed-formats.ts';
import { feedOfSite, isFollowed, noticesInFeed } from '../exports/feeds.ts';
import type { SearchData } from '../search/records.ts';
import { digestsOf } from '../site/digests.ts';
import { filesOfConfiguration } from '../site/load-project.ts';
import { shelfOf } from '../site/load-readings.ts';
import { searchDataOf } from '../site/search.ts';
import { nameOfShard, type Shard } from '../site/shards.ts';
import { followedNotices, type Site } from '../site/site.ts';

/** The name of the note: the hash of its second line, and JSON. */
export const NOTE = '.noticeboard-part';

export interface Note {
  shard: Shard;
  /** What all parts of a site have the same. */
  inputs: { release: string; node: string; today: string; sources: string };
  /** The hash of each file of the part, by its path. */
  files: Record<string, string>;
  /** The folder of the site that the notices are below, with a slash at both ends. */
  path: string;
  /** What is searched of the notices of the part. */
  search: SearchData;
  /** The feed of the site, and the notices whose entries are in it; none without an address. */
  feed?: { about: Omit<Feed, 'entries'>; notices: string[] };
}

export interface BuiltShard {
  folder: string;
  note: Note;
}

/** What is wrong with parts, and what to do. */
export interface ShardFault {
  message: string;
  hint: string;
}

/**
 * Writes the note into a built part.
 *
 * @param built the folder of the site
 * @param sources the folder of the project's sources
 */
export function noteShard(built: string, site: Site, shard: Shard, sources: string): void {
  const note: Note = {
    shard,
    inputs: {
      release: releaseOfPackage(),
      node: process.version,
      today: site.today,
      sources: keyOf(digestsOf(site, shelfOf(site.root).code).site, ...projectOf(site, sources)),
    },
    files: Object.fromEntries(filesIn(built).map((file) => [file, hashOf(built, file)])),
    path: site.settings.path,
    search: searchDataOf(site),
    ...(isFollowed(site) &&
      followedNotices(site).length > 0 && {
        feed: { about: feedOfSite(site), notices: noticesInFeed(site).map(({ id }) => id) },
      }),
  };
  const text = JSON.stringify(note);
  writeFileSync(path.join(built, NOTE), `${keyOf(text)}\n${text}`);
}

/** The hash of a file of a site. */
export const hashOf = (folder: string, file: string): string =>
  keyOf(readFileSync(path.join(folder, file)));

/** The files of a project that decide what is in its pages and beside them, with their names, wherever it is on a disk. */
function projectOf({ root, publicDirectory }: Site, sources: string): (string | Buffer)[] {
  const files = [
    ...filesOfConfiguration(root),
    ...['package.json', 'package-lock.json', 'pnpm-lock.yaml'].map((name) => path.join(root, name)),
    ...[sources, publicDirectory].flatMap((folder) =>
      entriesIn(folder).map((file) => path.join(folder, file)),
    ),
  ];
  return files
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile())
    .flatMap((file) => [withSlashes(path.relative(root, file)), readFileSync(file)]);
}

/** Whether a folder has a part of a site; which one, as `2/8`. */
export function shardIn(folder: string): string | undefined {
  const part = existsSync(path.join(folder, NOTE)) ? readBuiltShard(folder) : undefined;
  return part && ('note' in part ? nameOfShard(part.note.shard) : '?');
}

/** Reads a part of a site. Returns what is wrong if there is none in the folder. */
export function readBuiltShard(folder: string): BuiltShard | ShardFault {
  const file = path.join(folder, NOTE);
  if (!existsSync(file)) return { message: `${folder} ${whatIs(folder)}`, hint: GIVE_PARTS };
  const [hash, text = ''] = readFileSync(file, 'utf8').split('\n');
  if (hash !== keyOf(text)) {
    return { message: `${file} is damaged`, hint: 'copy this part again, or build it again' };
  }
  const written: unknown = JSON.parse(text);
  const { release } = releaseSchema.parse(written).inputs;
  if (release !== releaseOfPackage()) {
    return {
      message: `${folder} was built with Noticeboard ${release}, and this is ${releaseOfPackage()}`,
      hint: 'build and merge all parts with the same release',
    };
  }
  return { folder, note: noteSchema.parse(written) };
}

const whatIs = (folder: string): string =>
  !existsSync(folder)
    ? 'does not exist'
    : isBuiltSite(folder)
      ? 'is a whole site, and no part of one'
      : `is not a part of a site: it has no ${NOTE}`;

const GIVE_PARTS =
  'give the folders that builds with NOTICEBOARD_SHARD wrote, with their hidden files: in actions/upload-artifact, set include-hidden-files: true';

const releaseSchema = z.object({ inputs: z.object({ release: z.string() }) });

/** The hash says that it is what this release has written. */
const noteSchema = z.custom<Note>();
