import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Account } from '../import/model.ts';
import type { ImportOptions } from './import.ts';
import { importNotice } from './import.ts';
import type { Person } from './person.ts';
import { run as command } from './program.ts';

const SIX = `Privacy notice

${'We collect personal data about our customers, and keep it safe. '.repeat(12)}

We keep orders for six years. Read about cookies and your rights.
`;

let folder = '';
let printed = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'import-history-'));
  printed = '';
  vi.stubEnv('NOTICES_DIR', path.join(folder, 'notices'));
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  for (const name of ['saved', 'notices']) mkdirSync(path.join(folder, name));
  save('2024-01-01.txt', SIX);
  save('2024-02-01.txt', SIX);
  save('2024-03-01.txt', SIX.replace('six', 'seven'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const save = (name: string, text: string): void => {
  writeFileSync(path.join(folder, 'saved', name), text);
};
const GIVEN = { title: 'Privacy notice', controller: 'Acme Limited', email: 'a@acme.example' };
const run = (options: ImportOptions, person?: Person): Promise<void> =>
  importNotice(['customers', path.join(folder, 'saved')], { ...GIVEN, ...options }, person);
const written = (): string[] => {
  const own = path.join(folder, 'notices', 'customers');
  return existsSync(own) ? readdirSync(own).toSorted() : [];
};

it('writes a version for each text, and the account of every page', async () => {
  await run({ yes: true });
  expect(written()).toEqual(['2024-01-01.mdx', '2024-03-01.mdx']);
  expect(printed).toMatch(/2024-03-01 {2}\+\d −\d words {2}first seen in 2024-03-01.txt/);
  expect(printed).toContain('npx noticeboard adopt');
  const account = path.join(folder, 'notices.record/~imports/customers/history.json');
  const { sources } = JSON.parse(readFileSync(account, 'utf8')) as {
    sources: { name: string; verdict: string }[];
  };
  expect(sources.map(({ name, verdict }) => `${name} ${verdict}`)).toEqual([
    '2024-01-01.txt version',
    '2024-02-01.txt same-as:2024-01-01',
    '2024-03-01.txt version',
  ]);

  // A version that is there is never written over: then none is written.
  rmSync(path.join(folder, 'notices/customers/2024-01-01.mdx'));
  await expect(run({ yes: true })).rejects.toThrow('there already');
  expect(written()).toEqual(['2024-03-01.mdx']);
});

it('writes nothing in a dry run, nor without what no version can be without', async () => {
  await run({ dryRun: true });
  const options = { yes: true, controller: undefined } as unknown as ImportOptions;
  await expect(run(options)).rejects.toMatchObject({
    message: expect.stringContaining('controller.name') as string,
    reasons: [{ hint: expect.stringContaining('--controller "Example Limited"') as string }],
  });
  expect(written()).toEqual([]);
});

it('asks for what is missing, for days, and before it writes', async () => {
  save('older.txt', SIX.replace('six', 'five'));
  const answers = ['2023-01-01', 'Acme Limited', 'l', 'w'];
  const asked: string[] = [];
  const answer = (message: string): Promise<string> => {
    asked.push(message);
    return Promise.resolve(answers.shift() ?? '');
  };
  const person = {
    show: (text: string) => asked.push(text),
    choose: answer,
    type: answer,
  };
  await run({ controller: undefined } as unknown as ImportOptions, person);
  expect(written()).toEqual(['2023-01-01.mdx', '2024-01-01.mdx', '2024-03-01.mdx']);
  expect(asked.map((message) => message.slice(0, 22))).toEqual([
    'On which day was older',
    'Which organisation is ',
    'Write these 3 versions',
    '2023-01-01  a version ',
    'Write these 3 versions',
  ]);
});

describe('once more', () => {
  const versionAt = (day: string): string =>
    readFileSync(path.join(folder, 'notices/customers', `${day}.mdx`), 'utf8');
  const accountAt = (name: string): string =>
    path.join(folder, 'notices.record/~imports/customers', `${name}.json`);
  const sources = (): string[] =>
    (
      JSON.parse(readFileSync(accountAt('history'), 'utf8')) as {
        sources: { name: string; verdict: string }[];
      }
    ).sources.map(({ name, verdict }) => `${name} ${verdict}`);

  it('adds what is new as further versions, and changes none that are there', async () => {
    await run({ yes: true });
    expect(await command(['adopt'])).toBe(0);
    // Facts that were corrected in the last version hold for those after it.
    const before = [versionAt('2024-01-01'), versionAt('2024-03-01')];
    save('2024-01-10.txt', SIX.replace('six', 'five'));
    save('2024-01-20.txt', SIX);
    save('2024-04-01.txt', SIX.replace('six', 'seven'));
    save('2024-05-01.txt', SIX.replace('six', 'eight'));
    save('2024-03-01.txt', SIX.replace('six', 'nine'));
    printed = '';
    await importNotice(['customers', path.join(folder, 'saved')], { again: true });
    expect(printed).toContain('Read 4 new states of the notice');
    expect(printed).toMatch(/2024-05-01 {2}\+\d −\d words {2}first seen in 2024-05-01.txt/);
    expect(printed).toContain('2024-01-10.txt: it was there on 2024-01-10');
    expect(printed).toContain('changed since it was imported: 2024-03-01.txt');
    expect(written()).toEqual(['2024-01-01.mdx', '2024-03-01.mdx', '2024-05-01.mdx']);
    expect([versionAt('2024-01-01'), versionAt('2024-03-01')]).toEqual(before);
    expect(versionAt('2024-05-01')).toContain('name: Acme Limited');
    expect(versionAt('2024-05-01')).toContain('from: 2024-05-01.txt');
    expect(versionAt('2024-05-01')).not.toContain('change');
    expect(sources()).toEqual([
      '2024-01-01.txt version',
      '2024-02-01.txt same-as:2024-01-01',
      '2024-03-01.txt version',
      '2024-01-10.txt not-added',
      '2024-01-20.txt same-as:2024-01-01',
      '2024-04-01.txt same-as:2024-03-01',
      '2024-05-01.txt version',
    ]);
    expect(await command(['adopt'])).toBe(0);
    printed = '';
    expect(await command(['verify'])).toBe(0);
    expect(printed).toContain(
      'Imported 3 versions of customers from saved: they still have the imported words.',
    );

    // Nothing is new then, and nothing is written.
    const account = readFileSync(accountAt('history'), 'utf8');
    await importNotice(['customers', path.join(folder, 'saved')], { again: true });
    expect(printed).toContain('Nothing is new');
    expect(readFileSync(accountAt('history'), 'utf8')).toBe(account);
  });

  it('adds what is older than all that is there, whose anchors stay as they are', async () => {
    const sections = (keep: string, rights: string, years: string): string =>
      `${SIX.replace('six', years)}\n## ${keep}\n\nWe delete orders once you close your account.\n\n## ${rights}\n\nYou can ask us for a copy of what we hold.\n`;
    for (const name of readdirSync(path.join(folder, 'saved')))
      rmSync(path.join(folder, 'saved', name));
    save('2024-01-01.md', sections('Keeping and deleting', 'Your rights', 'six'));
    save('2024-03-01.md', sections('How long we keep it', 'Your rights', 'seven'));
    await run({ yes: true });
    expect(await command(['adopt'])).toBe(0);
    const before = [versionAt('2024-01-01'), versionAt('2024-03-01')];
    save('2023-01-01.md', sections('Storage', 'What you can ask for', 'four'));
    save('2023-06-01.md', sections('Storage', 'What you can ask for', 'five'));
    save('2023-12-01.md', sections('Keeping and deleting', 'Your rights', 'six'));
    printed = '';
    await importNotice(['customers', path.join(folder, 'saved')], { again: true });
    expect(written()).toEqual([
      '2023-01-01.mdx',
      '2023-06-01.mdx',
      '2024-01-01.mdx',
      '2024-03-01.mdx',
    ]);
    expect([versionAt('2024-01-01'), versionAt('2024-03-01')]).toEqual(before);
    const anchors = (day: string): string[] => versionAt(day).match(/\{#[^}]+\}/g) ?? [];
    expect(anchors('2024-01-01')).toEqual(['{#keeping-and-deleting}', '{#your-rights}']);
    for (const day of ['2023-01-01', '2023-06-01', '2024-03-01']) {
      expect(anchors(day)).toEqual(anchors('2024-01-01'));
    }
    expect(versionAt('2023-01-01')).toContain('name: Acme Limited');
    expect(printed).toMatch(/2023-01-01 {2}the first .*\n {2}2023-06-01 {2}\+\d −\d words/);
    expect(printed.replace(/\s+/g, ' ')).toContain(
      'in brackets, and stays as it is: 2024-01-01 (2023-12-01)',
    );
    expect(sources().slice(2)).toEqual([
      '2023-01-01.md version',
      '2023-06-01.md version',
      '2023-12-01.md same-as:2024-01-01',
    ]);
    expect(await command(['adopt'])).toBe(0);
    expect(await command(['verify'])).toBe(0);
    expect(await command(['status'])).toBe(0);
  });

  it('joins the versions of a notice that was written here', async () => {
    const own = path.join(folder, 'notices/customers');
    mkdirSync(own);
    const facts = `title: Privacy notice\npublished: "2024-02-20"\neffective: "2024-02-20"\nchangeType: initial\ncontroller: { name: Acme Widgets Limited, contact: { email: us@acme.example } }`;
    writeFileSync(
      path.join(own, '2024-02-20.mdx'),
      `---\n${facts}\n---\n\n${SIX.replace('six', 'ten')}`,
    );
    expect(await command(['adopt'])).toBe(0);
    await importNotice(['customers', path.join(folder, 'saved')], { yes: true });
    expect(written()).toEqual(['2024-01-01.mdx', '2024-02-20.mdx', '2024-03-01.mdx']);
    expect(versionAt('2024-01-01')).toContain('email: us@acme.example');
    expect(await command(['adopt'])).toBe(0);
    printed = '';
    expect(await command(['status', '--all'])).toBe(0);
    expect(printed).not.toContain('change-type');
    // A second history takes no days between, and none of a history is imported twice.
    await expect(
      importNotice(['customers', path.join(folder, 'saved')], { yes: true }),
    ).rejects.toThrow('there already, of a history that was imported');
  });

  it('goes on from what was published since, and from a folder of new pages alone', async () => {
    await run({ yes: true });
    expect(await command(['adopt'])).toBe(0);
    const file = path.join(folder, 'notices/customers/draft.mdx');
    writeFileSync(
      file,
      versionAt('2024-03-01')
        .replace(
          /^imported:.*\n(?: .*\n)*/m,
          'changeType: minor\nchanges: [{ kind: changed, summary: Kept for longer. }]\n',
        )
        .replace('seven', 'eight')
        .replaceAll('2024-03-01', '2026-11-28'),
    );
    vi.stubEnv('NOTICEBOARD_TODAY', '2026-11-28');
    expect(await command(['publish', 'customers', '--yes']), printed).toBe(0);
    for (const name of readdirSync(path.join(folder, 'saved'))) {
      rmSync(path.join(folder, 'saved', name));
    }
    save('2026-12-01.txt', SIX.replace('six', 'eight'));
    save('2026-12-24.txt', SIX.replace('six', 'nine'));
    vi.stubEnv('NOTICEBOARD_TODAY', '2026-12-31');
    await importNotice(['customers', path.join(folder, 'saved')], { again: true });
    expect(written()).toEqual([
      '2024-01-01.mdx',
      '2024-03-01.mdx',
      '2026-11-28.mdx',
      '2026-12-24.mdx',
    ]);
    expect(sources().slice(3)).toEqual([
      '2026-12-01.txt same-as:2026-11-28',
      '2026-12-24.txt version',
    ]);
  });

  it('is refused where nothing was imported, or its account was edited', async () => {
    await expect(run({ again: true })).rejects.toThrow('no history was imported for customers yet');
    await run({ yes: true });
    await expect(run({ yes: true })).rejects.toMatchObject({
      reasons: [{ hint: expect.stringContaining('--again') as string }],
    });
    const text = readFileSync(accountAt('history'), 'utf8');
    writeFileSync(accountAt('history'), text.replace('2024-02-01.txt', '2024-02-02.txt'));
    await expect(run({ again: true })).rejects.toThrow('damaged, or was edited');
    await command(['verify']);
    expect(printed).toContain('import-changed');
  });

  it('has an account of every sentence of each version', async () => {
    await run({ yes: true });
    const account = JSON.parse(readFileSync(accountAt('2024-03-01'), 'utf8')) as Account;
    expect(account.source.name).toBe('2024-03-01.txt');
    expect(account.notice.file).toBe('customers/2024-03-01.mdx');
    expect(account.sentences.map(({ status }) => status)).not.toContain('asked');
    expect(account.sentences.some(({ text }) => text.includes('seven years'))).toBe(true);
    const file = path.join(folder, 'notices/customers/2024-03-01.mdx');
    writeFileSync(file, versionAt('2024-03-01').replace('seven', 'ten'));
    await command(['verify']);
    expect(printed).toContain('from saved: the words of 2024-03-01 were edited since.');
  });
});

it('says before versions are recorded what is still to decide and to fill in', async () => {
  const asked = 'Questions about your data? Write to privacy@acme.example.';
  const page = (years: string): string =>
    `<main><h1>Privacy notice</h1><p>${SIX.replace('six', years)}</p></main><div><p>${asked}</p><a href="/">Shop</a></div>`;
  for (const name of readdirSync(path.join(folder, 'saved')))
    rmSync(path.join(folder, 'saved', name));
  save('2024-01-01.html', page('[NUMBER]'));
  save('2024-03-01.html', page('seven'));
  await run({ yes: true });
  const file = path.join(folder, 'notices/customers/2024-03-01.mdx');
  const line = readFileSync(file, 'utf8')
    .split('\n')
    .findIndex((each) => each.startsWith('{/* import:'));
  expect(printed).toContain('Decide what is marked {/* import: … */} in 2 versions');
  printed = '';
  expect(await command(['adopt'])).toBe(1);
  expect(printed).toContain(`2024-03-01.mdx:${line + 1}  warning  nobody has decided`);
  expect(printed).toContain('placeholders of a template are still in the text: [NUMBER]');
  expect(existsSync(path.join(folder, 'notices.locks'))).toBe(false);

  expect(await command(['adopt', '--yes'])).toBe(0);
  expect(printed).toContain('Recorded 2 versions in the lock.');
  // What is recorded cannot be edited any more, and is not warned about again.
  printed = '';
  expect(await command(['adopt'])).toBe(0);
  expect(printed).toBe('Nothing to adopt: every version is already in the lock.\n');
});

it('marks versions that differ only in what may belong to the page', async () => {
  const page = (years: string, more = ''): string =>
    `<main><h1>Privacy notice</h1><p>${SIX.replace('six', years)}</p></main>${more}`;
  const asked =
    '<div><p>Questions about your data? Write to privacy@acme.example.</p><a href="/">Shop</a></div>';
  for (const name of readdirSync(path.join(folder, 'saved'))) {
    rmSync(path.join(folder, 'saved', name));
  }
  save('2024-01-01.html', page('six'));
  save('2024-02-01.html', page('six', asked));
  save('2024-03-01.html', page('seven', asked));
  await run({ dryRun: true });
  const marks = [...printed.matchAll(/^ {2}(2024-\S+)/gm)].map(([, day]) => day);
  expect(marks).toEqual(['2024-01-01', '2024-02-01?', '2024-03-01']);
  expect(printed.replace(/\s+/g, ' ')).toContain('only in sentences that may belong to the page');
});

it('says how the day of each version is known', async () => {
  save('2024-01-01.txt', `Last updated: 5 May 2018\n\n${SIX}`);
  save('2024-02-01.txt', `Last updated: 5 May 2018\n\n${SIX}`);
  save('2024-03-01.txt', `Effective from 20 February 2024\n\n${SIX.replace('six', 'seven')}`);
  save('2024-04-01.txt', SIX.replace('six', 'eight'));
  await run({ yes: true });
  const told = printed.replace(/\s+/g, ' ');
  expect(told).toContain('2018-05-05 the first last updated then; first seen 2024-01-01 in');
  expect(told).toMatch(
    /2024-02-20 \S+ \S+ words its text applies from then; first seen 2024-03-01/,
  );
  const folderOfNotice = path.join(folder, 'notices', 'customers');
  const how = written().map(
    (name) => /date: (\w+)/.exec(readFileSync(path.join(folderOfNotice, name), 'utf8'))?.[1],
  );
  expect(how).toEqual(['updated', 'stated', 'seen']);
  const account = path.join(folder, 'notices.record/~imports/customers/history.json');
  const { versions } = JSON.parse(readFileSync(account, 'utf8')) as {
    versions: { dated: string }[];
  };
  expect(versions.map(({ dated }) => dated)).toEqual(how);
  expect(await command(['adopt'])).toBe(0);
});

it('shows the facts of the newest version, and what all versions ask a person to know', async () => {
  const text = (more: string): string => `${SIX}\n${more}\nSee [DATE].\n`;
  const about = 'Acme Widgets Limited is the data controller. Email privacy@acme.example.';
  save('2024-01-01.txt', text('Old.'));
  save('2024-02-01.txt', text(about));
  save('2024-03-01.txt', text(about).replace('six', 'seven').replace('[DATE]', '[TOWN]'));
  await importNotice(['customers', path.join(folder, 'saved')], {
    title: 'Privacy notice',
    dryRun: true,
  });
  expect(printed).toMatch(/Of the newest version, 2024-03-01:\nFound in the text/);
  expect(printed).toMatch(/✓ controller\.name +Acme Widgets Limited/);
  expect(printed).toContain('Not found, and left out:');
  const told = printed.replace(/\s+/g, ' ');
  expect(told).toContain(
    'is still there: [DATE]. Write what belongs in its place. (in 2 of 3 versions)',
  );
  expect(told).toContain('[TOWN]. Write what belongs in its place. (in version 2024-03-01)');
});

it('puts what options say into all versions, and offers what is not sure', async () => {
  const text = 'Get in touch with Acme Widgets Limited, or with Bolt Limited.\n';
  save(
    '2024-03-01.txt',
    `${SIX.replace('six', 'seven')}\nThe data controller is Acme Widgets.\n${text}`,
  );
  await importNotice(['customers', path.join(folder, 'saved')], {
    ...{ title: 'Privacy notice', controller: 'Acme Holdings Limited', email: 'us@acme.example' },
    yes: true,
  });
  const folderOfNotice = path.join(folder, 'notices', 'customers');
  for (const name of written()) {
    const file = readFileSync(path.join(folderOfNotice, name), 'utf8');
    expect(file).toContain('name: Acme Holdings Limited');
    expect(file).toContain('email: us@acme.example');
  }
  rmSync(path.join(folder, 'notices'), { recursive: true });
  mkdirSync(path.join(folder, 'notices'));
  const asked: string[] = [];
  const person = {
    choose: (question: string, choices: { value: string; label: string }[]) => {
      asked.push(`${question} ${choices.map(({ label }) => label).join(', ')}`);
      return Promise.resolve(choices[0]?.value ?? '');
    },
    type: () => Promise.resolve('us@acme.example'),
    show: () => undefined,
  } as unknown as Person;
  await importNotice(
    ['customers', path.join(folder, 'saved')],
    { title: 'Privacy notice' },
    person,
  );
  expect(asked[0]).toBe(
    'Which organisation is responsible? Its full legal name: Acme Widgets, something else',
  );
});
