/** `new`: creates the draft of a new notice. */
import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { cancel, isCancel, text } from '@clack/prompts';
import { stringify } from 'yaml';
import { isError } from '../findings/catalogue.ts';
import { isIsoDate } from '../notices/dates.ts';
import { writeWhole } from '../record/files.ts';
import { inTurn, readFolder } from './folder.ts';
import { placeOfDraft } from './place.ts';
import { print, refuseControls, Refusal, reported } from './terminal.ts';

export interface NewNotice {
  title?: string | undefined;
  controller?: string | undefined;
  email?: string | undefined;
  effective?: string | undefined;
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
 * Creates the draft of a notice, and asks for what was not given.
 *
 * @param written the path of the notice, as it was typed
 * @throws Refusal if the notice exists or its draft would have errors; then nothing is written
 */
export async function create(written: string, given: NewNotice): Promise<void> {
  const { title: givenTitle, controller: givenController, email: givenEmail } = given;
  refuseControls({ title: givenTitle, controller: givenController, email: givenEmail });
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
  const title = await ask('title', given.title);
  const controller = await ask('controller', given.controller);
  const email = await ask('email', given.email);
  writeWhole(file, draftOf({ title, controller, email, effective, today }));
  const shown = path.relative('.', file);
  // A name that differs only in capitals is reported at the other notice's file.
  const errors = (await readFolder()).findings.filter(
    (each) => isError(each) && !before.has(`${each.code} ${each.file}`),
  );
  if (errors.length > 0) {
    rmSync(file);
    clearEmpty(folder, directory);
    throw new Refusal(reported(errors), 'nothing was written; fix these and run the command again');
  }
  print(`Created ${shown}. Write the notice, and preview it with npm run dev. Then:`);
  print(`  npx noticeboard publish ${id}`);
  print(
    'If you have its text already, as a page, a Word file or a paste, import takes that instead:',
  );
  print(`  npx noticeboard import ${id} <file>`);
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
