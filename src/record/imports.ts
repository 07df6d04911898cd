/**
 * The accounts of imports: what became of every sentence of a source. They are kept in the record, one
 * for each version that was imported, and for a draft until it is published.
 */
import path from 'node:path';
import { z } from 'zod';
import type { CheckedVersion } from '../checks/file.ts';
import { entriesIn } from '../disk/list.ts';
import { withSlashes } from '../disk/paths.ts';
import { readIfThere } from '../disk/read.ts';
import { finding, type Finding } from '../findings/catalogue.ts';
import { CODES } from '../import/codes.ts';
import type { Account } from '../import/model.ts';
import { hashOfNotice } from '../import/notice-hash.ts';
import { isIsoDate } from '../notices/dates.ts';
import { importsPathOf, recordedWith } from './files.ts';
import type { FileChange } from './journal.ts';
import { sha256 } from './source.ts';

const at = z.int().nonnegative();
const factSchema = z.union([
  z.string(),
  z.strictObject({
    lines: z.array(z.string()),
    town: z.string().exactOptional(),
    county: z.string().exactOptional(),
    postcode: z.string().exactOptional(),
    country: z.string().exactOptional(),
  }),
]);
const hash = z.string().regex(/^[0-9a-f]{64}$/);

const accountSchema = z.strictObject({
  source: z.strictObject({
    name: z.string(),
    sha256: hash,
    bytes: z.int().nonnegative(),
    kind: z.enum(['html', 'docx', 'text', 'markdown']),
    retrieved: z.string().refine(isIsoDate).exactOptional(),
  }),
  notice: z.strictObject({ file: z.string(), sha256: hash }),
  answers: z.strictObject({
    main: z.string().exactOptional(),
    tracked: z.enum(['accept', 'reject']).exactOptional(),
    pieces: z.record(z.string(), z.enum(['keep', 'drop'])).exactOptional(),
    facts: z.record(z.string(), factSchema.nullable()).exactOptional(),
  }),
  sentences: z.array(
    z.strictObject({
      at,
      text: z.string(),
      isMore: z.literal(true).exactOptional(),
      status: z.enum(['kept', 'changed', 'dropped', 'asked']),
      code: z.enum(CODES).exactOptional(),
      to: z.string().exactOptional(),
      section: z.string().exactOptional(),
    }),
  ),
  facts: z.array(
    z.strictObject({
      key: z.string(),
      value: factSchema,
      written: z.string(),
      at,
      quote: z.string(),
      isSure: z.boolean(),
    }),
  ),
  remarks: z.array(z.strictObject({ code: z.string(), detail: z.string().exactOptional() })),
});

/** The path of the account of a version, or of a draft: `notices.record/~imports/customers/draft.json`. */
export const importPathOf = (directory: string, notice: string, name: string): string =>
  path.join(
    importsPathOf(directory),
    ...`${recordedWith(directory).part}${notice}`.split('/'),
    `${name}.json`,
  );

/** The account of a version or draft as a file. It ends with a hash of all that is before. */
export function writeAccount(account: Account): string {
  return `${JSON.stringify({ ...account, hash: sha256(JSON.stringify(account)) }, null, 2)}\n`;
}

/**
 * Reads an account.
 *
 * @returns undefined if it is not what was written: damaged, or edited
 */
export function parseAccount(text: string): Account | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof data !== 'object' || data === null || !('hash' in data)) return undefined;
  const { hash: own, ...rest } = data;
  const read = accountSchema.safeParse(rest);
  return read.success && own === sha256(JSON.stringify(rest)) ? (read.data as Account) : undefined;
}

/** The account of a version or draft; undefined if there is none that can be read. */
export function readImport(directory: string, notice: string, name: string): Account | undefined {
  const text = readIfThere(importPathOf(directory, notice, name));
  return text === undefined ? undefined : parseAccount(text);
}

/** The change that writes the account of a version or draft. */
export const importChange = (
  directory: string,
  notice: string,
  name: string,
  account: Account,
): FileChange => ({
  file: importPathOf(directory, notice, name),
  content: writeAccount(account),
});

/** The changes that give the account of a draft the name of the version which that becomes. */
export function movedImport(directory: string, notice: string, name: string): FileChange[] {
  const file = importPathOf(directory, notice, 'draft');
  const content = readIfThere(file);
  return content === undefined
    ? []
    : [{ file: importPathOf(directory, notice, name), content }, { file }];
}

/** What is known of a notice that was imported. */
export interface ImportState {
  /** `customers/draft`, `customers/2026-01-01`. */
  id: string;
  /** The name of its source. */
  source: string;
  /** Whether its words are those that were imported; absent if there is no such version any more. */
  hasImportedWords?: boolean;
}

/**
 * Reads all accounts of a folder of notices.
 *
 * @param versions the versions and drafts that could be read
 * @param root the folder that paths in findings are relative to
 * @returns what each says now, and a finding for each that is not what was written
 */
export function checkImports(
  directory: string,
  versions: readonly CheckedVersion[],
  root: string,
): { imports: ImportState[]; findings: Finding[] } {
  const folder = path.join(importsPathOf(directory), recordedWith(directory).part);
  const imports: ImportState[] = [];
  const findings: Finding[] = [];
  const names = entriesIn(folder).filter((name) => name.endsWith('.json') && !isOfHistory(name));
  for (const name of names.toSorted()) {
    const file = path.join(folder, name);
    const account = parseAccount(readIfThere(file) ?? '');
    const id = name.slice(0, -'.json'.length);
    if (!account) {
      findings.push(damaged(withSlashes(path.relative(root, file)), id));
      continue;
    }
    const version = versions.find((each) => nameOf(each) === id);
    imports.push({
      id,
      source: account.source.name,
      ...(version && {
        hasImportedWords: hashOfNotice(version.document()) === account.notice.sha256,
      }),
    });
  }
  return { imports, findings };
}

/** Whether an account is of a history, which has a form of its own. */
const isOfHistory = (name: string): boolean => path.posix.basename(name) === 'history.json';

const nameOf = ({ notice, draft, name }: CheckedVersion): string =>
  `${notice}/${draft ? 'draft' : name}`;

const damaged = (file: string, id: string): Finding =>
  finding(
    'import-changed',
    { file, line: 1, column: 1 },
    `the account of the import of ${id} is damaged, or was edited`,
    'put it back from version control, or delete it if nobody needs it: the notice stays as it is',
  );
