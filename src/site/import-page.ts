/** What the page of an import shows: the text of its source in order, with what became of it. */
import type { Code } from '../import/codes.ts';
import type { Account, Sentence } from '../import/model.ts';
import { hashOfNotice } from '../import/notice-hash.ts';
import { readImport } from '../record/imports.ts';
import { digestOf, fitsOnPage, noCounts, type Counts, type Digest } from './import-digest.ts';
import type { Version } from './notices.ts';
import type { PublishedRecord } from './record.ts';

/** Sentences that stand beside each other and became the same. */
export type ImportGroup =
  { type: 'text'; lines: Sentence[][] } | { type: 'dropped'; code: Code; sentences: Sentence[] };

/** A stretch of the source that became one section of the draft. */
interface ImportPart {
  /** The anchor of the section; absent for what is before the first one. */
  section?: string;
  groups: ImportGroup[];
}

/** An import as its page shows it. */
export interface ImportView {
  account: Account;
  counts: Counts;
  /** Why sentences were dropped, the most frequent reason first. */
  reasons: { code: Code; count: number }[];
  /** All sentences; none where they are too many for a page. */
  parts: ImportPart[];
  /** What is shown of sentences that are too many for a page. */
  digest?: Digest;
  /** Whether the draft still has the words that were imported. */
  hasImportedWords: boolean;
}

/** The import that a draft is from; undefined if it is from none, or its account was damaged. */
export function importOf(
  { directory }: PublishedRecord,
  notice: string,
  draft: Pick<Version, 'document'>,
): ImportView | undefined {
  const account = readImport(directory, notice, 'draft');
  if (!account) return undefined;
  const isIntact = hashOfNotice(draft.document()) === account.notice.sha256;
  const { sentences } = account;
  const view = viewOf(sentences);
  return {
    ...(fitsOnPage(sentences) ? view : { ...view, parts: [], digest: digestOf(sentences) }),
    account,
    hasImportedWords: isIntact,
  };
}

/** Sentences in the order of the source, by the sections that they stand in. */
export function viewOf(
  sentences: readonly Sentence[],
): Pick<ImportView, 'counts' | 'reasons' | 'parts'> {
  const counts = noCounts();
  const reasons = new Map<Code, number>();
  const parts: ImportPart[] = [{ groups: [] }];
  for (const sentence of sentences) {
    const { status, code = 'unsure', section } = sentence;
    counts[status] += 1;
    if (status === 'dropped') reasons.set(code, (reasons.get(code) ?? 0) + 1);
    let part = parts.at(-1) ?? { groups: [] };
    if (section !== undefined && section !== part.section) {
      part = { section, groups: [] };
      parts.push(part);
    }
    addTo(part.groups, sentence);
  }
  return {
    counts,
    reasons: [...reasons]
      .map(([code, count]) => ({ code, count }))
      .toSorted((a, b) => b.count - a.count),
    parts: parts.filter(({ groups }) => groups.length > 0),
  };
}

function addTo(groups: ImportGroup[], sentence: Sentence): void {
  const last = groups.at(-1);
  const { status, code = 'unsure', isMore } = sentence;
  if (status === 'dropped') {
    if (last?.type === 'dropped' && last.code === code) last.sentences.push(sentence);
    else groups.push({ type: 'dropped', code, sentences: [sentence] });
    return;
  }
  const line = last?.type === 'text' ? last.lines.at(-1) : undefined;
  if (isMore && line) line.push(sentence);
  else if (last?.type === 'text') last.lines.push([sentence]);
  else groups.push({ type: 'text', lines: [[sentence]] });
}
