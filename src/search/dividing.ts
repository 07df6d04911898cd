/** Asks an index that keeps each letter of an unspaced script as a word of its own. */
import type { Ask, Hit } from './finder.ts';
import { asked, piecesOf, spacedOut } from './forms.ts';

/**
 * Asks for words in the spelling of the index. Letters that were typed together are found where they
 * stand together, in their order.
 */
export function dividing(ask: Ask): Ask {
  return async (term) => {
    const phrase = /^"(.*)"$/s.exec(term)?.[1];
    if (phrase !== undefined) return ask(`"${tidy(spacedOut(phrase.normalize('NFKC')))}"`);
    const { runs, words } = partsOf(term);
    const [first = [], ...others] = await Promise.all([
      ...(words === '' ? [] : [ask(words)]),
      ...runs.map((letters) => askForRun(letters, ask)),
    ]);
    return others.reduce(both, first);
  };
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Letters that were typed together, and all other words. */
function partsOf(term: string): { runs: string[][]; words: string } {
  const runs: string[][] = [];
  const words: string[] = [];
  for (const word of term.normalize('NFKC').split(' ')) {
    let run: string[] | undefined;
    for (const { text, isLetter } of piecesOf(word)) {
      if (isLetter && run) run.push(text);
      else if (isLetter) runs.push((run = [text]));
      else {
        run = undefined;
        // A sign beside such letters is no word.
        if (word === text || /[\p{L}\p{N}]/u.test(text)) words.push(asked(text));
      }
    }
  }
  return { runs, words: words.join(' ') };
}

/** The records that have letters one after the other. The index is asked for each of them alone. */
async function askForRun(letters: readonly string[], ask: Ask): Promise<readonly Hit[]> {
  const distinct = [...new Set(letters)];
  const answers = new Map(
    await Promise.all(
      distinct.map(async (letter) => {
        const hits = await ask(letter);
        return [letter, new Map(hits.map((hit) => [hit.id, hit]))] as const;
      }),
    ),
  );
  const [first = ''] = letters;
  return [...(answers.get(first)?.values() ?? [])].flatMap(({ id, words }): Hit[] => {
    const places = letters.map((letter) => new Set(answers.get(letter)?.get(id)?.words));
    const starts = words.filter((start) => places.every((each, index) => each.has(start + index)));
    if (starts.length === 0) return [];
    const score = distinct.reduce((sum, each) => sum + (answers.get(each)?.get(id)?.score ?? 0), 0);
    const found = starts.flatMap((start) => letters.map((_, index) => start + index));
    return [{ id, score: score / distinct.length, words: [...new Set(found)] }];
  });
}

/** The records that are in both answers, with the places of both. */
export function both(some: readonly Hit[], others: readonly Hit[]): readonly Hit[] {
  const byId = new Map(others.map((hit) => [hit.id, hit]));
  return some.flatMap((hit): Hit[] => {
    const other = byId.get(hit.id);
    if (!other) return [];
    const words = [...hit.words, ...other.words];
    return [{ id: hit.id, score: hit.score + other.score, words }];
  });
}
