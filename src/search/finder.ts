/** Asks an index what a reader asked, in as many ways as it takes, and ranks the answers. */
import { both, dividing } from './dividing.ts';
import { variantsOf } from './synonyms.ts';
import { hasWord, plainWords, type Query } from './query.ts';

/** A record that an index found. */
export interface Hit {
  id: string;
  /** The higher the better. */
  score: number;
  /** The places of the words found, counted in the record's words. */
  words: readonly number[];
}

/** Asks the index for all of some words, or in double quotes for a phrase. */
export type Ask = (term: string) => Promise<readonly Hit[]>;

export interface Finding {
  /** The best first. */
  hits: Hit[];
  /** What was looked for besides what was typed, and found. */
  synonyms: string[];
  /** Words that no text has, and that were left out. */
  unknown: string[];
  /** Whether no text has all of the words, and these have some. */
  isPartial: boolean;
}

/** What it is worth that a text has all that was typed, and again that it stands there together. */
const AS_TYPED = 1000;
/** What it is worth that a text says all that was typed in other words. */
const IN_OTHER_WORDS = 500;

/**
 * Finds what a query asks for: texts that have the words together as they were typed, then texts
 * that have them all, then texts that say it in other words, and if there are none of these,
 * texts that have some of the words.
 */
export async function find(query: Query, askIndex: Ask): Promise<Finding> {
  const ask = dividing(askIndex);
  const { phrases } = query;
  const { words, unknown } = await knownWords(query.words, ask);
  const hits = new Map<string, Hit>();
  if (words !== '' || phrases.length > 0) {
    const worth = unknown.length === 0 ? AS_TYPED : 0;
    add(hits, await askForAll(phrases, [words], ask), ({ score }) => score + worth);
  }
  if (isSeveral(words)) add(hits, await ask(`"${words}"`), () => AS_TYPED);
  const synonyms: string[] = [];
  const missing = new Set(unknown.flatMap(plainWords));
  for (const { synonym, rest } of variantsOf(query.words)) {
    const known = rest.split(' ').filter((word) => !missing.has(word));
    const term = isSeveral(synonym) ? `"${synonym}"` : synonym;
    const found = await askForAll(phrases, [known.join(' '), term], ask);
    if (found.length > 0) synonyms.push(synonym);
    const isWhole = known.join(' ') === rest;
    add(hits, found, ({ score }) => score + (isWhole ? IN_OTHER_WORDS : 0));
  }
  const isPartial = hits.size === 0 && phrases.length === 0 && isSeveral(words);
  if (isPartial) {
    for (const word of new Set(words.split(' '))) {
      add(hits, await ask(word), ({ score }) => score + AS_TYPED);
    }
  }
  // What is worth the same stays in the order of the index, which is that of the notices.
  const ranked = [...hits.values()].sort((a, b) => b.score - a.score);
  return { hits: ranked, synonyms, unknown, isPartial };
}

/** The records that answer to all phrases and to all terms, which are words without quotes. */
async function askForAll(
  phrases: readonly string[],
  terms: readonly string[],
  ask: Ask,
): Promise<readonly Hit[]> {
  const [first = [], ...others] = await Promise.all([
    ...phrases.map((phrase) => askForPhrase(phrase, ask)),
    ...terms.filter((term) => term !== '').map((term) => ask(term)),
  ]);
  return others.reduce(both, first);
}

/**
 * The records that may have a phrase: those that the index finds it in, and then all that have
 * its words. The index misses some phrases with accents and signs; who asked reads which have it.
 */
async function askForPhrase(phrase: string, ask: Ask): Promise<readonly Hit[]> {
  const hits = new Map<string, Hit>();
  add(hits, await ask(`"${phrase}"`), ({ score }) => score + AS_TYPED);
  const { words, unknown } = await knownWords(phrase, ask);
  if (words !== '' && unknown.length === 0) add(hits, await ask(words), ({ score }) => score);
  return [...hits.values()];
}

/**
 * The words that any text has. The index passes over those that it does not know; with none left
 * it would find everything.
 */
async function knownWords(words: string, ask: Ask): Promise<{ words: string; unknown: string[] }> {
  const each = words.split(' ').filter((word) => word !== '');
  if (each.length < 2) return { words, unknown: [] };
  const known = await Promise.all(each.map(async (word) => (await ask(word)).length > 0));
  return {
    words: each.filter((_, index) => known[index]).join(' '),
    unknown: each.filter((word, index) => !known[index] && hasWord(word)),
  };
}

const isSeveral = (words: string): boolean => words.includes(' ');

/** Adds hits to others; one that is there already gains by it. */
function add(hits: Map<string, Hit>, found: readonly Hit[], worth: (hit: Hit) => number): void {
  for (const hit of found) {
    const known = hits.get(hit.id);
    const words = [...new Set([...(known?.words ?? []), ...hit.words])];
    hits.set(hit.id, { id: hit.id, score: (known?.score ?? 0) + worth(hit), words });
  }
}
