/** Texts of any length, with small edits that are the same in every run. */
import { parseFragment, serializeOuter } from 'parse5';
import { countWords, plainTextOf } from './html.ts';
import { makeText, type Pair } from './texts.ts';

interface Block {
  html: string;
  words: number;
}

type Section = readonly Block[];

/** How likely each word is replaced, and each paragraph has another edit. */
const EDITS = { replaceWord: 0.01, insertSentence: 0.05, deleteParagraph: 0.03 };
const WORDS = 'purpose consent transfer storage customer agency lawful supplier'.split(' ');
const SENTENCES = [
  'We look at this once a year.',
  'You can ask us for a copy of the agreement at any time.',
  'This does not apply where the law asks us to keep the data for longer.',
  'Our staff see the data only as far as their work needs it.',
];
/** Sections outside of these are scraps, or whole texts without headings. */
const SECTION_WORDS = { least: 30, most: 1000 };

/** All sections of the pairs that say different things, in an order of chance. */
export function collectSections(pairs: readonly Pair[]): Section[] {
  const sections = pairs
    .flatMap(({ before, after }) => [before, after])
    .flatMap(({ html }) => splitSections(html))
    .filter((section) => {
      const words = wordsOf(section);
      return words >= SECTION_WORDS.least && words <= SECTION_WORDS.most;
    });
  const distinct = new Map(sections.map((section) => [section[0]?.html, section]));
  const random = randomNumbers(1);
  return [...distinct.values()]
    .map((section) => ({ section, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ section }) => section);
}

function splitSections(html: string): Section[] {
  const sections: Block[][] = [];
  for (const node of parseFragment(html).childNodes) {
    const block = serializeOuter(node);
    if (sections.length === 0 || /^h[1-6]$/.test(node.nodeName)) sections.push([]);
    sections.at(-1)?.push({ html: block, words: countWords(plainTextOf(block)) });
  }
  return sections;
}

const wordsOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, { words }) => sum + words, 0);

/**
 * As many pairs of texts of about so many words as the sections make up, up to a number of words,
 * and the same with small edits. So every length is measured by the same sections: a short text
 * of a few of them may have no table, and a long one has several.
 */
export function makePairs(sections: readonly Section[], size: number, most: number): Pair[] {
  const texts: Block[][] = [];
  for (let at = 0, text: Block[] = [], words = 0; texts.length < most / size; at += 1) {
    const section = sections[at % sections.length];
    if (!section) throw new Error('there are no sections to make texts of');
    text.push(...section);
    words += wordsOf(section);
    if (words < size) continue;
    texts.push(text);
    text = [];
    words = 0;
  }
  const random = randomNumbers(size);
  return texts.map((blocks, index) => ({
    name: `${size} words, ${index + 1}`,
    before: makeText(blocks.map(({ html }) => html).join('')),
    after: makeText(blocks.map(({ html }) => editBlock(html, random)).join('')),
  }));
}

function editBlock(html: string, random: () => number): string {
  if (html.startsWith('<p>')) {
    const chance = random();
    if (chance < EDITS.deleteParagraph) return '';
    if (chance < EDITS.deleteParagraph + EDITS.insertSentence) {
      return html.replace(/<\/p>$/, ` ${pick(SENTENCES, random)}</p>`);
    }
  }
  // Words are neither within tags nor within character references.
  return html.replace(/(?<![&\p{L}])\p{L}+(?![^<>]*>)/gu, (word) =>
    random() < EDITS.replaceWord ? pick(WORDS, random) : word,
  );
}

function pick<T>(list: readonly T[], random: () => number): T {
  const picked = list[Math.floor(random() * list.length)];
  if (picked === undefined) throw new Error('there is nothing to pick from');
  return picked;
}

/** Numbers from 0 up to 1 that follow from a seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
