/** Words that privacy notices use for one another, and the other ways of asking with them. */

/** Words of one meaning, as people type them. A search for one looks for the others too. */
const SYNONYMS: readonly (readonly string[])[] = [
  ['delete', 'erase', 'deletion', 'erasure'],
  ['keep', 'retain', 'retention'],
  ['third party', 'recipient'],
  ['third parties', 'recipients'],
  ['dpo', 'data protection officer'],
  ['sar', 'dsar', 'subject access request', 'access request'],
  ['personal data', 'personal information', 'personal details'],
  ['legal basis', 'lawful basis'],
  ['legal bases', 'lawful bases'],
  ['opt out', 'unsubscribe'],
  ['ico', 'information commissioner', 'information commission'],
  ['complain', 'complaint'],
  ['cctv', 'surveillance camera'],
  ['under 18', 'children'],
  ['phone', 'telephone'],
  ['eea', 'european economic area'],
];

/** The most other ways of asking that are tried. */
const MOST = 4;

/** Without capitals and signs, so that "Delete, my data" is known as well. */
const tidy = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}'’-]+/gu, ' ')
    .trim();

/** A query with some of its words put in another way. */
export interface Variant {
  /** What was put in. */
  synonym: string;
  /** The words that are left of the query, without what was replaced. */
  rest: string;
}

/**
 * Other ways of asking for the same. The longest words of a group are replaced first, so that
 * "third party" is not asked for as "third" and "party".
 *
 * @param words the query, without quotes
 */
export function variantsOf(words: string): Variant[] {
  const asked = ` ${tidy(words)} `;
  const variants = SYNONYMS.flatMap((group) => {
    const found = group
      .filter((word) => asked.includes(` ${word} `))
      .toSorted((a, b) => b.length - a.length)[0];
    if (found === undefined) return [];
    const rest = asked.replace(` ${found} `, ' ').trim();
    return group
      .filter((word) => word !== found && !asked.includes(` ${word} `))
      .map((synonym) => ({ synonym, rest }));
  });
  return variants.slice(0, MOST);
}
