/** The two texts that an account compares: the sentences of a source, and the words of a notice. */
import { withoutScheme, withoutTargets } from './addresses.ts';
import type { Code } from './codes.ts';
import type { Line, PlainUnit } from './model.ts';
import type { Span } from './matching.ts';
import { linesOfNotice } from './notice-words.ts';
import { sentencesOf } from '../document/sentences.ts';
import { squeeze, type Book } from './tokens.ts';
import type { Document } from '../document/model.ts';

/** A sentence of a source, with where its words are in the row of all words. */
export interface SourceSentence extends Span {
  at: Line;
  text: string;
  /** Why it is read in other words than it is written in: its addresses are decoded, or made plain. */
  reread?: Code;
  out?: Code;
  /** The unit it is of, by number. */
  unit: number;
}

/** The sentences of a source, and their words as one row. */
export function readSource(
  book: Book,
  units: readonly PlainUnit[],
): { sentences: SourceSentence[]; ids: Int32Array } {
  const sentences: SourceSentence[] = [];
  const rows: Int32Array[] = [];
  let start = 0;
  units.forEach(({ at, text, shown = text, out }, unit) => {
    let line = at;
    for (const { written, read } of pairsOf(text, withoutScheme(shown))) {
      const { ids } = book.read(read);
      const lead = written.length - written.trimStart().length;
      const sentence: SourceSentence = {
        at: line + countLines(written.slice(0, lead)),
        text: written.replace(/\s+/g, ' ').trim(),
        ...(written !== read && { reread: rereadAs(written, read) }),
        unit,
        start,
        end: start + ids.length,
        ...(out !== undefined && { out }),
      };
      line += countLines(written);
      start = sentence.end;
      rows.push(ids);
      if (sentence.text !== '') sentences.push(sentence);
    }
  });
  return { sentences, ids: joined(rows, start) };
}

/** What a hidden address is decoded to stands nowhere in the words that were written. */
const rereadAs = (written: string, read: string): Code =>
  withoutTargets(written) === read ? 'address-typed' : 'email-shown';

/** Sentences as they are written and as they are read. Where both are not cut alike, all is one sentence. */
function pairsOf(text: string, shown: string): { written: string; read: string }[] {
  const written = sentencesOf(text);
  if (text === shown) return written.map((sentence) => ({ written: sentence, read: sentence }));
  const read = sentencesOf(shown);
  return read.length === written.length
    ? written.map((sentence, index) => ({ written: sentence, read: read[index] ?? '' }))
    : [{ written: text, read: shown }];
}

const countLines = (text: string): number => text.split(/\r\n|[\n\r]/).length - 1;

function joined(rows: readonly Int32Array[], length: number): Int32Array {
  const all = new Int32Array(length);
  let at = 0;
  for (const row of rows) {
    all.set(row, at);
    at += row.length;
  }
  return all;
}

/** The words of a notice as one row, with where each stands in its text. */
export interface NoticeText {
  ids: Int32Array;
  /** Its sentences. */
  spans: Span[];
  /** Its lines, joined by spaces, and where each word begins and ends in them. */
  text: string;
  starts: Int32Array;
  ends: Int32Array;
  /** From which word on which section goes. */
  sections: { start: number; section?: string }[];
}

/** Reads a notice as its readers get it. */
export function readNotice(book: Book, document: Pick<Document, 'lead' | 'sections'>): NoticeText {
  const rows: Int32Array[] = [];
  const [starts, ends]: [Int32Array[], Int32Array[]] = [[], []];
  const spans: Span[] = [];
  const sections: NoticeText['sections'] = [];
  const texts: string[] = [];
  let [length, letters] = [0, 0];
  for (const { text, section } of linesOfNotice(document)) {
    sections.push({ start: length, ...(section !== undefined && { section }) });
    for (const sentence of sentencesOf(text)) {
      const tokens = book.read(sentence);
      const before = letters;
      rows.push(tokens.ids);
      starts.push(tokens.starts.map((place) => place + before));
      ends.push(tokens.ends.map((place) => place + before));
      spans.push({ start: length, end: length + tokens.ids.length });
      length += tokens.ids.length;
      letters += sentence.length;
      texts.push(sentence);
    }
    letters += 1;
    texts.push(' ');
  }
  return {
    ids: joined(rows, length),
    spans,
    text: texts.join(''),
    starts: joined(starts, length),
    ends: joined(ends, length),
    sections,
  };
}

/**
 * The sentences that say the title: what is shown on the page rather than what is not, the same words
 * rather than more, and of those the nearest to where the title was found.
 */
export function titleSentences(
  sentences: readonly SourceSentence[],
  title: string,
  at: Line | undefined,
): SourceSentence[] {
  const key = squeeze(title);
  const units = [...Map.groupBy(sentences, ({ unit }) => unit).values()].map((all) => ({
    all,
    text: squeeze(all.map(({ text }) => text).join('')),
    distance: Math.abs((all[0]?.at ?? 0) - (at ?? 0)),
    isShown: all[0]?.out === undefined,
  }));
  const same = units.filter(({ text }) => text === key);
  const holding = same.length > 0 ? same : units.filter(({ text }) => text.includes(key));
  const [best] = holding.toSorted(
    (a, b) => Number(b.isShown) - Number(a.isShown) || a.distance - b.distance,
  );
  if (!best) return [];
  const exact = best.all.filter(({ text }) => squeeze(text).includes(key));
  return exact.length > 0 ? exact.slice(0, 1) : best.all;
}
