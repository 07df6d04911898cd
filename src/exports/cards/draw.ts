/** Draws cards: satori sets the words as outlines, sharp makes the picture. */
import type satori from 'satori';
import type sharp from 'sharp';
import type { PngOptions } from 'sharp';
import { z } from 'zod';
import { loadModule } from '../../site/card-packages.ts';
import { layOut, SIZE, type Card } from './card.ts';
import { fontsFor } from './letters.ts';

/** The program that makes pictures. @throws when it is not installed */
export const loadSharp = (): typeof sharp => loadModule('sharp') as typeof sharp;

const loadSatori = (): typeof satori =>
  (loadModule('satori') as { default: typeof satori }).default;

/** The card as a PNG of 1200 × 630 pixels: the same bytes for the same card. */
export async function drawCard(card: Card): Promise<Buffer> {
  const { site, title, by, lines, change } = card;
  const words = [site, title, by, ...lines, change?.label ?? ''].join(' ').normalize('NFC');
  const svg = await loadSatori()(layOut(card), { ...SIZE, fonts: fontsFor(words) });
  return loadSharp()(Buffer.from(svg.replace(CLIPS, '')))
    .png(pngOf(card))
    .toBuffer();
}

/** Nothing on a card reaches out of its box, and cutting it to that takes longer than the words. */
const CLIPS = / (?:clip-path|mask)="url\([^"]*\)"/g;

/**
 * Three inks on white and their edges are sixteen colours. A logo has its own, and so has the drawing of
 * a change; and an edge of dots between two colours would double the file.
 */
const pngOf = ({ logo, change }: Card): PngOptions => ({
  palette: true,
  colours: logo === undefined && !change ? 16 : 64,
  dither: 0,
  effort: 1,
});

const packageJson = z.object({ version: z.string() });
const versionOf = (name: string): string =>
  packageJson.parse(loadModule(`${name}/package.json`)).version;

/** What decides the bytes of a card, beside what is on it. */
export const drawnBy = (card: Card): string[] => [
  JSON.stringify(pngOf(card)),
  CLIPS.source,
  versionOf('satori'),
  JSON.stringify(loadSharp().versions),
  versionOf('@fontsource/inter'),
];
