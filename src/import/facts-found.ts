/** A fact with its place in the text, before it becomes a proposal. */
import type { Span } from './facts-text.ts';
import type { Proposal } from './model.ts';

export interface Found extends Span {
  key: string;
  value: Proposal['value'];
  isSure: boolean;
}

/** Each value of a key once, the surest of it; more than one value of a key is a choice. */
export function oneOfEach(
  found: readonly Found[],
  identity: (value: Found['value']) => string = (value) => JSON.stringify(value),
): Found[] {
  const seen = new Map<string, Found>();
  const counts = new Map<string, number>();
  for (const each of found) {
    const name = `${each.key} ${identity(each.value)}`;
    const before = seen.get(name);
    if (before === undefined) counts.set(each.key, (counts.get(each.key) ?? 0) + 1);
    if (before === undefined || (!before.isSure && each.isSure)) seen.set(name, each);
  }
  return [...seen.values()].map((each) => ({
    ...each,
    isSure: each.isSure && counts.get(each.key) === 1,
  }));
}
