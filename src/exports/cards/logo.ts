/** The site's logo: as a picture that cards can hold, and what may be wrong with it. */
import { readFileSync, statSync } from 'node:fs';
import { isLoadable, loadModule } from '../../site/card-packages.ts';
import { loadSharp } from './draw.ts';

/** The most bytes of a logo: every page loads it, to show it a few millimetres wide. */
const MOST = 200 * 1024;
/** Pixels of its longer side on a card, which shows it half as large. */
const SIDE = 128;

/** The logo as a PNG within a `data:` address. @throws when the file is not a picture */
export async function logoForCards(file: string): Promise<string> {
  const png = await loadSharp()(readFileSync(file), { density: 300 })
    .resize(SIDE, SIDE, { fit: 'contain', background: '#ffffff00' })
    .png()
    .toBuffer();
  return `data:image/png;base64,${png.toString('base64')}`;
}

/**
 * What is wrong with a logo, and what to do; nothing when it can be shown. Without sharp, which comes
 * with Astro, it is not looked into.
 */
export async function logoFault(file: string, load = loadModule): Promise<string | undefined> {
  const { size } = statSync(file);
  if (size > MOST) {
    const [has, most] = [size, MOST].map((bytes) => `${Math.ceil(bytes / 1024)} KB`);
    return `has ${has}, and every page loads it; make it smaller than ${most}: it is shown 32 pixels wide`;
  }
  if (!isLoadable('sharp', load)) return undefined;
  try {
    await logoForCards(file);
    return undefined;
  } catch {
    return 'is not a picture that can be drawn; save it as SVG or PNG, or leave logo out';
  }
}
