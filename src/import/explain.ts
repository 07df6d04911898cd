/** Why a sentence is not in a notice: what the steps of an import say about pieces with its words. */
import type { Code } from './codes.ts';
import type { Imported, Line, Piece, Verdict } from './model.ts';
import { sentencesOf } from '../document/sentences.ts';
import { squeeze } from './tokens.ts';

/** What steps say of words: each saying explains one sentence. */
interface Saying {
  at: Line;
  code: Code;
  isUsed: boolean;
}

/** What the steps of an import said. */
export interface Explanations {
  /** Why a sentence was dropped; asked for once for each sentence. */
  ofDropped: (text: string, at: Line) => Code | undefined;
  /** Whether somebody has to say if it belongs to the notice. */
  isAsked: (text: string, at: Line) => boolean;
  /** The code of a change that tells of these words. */
  ofChanged: (text: string) => Code | undefined;
  /** The code of a change that left these words out, which may stand elsewhere in another form. */
  ofRemoved: (text: string) => Code | undefined;
  /** Whether a step says that it belongs to the notice. */
  isKept: (text: string) => boolean;
}

/** How many letters are looked through for sentences that were cut in another way. */
const SEARCHED = 400_000_000;

/** Reads what the steps said, so that it can be asked for by sentence. */
export function explanationsOf({ verdicts, changes }: Imported): Explanations {
  const dropped = sayingsOf(verdicts.filter(({ is }) => is === 'drop'));
  const asked = sayingsOf(verdicts.filter(({ is }) => is === 'ask'));
  const kept = new Set(
    verdicts
      .filter(({ is }) => is !== 'drop')
      .flatMap(({ piece }) => linesOfPiece(piece).flatMap(sentencesOf).map(squeeze)),
  );
  const changed = new Map<string, Code>();
  const removed = new Map<string, Code>();
  for (const { code, from, to } of changes) {
    const texts = [from, ...from.split('\n').flatMap((line) => sentencesOf(line))];
    for (const key of texts.map(squeeze)) {
      changed.set(key, code);
      if (to === '') removed.set(key, code);
    }
  }
  return {
    ofDropped: dropped.codeOf,
    isAsked: (text, at) => asked.codeOf(text, at) !== undefined,
    ofChanged: (text) => changed.get(squeeze(text)),
    ofRemoved: (text) => removed.get(squeeze(text)),
    isKept: (text) => kept.has(squeeze(text)),
  };
}

/** The sayings of verdicts by sentence, and as one text for sentences that their reader cut otherwise. */
function sayingsOf(verdicts: readonly Verdict[]): {
  codeOf: (text: string, at: Line) => Code | undefined;
} {
  const bySentence = new Map<string, Saying[]>();
  const starts: { start: number; code: Code }[] = [];
  let whole = '';
  for (const { piece, code = 'unsure' } of verdicts) {
    for (const line of linesOfPiece(piece)) {
      for (const sentence of sentencesOf(line)) {
        const key = squeeze(sentence);
        const sayings = bySentence.get(key) ?? [];
        sayings.push({ at: piece.at, code, isUsed: false });
        bySentence.set(key, sayings);
      }
      starts.push({ start: whole.length, code });
      whole += squeeze(line);
    }
    whole += '\n';
  }
  let left = SEARCHED;
  const searched = (key: string): Code | undefined => {
    if (key === '' || whole.length > left) return undefined;
    left -= whole.length;
    const found = whole.indexOf(key);
    return found < 0 ? undefined : lastBefore(starts, found)?.code;
  };
  return {
    codeOf: (text, at) => {
      const key = squeeze(text);
      const saying = nearest(bySentence.get(key) ?? [], at);
      if (saying) saying.isUsed = true;
      return saying?.code ?? searched(key);
    },
  };
}

/** The saying that is not used yet and stands nearest. Few have the same words, or all are alike. */
function nearest(sayings: readonly Saying[], at: Line): Saying | undefined {
  let best: Saying | undefined;
  for (const saying of sayings.slice(0, 500)) {
    if (saying.isUsed) continue;
    if (!best || Math.abs(saying.at - at) < Math.abs(best.at - at)) best = saying;
  }
  return best ?? sayings.find(({ isUsed }) => !isUsed);
}

function lastBefore<T extends { start: number }>(starts: readonly T[], at: number): T | undefined {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle]?.start ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return starts[low - 1];
}

/** The lines of a piece; of a table, those of its cells. */
function linesOfPiece(piece: Piece): string[] {
  if (piece.type === 'table') {
    return piece.rows.flatMap((row) => row.flatMap(({ pieces }) => pieces.flatMap(linesOfPiece)));
  }
  return piece.runs
    .map(({ text }) => text)
    .join('')
    .split('\n');
}
