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

/**
 * The rows of a card, those that people look for first: who is responsible, the first way to reach
 * them, and the first way to complain. The others follow in their order.
 */
export function leadingFacts(facts: Facts, words: Words): { first: FactRow[]; more: FactRow[] } {
  const leading = new Set([words.labelOf('name'), words.groups.contact, words.groups.complaints]);
  const rows = factRows(facts, words);
  const first = rows
    .filter(({ label }) => leading.has(label))
    .map(({ label, values }) => ({ label, values: values.slice(0, 1) }));
  const more = rows
    .map(({ label, values }) => ({ label, values: leading.has(label) ? values.slice(1) : values }))
    .filter(({ values }) => values.length > 0);
  return { first, more };
}
