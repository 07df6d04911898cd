/** Values of facts: which of them left between two versions, and which came. */
import { idOf } from './hash.ts';
import type { FactChange } from './model.ts';

/** One value of a fact: what decides whether two are the same, and what is told of it. */
export interface Value {
  key: string;
  lines: string[];
}

/** What a change is about, where many records have the same field. */
interface Whose {
  id: string;
  /** In the words of the version after. */
  purpose: string;
}

/** The change of a field, if its values are different. */
export function changeBetween(
  field: string,
  old: readonly Value[],
  now: readonly Value[],
  whose?: Whose,
): FactChange[] {
  const left = without(old, now);
  const came = without(now, old);
  if (left.length + came.length === 0) return [];
  const place = whose ? [field, whose.id] : [field];
  return [
    {
      // Of keys: another way of writing the same values is no other change.
      id: idOf(...place, ...[left, came].map((values) => keysOf(values).join('\n'))),
      field,
      ...(whose && { of: tidy(whose.purpose) }),
      kind: left.length === 0 ? 'added' : came.length === 0 ? 'removed' : 'changed',
      before: linesOf(left),
      after: linesOf(came),
    },
  ];
}

/** The values that are not among others, each once, in an order that no author chose. */
function without(values: readonly Value[], others: readonly Value[]): Value[] {
  const known = new Set(keysOf(others));
  const rest = values.filter(({ key }) => !known.has(key)).sort(inOrder);
  return [...new Map(rest.map((value) => [value.key, value])).values()];
}

/** By key; of two ways to write one value, the same is always the last, and the one that is kept. */
const inOrder = (a: Value, b: Value): number => (written(a) < written(b) ? -1 : 1);
const written = ({ key, lines }: Value): string => [key, ...lines].join('\n');

const keysOf = (values: readonly Value[]): string[] => values.map(({ key }) => key);
const linesOf = (values: readonly Value[]): string[] => values.flatMap(({ lines }) => lines);

export const tidy = (value: string): string => value.normalize('NFC').replace(/\s+/g, ' ').trim();
