/** Reads the states of a history one after the other, and joins those that say the same. */
import { createHash } from 'node:crypto';
import type { IsoDate } from '../notices/dates.ts';
import type { History, HistoryAnswers, KnownVersion, State } from './history-model.ts';
import { isNotice, linksOf, readBodyOf, tight, wordsOf } from './history-words.ts';
import type { Answers, Imported, Refusal, Source } from './model.ts';
import type { JudgedSource } from './notice.ts';
import { textOfPiece } from './runs.ts';

/** Turns a source into a notice, or says why it cannot. A source that was judged before is not judged again. */
export type Importer = (
  source: Source,
  answers: Answers,
  judged?: JudgedSource,
) => Imported | Refusal;

/** The steps of an import. Judging alone takes a part of the time. */
export interface Steps {
  judge: (source: Source, answers: Answers) => JudgedSource | Refusal;
  importer: Importer;
}

/** What a state says. Equal words have equal hashes. */
export interface Saying {
  words: string;
  links: string;
  /** Its title, where it is one for sure. */
  title?: string | undefined;
  /** The words that belong to the notice for sure, without those that may belong to the page. */
  sure?: string;
}

/** A text of the notice, which states in a row say. */
export interface Text extends Saying {
  lastSeen: IsoDate;
  /** The version that it is, where that is there already. */
  version?: IsoDate;
  /** Whether it is of a time whose versions are written already, and none of them. */
  isLate?: true;
}

/** A text that was read just now. */
export interface Run extends Text {
  first: State;
  imported: Imported;
}

/** What was found out about a state, before days are known. */
export interface Entry {
  state: State;
  sha256?: string;
  bytes?: number;
  is: 'first' | 'same' | 'link-only' | 'technical' | 'not-a-notice';
  /** The text that it has or belongs to. */
  run?: Text;
  why?: string;
  /** Whether words differ although it belongs to the text before it. */
  hasOtherWords?: true;
}

/** What is known of bytes that have been read: a refusal, a page that is no notice, or what it says. */
type Known = { why: string } | Saying;

const isSaying = (known: Known): known is Saying => 'words' in known;

/**
 * Reads all states. Bytes that were read before are not read again.
 *
 * @param before the text that was there until the first of them
 */
export function readStates(
  { kind, states }: Pick<History, 'kind' | 'states'>,
  answers: HistoryAnswers,
  steps: Steps,
  before?: Text,
): { runs: Run[]; entries: Entry[] } {
  const reader = readerOf(answers, steps);
  const runs: Run[] = [];
  const entries = states.map((state): Entry => {
    const source = state.source();
    if ('refused' in source) return { state, is: 'not-a-notice', why: source.refused };
    // Thousands of pages are not kept once they are read.
    const entry = { state, sha256: source.sha256, bytes: source.bytes.length };
    const known = reader.read(source);
    if (!isSaying(known)) return { ...entry, is: 'not-a-notice', why: known.why };
    const run: Text | undefined = runs.at(-1) ?? before;
    const isSame = run !== undefined && saysTheSame(run, known, answers);
    if (run && kind === 'archive' && state.isTechnical) {
      if (isSame) return { ...entry, run: seenAgain(run, state, known), is: 'technical' };
      Object.assign(run, { title: undefined }, known, { imported: reader.import(source) });
      run.lastSeen = state.day;
      return { ...entry, run, is: 'technical', hasOtherWords: true };
    }
    if (run && isSame) {
      const is = run.links === known.links ? 'same' : 'link-only';
      return { ...entry, run: seenAgain(run, state, known), is };
    }
    const next = { ...known, first: state, lastSeen: state.day, imported: reader.import(source) };
    runs.push(next);
    return { ...entry, is: 'first', run: next };
  });
  return { runs, entries };
}

/** Notes that a text was seen once more. */
function seenAgain(run: Text, { day }: State, { links, title }: Saying): Text {
  run.lastSeen = day;
  run.links = links;
  run.title ??= title;
  return run;
}

/** Whether two states have the same words, and where links count, the same links. */
export const saysTheSame = (a: Saying, b: Saying, { links = false }: HistoryAnswers): boolean =>
  a.words === b.words &&
  (a.title === undefined || b.title === undefined || a.title === b.title) &&
  (!links || a.links === b.links);

/** Imports sources, and remembers what bytes, pieces and bodies said. */
function readerOf(answers: HistoryAnswers, { judge, importer }: Steps) {
  const bySource = new Map<string, Known>();
  const byPieces = new Map<string, Known>();
  const byBody = new Map<string, Known>();
  let last: { source: Source; imported: Imported | Refusal } | undefined;
  const importOf = (source: Source, judged?: JudgedSource): Imported | Refusal => {
    // The text that begins a run was the one that was read last.
    if (last?.source !== source) last = { source, imported: importer(source, answers, judged) };
    return last.imported;
  };
  const readWhole = (source: Source, judged: JudgedSource): Known => {
    const imported = importOf(source, judged);
    if ('refused' in imported) return { why: imported.refused };
    const hash = hashOf(imported.body);
    const known = byBody.get(hash) ?? sayingOf(imported);
    byBody.set(hash, known);
    const { title } = imported;
    return isSaying(known) && title?.isSure ? { ...known, title: tight(title.text) } : known;
  };
  /** Most pages are the same but for their menus, so their pieces are looked at first. */
  const readPieces = (source: Source): Known => {
    const judged = judge(source, answers);
    if ('refused' in judged) return { why: judged.refused };
    const hash = hashOf(keptIn(judged));
    const read = byPieces.get(hash);
    if (read) return read;
    const whole = readWhole(source, judged);
    const known = isSaying(whole) ? { ...whole, sure: hashOf(sureIn(judged)) } : whole;
    byPieces.set(hash, known);
    return known;
  };
  return {
    import: (source: Source): Imported => {
      const imported = importOf(source);
      if ('refused' in imported) throw new Error(`${source.name} was read before`);
      return imported;
    },
    read: (source: Source): Known => {
      const known = bySource.get(source.sha256) ?? readPieces(source);
      bySource.set(source.sha256, known);
      return known;
    },
  };
}

/** What of a source belongs to the notice, with its structure and look but not with its lines. */
function keptIn({ verdicts, read }: JudgedSource): string {
  const kept = verdicts.filter(({ is }) => is !== 'drop').map(({ piece }) => piece);
  return JSON.stringify([read.language, read.title?.text, kept], (key, value: unknown) =>
    key === 'at' ? undefined : value,
  );
}

/** The words of a source that belong to the notice for sure. */
const sureIn = ({ verdicts }: JudgedSource): string =>
  tight(verdicts.flatMap(({ piece, is }) => (is === 'keep' ? textOfPiece(piece) : [])).join(''));

/** What a version says that is there already. */
export const textOfKnown = ({ date, document, links }: KnownVersion): Text => ({
  words: hashOf(wordsOf(document)),
  links,
  lastSeen: date,
  version: date,
});

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64');

/** What an imported text says, without its title. */
function sayingOf({ body, language }: Imported): Known {
  const read = readBodyOf(body);
  if (!read) return { why: 'its text cannot be written as a notice' };
  const words = wordsOf(read.document);
  if (!isNotice(words, language)) {
    return { why: words.length === 0 ? 'it has no text' : 'its text is not that of a notice' };
  }
  return { words: hashOf(words), links: linksOf(read.outline) };
}
