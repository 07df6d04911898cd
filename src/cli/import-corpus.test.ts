/**
 * Imports a corpus of real notices as the command does, and holds the limits that its scorer measures.
 * The corpus is no part of the project: without it, nothing is tested here.
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { isError } from '../findings/catalogue.ts';
import type { Account, Answers } from '../import/model.ts';
import { readSource } from '../import/source.ts';
import { readVersion } from '../mdx/read.ts';
import type { IsoDate } from '../notices/dates.ts';
import { make, type Made } from './import-make.ts';
import { shownValue } from './import-print.ts';

const root = path.resolve(import.meta.dirname, '../..');
const corpus = path.resolve(root, '../shared/import');
const open = path.join(corpus, 'open');
const scorer = path.join(corpus, 'score.mjs');
const isHere = existsSync(open) && existsSync(scorer);
if (!isHere) process.stdout.write('Skipped: the corpus of imports is not in ../shared/import\n');

const share = z.number().nullable();
/** What the scorer prints for a case; of shares, 100 is all. */
const rowSchema = z.object({
  id: z.string(),
  valid: z.boolean(),
  kept: z.number(),
  chromeLeft: share,
  foreign: z.number(),
  headings: share,
  headingText: share,
  lists: share,
  tables: z.string().nullable(),
  falseTables: z.number(),
  factsRecall: share,
  factsPrecision: share,
  forbidden: z.array(z.string()),
  silent: z.number(),
  falseKept: z.number(),
  wronglyDropped: z.number(),
  unsaid: z.array(z.string()),
});
type Row = z.infer<typeof rowSchema>;

interface Case {
  id: string;
  made: Made;
  /** Findings of its draft, once the facts are filled in that its text does not say. */
  errors: string[];
}

const AROUND = { today: '2026-11-28' as IsoDate, published: [], file: 'notice/draft.mdx' };
/** What a person would write where a text does not say it. */
const FILLED = { title: 'Privacy notice', 'controller.name': 'Example Limited' };

function casesOf(folder: string): Case[] {
  return readdirSync(folder).flatMap((id) => {
    const directory = path.join(folder, id);
    if (!existsSync(path.join(directory, 'truth.json'))) return [];
    const name = readdirSync(directory).find((each) => each.startsWith('source.'));
    const source = readSource(readFileSync(path.join(directory, name ?? '')), name ?? '');
    if ('refused' in source) throw new Error(`${id}: ${source.refused}`);
    const made = make(source, {}, AROUND);
    return [{ id, made, errors: errorsIn(make(source, filled(made), AROUND)) }];
  });
}

function filled({ imported, draft }: Made): Answers {
  const has = (line: RegExp): boolean => line.test(draft.text);
  return {
    facts: {
      ...(imported.title ? {} : { title: FILLED.title }),
      ...(has(/^ {2}name: +[^\s#]/m) ? {} : { 'controller.name': FILLED['controller.name'] }),
      ...(has(/^ {4}email: *(?:#|$)/m)
        ? { 'controller.contact.email': 'privacy@firm.example' }
        : {}),
    },
  };
}

const errorsIn = ({ draft }: Made): string[] =>
  readVersion({ file: 'draft.mdx', bytes: new TextEncoder().encode(draft.text) })
    .findings.filter(isError)
    .map(({ code, line, message }) => `${code} ${line}: ${message}`);

/** An account as the scorer reads it. */
const scored = ({ sentences, facts, remarks }: Account): string =>
  JSON.stringify({
    sentences,
    facts: facts.map((each) => ({ ...each, value: shownValue(each.value) })),
    say: remarks.map(({ code, detail }) => (detail === undefined ? code : `${code}:${detail}`)),
  });

function rowsOf(cases: readonly Case[], into: string): Row[] {
  for (const { id, made } of cases) {
    writeFileSync(path.join(into, `${id}.mdx`), made.draft.text);
    writeFileSync(path.join(into, `${id}.account.json`), scored(made.account));
  }
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [realpathSync(scorer), '--all', open, into, '--json'],
    { cwd: root, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return stdout
    .trim()
    .split('\n')
    .map((line) => rowSchema.parse(JSON.parse(line)));
}

const mean = (values: readonly (number | null)[]): number => {
  const known = values.filter((each) => each !== null);
  return known.reduce((sum, each) => sum + each, 0) / known.length;
};

describe.runIf(isHere)('the corpus of imports', () => {
  let folder = '';
  let cases: Case[] = [];
  let rows: Row[] = [];
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'corpus-'));
    cases = casesOf(open);
    rows = rowsOf(cases, folder);
  }, 120_000);
  afterAll(() => {
    if (folder !== '') rmSync(folder, { recursive: true });
  });
  const of = <K extends keyof Row>(key: K): Row[K][] => rows.map((row) => row[key]);
  test('is scored whole', () => {
    expect(of('id')).toEqual(cases.map(({ id }) => id));
    expect(rows.length).toBeGreaterThan(12);
  });

  test('is kept, sentence by sentence', () => {
    expect(mean(of('kept'))).toBeGreaterThanOrEqual(99.9);
    expect(Math.min(...of('kept'))).toBeGreaterThanOrEqual(99.5);
    for (const key of ['silent', 'falseKept', 'wronglyDropped'] as const) {
      expect(rows.filter((row) => row[key] > 0).map(({ id }) => id)).toEqual([]);
    }
    expect(Math.max(...of('foreign'))).toBeLessThanOrEqual(0.3);
  });

  test('leaves out what surrounds it, with few questions', () => {
    expect(mean(of('chromeLeft'))).toBeLessThanOrEqual(1);
    const asked = cases.map(
      ({ made }) => made.imported.verdicts.filter(({ is }) => is === 'ask').length,
    );
    expect(Math.max(...asked)).toBeLessThanOrEqual(3);
    expect(asked.filter((each) => each === 0).length).toBeGreaterThanOrEqual(asked.length / 2);
  });

  test('has its headings, lists and tables', () => {
    expect(mean(of('headings'))).toBeGreaterThanOrEqual(94);
    expect(mean(of('headingText'))).toBeGreaterThanOrEqual(97);
    expect(mean(of('lists'))).toBeGreaterThanOrEqual(98);
    const tables = of('tables').map((each) => each?.split('/') ?? []);
    expect(tables.filter(([right, all]) => right !== all)).toEqual([]);
    expect(of('falseTables').filter((each) => each > 0)).toEqual([]);
  });

  test('has its facts, and none that are somebody else’s', () => {
    expect(mean(of('factsRecall'))).toBeGreaterThanOrEqual(85);
    expect(mean(of('factsPrecision'))).toBeGreaterThanOrEqual(97);
    expect(rows.flatMap(({ forbidden }) => forbidden)).toEqual([]);
  });

  test('says all that a person has to know', () => {
    expect(rows.flatMap(({ id, unsaid }) => unsaid.map((code) => `${id}: ${code}`))).toEqual([]);
  });

  test('becomes drafts that the checks take', () => {
    expect(of('valid').filter((isValid) => !isValid)).toEqual([]);
    expect(cases.flatMap(({ id, errors }) => errors.map((each) => `${id}: ${each}`))).toEqual([]);
  });
});
