/** `import --again`: a newer copy of a source, with the answers of the last import and what is new since. */
import { parse } from 'yaml';
import { commentsIn, factsTaken } from '../import/frontmatter.ts';
import { hashOfBody, hashOfNotice, partsOf } from '../import/notice-hash.ts';
import { readBodyOf } from '../import/history-words.ts';
import type { Account, Sentence } from '../import/model.ts';
import { DRAFT } from '../notices/names.ts';
import { readImport } from '../record/imports.ts';
import type { Folder } from './folder.ts';
import type { Surroundings } from './import-draft.ts';
import { shortened } from './import-print.ts';
import { paint } from './terminal.ts';

/** The account of the last import of a notice: of its draft, or of the newest version that was one. */
export function lastAccount({ directory, versions }: Folder, id: string): Account | undefined {
  const names = versions
    .filter(({ notice, draft }) => notice === id && !draft)
    .map(({ name }) => name);
  return [DRAFT, ...names.toReversed()]
    .map((name) => readImport(directory, id, name))
    .find((account) => account !== undefined);
}

/** A draft that another import may replace, or what somebody has written in it. */
type Replaceable = NonNullable<Surroundings['draft']> | { refused: string };

/**
 * The draft that is there, where another import may replace it.
 *
 * @param text its file
 * @param account that of the import it is from
 * @param file the file for people
 * @returns why not, where something would be lost that nobody can prove to be of the import
 */
export function draftToReplace(text: string, account: Account, file: string): Replaceable {
  const parts = partsOf(text);
  const read = parts && readBodyOf(parts.body);
  const { sha256, body } = account.notice;
  if (!read || hashOfNotice(read.document) !== sha256) {
    return { refused: `the words of ${file} were edited since they were imported` };
  }
  if (body === undefined) {
    return { refused: `${file} may have been edited: an earlier release did not record its text` };
  }
  if (hashOfBody(text) !== body) {
    return { refused: `the formatting or comments of ${file} were edited since it was imported` };
  }
  const [comment] = commentsIn(parts.yaml);
  if (comment !== undefined) {
    return { refused: `the facts of ${file} have a comment: “${shortened(comment, 60)}”` };
  }
  const frontmatter = frontmatterOf(parts.yaml);
  if (!frontmatter) return { refused: `the facts of ${file} cannot be read` };
  return { frontmatter, facts: factsTaken(account.facts, account.answers) };
}

function frontmatterOf(yaml: string): Record<string, unknown> | undefined {
  try {
    const data: unknown = parse(yaml);
    return typeof data === 'object' && data !== null && !Array.isArray(data)
      ? (data as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** How many sentences of a kind are listed. */
const MOST = 6;

/** What the notice says since the last import that it did not say then, and the reverse. */
export function reportOfNew(before: Account, now: Account): string {
  if (before.source.sha256 === now.source.sha256) {
    return 'The source is the same as at the last import.';
  }
  const added = beyond(now.sentences, before.sentences);
  const removed = beyond(before.sentences, now.sentences);
  if (added.length + removed.length === 0) {
    return 'The notice says the same as at the last import.';
  }
  return [
    paint('bold', 'Since the last import'),
    ...listed('New', added),
    ...listed('Gone', removed),
  ].join('\n');
}

/** Sentences of a notice that another one does not have, or has less often. */
function beyond(all: readonly Sentence[], others: readonly Sentence[]): Sentence[] {
  const left = new Map<string, number>();
  for (const { text } of others.filter(isInNotice)) left.set(text, (left.get(text) ?? 0) + 1);
  return all.filter(isInNotice).filter(({ text }) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count <= 0;
  });
}

const isInNotice = ({ status }: Sentence): boolean => status !== 'dropped';

function listed(label: string, sentences: readonly Sentence[]): string[] {
  if (sentences.length === 0) return [];
  const rest = sentences.length - MOST;
  return [
    `  ${label.padEnd(9)}${String(sentences.length).padStart(5)}`,
    ...sentences.slice(0, MOST).map(({ text }) => `${' '.repeat(9)}“${shortened(text, 66)}”`),
    ...(rest > 0 ? [`${' '.repeat(9)}and ${rest} more`] : []),
  ];
}
