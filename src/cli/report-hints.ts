/** Edits to make, as Markdown for a list: what is copied is in the font of code, and keeps its lines. */
import { inert, inertBlock, inertCode } from '../findings/markdown.ts';
import { shortened } from './report-words.ts';

/** A command, or what is to be written into a file, which begins its line or stands behind a colon. */
const TO_COPY = /^(.*: |)((?:git|npx|npm) .+|- .+|\w+:.*)$/u;

/**
 * A line of what is to be written into a file: of a list, of a key, or of what is below one. A sentence
 * begins with a capital.
 */
const OF_FILE = /^(?:\s+\S|- |[a-z][\w.-]*:(?:\s|$)|---$)/u;

/** So many lines of what is to be written are printed. */
const LINES = 24;

/** A line of a hint, and what it says to write into a file. */
interface Edit {
  line: string;
  block: string[];
}

/**
 * A message with the edits below it, as one entry of a list.
 *
 * @param head Markdown of one line
 */
export const withEdits = (head: string, hint: string): string =>
  [head, ...(hint.trim() === '' ? [] : editsOf(hint).map(editText))].join('\n');

/** The edits of a hint: a line each, and behind a colon the lines that are to be written. */
function editsOf(hint: string): Edit[] {
  const edits: Edit[] = [];
  for (const line of hint.split('\n')) {
    const last = edits.at(-1);
    if (last?.line.endsWith(':') && OF_FILE.test(line)) last.block.push(line);
    else edits.push({ line, block: [] });
  }
  return edits;
}

function editText({ line, block }: Edit): string {
  const more = block.length - LINES;
  const shown = more > 0 ? [...block.slice(0, LINES), `# and ${more} more lines`] : block;
  const [, before = '', copied] =
    block.length > 0 ? [] : (TO_COPY.exec(shortened(line, 300)) ?? []);
  const text =
    copied === undefined ? inert(shortened(line, 300)) : `${inert(before)}${inertCode(copied)}`;
  return [`  - ${text}`, ...(shown.length > 0 ? inertBlock(shown, '    ') : [])].join('\n');
}
