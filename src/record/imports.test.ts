import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readDocument } from '../document/parse.ts';
import type { CheckedVersion } from '../checks/file.ts';
import type { Account } from '../import/model.ts';
import { hashOfNotice } from '../import/notice-hash.ts';
import {
  importChange,
  importPathOf,
  movedImport,
  parseAccount,
  readImport,
  withHash,
} from './imports.ts';
import { checkImports } from './check-imports.ts';
import { changeTogether } from './journal.ts';

const documentOf = (text: string) => readDocument([{ value: text }]);

const account = (): Account => ({
  source: { name: 'a.txt', sha256: '0'.repeat(64), bytes: 7, kind: 'text' },
  notice: { file: 'shop/draft.mdx', sha256: hashOfNotice(documentOf('Ask us.')) },
  answers: { facts: { effective: null } },
  sentences: [{ at: 1, text: 'Ask us.', status: 'kept' }],
  facts: [],
  remarks: [{ code: 'no-title' }],
});

const draftOf = (text: string): CheckedVersion =>
  ({ notice: 'shop', draft: true, name: 'draft', document: () => documentOf(text) }) as never;

test('an account that was edited is not read', () => {
  const written = withHash(account());
  expect(parseAccount(written)).toEqual(account());
  expect(parseAccount(JSON.stringify(JSON.parse(written)))).toEqual(account());
  for (const edited of [
    written.replace('Ask us', 'Ask me'),
    written.replace('"kept"', '"lost"'),
    written.replace(/,\s*"hash": "\w+"/, ''),
    written.slice(0, -4),
    '[]',
  ]) {
    expect(parseAccount(edited), edited).toBeUndefined();
  }
});

test('the account of a draft moves with it, and says whether its words were edited', () => {
  const directory = path.join(mkdtempSync(path.join(tmpdir(), 'imports-')), 'notices');
  mkdirSync(directory);
  changeTogether(directory, [importChange(directory, 'shop', 'draft', account())]);
  const check = (versions: CheckedVersion[]) =>
    checkImports(directory, versions, path.dirname(directory));
  const state = { id: 'shop/draft', source: 'a.txt' };
  expect(check([draftOf('Ask us.')]).imports).toEqual([{ ...state, hasImportedWords: true }]);
  expect(check([draftOf('Ask me.')]).imports).toEqual([{ ...state, hasImportedWords: false }]);
  expect(check([])).toEqual({ imports: [state], findings: [] });

  changeTogether(directory, movedImport(directory, 'shop', '2026-01-01'));
  expect(readImport(directory, 'shop', 'draft')).toBeUndefined();
  expect(readImport(directory, 'shop', '2026-01-01')).toEqual(account());
  expect(movedImport(directory, 'shop', '2026-02-01')).toEqual([]);

  const file = importPathOf(directory, 'shop', '2026-01-01');
  writeFileSync(file, readFileSync(file, 'utf8').replace('Ask us', 'Ask me'));
  expect(check([]).findings).toMatchObject([
    { code: 'import-changed', file: 'notices.record/~imports/shop/2026-01-01.json' },
  ]);
});
