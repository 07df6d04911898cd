/** The facts of a version as the rows of a card: what each is called, and its values on a line. */
import { factGroups, type FactGroup } from '../notices/facts.ts';
import type { Inline } from '../document/model.ts';
import type { Facts } from '../notices/schema.ts';
import type { Words } from './shape.ts';

export interface FactRow {
  label: string;
  values: Inline[][];
}

/** The rows that say something, in the order of the card. */
export function factRows(facts: Facts, words: Words): FactRow[] {
  /** All ways to reach someone, under one label. */
  const together = (group: Exclude<FactGroup, 'controller'>): FactRow => ({
    label: words.groups[group],
    values: factGroups[group](facts).flatMap(({ values }) => values),
  });
  return [
    ...factGroups
      .controller(facts)
      .map(({ field, values }) => ({ label: words.labelOf(field), values })),
    together('contact'),
    together('dpo'),
    together('complaints'),
    together('representatives'),
  ]
    .filter(({ values }) => values.length > 0)
    .map(({ label, values }) => ({ label, values: values.map(onOneLine) }));
}

/** An address with commas, as in running text. */
const onOneLine = (value: readonly Inline[]): Inline[] =>
  value.map((inline) => (inline.type === 'break' ? { type: 'text', value: ', ' } : inline));
