/**
 * The account of an import: what became of every sentence of a source. It is made by reading source
 * and notice again and comparing their words. What the steps of the import say about themselves only
 * explains what the comparison found.
 */
import type { Document } from '../document/model.ts';
import { linkRemarks } from './account-links.ts';
import { readNotice, readSource, titleSentences } from './account-texts.ts';
import type { Code } from './codes.ts';
import { giveBackEnds } from './ends.ts';
import { explanationsOf } from './explain.ts';
import { match } from './matching.ts';
import { hashOfBody, hashOfNotice } from './notice-hash.ts';
import type { Account, Answers, Imported, Line, PlainUnit, Sentence, SourceKind } from './model.ts';
import { plainUnitsOf } from './plain.ts';
import { settle } from './settle.ts';
import { Book } from './tokens.ts';

/** A notice as its readers get it. */
export interface NoticeRead {
  /** Its file, as the account names it: `customers/draft.mdx`. */
  file: string;
  document: Pick<Document, 'lead' | 'sections'>;
  /** The text of the file. */
  text?: string;
  /** Of its frontmatter; absent where a person wrote it. */
  title?: string | undefined;
}

/** What is wrong with an import: nothing of it may be written. */
export interface Faults {
  /** Words of the notice that stand nowhere in the source, with their section. */
  added: { text: string; section?: string }[];
  /** Sentences of the source that are not in the notice, or not all of their words, and nobody says why. */
  lost: { at: Line; text: string; words?: string }[];
}

/** Text that nobody can see is not where a notice is from, unless its words stand nowhere else. */
const UNSEEN = new Set<Code>([
  ...(['script', 'title', 'hidden', 'deleted', 'picture', 'comment', 'field-code'] as const),
]);

/** Signs that are the form of a text and not its words: bullets, and what Markdown is made of. */
const BULLETS = '●○•▪■◦·∙‣➢➤▶►✓✔';
const FORM: Record<SourceKind, string> = {
  html: BULLETS,
  docx: BULLETS,
  text: BULLETS,
  markdown: `${BULLETS}*_~\`#|<>[]()!{}-+=\\`,
};

/** Says what became of every sentence of a source, or why nothing may be written. */
export function accountOf(
  imported: Imported,
  notice: NoticeRead,
  answers: Answers = {},
): Account | Faults {
  const { source, facts, remarks } = imported;
  const made = accountSentences(imported, notice, plainUnitsOf(source, answers));
  if ('added' in made) return made;
  const { sentences, kept } = made;
  const { name, sha256, kind, bytes, retrieved } = source;
  const body = notice.text === undefined ? undefined : hashOfBody(notice.text);
  return {
    source: {
      name,
      sha256,
      bytes: bytes.length,
      kind,
      ...(retrieved !== undefined && { retrieved }),
    },
    notice: {
      file: notice.file,
      sha256: hashOfNotice(notice.document),
      ...(body !== undefined && { body }),
    },
    answers,
    sentences,
    facts,
    remarks: [...remarks, ...linkRemarks(kept, notice.document, remarks)],
  };
}

/** Whether an import may not be written. */
export const isFaulty = (account: Account | Faults): account is Faults => 'added' in account;

function accountSentences(
  imported: Imported,
  { document, title }: NoticeRead,
  units: readonly PlainUnit[],
): { sentences: Sentence[]; kept: PlainUnit[] } | Faults {
  const book = new Book();
  const { sentences, ids: source } = readSource(book, units);
  const notice = readNotice(book, document);
  const titles = title === undefined ? [] : titleSentences(sentences, title, imported.title?.at);
  const isUnseen = new Uint8Array(source.length);
  sentences.forEach(({ start, end, out }) => {
    if (out !== undefined && UNSEEN.has(out)) isUnseen.fill(1, start, end);
  });
  for (const { start, end } of titles) isUnseen.fill(2, start, end);
  const { ids, spans } = notice;
  const matched = match({
    book,
    source,
    notice: ids,
    sourceSpans: sentences,
    noticeSpans: spans,
    isUnseen,
  });
  giveBackEnds(sentences, source, matched);
  const { kind } = imported.source;
  const settled = settle({
    book,
    sentences,
    source,
    notice,
    matched,
    titles: new Set(titles),
    title: title ?? '',
    isForm: (id) => FORM[kind].includes(book.wordOf(id)),
    explanations: explanationsOf(imported),
  });
  const hasNoTitle = title !== undefined && titles.length === 0;
  const added = [...(hasNoTitle ? [{ text: title }] : []), ...settled.added];
  if (added.length + settled.lost.length > 0) return { added, lost: settled.lost };
  const isKept = new Set(
    sentences.flatMap(({ unit }, index) =>
      settled.sentences[index]?.status === 'dropped' ? [] : [unit],
    ),
  );
  return { sentences: settled.sentences, kept: units.filter((_, unit) => isKept.has(unit)) };
}
