/**
 * How hard a text is to read, for each section and for the whole.
 *
 * The measure is the Flesch-Kincaid grade: 0.39 × words per sentence + 11.8 × syllables per word − 15.59
 * (Kincaid, Fishburne, Rogers and Chissom, "Derivation of New Readability Formulas", Naval Technical
 * Training Command, Research Branch Report 8-75, 1975). The reading age is the grade plus 5, since the
 * first American grade begins at the age of 6. Other measures suit notices less: SMOG needs 30
 * sentences, which a section has not, and Dale-Chall a list of American words. Sentences of paragraphs
 * and items count; headings and cells of tables are no sentences, and what components print of facts
 * is in tables. It measures length, not sense. For other languages than English there is no grade.
 */
import { askJargon } from './ask-structure.ts';
import type { Block, Reading } from './reading.ts';
import type { Hit } from './rule.ts';
import { notInShort } from './signals.ts';
import { wordsOf } from './words.ts';

export interface Measure {
  words: number;
  /** Mean words in a sentence. */
  sentenceLength: number;
  /** Flesch-Kincaid; undefined for few words, and for a text that is not English. */
  grade?: number;
  /** The grade plus 5. */
  age?: number;
  /** The three longest sentences, the longest first. */
  longest: { text: string; words: number; line: number }[];
  /** Words of the trade that the text nowhere explains; always empty where it is not English. */
  jargon: string[];
}

export interface SectionMeasure extends Measure {
  anchor: string;
  heading: string;
}

export interface Readability {
  whole: Measure;
  /** Sections that have sentences, in order. */
  sections: SectionMeasure[];
}

/** With fewer words, one long word moves the grade by a year. */
const LEAST_WORDS = 30;
const LONGEST = 3;

/** Measures a text and its sections. */
export function readabilityOf(reading: Reading, day: string = reading.effective): Readability {
  const jargon = reading.isEnglish ? (askJargon(reading, day).hits ?? []) : [];
  const sections = new Map<string, { heading: string; blocks: Block[] }>();
  for (const block of reading.blocks) {
    const section = sections.get(block.anchor) ?? { heading: '', blocks: [] };
    sections.set(block.anchor, section);
    if (block.kind === 'heading') section.heading = block.plain;
    section.blocks.push(block);
  }
  return {
    whole: measure(reading.blocks, jargon, reading.isEnglish),
    sections: [...sections].flatMap(([anchor, { heading, blocks }]): SectionMeasure[] => {
      const measured = measure(blocks, jargon, reading.isEnglish);
      return measured.words === 0 ? [] : [{ anchor, heading, ...measured }];
    }),
  };
}

function measure(blocks: readonly Block[], jargon: readonly Hit[], isEnglish: boolean): Measure {
  const sentences = blocks
    .filter(({ kind }) => kind === 'paragraph' || kind === 'item')
    .filter(notInShort)
    .flatMap(({ sentences: cut, line }) =>
      cut.map((text) => ({ text, line, words: wordsOf(text).length })),
    )
    .filter(({ words }) => words > 0);
  const words = sentences.reduce((sum, each) => sum + each.words, 0);
  const isMeasured = isEnglish && words >= LEAST_WORDS;
  const grade = isMeasured ? gradeOf(sentences.map(({ text }) => text)) : undefined;
  return {
    words,
    sentenceLength: sentences.length === 0 ? 0 : words / sentences.length,
    ...(grade !== undefined && { grade, age: grade + 5 }),
    longest: sentences.toSorted((a, b) => b.words - a.words).slice(0, LONGEST),
    jargon: jargon
      .filter(({ block }) => block !== undefined && blocks.includes(block))
      .map(({ found }) => found),
  };
}

/** The Flesch-Kincaid grade of sentences; undefined if they have no words. */
export function gradeOf(sentences: readonly string[]): number | undefined {
  const words = sentences.map(wordsOf);
  const count = words.reduce((sum, each) => sum + each.length, 0);
  if (count === 0) return undefined;
  const syllables = words.flat().reduce((sum, word) => sum + syllablesOf(word), 0);
  return 0.39 * (count / sentences.length) + 11.8 * (syllables / count) - 15.59;
}

/** Endings in which a vowel is spoken by itself: so-ci-al is not, cre-ate and sci-ence are. */
const APART = /(?:[^cgst]i(?=a[^ct]|o[^u]|u)|cre(?=a[^mks])|sci(?=e)|que(?=nt)|[^q]u(?=al|ou))/gu;
/** Vowels that are not spoken: moved, makes, safely. */
const SILENT = /(?:[^aeiouytd]ed|[^aeioucgsxz]es|(?<=[^aeiouy])e(?=ly|ful|ment))$/u;

/**
 * The syllables of an English word, by its groups of vowels: right for about nine words in ten, and the
 * others even out. A number, an address and a word in capitals count as one.
 */
export function syllablesOf(word: string): number {
  if (/[\d@/]|\p{L}\.\p{L}/u.test(word) || /^\p{Lu}{2,}s?$/u.test(word)) return 1;
  return word
    .split(/[-'’.]/u)
    .reduce(
      (sum, part) => sum + (part.length > 2 ? syllablesOfPart(part) : part === '' ? 0 : 1),
      0,
    );
}

function syllablesOfPart(part: string): number {
  const plain = part.toLowerCase();
  const inner = plain
    .replace(SILENT, (ending) => ending[0] ?? '')
    .replace(/e(?=(?:ly|ful|ment)$)/u, (vowel, at: number) =>
      /[aeiouy]/u.test(plain[at - 1] ?? '') ? vowel : '',
    );
  const spoken = /[^aeiouy]le$/u.test(inner) ? inner : inner.replace(/e$/u, '');
  const groups = spoken.match(/[aeiouy]+/gu)?.length ?? 0;
  const apart = spoken.match(APART)?.length ?? 0;
  return Math.max(1, groups + apart);
}

/** What the checklist prints: a line for the whole, and one for each section. */
export function linesOfReadability({ whole, sections }: Readability): string[] {
  return [
    `Whole: ${inWords(whole)}`,
    ...sections.map((section) => `#${section.anchor || '(introduction)'}: ${inWords(section)}`),
    ...whole.longest.map(({ text, words, line }) => `${words} words, line ${line}: ${text}`),
  ];
}

function inWords({ words, sentenceLength, age, jargon }: Measure): string {
  return [
    `${words} words`,
    `${sentenceLength.toFixed(1)} a sentence`,
    ...(age === undefined ? [] : [`reading age ${age.toFixed(0)}`]),
    ...(jargon.length === 0 ? [] : [`not explained: ${jargon.join(', ')}`]),
  ].join(', ');
}
