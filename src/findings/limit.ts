/** Keeps reports short: one mistake is often made at many places of a file. */
import { catalogue, type Finding, type FindingCode } from './catalogue.ts';

/** Mistakes of one cause that are reported once in a file. */
const ONCE: ReadonlySet<FindingCode> = new Set([
  'attribute-left-out',
  'component-unknown',
  'element-forbidden',
  'mdx-syntax',
]);

/** Reports the same mistake once, at its first place, and names the lines of the others. */
export function oncePerCause(findings: readonly Finding[]): Finding[] {
  const groups = Map.groupBy(findings, (each) =>
    ONCE.has(each.code) ? `${each.code} ${each.cause ?? each.message}` : each,
  );
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const { cause: _, ...reported } = first;
    const lines = [...new Set(others.map(({ line }) => line))].filter(
      (line) => line !== first.line,
    );
    return [{ ...reported, message: first.message + also(lines) }];
  });
}

function also([line, ...more]: readonly number[]): string {
  if (line === undefined) return '';
  const rest =
    more.length === 0
      ? ''
      : more.length === 1
        ? ` and ${more[0] ?? ''}`
        : ` and ${more.length} more`;
  return ` (also on line${more.length === 0 ? '' : 's'} ${line}${rest})`;
}

/** Findings of one kind that are reported in full for one file. */
export const MOST_OF_A_KIND = 20;

/** Keeps the first findings of each kind in each file, and counts the rest in one finding. */
export function limitEachKind(findings: readonly Finding[]): Finding[] {
  const groups = Map.groupBy(findings, ({ file, code }) => `${code} ${file}`);
  return [...groups.values()].flatMap((group) => {
    const next = group[MOST_OF_A_KIND];
    // One more is shorter than a line that counts it.
    if (!next || group.length === MOST_OF_A_KIND + 1) return group;
    const rest = (group.length - MOST_OF_A_KIND).toLocaleString('en');
    const title = catalogue[next.code].title;
    const message = `and ${rest} more of this kind in this file: ${title}`;
    const hint = `fix the ${MOST_OF_A_KIND} before it first; the next check shows more`;
    return [...group.slice(0, MOST_OF_A_KIND), { ...next, message, hint }];
  });
}
