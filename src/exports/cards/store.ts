/** Cards that were drawn before, kept by what is in them: an unchanged card is never drawn again. */
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import packageJson from '../../../package.json' with { type: 'json' };
import { sha256 } from '../../record/source.ts';
import { layOut, type Card } from './card.ts';

/** Where they are kept in a project, beside what Astro keeps. */
export const CARDS_FOLDER = path.join('.astro', 'cards');

/** What makes the bytes of a card, beside the card: these are pinned. */
const { satori, sharp, '@fontsource/inter': font } = packageJson.dependencies;

const keyOf = (card: Card): string => sha256(JSON.stringify([satori, sharp, font, layOut(card)]));

/**
 * The picture of a card: from the folder, or else drawn and put there.
 *
 * @param folder where pictures are kept; made when it is not there
 */
export async function cardFrom(
  folder: string,
  card: Card,
  draw: (card: Card) => Promise<Buffer>,
): Promise<Buffer> {
  const file = path.join(folder, `${keyOf(card)}.png`);
  try {
    const kept = readFileSync(file);
    const now = new Date();
    utimesSync(file, now, now);
    return kept;
  } catch {
    // Not there yet, or not to be read: drawing it again mends both.
  }
  const drawn = await draw(card);
  mkdirSync(folder, { recursive: true });
  // Whole or not at all: two builds may share the folder.
  const fresh = `${file}.${process.pid}.tmp`;
  writeFileSync(fresh, drawn);
  renameSync(fresh, file);
  return drawn;
}

const DAY = 24 * 60 * 60 * 1000;

/** Throws away the pictures that no build has used for so many days. */
export function forgetCards(folder: string, days: number): void {
  const oldest = Date.now() - days * DAY;
  let names: string[] = [];
  try {
    names = readdirSync(folder);
  } catch {
    return;
  }
  for (const name of names) {
    const file = path.join(folder, name);
    // Another build may be at it as well.
    const { mtimeMs = oldest } = statSync(file, { throwIfNoEntry: false }) ?? {};
    if (mtimeMs < oldest) rmSync(file, { force: true });
  }
}
