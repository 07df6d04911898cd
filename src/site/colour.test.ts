import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrastOf, legibleOn, parseColour } from './colour.ts';
import { PAPER } from './brand.ts';

const byte = fc.integer({ min: 0, max: 255 });
const rgb = fc.tuple(byte, byte, byte);
const hexOf = (bytes: readonly number[]): string =>
  `#${bytes.map((each) => each.toString(16).padStart(2, '0')).join('')}`;

describe('a written colour', () => {
  // Examples of CSS Color 4, and what browsers compute.
  it.each([
    ['#06c', '#0066cc'],
    ['#06CF', '#0066cc'],
    ['#0B5C75', '#0b5c75'],
    ['#0b5c75ff', '#0b5c75'],
    [' DarkBlue ', '#00008b'],
    ['rebeccapurple', '#663399'],
    ['lightgoldenrodyellow', '#fafad2'],
    ['rgb(0 80 160)', '#0050a0'],
    ['RGB(0, 80, 160)', '#0050a0'],
    ['rgba(0, 80, 160, 1)', '#0050a0'],
    ['rgb( 0 80 160/100% )', '#0050a0'],
    ['rgb(10% 20% 70%)', '#1a33b3'],
    ['rgb(1e1 20.5 none)', '#0a1500'],
    ['rgb(300 -5 0)', '#ff0000'],
    ['hsl(210 50% 40%)', '#336699'],
    ['hsl(-150deg, 50%, 40%)', '#336699'],
    ['hsla(0.5turn 50 40 / 1)', '#339999'],
    ['hsl(200grad 100% 120%)', '#ffffff'],
    ['hsl(120 100% 25%)', '#008000'],
    ['oklch(45% 0.12 250)', '#0e5794'],
    ['oklch(0.45 30% 250deg)', '#0e5794'],
    ['oklch(40.1% 0.123 21.57)', '#7d2429'],
    ['oklch(59.69% 0.156 49.77)', '#c65d07'],
    ['oklch(45% 0.12 none)', '#883352'],
  ])('%j is %s', (written, hex) => {
    expect(parseColour(written)).toEqual({ hex, isOpaque: true });
  });

  // As CSS Color 4 maps them: as vivid as a screen can show them, in their lightness and hue.
  it.each([
    ['oklch(50% 0.4 150)', '#007c25'],
    ['oklch(50% 1e300 150)', '#007c25'],
    ['oklch(90% 0.4 30)', '#ffccc1'],
    ['oklch(120% 0.4 30)', '#ffffff'],
    ['oklch(-5% 0.4 30)', '#000000'],
  ])('%j, which no screen can show, is %s', (written, hex) => {
    expect(parseColour(written)?.hex).toBe(hex);
  });

  it.each([
    ...['#0b5c7500', '#06c8', 'transparent', 'rgba(0, 80, 160, .5)', 'rgb(0 80 160 / 99%)'],
    ...['hsl(210 50% 40% / none)', 'oklch(45% 0.12 250 / 0)'],
  ])('%j is not opaque', (written) => {
    expect(parseColour(written)?.isOpaque).toBe(false);
  });

  it.each([
    ...['', 'blu', 'constructor', 'currentcolor', '06c', '#12345', '#06g', '#06c;', 'darkblue 1'],
    ...['rgb(0 80)', 'rgb(0 80 160', 'rgb(0, , 80, 160)', 'rgb(0 / 80 160)', 'rgb(0 80 160 1 1)'],
    ...['rgb(0 80deg 160)', 'rgb(0 80 1constructor)', 'rgb(0 80 x)', 'rgb(0 80 1e999)', 'rgb()'],
    ...['rgb(0 80 160 / 1deg)', 'hsl(50% 50% 50%)', 'oklch(45% 0.12 10%)', 'oklcha(45% 0.12 0)'],
    ...['hwb(10 10% 10%)', 'lab(50% 10 10)', 'color(srgb 0 0 0)', 'var(--blue)'],
  ])('%j is not read', (written) => {
    expect(parseColour(written)).toBeUndefined();
  });

  it('is the same in hexadecimal digits and as numbers', () => {
    fc.assert(
      fc.property(rgb, (bytes) => {
        const hex = hexOf(bytes);
        const shares = bytes.map((each) => `${(each / 255) * 100}%`);
        for (const written of [hex, hex.toUpperCase(), `rgb(${bytes.join(' ')})`]) {
          expect(parseColour(written)?.hex).toBe(hex);
        }
        expect(parseColour(`rgb(${shares.join(', ')})`)?.hex).toBe(hex);
      }),
    );
  });

  it('is a colour however far its numbers are out of range', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(fc.constantFrom('rgb', 'hsl', 'oklch'), number, number, number, (form, ...of) => {
        expect(parseColour(`${form}(${of.join(' ')})`)?.hex).toMatch(/^#[\da-f]{6}$/);
      }),
    );
  });
});

describe('contrast', () => {
  it.each([
    ['#000000', '#ffffff', '21.00'],
    ['#ffffff', '#ffffff', '1.00'],
    ['#777777', '#ffffff', '4.48'],
    ['#767676', '#ffffff', '4.54'],
    ['#ff0000', '#ffffff', '4.00'],
    ['#0000ff', '#ffffff', '8.59'],
  ])('of %s and %s is %s', (one, other, ratio) => {
    expect(contrastOf(one, other).toFixed(2)).toBe(ratio);
    expect(contrastOf(other, one)).toBe(contrastOf(one, other));
  });
});

describe('the nearest colour that can be read', () => {
  it.each([
    ['light', '#ffffff', '#747474'],
    ['light', '#ffff00', '#7a7900'],
    ['light', '#7cc4f0', '#337ca5'],
    ['light', '#00ff00', '#008800'],
    ['light', '#ff8800', '#bd5800'],
    ['light', '#ff69b4', '#cd3a89'],
    ['dark', '#000000', '#808080'],
    ['dark', '#0b5c8a', '#4289b9'],
    ['dark', '#0000ff', '#3d79ff'],
    ['dark', '#800000', '#d25a4b'],
  ] as const)('on the %s page is, of %s, %s', (scheme, hex, nearest) => {
    expect(legibleOn(PAPER[scheme], hex, 4.5)).toBe(nearest);
  });

  it.each(['light', 'dark'] as const)('can be read on the %s page', (scheme) => {
    fc.assert(
      fc.property(rgb, (bytes) => {
        const nearest = legibleOn(PAPER[scheme], hexOf(bytes), 4.5);
        expect(contrastOf(nearest, PAPER[scheme])).toBeGreaterThanOrEqual(4.5);
        expect(parseColour(nearest)).toEqual({ hex: nearest, isOpaque: true });
      }),
    );
  });
});
