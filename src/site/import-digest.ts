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

const cut = (sentence: Sentence): Sentence => ({
  ...sentence,
  text: shortened(sentence.text),
  ...(sentence.to !== undefined && { to: shortened(sentence.to) }),
});

const shortened = (text: string): string =>
  text.length <= LONGEST ? text : `${[...text.slice(0, LONGEST)].slice(0, -1).join('').trimEnd()}…`;
