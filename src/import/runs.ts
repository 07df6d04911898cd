/** Text with its look: tidied, cut, and put together. */
import { schemesIn } from './addresses.ts';
import type { Piece, Run } from './model.ts';

/** The words of runs, with line ends as they are. */
export const textOfRuns = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

/** The words of a piece on one line. Cells of a table are separated by spaces. */
export const textOfPiece = (piece: Piece): string =>
  piece.type === 'table'
    ? piece.rows
        .map((row) => row.map(({ pieces }) => pieces.map(textOfPiece).join(' ')).join(' '))
        .join(' ')
    : flat(textOfRuns(piece.runs));

/** A text on one line. */
export const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Characters that no notice can have: controls, lone surrogates, and what is no character. */
const UNFIT =
  /(?![\t\n\v\f\r\u0085])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}|[\u202A-\u202E\u2066-\u2069]/gu;

/** Whether a text has characters that no notice can have. */
export const hasUnfit = (text: string): boolean => text.search(UNFIT) >= 0;

/** A text without the characters that no notice can have. Every end of a line is `\n`. */
const fit = (text: string): string =>
  text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(UNFIT, '')
    .replace(/[ \t]+/g, ' ');

/**
 * Runs in the one form in which they can be compared: neighbours that look the same are one, white
 * space is one space without a look, and there is none at the ends and around ends of lines.
 */
export function tidyRuns(runs: readonly Run[]): Run[] {
  const parts: Run[] = [];
  for (const run of runs) {
    if (run.note !== undefined) parts.push({ text: '', note: run.note });
    else for (const text of fit(run.text).match(/\n|[^\n]+/g) ?? []) add(parts, { ...run, text });
  }
  return trimmed(withoutDoubles(parts));
}

const sameLook = (a: Run, b: Run): boolean =>
  a.bold === b.bold &&
  a.italic === b.italic &&
  a.shift === b.shift &&
  a.href === b.href &&
  !a.note &&
  !b.note;

/** Adds a run; spaces at its ends have no look, since nobody sees it. */
function add(runs: Run[], run: Run): void {
  if (run.text === '\n') {
    runs.push({ text: '\n' });
    return;
  }
  const words = run.text.trim() === '' ? '' : run.text.replace(/^ +| +$/g, '');
  const [before = '', after = ''] =
    words === '' ? [run.text] : [/^ */.exec(run.text)?.[0], / *$/.exec(run.text)?.[0]];
  if (before !== '') join(runs, { text: ' ' });
  if (words !== '') join(runs, { ...run, text: words });
  if (after !== '') join(runs, { text: ' ' });
}

/** Adds a run to the one before it, where they look the same. */
function join(runs: Run[], run: Run): void {
  const last = runs.at(-1);
  const earlier = runs.at(-2);
  if (last && last.text !== '\n' && sameLook(last, run)) {
    if (!(last.text.endsWith(' ') && run.text === ' ')) {
      runs[runs.length - 1] = { ...last, text: last.text + run.text };
    }
  } else if (last?.text === ' ' && earlier && earlier.text !== '\n' && sameLook(earlier, run)) {
    runs.splice(-2, 2, { ...earlier, text: `${earlier.text} ${run.text}` });
  } else runs.push(run);
}

/** Without a space that follows one, or stands beside the end of a line. */
function withoutDoubles(runs: readonly Run[]): Run[] {
  const kept: Run[] = [];
  for (const run of runs) {
    const last = kept.at(-1);
    if (run.text === ' ' && (last === undefined || /[ \n]$/.test(last.text))) continue;
    if (run.text === '\n' && last?.text === ' ') kept.pop();
    else if (run.text.startsWith(' ') && last && /[ \n]$/.test(last.text)) {
      kept.push({ ...run, text: run.text.replace(/^ +/, '') });
      continue;
    }
    if (run.text === '\n' && kept.length > 0) {
      const before = kept[kept.length - 1];
      if (before) kept[kept.length - 1] = { ...before, text: before.text.replace(/ +$/, '') };
    }
    kept.push(run);
  }
  return kept.filter((run) => run.text !== '' || run.note !== undefined);
}

/** Without white space at both ends, and with no more than one end of a line in a row. */
function trimmed(runs: readonly Run[]): Run[] {
  const once = runs.filter(
    (run, index) => run.text !== '\n' || (runs[index - 1]?.text ?? '\n') !== '\n',
  );
  while (once.at(-1) && /^\s*$/.test(once.at(-1)?.text ?? '') && !once.at(-1)?.note) once.pop();
  while (once[0] && /^\s*$/.test(once[0].text) && !once[0].note) once.shift();
  return once.map((run, index) => {
    const start = index === 0 ? run.text.replace(/^ +/, '') : run.text;
    return { ...run, text: index === once.length - 1 ? start.replace(/ +$/, '') : start };
  });
}

/** Runs from an offset of their text on, without white space at the start. */
export function runsFrom(runs: readonly Run[], offset: number): Run[] {
  let left = offset;
  const rest: Run[] = [];
  for (const run of runs) {
    if (left >= run.text.length && !(left === 0 && run.note)) left -= run.text.length;
    else {
      rest.push(left > 0 ? { ...run, text: run.text.slice(left) } : run);
      left = 0;
    }
  }
  return tidyRuns(rest);
}

/** Runs whose email addresses have no `mailto:` before them. */
export function withoutSchemes(runs: readonly Run[]): Run[] {
  const schemes = schemesIn(textOfRuns(runs));
  if (schemes.length === 0) return [...runs];
  let before = 0;
  let next = 0;
  return runs.map((run) => {
    const start = before;
    before += run.text.length;
    let text = '';
    let from = start;
    for (let scheme = schemes[next]; scheme && scheme.start < before; scheme = schemes[next]) {
      text += run.text.slice(from - start, Math.max(from, scheme.start) - start);
      from = Math.min(scheme.end, before);
      // A scheme may go on in the next run.
      if (scheme.end > before) break;
      next += 1;
    }
    text += run.text.slice(from - start);
    return text === run.text ? run : { ...run, text };
  });
}

/** The lines of runs, each as runs of its own. */
export function linesOfRuns(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]];
  for (const run of tidyRuns(runs)) {
    if (run.text === '\n') lines.push([]);
    else lines.at(-1)?.push(run);
  }
  return lines.map(tidyRuns).filter((line) => line.length > 0);
}

/** Whether all words have a look. White space and punctuation between them may be without it. */
export const allWords = (runs: readonly Run[], look: 'bold' | 'italic'): boolean => {
  const words = runs.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  return words.length > 0 && words.every((run) => run[look]);
};

/** Runs without a look. */
export const without = (runs: readonly Run[], ...looks: ('bold' | 'italic')[]): Run[] =>
  tidyRuns(
    runs.map(({ bold, italic, ...run }) => ({
      ...run,
      ...(bold && !looks.includes('bold') && { bold }),
      ...(italic && !looks.includes('italic') && { italic }),
    })),
  );
