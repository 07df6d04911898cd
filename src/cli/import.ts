/** `import`: makes a draft of a notice that exists elsewhere, with an account of every sentence. */
import { lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isError, type Finding } from '../findings/catalogue.ts';
import { counted } from '../findings/report.ts';
import { accountAsJson } from './import-print.ts';
import type { Account, Answers, Source } from '../import/model.ts';
import { importSource } from '../import/notice.ts';
import { readSource } from '../import/source.ts';
import { importChange } from '../record/imports.ts';
import { changeTogether } from '../record/journal.ts';
import { DRAFT } from '../notices/names.ts';
import { withSlashes } from '../disk/paths.ts';
import { draftToReplace, lastAccount, reportOfNew } from './import-again.ts';
import { askAbout } from './import-ask.ts';
import { firstDay, type Surroundings } from './import-draft.ts';
import { make, type Made } from './import-make.ts';
import { importHistoryOf } from './import-history.ts';
import { isHistory } from './import-history-open.ts';
import { nextSteps } from './import-next.ts';
import { reportOfDropped, reportOfFacts, reportOfRemarks, reportOfText } from './import-report.ts';
import { looksLikeSource, readGiven } from './import-source.ts';
import { folderWith, inTurn, readFolder, type Folder } from './folder.ts';
import { isOutline } from './new.ts';
import { personHere, type Person } from './person.ts';
import { placeOfDraft } from './place.ts';
import { print, refuseControls, Refusal, reported } from './terminal.ts';

export interface ImportOptions {
  /** A CSS selector of the main text. */
  main?: string;
  /** The file in a repository. */
  path?: string;
  /** Whether nobody is asked. */
  yes?: boolean;
  json?: boolean;
  /** Whether the answers of the last import are taken. */
  again?: boolean;
  dryRun?: boolean;
  /** Whether versions of a history are kept in which only links changed. */
  links?: boolean;
  tracked?: string;
  /** What is written where no text of a history says it. */
  title?: string;
  controller?: string;
  email?: string;
  /** Whether all that was left out is printed. */
  dropped?: boolean;
}

/**
 * Imports a notice.
 *
 * @param words the notice and the source, as they were typed; what is left out is asked for
 * @param somebody who is asked; by default the person at this terminal
 * @throws Refusal if the source cannot be imported whole; then nothing is written
 */
export async function importNotice(
  words: readonly string[],
  options: ImportOptions,
  somebody: Person | undefined = personHere(),
): Promise<void> {
  const { main, path: inside, tracked, title, controller, email } = options;
  refuseControls({ main, path: inside, tracked, title, controller, email });
  const person = options.yes || options.json ? undefined : somebody;
  const { notice, written } = await bothOf(words, person);
  if (isHistory(written)) {
    await importHistoryOf(notice, written, options, person);
    return;
  }
  const given = readGiven(written);
  if (given.kind === 'folder') return;
  refuseForOneSource(options);
  const place = await inTurn(() => placeFor(notice, options.again));
  const source = readSource(given.bytes, given.name);
  if ('refused' in source) throw new Refusal(source.refused, 'nothing was written');
  const made = await worked(source, place, options, person);
  if (options.dryRun) {
    finish(made.account, options, 'Nothing was written: this was a dry run.');
    return;
  }
  const hint = await inTurn(() => write(place, made, options.again));
  finish(made.account, options, hint);
}

/** A notice, and what is there of it. */
interface Place {
  id: string;
  file: string;
  folder: Folder;
  published: Folder['versions'];
  /** The draft that is there, where it is replaced. */
  draft: Surroundings['draft'];
  /** The file of the draft that is there. */
  text: string | undefined;
  /** The account of the last import, where it is repeated. */
  last: Account | undefined;
}

/** The notice and the source, of which the command asks for what was not typed. */
async function bothOf(
  [first, second]: readonly string[],
  person: Person | undefined,
): Promise<{ notice: string; written: string }> {
  if (first !== undefined && second !== undefined) return { notice: first, written: second };
  const isSource = first !== undefined && looksLikeSource(first);
  if (!person) {
    const what =
      first === undefined
        ? 'the notice and its source are'
        : isSource
          ? 'the notice is'
          : 'the source is';
    throw new Refusal(
      `${what} missing`,
      `write the path of the notice, then the file: npx noticeboard import ${isSource || first === undefined ? 'customers' : first} ${isSource ? first : 'privacy.html'}`,
    );
  }
  const notice =
    first !== undefined && !isSource
      ? first
      : await person.type('What is the path of the notice? It becomes its address:', {
          placeholder: 'customers',
          check: required,
        });
  const written = isSource
    ? first
    : await person.type('Where is the text? A saved page, .docx, .txt or .md, or a folder:', {
        placeholder: 'privacy.html',
        check: required,
      });
  return { notice, written };
}

const required = (typed: string): string | undefined =>
  typed === '' ? 'This is required.' : undefined;

/**
 * The place of the draft.
 *
 * @param isAgain whether a draft is replaced whose words are those of the last import
 * @throws Refusal if a draft stands there that somebody has written, or the notice is a translation
 */
async function placeFor(written: string, isAgain = false): Promise<Place> {
  const folder = await readFolder();
  const { id, file } = placeOfDraft(folder.directory, written);
  const own = folder.versions.filter(({ notice }) => notice === id);
  const translation = own.find((version) => version.translation)?.translation;
  if (translation) {
    const { of, language } = translation;
    throw new Refusal(
      `${id} is a translation of ${of}`,
      `create its draft, and put the text into it: npx noticeboard translate ${of} ${language}`,
    );
  }
  const last = isAgain ? lastAccount(folder, id) : undefined;
  if (isAgain && !last) {
    throw new Refusal(`nothing was imported for ${id} yet`, 'leave --again out');
  }
  const there = draftThere(id, file, last);
  await refuseName(folder, nameIn(folder, file), withSlashes(path.relative('.', file)));
  return { id, file, folder, published: own.filter((each) => !each.draft), ...there, last };
}

/**
 * The draft that is there, where it may be replaced.
 *
 * @throws Refusal if it may not: somebody has written in it
 */
function draftThere(
  id: string,
  file: string,
  last: Account | undefined,
): Pick<Place, 'draft' | 'text'> {
  const there = lstatSync(file, { throwIfNoEntry: false });
  if (!there) return { draft: undefined, text: undefined };
  const text = there.isFile() ? readFileSync(file, 'utf8') : undefined;
  if (text !== undefined && isOutline(text)) return { draft: undefined, text };
  const shown = withSlashes(path.relative('.', file));
  if (text === undefined || !last) {
    throw new Refusal(
      `${id} already has a draft: ${shown}`,
      'publish it, or delete it if it is no longer wanted; import writes over nothing. For a newer copy of what it was imported from: --again',
    );
  }
  const draft = draftToReplace(text, last, shown);
  if (!('refused' in draft)) return { draft, text };
  throw new Refusal(
    draft.refused,
    'import writes over nothing that somebody has written: publish it, or delete it, and import again',
  );
}

/** The path of a file within the folder of notices. */
const nameIn = ({ directory }: Folder, file: string): string =>
  withSlashes(path.relative(directory, file));

function refuseForOneSource({ path: inside, links }: ImportOptions): void {
  const name = inside === undefined ? (links ? '--links' : undefined) : '--path';
  if (name === undefined) return;
  throw new Refusal(
    `${name} is for histories, and the source is one file`,
    'leave it out, or give the folder of a git repository or of saved pages',
  );
}

/** Imports a source, asking what it leaves open. Nothing is written. */
async function worked(
  source: Source,
  place: Place,
  options: ImportOptions,
  person: Person | undefined,
): Promise<Made> {
  const before = await trackedBy(source, answersGiven(place, options), person);
  const surroundings = around(place);
  let made = make(source, before, surroundings);
  const report = (text: string): void => {
    if (!options.json && text !== '') print(`${text}\n`);
  };
  report(reportOfText(made.account, made.imported.language));
  if (person) {
    const known = { day: firstDay(surroundings), isFollowing: place.published.length > 0 };
    made = make(source, await askAbout(made.imported, before, known, person), surroundings);
  }
  if (place.last) report(reportOfNew(place.last, made.account));
  report(reportOfFacts(made.account, made.draft.effective));
  report(reportOfRemarks(made.account));
  if (options.dropped) report(reportOfDropped(made.account));
  if (person && !options.dryRun) await agree(made.account, person);
  return made;
}

const around = ({ folder, file, published, draft }: Place) => ({
  today: folder.today,
  published,
  draft,
  file: nameIn(folder, file),
});

/** The answers that stand before anybody is asked: those of the options, and with `--again` the last ones. */
function answersGiven({ last: account }: Place, options: ImportOptions): Answers {
  const { main, tracked, title, controller, email } = options;
  const last = account?.answers ?? {};
  if (tracked !== undefined && tracked !== 'accept' && tracked !== 'reject') {
    throw new Refusal(
      `--tracked cannot be "${tracked}"`,
      'write --tracked accept or --tracked reject',
    );
  }
  const facts = {
    ...last.facts,
    ...(title !== undefined && { title }),
    ...(controller !== undefined && { 'controller.name': controller }),
    ...(email !== undefined && { 'controller.contact.email': email }),
  };
  return {
    ...last,
    ...(main !== undefined && { main }),
    ...(tracked !== undefined && { tracked }),
    ...(Object.keys(facts).length > 0 && { facts }),
  };
}

/** Tracked changes are accepted or rejected by somebody who says so. */
async function trackedBy(
  source: Source,
  before: Answers,
  person: Person | undefined,
): Promise<Answers> {
  const imported = importSource(source, before);
  if ('refused' in imported || !imported.tracked) return before;
  const { insertions, deletions } = imported.tracked;
  const what = `${counted(insertions, 'insertion')} and ${counted(deletions, 'deletion')}`;
  const answer = await person?.choose(
    `The document has tracked changes: ${what}. Which text is the notice?`,
    [
      { value: 'accept', label: 'with the changes', hint: 'accept' },
      { value: 'reject', label: 'as it was before them', hint: 'reject' },
      { value: 'stop', label: 'stop: I have to ask', hint: 'nothing is written' },
    ],
  );
  if (answer === 'accept' || answer === 'reject') return { ...before, tracked: answer };
  throw new Refusal(
    `the document has tracked changes that are not decided: ${what}`,
    'decide them in Word, or add --tracked accept (the text with them) or --tracked reject (the text before them)',
  );
}

/** Lets a person see what was left out before the draft is written. */
async function agree(account: Account, person: Person): Promise<void> {
  for (;;) {
    const key = await person.choose('Write the draft?', [
      { value: 'w', label: 'write it' },
      { value: 'd', label: 'show what was dropped' },
      { value: 'q', label: 'quit, and write nothing' },
    ]);
    if (key === 'w') return;
    if (key === 'q') throw new Refusal('Nothing was written.');
    person.show(reportOfDropped(account));
  }
}

/** Writes draft and account together, and returns what to say of it. */
async function write(
  before: Place,
  { draft, account, imported }: Made,
  isAgain = false,
): Promise<string> {
  // Another command may have written since: while a person is asked, others need not wait.
  const { id, file, folder, text } = await placeFor(before.id, isAgain);
  const shown = withSlashes(path.relative('.', file));
  if (text !== before.text) {
    throw new Refusal(
      `${shown} was changed meanwhile`,
      'nothing was written: run the command again',
    );
  }
  const bytes = new TextEncoder().encode(draft.text);
  const checked = await folderWith(folder, (files) => [
    ...files.filter(({ path: each }) => each !== nameIn(folder, file)),
    { path: nameIn(folder, file), file: shown, bytes },
  ]);
  const record = importChange(folder.directory, id, DRAFT, account);
  changeTogether(folder.directory, [record, { file, content: draft.text }]);
  const found = checked.findings.filter((each) => each.file === shown);
  const sections = imported.body.match(/^#{2,6} /gm)?.length ?? 0;
  return [
    `Wrote ${shown} (${sections} sections), and its account,\n${path.relative('.', record.file)}.`,
    ...(found.length > 0 ? [reported(found)] : []),
    nextSteps({ id, file: shown, draft, today: folder.today, hasErrors: found.some(isError) }),
  ].join('\n\n');
}

/**
 * Refuses a notice whose name no notice can have, or that would take the place of another.
 *
 * @param name the path of its draft in the folder of notices
 * @param file the same for people
 */
async function refuseName(folder: Folder, name: string, file: string): Promise<void> {
  const checked = await folderWith(folder, (files) => [
    ...files.filter(({ path: each }) => each !== name),
    { path: name, file, bytes: new TextEncoder().encode('---\n---\n') },
  ]);
  // A name that differs only in capitals is reported at the other notice's file.
  const isNew = ({ code, file: at }: Finding): boolean =>
    !folder.findings.some((each) => each.code === code && each.file === at);
  const errors = checked.findings.filter((each) => /^notice-/.test(each.code) && isNew(each));
  if (errors.length > 0) throw new Refusal(reported(errors), 'choose another path for the notice');
}

function finish(account: Account, { json }: ImportOptions, hint: string): void {
  print(json ? accountAsJson(account) : hint);
}
