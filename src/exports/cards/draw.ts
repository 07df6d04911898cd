/** Draws cards: satori sets the words as outlines, sharp makes the picture. */
import satori from 'satori';
import sharp from 'sharp';
import { layOut, SIZE, type Card } from './card.ts';
import { fontsFor } from './letters.ts';

/** The card as a PNG of 1200 × 630 pixels: the same bytes for the same card. */
export async function drawCard(card: Card): Promise<Buffer> {
  const { site, title, by, lines } = card;
  const words = [site, title, by, ...lines].join(' ').normalize('NFC');
  const svg = await satori(layOut(card), { ...SIZE, fonts: fontsFor(words) });
  return sharp(Buffer.from(svg)).png().toBuffer();
}
