/** The account of a history: which versions were made of it, and what became of every state. */
import { z } from 'zod';
import type {
  HistoryAnswers,
  HistoryKind,
  HowDated,
  SourceVerdict,
} from '../import/history-model.ts';
import type { Remark } from '../import/model.ts';
import { isIsoDate, type IsoDate } from '../notices/dates.ts';
import { HOW_DATED } from '../notices/schema.ts';
import { readIfThere } from '../disk/read.ts';
import { answersSchema, importPathOf, parseWithHash, remarksSchema, withHash } from './imports.ts';
import type { FileChange } from './journal.ts';

/** The name of the account of a history beside those of its versions. */
export const HISTORY = 'history';

/** The account of a history, as the record keeps it. */
export interface HistoryAccount {
  /** The name of the folder, repository or bundle. */
  from: string;
  kind: HistoryKind;
  /** Of a repository, the path of the file. */
  path?: string;
  answers: HistoryAnswers & { days?: Record<string, IsoDate | null> };
  versions: {
    file: string;
    date: IsoDate;
    dated: HowDated;
    firstSeen: IsoDate;
    lastSeen: IsoDate;
    from: string;
    words?: { added: number; removed: number };
  }[];
  sources: SourceVerdict[];
  remarks: Remark[];
}

const day = z.string().refine(isIsoDate);
const count = z.int().nonnegative();
const verdict = z.union([
  z.enum(['version', 'not-a-notice', 'link-only', 'later-that-day', 'technical', 'not-added']),
  z.templateLiteral(['same-as:', z.string()]),
]);

const historySchema = z.strictObject({
  from: z.string(),
  kind: z.enum(['folder', 'git', 'archive']),
  path: z.string().exactOptional(),
  answers: answersSchema.extend({
    links: z.boolean().exactOptional(),
    days: z.record(z.string(), day.nullable()).exactOptional(),
  }),
  versions: z.array(
    z.strictObject({
      file: z.string(),
      date: day,
      dated: z.enum(HOW_DATED),
      firstSeen: day,
      lastSeen: day,
      from: z.string(),
      words: z.strictObject({ added: count, removed: count }).exactOptional(),
    }),
  ),
  sources: z.array(
    z.strictObject({
      name: z.string(),
      day: day.exactOptional(),
      sha256: z.string().exactOptional(),
      bytes: count.exactOptional(),
      subject: z.string().exactOptional(),
      verdict,
      version: day.exactOptional(),
      why: z.string().exactOptional(),
    }),
  ),
  remarks: remarksSchema,
});

/**
 * Reads the account of a history.
 *
 * @returns undefined if it is not what was written: damaged, or edited
 */
export const parseHistoryAccount = (text: string): HistoryAccount | undefined =>
  parseWithHash<HistoryAccount>(text, historySchema);

/** The account of the history of a notice; `damaged` if it cannot be read, undefined if there is none. */
export function readHistoryAccount(
  directory: string,
  notice: string,
): HistoryAccount | 'damaged' | undefined {
  const text = readIfThere(importPathOf(directory, notice, HISTORY));
  return text === undefined ? undefined : (parseHistoryAccount(text) ?? 'damaged');
}

/** The change that writes the account of the history of a notice. */
export const historyChange = (
  directory: string,
  notice: string,
  account: HistoryAccount,
): FileChange => ({
  file: importPathOf(directory, notice, HISTORY),
  content: withHash(account),
});
