/** `new`: creates the draft of a new notice, as an outline or whole. */
import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { cancel, isCancel, text } from '@clack/prompts';
import { stringify } from 'yaml';
import { isError } from '../findings/catalogue.ts';
import { titleOf, writeDraft } from '../law/start/draft.ts';
import { isIsoDate, type IsoDate } from '../notices/dates.ts';
import { writeWhole } from '../record/files.ts';
import { inTurn, readFolder } from './folder.ts';
import { askActivities, askAnswers } from './new-ask.ts';
import { chosenBy, takenForGranted, type Chosen } from './new-options.ts';
import { personHere } from './person.ts';
import { placeOfDraft } from './place.ts';
import { print, refuseControls, Refusal, reported } from './terminal.ts';

export interface NewNotice {
  title?: string | undefined;
  controller?: string | undefined;
  email?: string | undefined;
  effective?: string | undefined;
  /** Activities with commas between them: then the draft is whole. */
  activities?: string | undefined;
  /** What the controller is: `company`, `charity`. */
  kind?: string | undefined;
  /** Its postal address, with commas between its lines. */
  address?: string | undefined;
}

const QUESTIONS = {
  title: { message: 'What is the notice called?', placeholder: 'Customer privacy notice' },
  controller: {
    message: 'Which organisation is responsible? Its full legal name:',
    placeholder: 'Example Limited',
  },
  email: {
    message: 'Which email address is for questions about personal data?',
    placeholder: 'privacy@example.co.uk',
  },
} as const;

/**
 * Creates the draft of a notice, and asks for what was not given. With activities the draft is a whole
 * notice; a person at a terminal is asked for them, and for what the notice needs to know of each.
 *
 * @param written the path of the notice, as it was typed
 * @throws Refusal if the notice exists or its draft would have errors; then nothing is written
 */
export async function create(written: string, given: NewNotice): Promise<void> {
  const { title: givenTitle, controller: givenController, email: givenEmail } = given;
  refuseControls({
    title: givenTitle,
    controller: givenController,
    email: givenEmail,
    activities: given.activities,
    kind: given.kind,
    address: given.address,
  });
  const chosen = chosenIn(given);
  const { directory, today, versions, findings } = await inTurn(() => readFolder());
  const before = new Set(findings.map(({ code, file: at }) => `${code} ${at}`));
  const { id, folder, file } = placeOfDraft(directory, written);
  if (versions.some(({ notice }) => notice === id) || existsSync(file)) {
    throw new Refusal(
      `the notice "${id}" already exists`,
      `to change it: npx noticeboard revise ${id}`,
    );
  }
  const effective = given.effective ?? today;
  if (!isIsoDate(effective)) {
    throw new Refusal(`"${effective}" is not a day`, 'write it like --effective 2026-01-31');
  }
  if (effective < today) {
    throw new Refusal(
      `a notice that is published today cannot apply from ${effective}, before anyone could read it`,
      `choose today or a later day. If it was already published then, put its text into ${id}/${effective}.mdx and run: npx noticeboard adopt ${id}/${effective}`,
    );
  }
  const text = await textOf(given, chosen, today, effective);
  writeWhole(file, text);
  const shown = path.relative('.', file);
  // A name that differs only in capitals is reported at the other notice's file.
  const now = await readFolder();
  const errors = now.findings.filter(
    (each) => isError(each) && !before.has(`${each.code} ${each.file}`),
  );
  if (errors.length > 0) {
    rmSync(file);
    clearEmpty(folder, directory);
    throw new Refusal(reported(errors), 'nothing was written; fix these and run the command again');
  }
  if (!isOutline(text)) {
    const draft = now.versions.find((version) => version.notice === id);
    printWhole(id, shown, chosen && draft ? takenForGranted(chosen, draft.facts) : []);
    return;
  }
  print(`Created ${shown}. Write the notice, and preview it with npm run dev. Then:`);
  print(`  npx noticeboard publish ${id}`);
  print(
    'If you have its text already, as a page, a Word file or a paste, import takes that instead:',
  );
  print(`  npx noticeboard import ${id} <file>`);
}

function printWhole(id: string, shown: string, granted: readonly string[]): void {
  print(`Created ${shown}: a whole notice, from what you answered and what is usual.`);
  print('Read it with npm run dev and change what is not so, above all how long you keep data,');
  print('who receives it and where they are. It is not legal advice.');
  if (granted.length > 0) print('\nNobody was asked, so it takes this for granted:');
  for (const line of granted) print(`  - ${line}`);
  print('\nThen see what the law asks of it, and publish it:');
  print(`  npx noticeboard check ${id}`);
  print(`  npx noticeboard publish ${id}`);
}

/** The text of the draft: whole where activities are known, or else an outline. */
async function textOf(
  given: NewNotice,
  chosen: Chosen | undefined,
  today: IsoDate,
  effective: IsoDate,
): Promise<string> {
  // Where nobody can be asked, activities have a title of their own.
  const title =
    chosen && given.title === undefined
      ? titleOf(chosen.activities)
      : await ask('title', given.title);
  const name = await ask('controller', given.controller);
  const email = await ask('email', given.email);
  const basics = { title, name, email, today, effective };
  if (chosen) return writeDraft({ ...basics, ...chosen });
  const person = personHere();
  const picked = person ? await askActivities(person) : [];
  if (!person || picked.length === 0) {
    return draftOf({ title, controller: name, email, effective, today });
  }
  return writeDraft({ title, ...(await askAnswers(basics, picked, person)) });
}

/** What options say of a whole notice; undefined without activities, which all others go with. */
function chosenIn({ activities, kind, address }: NewNotice): Chosen | undefined {
  if (activities !== undefined) return chosenBy({ activities, kind, address });
  const other = kind === undefined ? (address === undefined ? undefined : 'address') : 'kind';
  if (other === undefined) return undefined;
  throw new Refusal(`--${other} needs --activities`, 'write both, or leave it out');
}

/** Removes the empty folders that were created for a draft that was refused. */
function clearEmpty(folder: string, directory: string): void {
  for (let here = folder; here !== directory && readdirSync(here).length === 0;) {
    rmdirSync(here);
    here = path.dirname(here);
  }
}

async function ask(name: keyof typeof QUESTIONS, given: string | undefined): Promise<string> {
  if (given !== undefined) return given;
  if (!process.stdin.isTTY) {
    throw new Refusal(
      `--${name} is missing`,
      `${QUESTIONS[name].message} Give it as --${name} "…"`,
    );
  }
  const answer = await text({
    ...QUESTIONS[name],
    validate: (typed) => (typed?.trim() ? undefined : 'This is required.'),
  });
  if (isCancel(answer)) {
    cancel('Nothing was written.');
    process.exit(1);
  }
  return answer.trim();
}

/** Sections that the law requires (UK GDPR Art 13), in the order in which readers ask. */
const OUTLINE: readonly [heading: string, anchor: string, about: string][] = [
  ['What we collect', 'what-we-collect', 'Which data, about whom, and where it comes from.'],
  [
    'Why we use it',
    'purposes',
    'Each purpose with its lawful basis; for legitimate interests, which.',
  ],
  ['Who we share it with', 'sharing', 'Recipients or kinds of them.'],
  ['Where it goes', 'transfers', 'Countries outside the UK, and what protects the data there.'],
  ['How long we keep it', 'retention', 'A period for each kind of data, or how it is decided.'],
  ['Your rights', 'rights', 'What people may ask for, and how; consent can be withdrawn.'],
  ['How to complain', 'complaints', 'To you first, then to the regulator.'],
];

function draftOf(
  facts: Record<'title' | 'controller' | 'email' | 'effective' | 'today', string>,
): string {
  const { title, controller, email, effective, today } = facts;
  const quoted = (date: string): string => `"${date}"`;
  const line = (key: string, value: string): string =>
    stringify({ [key]: value }, { lineWidth: 0 }).trimEnd();
  return `---
${line('title', title)}
published: ${quoted(today)}
effective: ${quoted(effective)}
changeType: initial
controller:
  ${line('name', controller)}
  contact:
    ${line('email', email)}
---

${outline()}`;
}

/** The text of a draft that nobody has written yet. */
function outline(): string {
  const sections = OUTLINE.map(
    ([heading, anchor, about]) => `## ${heading} {#${anchor}}\n\n{/* ${about} */}\n`,
  );
  return `## Who we are {#who-we-are}

<Controller />

<Contact />

${sections.join('\n')}`;
}

/** Whether a draft is as this command wrote it, but for its facts: no word of it is lost with it. */
export const isOutline = (draft: string): boolean =>
  draft
    .replaceAll('\r\n', '\n')
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .trim() === outline().trim();
