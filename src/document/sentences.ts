/** Cuts text into sentences. */

/** Words that end in a full stop within a sentence. */
const SHORT =
  /(?:^|[\s("'“‘])(?:e\.?g|i\.?e|etc|cf|vs|no|nos|art|arts|s|ss|reg|regs|para|sch|st|rd|ave|mr|mrs|ms|dr|prof|ltd|inc|plc|co|corp|dept|tel|approx|incl|p|pp|vol|[A-Za-z])\.$/iu;

/** What closes a sentence after its full stop. */
const END = /[.!?…]+["'”’)\]⟩]*(?=\s)/gu;

/**
 * The sentences of a text, each with the white space that follows it: joined, they are the text. A full
 * stop of an abbreviation or before a small letter ends none.
 */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const { 0: end, index } of text.matchAll(END)) {
    const after = index + end.length;
    const space = /^\s+/u.exec(text.slice(after, after + 40))?.[0].length ?? 0;
    const next = text.slice(after + space, after + space + 2);
    if (next === '' || /^["'“‘(]?\p{Ll}/u.test(next)) continue;
    if (end.startsWith('.') && end.length === 1 && isShort(text, index)) continue;
    sentences.push(text.slice(start, after + space));
    start = after + space;
  }
  if (start < text.length) sentences.push(text.slice(start));
  return sentences;
}

const isShort = (text: string, at: number): boolean =>
  SHORT.test(text.slice(Math.max(0, at - 12), at + 1));
