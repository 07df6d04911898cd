/**
 * The accounts of imports: what became of every sentence of a source. They are kept in the record, one
 * for each version that was imported, and for a draft until it is published.
 */
import path from 'node:path';
import { z } from 'zod';
import { readIfThere } from '../disk/read.ts';
import { CODES } from '../import/codes.ts';
import type { Account } from '../import/model.ts';
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

/** What somebody decided about a source. */
export const answersSchema = z.strictObject({
  main: z.string().exactOptional(),
  tracked: z.enum(['accept', 'reject']).exactOptional(),
  pieces: z.record(z.string(), z.enum(['keep', 'drop'])).exactOptional(),
  facts: z.record(z.string(), factSchema.nullable()).exactOptional(),
});

export const remarksSchema = z.array(
  z.strictObject({ code: z.string(), detail: z.string().exactOptional() }),
);

const accountSchema = z.strictObject({
  source: z.strictObject({
    name: z.string(),
    sha256: hash,
    bytes: z.int().nonnegative(),
    kind: z.enum(['html', 'docx', 'text', 'markdown']),
    retrieved: z.string().refine(isIsoDate).exactOptional(),
  }),
  notice: z.strictObject({ file: z.string(), sha256: hash, body: hash.exactOptional() }),
  answers: answersSchema,
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
  remarks: remarksSchema,
});

/** The path of the account of a version, or of a draft: `notices.record/~imports/customers/draft.json`. */
export const importPathOf = (directory: string, notice: string, name: string): string =>
  path.join(
    importsPathOf(directory),
    ...`${recordedWith(directory).part}${notice}`.split('/'),
    `${name}.json`,
  );

/** An account as a file. It ends with a hash of all that is before. */
export const withHash = (account: object): string =>
  `${JSON.stringify({ ...account, hash: sha256(JSON.stringify(account)) }, null, 2)}\n`;

/**
 * Reads a file that `withHash` wrote.
 *
 * @returns undefined if it is not what was written: damaged, or edited
 */
export function parseWithHash<T>(text: string, schema: z.ZodType): T | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof data !== 'object' || data === null || !('hash' in data)) return undefined;
  const { hash: own, ...rest } = data;
  const read = schema.safeParse(rest);
  return read.success && own === sha256(JSON.stringify(rest)) ? (read.data as T) : undefined;
}

/**
 * Reads the account of a version or draft.
 *
 * @returns undefined if it is not what was written: damaged, or edited
 */
export const parseAccount = (text: string): Account | undefined =>
  parseWithHash<Account>(text, accountSchema);

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
  content: withHash(account),
});

/** The changes that give the account of a draft the name of the version which that becomes. */
export function movedImport(directory: string, notice: string, name: string): FileChange[] {
  const file = importPathOf(directory, notice, 'draft');
  const content = readIfThere(file);
  return content === undefined
    ? []
    : [{ file: importPathOf(directory, notice, name), content }, { file }];
}
