/** Which letters a card can be drawn in: those of the font Inter. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { fileOfPackage, loadModule } from '../../site/card-packages.ts';

/** Parts of the font, by the scripts they hold. A card is drawn with all of them. */
const SUBSETS = [
  'latin',
  'latin-ext',
  'vietnamese',
  'greek',
  'greek-ext',
  'cyrillic',
  'cyrillic-ext',
] as const;

export interface Font {
  name: string;
  weight: 400 | 700;
  data: Buffer;
}

/** From the first to the last sign of a stretch of Unicode. */
type Stretch = readonly [first: number, last: number];

const ranges = z.record(z.enum(SUBSETS), z.string());

let stretches: ReturnType<typeof readStretches> | undefined;

function readStretches() {
  const held = ranges.parse(loadModule('@fontsource/inter/unicode.json'));
  return SUBSETS.map((subset) => ({ subset, held: held[subset].split(',').map(stretchOf) }));
}

function stretchOf(range: string): Stretch {
  const [first = '', last = first] = range.replace('U+', '').split('-');
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}

/** The part of the font that has a sign. */
function subsetOf(sign: string): (typeof SUBSETS)[number] | undefined {
  const code = sign.codePointAt(0) ?? 0;
  stretches ??= readStretches();
  return stretches.find(({ held }) => held.some(([first, last]) => first <= code && code <= last))
    ?.subset;
}

const read = new Map<string, Font[]>();

/**
 * The fonts that a text needs, each part under a name of its own, as the family lists them: the same
 * array for the same parts, by which satori knows fonts that it has parsed.
 */
export function fontsFor(text: string): Font[] {
  const signs = new Set([...text].map(subsetOf));
  const needed = SUBSETS.filter((subset) => subset === 'latin' || signs.has(subset));
  const key = needed.join(' ');
  const fonts = read.get(key) ?? needed.flatMap(readFonts);
  read.set(key, fonts);
  return fonts;
}

const readFonts = (subset: string): Font[] =>
  ([400, 700] as const).map((weight) => ({
    name: `Inter ${subset}`,
    weight,
    data: readFileSync(
      fileOfPackage(`@fontsource/inter/files/inter-${subset}-${weight}-normal.woff2`),
    ),
  }));

export const FONT_FAMILY = SUBSETS.map((subset) => `Inter ${subset}`).join(', ');

/**
 * A text as a card can show it: on one line, accents on their letters, and without signs that the
 * fonts lack.
 *
 * @returns nothing when a letter, accent or figure is missing, for the rest would say something else
 */
export function drawable(text: string): string | undefined {
  // Joiners and marks of direction are not seen; without its letter a variation means nothing.
  const signs = [
    ...text
      .normalize('NFC')
      .replace(/[\p{Cf}\uFE0F\u20E3]/gu, '')
      .replace(/\s+/g, ' '),
  ];
  const missing = signs.filter((sign) => subsetOf(sign) === undefined);
  if (missing.some((sign) => /[\p{L}\p{M}\p{N}]/u.test(sign))) return undefined;
  const shown = signs.filter((sign) => !missing.includes(sign)).join('');
  return shown.replace(/ +/g, ' ').trim() || undefined;
}
