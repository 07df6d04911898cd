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
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ImportOptions } from './import.ts';
import { importNotice } from './import.ts';
import type { Person } from './person.ts';

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
    '2023-01-01  version   ',
    'Write these 3 versions',
  ]);
});
