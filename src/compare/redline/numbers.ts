/** The numbers of list items: those of the version printed, whatever else stands between them. */
import type { Box, Part } from '../model.ts';
import type { View } from './pieces.ts';

/** The number of an item where it is printed; with both versions in one, that of the version after. */
export const numberOf = ({ numbers }: Pick<Box, 'numbers'>, view: View): number | undefined =>
  view === 'both' ? (numbers?.after ?? numbers?.before) : numbers?.[view];

/**
 * What is written with the items of an ordered list so that a browser numbers them rightly: a
 * number where its own count is another, and `none` for what was no item of such a list.
 */
export function valuesIn(
  { source }: Box,
  shown: readonly Part[],
  view: View,
): Map<Part, number | 'none'> {
  const values = new Map<Part, number | 'none'>();
  if (source.type !== 'list' || !source.ordered) return values;
  const step = source.reversed ? -1 : 1;
  let next = source.start ?? (source.reversed ? shown.length : 1);
  for (const part of shown) {
    const number = part.type === 'box' ? numberOf(part, view) : undefined;
    if (number === undefined && view === 'both') values.set(part, 'none');
    if (number !== undefined && (number !== next || number === ownValue(part))) {
      values.set(part, number);
    }
    next = (number ?? next) + step;
  }
  return values;
}

const ownValue = (part: Part): number | undefined =>
  part.type === 'box' && part.source.type === 'item' ? part.source.value : undefined;
