/** Periods, amounts, shares, ages and dates in a text: what readers look for when a notice changes. */

export interface Quantity {
  kind: 'period' | 'money' | 'share' | 'age' | 'date' | 'number';
  /** As it is written within a sentence. */
  text: string;
  /** Where it begins and ends. */
  start: number;
  end: number;
  /** The same for two ways to write one quantity: "2 years" and "24 months". */
  key: string;
}

/** Numbers that notices write in words, in English and Welsh. */
const WORDS = new Map(
  [
    ['one', 'un'],
    ['two', 'dau', 'dwy'],
    ['three', 'tri', 'tair'],
    ['four', 'pedwar', 'pedair'],
    ['five', 'pump', 'pum'],
    ['six', 'chwech', 'chwe'],
    ['seven', 'saith'],
    ['eight', 'wyth'],
    ['nine', 'naw'],
    ['ten', 'deg', 'deng'],
    ['eleven'],
    ['twelve', 'deuddeg', 'deuddeng'],
    ['thirteen'],
    ['fourteen'],
    ['fifteen', 'pymtheg'],
    ['sixteen'],
    ['seventeen'],
    ['eighteen', 'deunaw'],
    ['nineteen'],
    ['twenty', 'ugain'],
  ].flatMap((names, index) => names.map((name): [string, number] => [name, index + 1])),
);
for (const [name, value] of [
  ['thirty', 30],
  ['sixty', 60],
  ['ninety', 90],
] as const) {
  WORDS.set(name, value);
}

/** Units of time, each as so many of its base, in the languages that notices are often written in. */
const UNITS: readonly (readonly [names: string, base: string, factor: number])[] = [
  ['minutes?|Minuten?|munud|munudau', 'minute', 1],
  ['hours?|Stunden?|heures?|horas?|awr|oriau', 'minute', 60],
  ['days?|Tagen?|jours?|días?|dagen|diwrnod|niwrnod|dydd|ddiwrnod', 'day', 1],
  ['weeks?|Wochen?|semaines?|semanas?|weken|wythnos|wythnosau', 'day', 7],
  ['months?|Monaten?|Monat|mois|mes(?:es)?|maanden|mis|misoedd|fis', 'month', 1],
  ['years?|Jahren?|ans?|années?|años?|jaar|blynedd|flynedd|mlynedd|blwyddyn|flwyddyn', 'month', 12],
];

const DIGITS = String.raw`\d(?:[\d.,]*\d)?`;
const NUMBER = `(?:${DIGITS}|${[...WORDS.keys()].toSorted((a, b) => b.length - a.length).join('|')})`;
const LARGE = String.raw`(?:\s(?:million|billion))?`;
const MONTHS =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|' +
  'Ionawr|Chwefror|Mawrth|Ebrill|Mai|Mehefin|Gorffennaf|Awst|Medi|Hydref|Tachwedd|Rhagfyr)';
const DAY = String.raw`\d{1,2}(?:st|nd|rd|th)?`;

const PATTERN = new RegExp(
  [
    `(?<date>${DAY} ${MONTHS} \\d{4}|${MONTHS} ${DAY},? \\d{4}|\\d{4}-\\d\\d-\\d\\d)`,
    `(?<age>(?:age of|aged|aged under|under) ${NUMBER}(?! (?:days?|weeks?|months?|hours?))|${NUMBER} years (?:old|of age)|${NUMBER} oed)`,
    `(?<period>${NUMBER}[ -](?:(?:calendar|business|working|full|consecutive) )?(?:${UNITS.map(([names]) => names).join('|')}))`,
    `(?<money>[£$€] ?${DIGITS}${LARGE}|${DIGITS} ?(?:pounds|euros?|dollars|GBP|EUR|USD))`,
    `(?<share>${NUMBER} ?(?:%|per ?cent))`,
    `(?<number>${DIGITS} (?:million|billion))`,
  ]
    .map((part) => String.raw`(?<![\p{L}\p{N}.,])${part}(?![\p{L}\p{N}])`)
    .join('|'),
  'giu',
);

/** What a change of a quantity has in it: a number or a unit. */
const PART = new RegExp(`${NUMBER}|${UNITS.map(([names]) => names).join('|')}`, 'iu');

/** Whether some words can be a part of a quantity: a look at much text that has none is short. */
export const mayBeOfQuantity = (words: string): boolean => PART.test(words);

/** The quantities of a text, in order. A number that counts nothing may be that of a section, and is none. */
export function quantitiesIn(text: string): Quantity[] {
  return [...text.matchAll(PATTERN)].flatMap(({ 0: found, index, groups = {} }) => {
    const kind = Object.keys(groups).find((name) => groups[name] !== undefined);
    if (!kind) return [];
    const text =
      kind === 'period'
        ? found.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase())
        : found;
    const quantity = { text, start: index, end: index + found.length };
    return [{ ...quantity, kind: kind as Quantity['kind'], key: keyOf(kind, found) }];
  });
}

function keyOf(kind: string, text: string): string {
  if (kind !== 'period') return withDigits(text);
  const [, base = '', factor = 1] =
    UNITS.find(([names]) => new RegExp(`[ -](?:${names})$`, 'iu').test(text)) ?? [];
  const isWorking = /business|working/i.test(text);
  const amount = Number(/\d+(?:\.\d+)?/.exec(withDigits(text))?.[0]);
  return `${amount * factor} ${isWorking ? 'working ' : ''}${base}`;
}

/** A text in which every number is in digits. */
const withDigits = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\p{L}+/gu, (word) => WORDS.get(word)?.toString() ?? word)
    .replace(/(\d)(?:st|nd|rd|th)\b/g, '$1')
    .replaceAll(',', '');
