/** Cuts text into sentences. Joined, they are the text again: no character is ever lost. */

/** Words that a full stop follows although the sentence goes on, in English and Welsh. */
const SHORT = new Set(
  [
    'ltd limited co corp inc plc cyf no nos rhif st rd ave art arts para paras sec s sch reg regs ch',
    'e.g eg i.e ie cf etc al vs viz approx est incl tel ext dept fig ref vol p pp ed c ca',
    'mr mrs ms mx dr prof rev sir hon jr sr capt e.e h.y a.m p.m u.k u.s e.u n.b d.s ayyb',
    'jan feb mar apr jun jul aug sep sept oct nov dec ion chwe maw ebr meh gorff hyd tach rhag',
  ].flatMap((line) => line.split(' ')),
);
/** Those of them that also end a sentence, where a capital letter follows. */
const ALSO_LAST = new Set('limited etc a.m p.m al'.split(' '));

const ENDS = new Set('.!?…。');
const CLOSING = new Set('"”’\')]»›⟩');
const isEnd = (sign: string): boolean => ENDS.has(sign);
const isClosing = (sign: string): boolean => CLOSING.has(sign);
const isSpace = (sign: string): boolean => /\s/.test(sign);

/** The sentences of a text, each with the white space that follows it. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (!isEnd(text.charAt(at))) continue;
    const first = at;
    while (isEnd(text.charAt(at + 1))) at += 1;
    while (isClosing(text.charAt(at + 1))) at += 1;
    let next = at + 1;
    while (next < text.length && isSpace(text.charAt(next))) next += 1;
    if (next === at + 1 || next === text.length) continue;
    if (isLast(text, { start, end: first, next })) {
      sentences.push(text.slice(start, next));
      start = next;
    }
    at = next - 1;
  }
  if (start < text.length) sentences.push(text.slice(start));
  return sentences;
}

/** Whether a full stop is the end of a sentence, by the word before and the sign after it. */
function isLast(
  text: string,
  { start, end, next }: { start: number; end: number; next: number },
): boolean {
  const follows = text.slice(next, next + 2);
  if (/^\p{Ll}/u.test(follows)) return false;
  if (text.charAt(end) !== '.') return true;
  // No abbreviation is longer; a long word is not read to its beginning.
  const before = text.slice(Math.max(start, end - 12), end);
  const word = /[^\s(["“‘]*$/.exec(before)?.[0] ?? '';
  // "1. Who we are", "(a). Names": the number of what follows.
  if (word.length === end - start && /^\(?(?:\p{N}+(?:\.\p{N}+)*|\p{L}|[ivx]+)\)?$/iu.test(word)) {
    return false;
  }
  if (/^(?:\p{Lu}\.)*\p{Lu}$/u.test(word)) return false;
  const short = word.toLowerCase();
  return !SHORT.has(short) || (ALSO_LAST.has(short) && /^\p{Lu}/u.test(follows));
}
