/** What became of each sentence, from where its words were found. */
import type { NoticeText, SourceSentence } from './account-texts.ts';
import type { Code } from './codes.ts';
import type { Explanations } from './explain.ts';
import type { Matched } from './matching.ts';
import type { Line, Sentence } from './model.ts';
import type { Book } from './tokens.ts';

/** Two texts whose words were matched. */
export interface Settling {
  book: Book;
  sentences: readonly SourceSentence[];
  source: Int32Array;
  notice: NoticeText;
  matched: Matched;
  /** The sentences that are the title. */
  titles: ReadonlySet<SourceSentence>;
  title: string;
  /** Whether something is a sign of form, which an import may put in: a bullet. */
  isForm: (id: number) => boolean;
  explanations: Explanations;
}

interface Settled {
  sentences: Sentence[];
  added: { text: string; section?: string }[];
  /** Sentences that are not in the notice; of one that is in part, the words that are not. */
  lost: { at: Line; text: string; words?: string }[];
}

/** What stands before an item or a heading, alone or not. */
const BULLET = /^[\s●○•▪■◦·∙‣➢➤▶►✓✔§*–—o-]+$/u;
const NUMBER =
  /^\s*[([]?(?:\p{N}{1,4}(?:\.\p{N}{1,4})*|\p{L}|[ivxlc]{1,7})[\])]?\s*[.):–—-]?\s*$/iu;

/** Says of each sentence what became of it, and which words of the notice are from nowhere. */
export function settle(settling: Settling): Settled {
  const lost: Settled['lost'] = [];
  const placed = settling.sentences.map((sentence) => placesOf(settling, sentence));
  const inOrder = risingIndexes(placed.map((places) => places.find((place) => place >= 0) ?? -1));
  const sentences = settling.sentences.map((sentence, index): Sentence => {
    const { at, text, unit } = sentence;
    const isMore = settling.sentences[index - 1]?.unit === unit;
    const start = { at, text, ...(isMore && { isMore }) };
    if (settling.titles.has(sentence)) return { ...start, ...ofTitle(settling, text) };
    const places = placed[index] ?? [];
    if (!places.some((place) => place >= 0)) {
      const code = codeOfDropped(settling, sentence);
      if (code === undefined) lost.push({ at, text });
      return { ...start, status: 'dropped', code: code ?? 'unsure' };
    }
    const found = foundAs(settling, sentence, places, inOrder.has(index));
    // No step takes words out of a sentence without saying so.
    if (found.code === 'shortened')
      lost.push({ at, text, words: lostOf(settling, sentence, places) });
    const section = sectionAt(settling.notice, places.find((place) => place >= 0) ?? 0);
    const isAsked = settling.explanations.isAsked(text, at);
    return {
      ...start,
      ...(isAsked && found.status === 'kept' ? { status: 'asked', code: 'unsure' } : found),
      ...(section !== undefined && { section }),
    };
  });
  return { sentences, added: addedTo(settling), lost };
}

type Found = Pick<Sentence, 'status' | 'code' | 'to'>;

const ofTitle = ({ title }: Settling, text: string): Found =>
  text === title.replace(/\s+/g, ' ').trim()
    ? { status: 'kept' }
    : { status: 'changed', code: 'title', to: title };

const placesOf = ({ matched }: Settling, { start, end }: SourceSentence): number[] =>
  Array.from(matched.to.subarray(start, end));

/** Which of these places are in order: the most that go up. What is not there, -1, is passed over. */
function risingIndexes(places: readonly number[]): Set<number> {
  const ends: number[] = [];
  const before = new Int32Array(places.length).fill(-1);
  places.forEach((place, index) => {
    if (place < 0) return;
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[ends[middle] ?? 0] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    before[index] = ends[low - 1] ?? -1;
    ends[low] = index;
  });
  const rising = new Set<number>();
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) rising.add(index);
  return rising;
}

/** What became of a sentence of which words stand in the notice. */
function foundAs(
  settling: Settling,
  sentence: SourceSentence,
  places: readonly number[],
  isRising: boolean,
): Found {
  const { matched, explanations } = settling;
  const found = places.filter((place) => place >= 0);
  const isWhole = found.length === places.length;
  const isInOrder = isRising && areBeside(settling, found);
  const isNear = found.some((place) => matched.isNear[place] === 1);
  if (isWhole && isInOrder && !isNear && sentence.reread === undefined) return { status: 'kept' };
  const to = wordsAt(settling.notice, found);
  const code =
    sentence.reread ??
    (!isInOrder
      ? (movedCode(explanations.ofChanged(sentence.text)) ?? 'moved')
      : isWhole
        ? squeezedAlike(sentence.text, to)
        : (codeOfLead(settling, sentence, places) ??
          explanations.ofChanged(sentence.text) ??
          (lostOf(settling, sentence, places) === '' ? 'characters' : 'shortened')));
  return { status: 'changed', code, to };
}

/** The words of a sentence that are nowhere in the notice; signs alone are none. */
function lostOf(
  { book, source }: Settling,
  { start }: SourceSentence,
  places: readonly number[],
): string {
  return places
    .flatMap((place, index) => {
      const id = source[start + index] ?? 0;
      return place === -1 && book.isWord(id) ? [book.wordOf(id)] : [];
    })
    .join(' ');
}

/** A change explains an order only if it is about order. */
const movedCode = (code: Code | undefined): Code | undefined =>
  code === 'cell-list' || code === 'lines-joined' ? code : undefined;

/** Why words with the same letters are not the same: white space, or quotes, dashes and capitals. */
const squeezedAlike = (from: string, to: string): Code =>
  from.replace(/\s+/g, '').normalize('NFC') === to.replace(/\s+/g, '').normalize('NFC')
    ? 'spaces'
    : 'characters';

/** Whether words stand beside each other in the notice, with nothing between them but bullets. */
function areBeside(settling: Settling, places: readonly number[]): boolean {
  for (let index = 1; index < places.length; index += 1) {
    const [before = 0, here = 0] = [places[index - 1], places[index]];
    if (here < before) return false;
    for (let between = before + 1; between < here; between += 1) {
      const isSign = settling.matched.from[between] === -1;
      if (!isSign || !settling.isForm(settling.notice.ids[between] ?? 0)) return false;
    }
  }
  return true;
}

/** The code where all that is missing stands before the rest: a bullet, a number. */
function codeOfLead(
  { source, book }: Settling,
  { start }: SourceSentence,
  places: readonly number[],
): Code | undefined {
  const first = places.findIndex((place) => place >= 0);
  if (places.slice(first).includes(-1)) return undefined;
  const lead = Array.from(source.subarray(start, start + first), (id) => book.wordOf(id)).join('');
  return codeOfMark(lead);
}

function codeOfMark(text: string): Code | undefined {
  if (BULLET.test(text)) return 'bullet-typed';
  return text.length <= 30 && NUMBER.test(text) ? 'number-typed' : undefined;
}

/** The words of the notice from the first of these places to the last. */
function wordsAt({ text, starts, ends }: NoticeText, places: readonly number[]): string {
  let [first, last] = [Infinity, 0];
  for (const place of places) {
    first = Math.min(first, place);
    last = Math.max(last, place);
  }
  // What was torn apart is put together from its words, not from all that stands between.
  if (last - first > places.length * 3 + 10) {
    return places.map((place) => text.slice(starts[place], ends[place])).join(' ');
  }
  return text.slice(starts[first], ends[last]).replace(/\s+/g, ' ');
}

/** Why a sentence is not in the notice; undefined if nobody says why. */
function codeOfDropped(
  { explanations, book, source }: Settling,
  { text, at, out, start, end }: SourceSentence,
): Code | undefined {
  const said = explanations.ofDropped(text, at);
  if (said !== undefined) return said;
  if (out !== undefined && (HARD.has(out) || !explanations.isKept(text))) return out;
  const changed = explanations.ofRemoved(text) ?? explanations.ofChanged(text);
  if (changed !== undefined) return changed;
  const hasWords = source.subarray(start, end).some((id) => book.isWord(id));
  return codeOfMark(text) ?? (hasWords ? undefined : 'script');
}

/** What can never be text of a notice that was meant to be kept. */
const HARD = new Set<Code>([
  ...(['script', 'title', 'hidden', 'deleted', 'picture', 'comment', 'field-code'] as const),
]);

/** Words of the notice that were found nowhere, those beside each other together. */
function addedTo({ notice, matched, isForm }: Settling): Settled['added'] {
  const added: Settled['added'] = [];
  const { ids, text, starts, ends } = notice;
  for (let start = 0; start < ids.length; start += 1) {
    if (matched.from[start] !== -1 || isForm(ids[start] ?? 0)) continue;
    let end = start;
    while (end + 1 < ids.length && matched.from[end + 1] === -1) end += 1;
    const section = sectionAt(notice, start);
    added.push({
      text: text.slice(starts[start], ends[end]),
      ...(section !== undefined && { section }),
    });
    start = end;
  }
  return added;
}

function sectionAt({ sections }: NoticeText, place: number): string | undefined {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sections[middle]?.start ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return sections[low - 1]?.section;
}
