/** Cards that were drawn before: one that has not changed is never drawn again. */
import { keep, keyOf, readKept } from '../../disk/kept.ts';
import { layOut, type Card } from './card.ts';
import { drawnBy } from './draw.ts';

/**
 * The picture of a card: from the folder, or else drawn and put there.
 *
 * @param folder where pictures are kept
 */
export async function cardFrom(
  folder: string,
  card: Card,
  draw: (card: Card) => Promise<Buffer>,
): Promise<Buffer> {
  const key = keyOf('card', ...drawnBy(card), JSON.stringify(layOut(card)));
  const kept = readKept(folder, key);
  if (kept) return kept;
  const drawn = await draw(card);
  keep(folder, key, drawn);
  return drawn;
}
