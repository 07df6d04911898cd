/** Takes typed numbers off headings, so that the site counts them, and tells what they leave out. */
import type { Change, Heading, Remark } from './model.ts';
import { runsFrom, textOfPiece, textOfRuns } from './runs.ts';
import { markOf } from './structure-marks.ts';

export interface Numbered {
  headings: Heading[];
  isNumbered?: true;
  changes: Change[];
  remarks: Remark[];
}

/** Headings without their numbers, where the site would count the same ones, or the gaps are told. */
export function withoutNumbers(headings: readonly Heading[]): Numbered {
  const top = headings.filter(({ level }) => level === 2);
  const values = top.map(numberOf);
  const known = values.filter((value) => value !== undefined);
  const none: Numbered = { headings: [...headings], changes: [], remarks: [] };
  if (known.length < 2) return isCounted(top) ? { ...none, isNumbered: true } : none;
  const isRising = known.every((value, index) => index === 0 || value > (known[index - 1] ?? 0));
  const missing = isRising ? missingIn(known) : [];
  const remarks: Remark[] =
    missing.length > 0 ? [{ code: 'numbers-missing', detail: missing.join(',') }] : [];
  const last = values.findLastIndex((value) => value !== undefined);
  // A section without a number among the others would shift all that the site counts.
  const isWhole = values.slice(0, last).every((value) => value !== undefined);
  if (!isRising || !isWhole || (known[0] ?? 1) > 1) return { ...none, remarks };
  const changes: Change[] = [];
  const plain = headings.map((heading): Heading => {
    const mark = markOf(textOfPiece(heading));
    if (mark?.kind !== 'number' && mark?.kind !== 'deep') return heading;
    const offset = textOfRuns(heading.runs).search(/\S/);
    const runs = runsFrom(heading.runs, mark.end + Math.max(0, offset));
    changes.push({
      code: 'number-typed',
      at: heading.at,
      from: textOfPiece(heading),
      to: textOfPiece({ ...heading, runs }),
    });
    return { ...heading, runs, signs: { ...heading.signs, number: mark.written } };
  });
  const others = othersIn(known);
  if (others !== '') remarks.push({ code: 'numbers-shifted', detail: others });
  return { headings: plain, isNumbered: true, changes, remarks };
}

/** Typed numbers with those that the site counts in their place, where they differ: `4>3,5>4`. */
const othersIn = (known: readonly number[]): string =>
  known.flatMap((value, index) => (value === index + 1 ? [] : [`${value}>${index + 1}`])).join(',');

/** Whether the source counts all its sections itself, so that their numbers are no text. */
const isCounted = (top: readonly Heading[]): boolean =>
  top.length > 1 && top.every(({ signs }) => /^\d+\.?$/.test(signs?.number ?? ''));

function numberOf(heading: Heading): number | undefined {
  const mark = markOf(textOfPiece(heading));
  return mark?.kind === 'number' ? mark.value : undefined;
}

/** A gap of more than this is another count. */
const WIDEST_GAP = 5;

function missingIn(known: readonly number[]): number[] {
  const has = new Set(known);
  const most = Math.max(...known);
  const missing: number[] = [];
  for (let number = 1; number < most && missing.length <= WIDEST_GAP; number += 1) {
    if (!has.has(number)) missing.push(number);
  }
  return missing.length > WIDEST_GAP ? [] : missing;
}
