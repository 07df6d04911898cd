/** The tools that are compared, each behind the same few functions. */
import { diffWordsWithSpace } from 'diff';
import htmldiff from 'htmldiff-js';
import { compareDocuments, renderRedline } from '../../src/compare/index.ts';
import { parseDocument } from '../../src/document/index.ts';
import type { Facts } from '../../src/notices/schema.ts';
import { countMoves, readPieces, type Piece } from './html.ts';
import type { Text } from './texts.ts';

/** What a tool says is different. */
export interface Answer {
  /** As it is shown. */
  pieces: Piece[];
  /** In the order of the version before: what was moved is put back. */
  piecesBefore: Piece[];
  moves: number;
}

export interface Tool {
  name: string;
  /** Whether it knows texts again that it has seen, so that only its first turn is one. */
  isOnce?: true;
  /**
   * Does what is not timed, and returns what is; which returns, when there is something to look
   * at, how to read it, or `late` when the tool gave up.
   */
  prepare: (before: Text, after: Text) => () => (() => Answer) | 'late' | undefined;
}

/** Milliseconds that a tool may take for one comparison. */
export const LIMIT = 20_000;

export const engine: Tool = {
  name: 'engine',
  isOnce: true,
  prepare: (before, after) => {
    const [documentBefore, documentAfter] = [parse(before), parse(after)];
    return () => reading(renderRedline(compareDocuments(documentBefore, documentAfter)));
  },
};

/** The engine with documents that it has compared before: the other way round. */
export const prepared: Tool = {
  name: 'engine, prepared',
  prepare: (before, after) => {
    const [documentBefore, documentAfter] = [parse(before), parse(after)];
    compareDocuments(documentAfter, documentBefore);
    return () => reading(renderRedline(compareDocuments(documentBefore, documentAfter)));
  },
};

/** What the engine needs once for each version, whatever it is compared with. */
export const parsing: Tool = {
  name: 'parsing both',
  prepare: (before, after) => () => {
    parse(before);
    parse(after);
    return undefined;
  },
};

export const htmldiffJs: Tool = {
  name: 'htmldiff-js',
  prepare: (before, after) => () => {
    const html = htmldiff.default.execute(before.html, after.html);
    return () => answerOf(html);
  },
};

export const jsdiff: Tool = {
  name: 'jsdiff',
  prepare: (before, after) => () => {
    const changes = diffWordsWithSpace(before.plain, after.plain, { timeout: LIMIT });
    if (!changes) return 'late';
    return () => {
      const pieces = changes.map(({ value, added, removed }) => ({
        text: value,
        inserted: added,
        removed,
      }));
      return { pieces, piecesBefore: pieces, moves: 0 };
    };
  },
};

const parse = ({ html }: Text) => parseDocument<Facts>(html);

/** How to read an answer: without a hold on the documents, or the next turn would be prepared. */
const reading = (html: string) => () => answerOf(html);

const answerOf = (html: string): Answer => ({
  pieces: readPieces(html, 'after'),
  piecesBefore: readPieces(html, 'before'),
  moves: countMoves(html),
});
