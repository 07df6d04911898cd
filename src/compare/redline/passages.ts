/** The passages of a redline that changed, without the rest: what fits into an entry of a feed. */
import type { Comparison, Part } from '../model.ts';
import { isUnchanged } from './fold.ts';
import { Printing, type RedlineOptions } from './options.ts';
import { Printer } from './print.ts';

/** Passages that changed as HTML, and how many changes are not in them. */
export interface Passages {
  html: string;
  left: number;
}

/**
 * Prints what changed of a comparison, under the headings of its sections, from the beginning on as
 * far as there is room. Of a list only the items that changed are printed. A passage that is too
 * large by itself ends it.
 *
 * @param fits whether there is room for so much HTML
 */
export function renderPassages(
  { redline, changes }: Pick<Comparison, 'redline' | 'changes'>,
  options: RedlineOptions,
  fits: (html: string) => boolean,
): Passages {
  const printing = new Printing(options);
  const printer = new Printer(printing);
  const countLeft = (): number =>
    changes.filter(({ id, move }) => !printing.has(move ?? id)).length;
  let [html, left] = ['', changes.length];
  for (const passage of redline.flatMap(passagesIn)) {
    const next = passage.map((part) => printer.part(part, 'section')).join('');
    if (!fits(html + next)) break;
    html += next;
    left = countLeft();
  }
  return { html, left };
}

/** The parts of a section that changed, each by itself, and before the first the heading. */
function passagesIn(part: Part): Part[][] {
  if (part.type !== 'box' || part.source.type !== 'section') {
    return isUnchanged(part) ? [] : [[changedOf(part)]];
  }
  const [first, ...rest] = part.parts;
  const heading = first?.type === 'line' && first.kind === 'heading' ? first : undefined;
  const changed = (heading ? rest : part.parts).filter((each) => !isUnchanged(each)).map(changedOf);
  const isMoved = part.move !== undefined;
  if (!isMoved && heading && isUnchanged(heading) && changed.length === 0) return [];
  // What is said of a section that moved is said within it.
  const head = isMoved ? { ...part, parts: heading ? [heading] : [] } : heading;
  const [passage, ...others] = changed;
  const begin = [head, passage].filter((each) => each !== undefined);
  return [...(begin.length > 0 ? [begin] : []), ...others.map((other) => [other])];
}

/** A list without the items that are as they were. Where items have numbers, all stay. */
const changedOf = (part: Part): Part =>
  part.type === 'box' && part.source.type === 'list' && !part.source.ordered
    ? { ...part, parts: part.parts.filter((item) => !isUnchanged(item)) }
    : part;
