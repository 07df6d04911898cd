/**
 * Colours as CSS writes them, as `#rrggbb`; their contrast, and the nearest that can be read.
 *
 * @see https://www.w3.org/TR/css-color-4/ how colours are written, and made to fit sRGB (section 13)
 * @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance luminance, and #dfn-contrast-ratio
 * @see https://bottosson.github.io/posts/oklab/ Oklab, which CSS Color 4 adopted, with its matrices
 */
import { NAMED } from './colour-names.ts';

type Triple = readonly [number, number, number];

/** What a number is divided by, with each unit that it may have. */
type Units = Readonly<Partial<Record<string, number>>>;

const SHARE: Units = { '': 1, '%': 100 };
const PERCENT: Units = { '': 100, '%': 100 };
const CHROMA: Units = { '': 1, '%': 250 };
const ANGLE: Units = { '': 1, deg: 1, grad: 1 / 0.9, rad: Math.PI / 180, turn: 1 / 360 };
const BYTE: Units = { '': 255, '%': 100 };

/** The ways to write a colour as numbers: what each may be, and how the three become sRGB. */
const FORMS: Readonly<
  Record<string, { units: readonly Units[]; toRgb: (from: Triple) => Triple }>
> = {
  rgb: { units: [BYTE, BYTE, BYTE], toRgb: (rgb) => rgb },
  hsl: { units: [ANGLE, PERCENT, PERCENT], toRgb: fromHsl },
  oklch: { units: [SHARE, CHROMA, ANGLE], toRgb: fromOklch },
};

const PART = String.raw`([^\s,/()]+)`;
const GAP = String.raw`(?:\s*,\s*|\s+)`;
const WRITTEN = new RegExp(
  String.raw`^(rgb|hsl|oklch(?!a))a?\(\s*${PART}${GAP}${PART}${GAP}${PART}(?:(?:\s*/\s*|${GAP})${PART})?\s*\)$`,
);
const HEX = /^#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/;
const NUMBER = /^([+-]?(?:\d*\.)?\d+(?:e[+-]?\d+)?)(%|deg|grad|rad|turn)?$/;

export interface Colour {
  /** As `#rrggbb`. */
  hex: string;
  isOpaque: boolean;
}

/** Reads a colour: in hexadecimal digits, by its name, or as `rgb()`, `hsl()` or `oklch()`. */
export function parseColour(text: string): Colour | undefined {
  const written = text.trim().toLowerCase();
  const digits = NAMED.get(written) ?? written;
  if (HEX.test(digits)) {
    const hex = digits.length < 7 ? digits.replace(/[\da-f]/g, '$&$&') : digits;
    return { hex: hex.slice(0, 7), isOpaque: /^(ff)?$/.test(hex.slice(7)) };
  }
  const [, name = '', ...parts] = WRITTEN.exec(written) ?? [];
  const form = FORMS[name];
  if (!form) return undefined;
  const [one, two, three] = form.units.map((units, at) => parseNumber(units, parts[at]));
  const alpha = parseNumber(SHARE, parts[3] ?? '1');
  if (one === undefined || two === undefined || three === undefined || alpha === undefined)
    return undefined;
  return { hex: toHex(form.toRgb([one, two, three])), isOpaque: alpha >= 1 };
}

function parseNumber(units: Units, written = ''): number | undefined {
  if (written === 'none') return 0;
  const [, number, unit = ''] = NUMBER.exec(written) ?? [];
  const divisor = units[unit];
  if (number === undefined || divisor === undefined) return undefined;
  const value = Number(number) / divisor;
  return Number.isFinite(value) ? value : undefined;
}

/** The contrast of two colours in `#rrggbb` by WCAG 2.2: from 1 to 21. */
export function contrastOf(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = map(fromHex(hex), toLinear);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The nearest colour of the same hue that has a contrast with the paper. All are `#rrggbb`. */
export function legibleOn(paper: string, hex: string, contrast: number): string {
  const isLight = luminance(paper) > 0.5;
  const [lightness, ...chromaAndHue] = toOklch(fromHex(hex));
  for (let step = 1; step <= 100; step += 1) {
    const candidate = toHex(
      fromOklch([lightness + (isLight ? -step : step) / 100, ...chromaAndHue]),
    );
    if (contrastOf(candidate, paper) >= contrast) return candidate;
  }
  return isLight ? '#000000' : '#ffffff';
}

const map = ([a, b, c]: Triple, by: (each: number) => number): Triple => [by(a), by(b), by(c)];
const clamp = (share: number): number => Math.min(Math.max(share, 0), 1);

const toHex = (rgb: Triple): string => `#${rgb.map(toDigits).join('')}`;

const toDigits = (share: number): string =>
  Math.round(clamp(share) * 255)
    .toString(16)
    .padStart(2, '0');

const fromHex = (hex: string): Triple =>
  map([1, 3, 5], (at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);

const toLinear = (share: number): number =>
  share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;

const fromLinear = (share: number): number =>
  share <= 0.0031308 ? share * 12.92 : 1.055 * share ** (1 / 2.4) - 0.055;

function fromHsl([hue, saturation, lightness]: Triple): Triple {
  const light = clamp(lightness);
  const most = clamp(saturation) * Math.min(light, 1 - light);
  return map([0, 8, 4], (offset) => {
    const k = (((offset + hue / 30) % 12) + 12) % 12;
    return light - most * Math.max(-1, Math.min(k - 3, 9 - k, 1));
  });
}

function toOklab(rgb: Triple): Triple {
  const [r, g, b] = map(rgb, toLinear);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromOklab([lightness, a, b]: Triple): Triple {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear: Triple = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return map(linear, fromLinear);
}

function toOklch(rgb: Triple): Triple {
  const [lightness, a, b] = toOklab(rgb);
  return [lightness, Math.hypot(a, b), (Math.atan2(b, a) * 180) / Math.PI];
}

/** How far a colour may be from the one asked for before its chroma is reduced instead, in Oklab. */
const NOTICEABLE = 0.02;
const PRECISION = 0.0001;

/** As sRGB. A colour that sRGB lacks is made less vivid, and keeps its lightness and hue. */
function fromOklch([lightness, chroma, hue]: Triple): Triple {
  if (lightness >= 1) return [1, 1, 1];
  if (lightness <= 0) return [0, 0, 0];
  let low = 0;
  let high = clamp(chroma);
  for (let tried = high; ; tried = (low + high) / 2) {
    const angle = hue * (Math.PI / 180);
    const wanted: Triple = [lightness, tried * Math.cos(angle), tried * Math.sin(angle)];
    const clipped = map(fromOklab(wanted), clamp);
    const [l, a, b] = toOklab(clipped);
    const distance = Math.hypot(l - wanted[0], a - wanted[1], b - wanted[2]);
    if (distance >= NOTICEABLE) high = tried;
    else if (tried === high || NOTICEABLE - distance < PRECISION) return clipped;
    else low = tried;
    if (high - low <= PRECISION) return clipped;
  }
}
