/** Joins the parts of a site that several machines have built: the same site, byte for byte, as one builds. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { foreignFiles, MANIFEST, writeManifest } from '../disk/manifest.ts';
import {
  feedFormats,
  readJsonFeed,
  respondWithFeed,
  type FeedEntry,
} from '../exports/feed-formats.ts';
import { joinedFeed } from '../exports/feeds.ts';
import { counted } from '../findings/report.ts';
import { nameOfShard } from '../site/shards.ts';
import { hashOf, NOTE, type Note, type BuiltShard, type ShardFault } from './shard.ts';
import { writeSearchIndex } from './search-index.ts';

/**
 * What is wrong with parts, of the first kind that is: they are not all those of one site, have not
 * arrived whole, or do not fit together.
 */
export function faultsOfShards(parts: readonly BuiltShard[]): ShardFault[] {
  const checks = [[faultsOfCount, faultsOfInputs], [faultsOfFiles], [faultsOfOverlap]];
  for (const each of checks) {
    const faults = each.flatMap((check) => check(parts));
    if (faults.length > 0) return faults;
  }
  return [];
}

const nameOf = ({ note }: BuiltShard): string => `part ${nameOfShard(note.shard)}`;

const built = ({ shard, inputs }: Pick<Note, 'shard' | 'inputs'>): string =>
  `NOTICEBOARD_SHARD=${nameOfShard(shard)} NOTICEBOARD_TODAY=${inputs.today} npx astro build`;

/** The parts that have in common what most have, by its value. */
function mostOf(
  parts: readonly BuiltShard[],
  valueOf: (part: BuiltShard) => unknown,
): BuiltShard[] {
  const groups = [...Map.groupBy(parts, valueOf).values()];
  return groups.toSorted((a, b) => b.length - a.length)[0] ?? [];
}

/** Parts of another number of parts, parts that are there twice, and parts that are missing. */
function faultsOfCount(parts: readonly BuiltShard[]): ShardFault[] {
  const [first] = mostOf(parts, ({ note }) => note.shard.of);
  if (!first) return [];
  const { inputs, shard } = first.note;
  const { of } = shard;
  const others = parts.filter(({ note }) => note.shard.of !== of);
  const byNumber = Map.groupBy(parts, ({ note }) => note.shard.number);
  const twice = [...byNumber.values()].filter((same) => same.length > 1);
  const missing = Array.from({ length: of }, (_, index) => index + 1).filter(
    (number) => !byNumber.has(number),
  );
  if (others.length > 0) {
    return others.map((part) => ({
      message: `${part.folder} is ${nameOf(part)}, and ${first.folder} is ${nameOf(first)}`,
      hint: `give parts of one site: those from 1/${of} to ${of}/${of}`,
    }));
  }
  const [lost = 0] = missing;
  return [
    ...twice.flatMap(([one, ...more]) =>
      more.map((other) => ({
        message: `${one ? nameOf(one) : ''} is given twice: ${one?.folder} and ${other.folder}`,
        hint: 'give each part once',
      })),
    ),
    ...(missing.length === 0
      ? []
      : [
          {
            message:
              missing.length === 1
                ? `part ${lost}/${of} is missing`
                : `${missing.length} parts are missing: ${shortened(missing.map((number) => `${number}/${of}`))}`,
            hint: `build ${missing.length === 1 ? 'it and give its folder' : 'them and give their folders'} too: ${built({ shard: { number: lost, of }, inputs })}`,
          },
        ]),
  ];
}

/** What a part can have been made from, as the end of a sentence about two parts. */
const INPUTS = {
  today: (own, other, than) => `for ${own}, and ${than} for ${other}`,
  node: (own, other, than) => `with Node.js ${own}, and ${than} with ${other}`,
  sources: (_, __, than) => `from other notices, settings or code than ${than}`,
} satisfies Partial<
  Record<keyof Note['inputs'], (own: string, other: string, than: string) => string>
>;

function faultsOfInputs(parts: readonly BuiltShard[]): ShardFault[] {
  const [first] = mostOf(parts, ({ note }) => JSON.stringify(note.inputs));
  if (!first) return [];
  const expected = first.note.inputs;
  return parts.flatMap((part) => {
    const { shard, inputs } = part.note;
    const input = (['today', 'node', 'sources'] as const).find(
      (each) => inputs[each] !== expected[each],
    );
    if (!input) return [];
    const how = INPUTS[input](inputs[input], expected[input], nameOf(first));
    return [
      {
        message: `${nameOf(part)} was built ${how}`,
        hint: `build it again from the same commit: ${built({ shard, inputs: expected })}`,
      },
    ];
  });
}

/** Files that did not arrive as they were built, and files that no build wrote. */
function faultsOfFiles(parts: readonly BuiltShard[]): ShardFault[] {
  return parts.flatMap((part) => {
    const { folder, note } = part;
    const damaged = Object.entries(note.files).flatMap(([file, hash]) => {
      if (!existsSync(path.join(folder, file))) return [`${file} is missing`];
      return hashOf(folder, file) === hash ? [] : [`${file} is not what was built`];
    });
    const foreign = foreignFiles(folder, [...Object.keys(note.files), NOTE, MANIFEST]);
    return [
      ...(damaged.length > 0
        ? [
            {
              message: `${nameOf(part)} in ${folder} is not whole: ${shortened(damaged)}`,
              hint: `copy it again, with its hidden files, or build it again: ${built(note)}`,
            },
          ]
        : []),
      ...(foreign.length > 0
        ? [
            {
              message: `${folder} contains ${counted(foreign.length, 'file')} that no build wrote: ${shortened(foreign)}`,
              hint: 'move them elsewhere, and add them to the merged site',
            },
          ]
        : []),
    ];
  });
}

/** Files that several parts have, and not the same. */
function faultsOfOverlap(parts: readonly BuiltShard[]): ShardFault[] {
  const firsts = new Map<string, BuiltShard>();
  return parts.flatMap((part) =>
    Object.entries(part.note.files).flatMap(([file, hash]): ShardFault[] => {
      const first = firsts.get(file);
      if (!first) firsts.set(file, part);
      if (!first || first.note.files[file] === hash) return [];
      return [
        {
          message: `${file} is not the same in ${nameOf(first)} and ${nameOf(part)}`,
          hint: 'if an integration makes it of all pages, leave that out of the parts; else build both again from the same commit',
        },
      ];
    }),
  );
}

/** A list of which only the first are named. */
const shortened = (names: readonly string[]): string =>
  names.slice(0, 3).join(', ') + (names.length > 3 ? `, and ${names.length - 3} more` : '');

/**
 * Writes the site that parts are of.
 *
 * @param directory the folder of the site, which is empty
 * @param parts all of one site, in which {@link faultsOfShards} found nothing
 * @returns how many notices are in it
 */
export async function writeMerged(
  directory: string,
  parts: readonly BuiltShard[],
): Promise<number> {
  const [first] = parts;
  if (!first) return 0;
  for (const { folder, note } of parts) copyFiles(Object.keys(note.files), folder, directory);
  const { path: below, search } = first.note;
  const notices = parts
    .flatMap(({ note }) => note.search.notices)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const folder = path.join(directory, below);
  await writeFeeds(folder, first.note.feed);
  await writeSearchIndex(folder, { ...search, notices });
  writeManifest(directory);
  return notices.length;
}

function copyFiles(files: readonly string[], from: string, to: string): void {
  for (const file of files) {
    const target = path.join(to, file);
    mkdirSync(path.dirname(target), { recursive: true });
    copyFileSync(path.join(from, file), target);
  }
}

/** Writes the feed of all notices, of what is in their own. */
async function writeFeeds(folder: string, feed: Note['feed']): Promise<void> {
  if (!feed) return;
  const entries = feed.notices.flatMap((id) => entriesIn(path.join(folder, id)));
  for (const [number, each] of joinedFeed(feed.about, entries)) {
    for (const format of feedFormats) {
      const name = ['feed', number, format].filter((part) => part !== '').join('.');
      writeFileSync(path.join(folder, name), await respondWithFeed(each, format).text());
    }
  }
}

/** The entries of a notice, the newest first: those of its feed and of the archives that follow. */
function entriesIn(folder: string): FeedEntry[] {
  const all: FeedEntry[] = [];
  for (let name: string | undefined = 'feed.json'; name !== undefined;) {
    const { entries, older } = readJsonFeed(readFileSync(path.join(folder, name), 'utf8'));
    all.push(...entries);
    name = older && path.posix.basename(new URL(older).pathname);
  }
  return all;
}
