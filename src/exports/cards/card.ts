/** What a social card says, and how it is laid out: the picture that a shared link shows. */
import { FONT_FAMILY, drawable } from './letters.ts';

/** Pixels: what messaging and social sites ask for. */
export const SIZE = { width: 1200, height: 630 } as const;

export interface Card {
  /** The name of the site, and its logo as a `data:` address. */
  site: string;
  logo?: string;
  /** The colour of the site, as `#rrggbb`. */
  accent: string;
  /** What is shown: the notice by its title. */
  title: string;
  /** Who is responsible. */
  by: string;
  /** One or two lines at the foot. */
  lines: readonly string[];
  /** How much changed since the version before, drawn and in words. */
  change?: { added: number; removed: number; kept: number; label: string } | undefined;
}

/** A box with its style, as satori reads it, and what is in it. */
export interface Element {
  type: 'div' | 'img';
  props: { style: Style; children?: (Element | string)[]; [attribute: string]: unknown };
}

type Style = Readonly<Record<string, string | number>>;

const INK = '#1b1f23';
const SOFT = '#565d64';
const ADDED = '#0b6b3a';
const REMOVED = '#9b2c2c';
const KEPT = '#d9dde1';
const MARGIN = 72;
/** How high the bar at the top is: a box, since satori cuts a border out of a picture of its own. */
const BAR = 16;
const BAR_PLACE = { position: 'absolute', top: 0, left: 0, width: SIZE.width, height: BAR };
/** The drawing of a change: all words of both versions. A single word is still seen. */
const DRAWING = { width: 264, height: 16, gap: 4, least: 8 };
/** The most lines of a title; more is cut, with three dots. */
const TITLE_LINES = 3;
const BALANCED = 60;
/** How large a title is set, by how many characters it has at most. */
const TITLE_SIZES: readonly [most: number, size: number][] = [
  [28, 88],
  [60, 72],
  [96, 60],
  [Infinity, 50],
];

/** The card as boxes and words, for the program that draws it. */
export function layOut({ site, logo, accent, title, by, lines, change }: Card): Element {
  const shown = drawable(title) ?? '';
  const size = TITLE_SIZES.find(([most]) => shown.length <= most)?.[1] ?? 0;
  const [first, second] = lines.flatMap((line) => drawable(line) ?? []);
  return box(
    {
      ...SIZE,
      boxSizing: 'border-box',
      padding: `${MARGIN}px ${MARGIN}px ${MARGIN - BAR}px`,
      flexDirection: 'column',
      justifyContent: 'space-between',
      background: '#ffffff',
      fontFamily: FONT_FAMILY,
      color: INK,
    },
    box({ ...BAR_PLACE, background: accent }),
    box(
      { alignItems: 'center', gap: 20, fontSize: 32, fontWeight: 700 },
      logo === undefined ? undefined : picture(logo, 64),
      box({ display: 'block', lineClamp: 2 }, drawable(site)),
    ),
    box(
      { flexDirection: 'column', gap: 20 },
      box(
        {
          display: 'block',
          fontSize: size,
          fontWeight: 700,
          lineHeight: 1.12,
          letterSpacing: '-0.02em',
          lineClamp: TITLE_LINES,
          // Of a text that is cut, balance would take half of each line.
          textWrap: shown.length <= BALANCED ? 'balance' : 'wrap',
          wordBreak: 'break-word',
        },
        shown,
      ),
      box({ display: 'block', fontSize: 36, color: SOFT, lineClamp: change ? 1 : 2 }, drawable(by)),
    ),
    box(
      { flexDirection: 'column', gap: 20 },
      change && drawingOf(change),
      box(
        {
          justifyContent: 'space-between',
          columnGap: 40,
          rowGap: 10,
          flexWrap: 'wrap',
          fontSize: 30,
        },
        box({ fontWeight: 700, color: accent }, first),
        box({ color: SOFT }, second),
      ),
    ),
  );
}

/** Words that came, that went and that stayed, as wide as they are many, and how many in words. */
function drawingOf({ added, removed, kept, label }: NonNullable<Card['change']>): Element {
  const all = added + removed + kept;
  const { width, height, gap, least } = DRAWING;
  const stretch = (words: number, background: string): Child =>
    words === 0
      ? undefined
      : box({ width: Math.max(least, Math.round((words / all) * width)), background });
  return box(
    { alignItems: 'center', gap: 24, fontSize: 28, color: SOFT },
    box(
      { width, height, gap },
      stretch(added, ADDED),
      stretch(removed, REMOVED),
      box({ flexGrow: 1, background: KEPT }),
    ),
    box({}, drawable(label)),
  );
}

type Child = Element | string | undefined;

const box = (style: Style, ...children: Child[]): Element => ({
  type: 'div',
  props: {
    style: { display: 'flex', ...style },
    children: children.filter((child) => child !== undefined),
  },
});

const picture = (src: string, size: number): Element => ({
  type: 'img',
  props: { src, width: size, height: size, style: { flexShrink: 0 } },
});
