/** The facts of a version as the rows of a card: a label, and the values on one line each. */
import { factGroups, type FactGroup } from '../notices/facts.ts';
import type { Inline } from '../document/model.ts';
import type { Facts } from '../notices/schema.ts';
import type { Words } from './shape.ts';

export interface FactRow {
  label: string;
  values: Inline[][];
}

/** The rows that have values, in the order of the card. */
export function factRows(facts: Facts, words: Words): FactRow[] {
  /** All contact details of someone, under one label. */
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

/** An address with commas instead of line breaks. */
const onOneLine = (value: readonly Inline[]): Inline[] =>
  value.map((inline) => (inline.type === 'break' ? { type: 'text', value: ', ' } : inline));
