/** `announce`: writes what a publisher sends to tell people of a version. */
import path from 'node:path';
import type { CheckedVersion } from '../checks/file.ts';
import { withSlashes } from '../disk/paths.ts';
import { announcementFiles } from '../exports/announce/index.ts';
import { newsOf, type News } from '../exports/announce/news.ts';
import { lengthOf } from '../exports/announce/line.ts';
import { formatDate } from '../notices/dates.ts';
import { DRAFT } from '../notices/names.ts';
import type { Notice, Version } from '../site/notices.ts';
import type { Project } from '../site/load-project.ts';
import { en } from '../words/en/index.ts';
import { primaryOf } from '../words/index.ts';
import { writeAnnouncement } from './announce-files.ts';
import { dayRefused, nameFor } from './days.ts';
import { draftHint, idOf, noticeIn, readSoundFolder, type Folder } from './folder.ts';
import { projectAt } from './project.ts';
import { noticesOfVersions, placeOf } from './site.ts';
import { print, printClock, Refusal, refuseAll } from './terminal.ts';

/** How an announcement is written. */
export interface AnnounceOptions {
  /** The version by its name, or `draft`. */
  version?: string;
  /** The folder to write to. */
  out?: string;
  /** Whether files are overwritten that somebody has edited. */
  force?: true;
}

/**
 * Writes an email, a banner and posts that tell people of a version, to be edited and sent.
 *
 * @param written the id of the notice, as it was typed
 * @throws Refusal if there is nothing to tell of the version, if the site has no address, or if
 *   somebody has edited the files
 */
export async function announce(written: string, options: AnnounceOptions): Promise<void> {
  const folder = await readSoundFolder({ notices: [idOf(written)] });
  const project = await projectAt(folder.root);
  refuseNoAddress(project);
  const { id, draft } = noticeIn(folder, written);
  const name = options.version?.replace(/^.*\//, '');
  const isDraft = name === DRAFT || (name === undefined && isOnlyDraft(folder, id));
  const { notice, version } = isDraft
    ? ofDraft(folder, draft, id, project)
    : chosen(folder, id, name, project);
  const { locate } = placeOf(project);
  const news = newsOf(notice, version, { locate, today: folder.today });
  const directory = options.out
    ? path.resolve(options.out)
    : path.join(folder.root, 'announce', ...id.split('/'), isDraft ? DRAFT : version.name);
  const files = announcementFiles(news);
  writeAnnouncement(directory, files, options.force ?? false);
  printClock(folder.today);
  printWritten(directory, files);
  printMissing(news, version);
  printNext(folder, { notice, version, news, isDraft });
}

/** Refuses a site without an address: who is told of a text must be able to find it. */
function refuseNoAddress({ url }: Project): void {
  if (url !== undefined) return;
  throw new Refusal(
    'the texts would not say where to read the notice: astro.config.mjs has no `site`',
    "nothing was written. Add the address of your site: site: 'https://www.company.example'",
  );
}

/** Whether nothing of a notice is public yet. */
const isOnlyDraft = (folder: Folder, id: string): boolean =>
  !noticeIn(folder, id).published.some(({ facts }) => facts.published <= folder.today);

interface Chosen {
  notice: Notice;
  version: Version;
}

/**
 * A version that people can be told of: one that is named, else the next one to come, else the one in
 * force, else the last one.
 *
 * @throws Refusal if there is no such version, or if it no longer applies
 */
function chosen(folder: Folder, id: string, name: string | undefined, project: Project): Chosen {
  const notice = noticeOf(folder, folder.versions, id, project);
  const known = notice?.published ?? [];
  if (!notice || known.length === 0) {
    throw new Refusal(
      `${id} has no version that is public`,
      `publish one: npx noticeboard publish ${id}`,
    );
  }
  const version =
    name === undefined
      ? (notice.scheduled[0] ?? notice.inForce ?? notice.leading)
      : known.find((each) => each.name === name);
  if (!version) {
    const hidden = folder.versions.find((each) => each.notice === id && each.name === name);
    throw hidden
      ? new Refusal(
          `${id}/${hidden.name} is not public until ${formatDate(hidden.facts.published)}`,
          'announce it on that day: before it, nobody can read it',
        )
      : new Refusal(
          `${id} has no version "${String(name)}"`,
          `choose one of: ${known.map((each) => each.name).join(', ')}`,
        );
  }
  if (version.status === 'superseded') {
    throw new Refusal(
      `${id}/${version.name} was replaced: there is nothing to tell people of it`,
      `announce the current notice: npx noticeboard announce ${id}`,
    );
  }
  return { notice, version };
}

/**
 * The draft as it would be if it were published today.
 *
 * @throws Refusal if it could not be published for its day
 */
function ofDraft(
  folder: Folder,
  draft: CheckedVersion | undefined,
  id: string,
  project: Project,
): Chosen {
  const { published } = noticeIn(folder, id);
  if (!draft) throw new Refusal(`${id} has no draft`, draftHint(id, published));
  const { effective } = draft.facts;
  const name = draft.translation
    ? nameOfOriginal(folder, draft.translation.of, effective)
    : nameFor(effective, published);
  if (!draft.translation) refuseAll(dayRefused(id, effective, published, folder.today));
  const sequence = Number(/-(\d+)$/.exec(name.slice(effective.length))?.[1] ?? 1);
  const facts = { ...draft.facts, published: folder.today };
  const made = { ...draft, name, date: effective, sequence, facts, draft: false };
  const versions = folder.versions.map((each) => (each === draft ? made : each));
  const notice = noticeOf(folder, versions, id, project);
  const version = notice?.published.find((each) => each.name === name);
  if (notice && version) return { notice, version };
  throw new Refusal(
    `the draft of ${id} cannot be placed among its versions`,
    `see what is wrong with it: npx noticeboard publish ${id}`,
  );
}

/** The name of the version that a draft translates. */
function nameOfOriginal({ versions }: Folder, of: string, effective: string): string {
  const original = versions.findLast(
    ({ notice, draft, facts }) => notice === of && !draft && facts.effective === effective,
  );
  if (original) return original.name;
  throw new Refusal(
    `the original, ${of}, has no published version that applies from ${effective}`,
    `publish that first: npx noticeboard publish ${of}`,
  );
}

/** A notice with its versions in time. */
const noticeOf = (
  folder: Folder,
  versions: readonly CheckedVersion[],
  id: string,
  project: Project,
): Notice | undefined =>
  noticesOfVersions(folder, versions, project).find((notice) => notice.id === id);

function printWritten(directory: string, files: ReadonlyMap<string, string>): void {
  print(`Wrote to ${withSlashes(path.relative('.', directory)) || '.'}:`);
  const post = lengthOf((files.get('post.txt') ?? '').trimEnd());
  print('  email.txt, email.html      an email; the first line of the text is its subject');
  print('  banner.txt, banner.html    a banner for your site');
  print(`  post.txt, post-long.txt    a post of ${post} characters, and a longer one`);
}

/** What nobody but the publisher can know. */
function printMissing(news: News, { facts }: Version): void {
  if (news.occasion === 'change' && news.notes.length === 0) {
    print('`changes` of this version says nothing that holds against the version before.');
  }
  if (news.occasion === 'change' && news.todo.length === 0) {
    print(
      'Neither its facts nor `changes` say what readers can do about it, so the texts do not: write it in if there is something.',
    );
  }
  if (primaryOf(facts.language) !== primaryOf(news.words.language)) {
    print(
      `Noticeboard has no words in the language ${facts.language}: translate what is in ${news.words.language}.`,
    );
  }
}

interface Announced extends Chosen {
  news: News;
  isDraft: boolean;
}

function printNext({ versions }: Folder, { notice, version, news, isDraft }: Announced): void {
  const id = `${notice.id}/${version.name}`;
  print('');
  if (isDraft) {
    print(
      `This is a draft: its addresses answer once it is published to apply from ${formatDate(news.day)}. Then run the command again:`,
    );
    print(`  npx noticeboard announce ${notice.id} --version ${version.name}`);
    return;
  }
  const file = versions.find(
    (each) => each.notice === notice.id && each.name === version.name,
  )?.file;
  const told = version.facts.notified.map(
    ({ by, on }) => `${en.notified[by]} on ${formatDate(on)}`,
  );
  if (told.length > 0) print(`On record already: people were told ${en.listed(told)}.`);
  print('Next:');
  print(`  1. Read the texts and edit them: they are yours. Another run overwrites no edits.`);
  print(`  2. Build and deploy, and open ${news.links[0]?.address ?? ''}`);
  print(`  3. Send them. Then write into ${file ?? id} how, and record it:`);
  print('     notified:');
  print('       - { on: "<day>", by: email }');
  print(`     npx noticeboard adopt ${id}`);
  const others = notice.original ? [] : notice.translations;
  const twins = others.filter(({ published }) =>
    published.some(({ name }) => name === version.name),
  );
  for (const { id: other } of twins) {
    print(`In another language: npx noticeboard announce ${other} --version ${version.name}`);
  }
}
