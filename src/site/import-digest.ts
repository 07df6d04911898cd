/** What the page of an import shows of a source whose sentences are too many for one page. */
import type { Code } from '../import/codes.ts';
import type { Sentence, Status } from '../import/model.ts';

/** Counts of sentences by what became of them. */
export type Counts = Record<Status, number>;

/** Sentences that became the same for the same reason, as many as there is room for. */
interface DigestGroup {
  status: Exclude<Status, 'kept'>;
  code: Code;
  /** The first of them; long ones are cut. */
  sentences: Sentence[];
  /** How many more there are. */
  more: number;
}

/** A stretch of the source that became a section, or several that stand beside each other. */
interface DigestSection {
  /** The anchor of the section; absent for what is before the first one. */
  section?: string;
  counts: Counts;
}

/** An account in short: first what a person has to look at, then where the rest stands. */
export interface Digest {
  groups: DigestGroup[];
  sections: DigestSection[];
  /** The sections that there is no room for, together. */
  rest?: { sections: number; counts: Counts };
}

/**
 * How much a page shows in full. Browsers lay out 15,000 elements and 600 KB at once on any phone; a
 * changed sentence is five elements, with its section.
 */
const MOST_SENTENCES = 1500;
const MOST_LETTERS = 200_000;

/** How much a digest shows: sentences, letters of each, and sections. */
const SHOWN = 600;
const LONGEST = 160;
const SECTIONS = 800;

const ORDER: readonly Status[] = ['asked', 'changed', 'dropped'];

export const noCounts = (): Counts => ({ kept: 0, changed: 0, dropped: 0, asked: 0 });

/** Whether all sentences can be shown on one page. */
export function fitsOnPage(sentences: readonly Sentence[]): boolean {
  let letters = 0;
  for (const { text, to = '' } of sentences) letters += text.length + to.length;
  return sentences.length <= MOST_SENTENCES && letters <= MOST_LETTERS;
}

/** An account in short. Every sentence is in one of its groups and one of its sections, or counted there. */
export function digestOf(sentences: readonly Sentence[]): Digest {
  const sections = sectionsOf(sentences);
  const rest = noCounts();
  for (const { counts } of sections.slice(SECTIONS)) add(rest, counts);
  return {
    groups: groupsOf(sentences),
    sections: sections.slice(0, SECTIONS),
    ...(sections.length > SECTIONS && {
      rest: { sections: sections.length - SECTIONS, counts: rest },
    }),
  };
}

function add(to: Counts, more: Counts): void {
  for (const status of Object.keys(more) as Status[]) to[status] += more[status];
}

function sectionsOf(sentences: readonly Sentence[]): DigestSection[] {
  const sections: DigestSection[] = [{ counts: noCounts() }];
  for (const { section, status } of sentences) {
    let last = sections.at(-1);
    if (!last || (section !== undefined && section !== last.section)) {
      last = { ...(section !== undefined && { section }), counts: noCounts() };
      sections.push(last);
    }
    last.counts[status] += 1;
  }
  return sections.filter(({ counts }) => Object.values(counts).some((count) => count > 0));
}

/** The groups in the order in which they are looked at; a small one never has to make room for a large one. */
function groupsOf(sentences: readonly Sentence[]): DigestGroup[] {
  const all = Map.groupBy(
    sentences.filter(({ status }) => status !== 'kept'),
    ({ status, code = 'unsure' }) => `${status} ${code}`,
  );
  const bySize = [...all.values()].toSorted((a, b) => a.length - b.length);
  let room = SHOWN;
  const groups = bySize.flatMap((group, index): DigestGroup[] => {
    const [first] = group;
    if (!first || first.status === 'kept') return [];
    const shown = group.slice(0, Math.floor(room / (bySize.length - index)));
    room -= shown.length;
    return [
      {
        ...{ status: first.status, code: first.code ?? 'unsure' },
        sentences: shown.map(cut),
        more: group.length - shown.length,
      },
    ];
  });
  const sizeOf = (group: DigestGroup): number => group.sentences.length + group.more;
  return groups.toSorted(
    (a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status) || sizeOf(b) - sizeOf(a),
  );
}

/** How many letters before the first difference are shown. */
const LEAD = 60;

/** A sentence as a digest shows it: what changed is shown of both texts, wherever it stands in them. */
function cut(sentence: Sentence): Sentence {
  const { text, to } = sentence;
  if (to === undefined) return { ...sentence, text: shortened(text, 0) };
  const from = Math.max(text.length, to.length) <= LONGEST ? 0 : differenceIn(text, to) - LEAD;
  return { ...sentence, text: shortened(text, from), to: shortened(to, from) };
}

/** Where two texts first differ; 0 if they do not. */
function differenceIn(text: string, to: string): number {
  if (text === to) return 0;
  let at = 0;
  while (at < text.length && text[at] === to[at]) at += 1;
  return at;
}

/** A text from an offset on, as long as there is room for, with `…` where it is cut. Pairs of surrogates stay whole. */
function shortened(text: string, offset: number): string {
  const isShort = text.length - Math.max(0, offset) <= LONGEST;
  const start = offset <= 0 ? 0 : wholeAt(text, offset);
  const end = isShort ? text.length : wholeAt(text, start + LONGEST - 1);
  const shown = text.slice(start, end);
  const lead = start > 0 ? `…${shown.trimStart()}` : shown;
  return isShort ? lead : `${lead.trimEnd()}…`;
}

/** An offset, or the one before it if it is in the middle of a character. */
const wholeAt = (text: string, offset: number): number =>
  (text.codePointAt(offset - 1) ?? 0) > 0xffff ? offset - 1 : offset;
