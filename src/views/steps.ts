/** The way from each change of a text to the one before and the one after, without a script. */
import type { RedlineOptions } from '../compare/index.ts';
import type { ComparisonWords } from '../words/index.ts';
import { markup, trusted, type Markup } from '../document/markup.ts';

/** What a redline prints with each change: `stepsAt` of its options. */
type StepsAt = NonNullable<RedlineOptions['stepsAt']>;

/**
 * Links from each change of a redline to its neighbours; the page shows those of the change that
 * the reader was led to.
 *
 * @param places the ids of the changes, in the order of the text; any other place has no steps
 * @param words what the page says
 * @param before how many changes are counted before those of the text
 * @param speech the attributes of words of the page within the text
 */
export function stepsBetween(
  places: readonly string[],
  { comparison: words }: ComparisonWords,
  before = 0,
  speech = '',
): StepsAt {
  const positions = new Map(places.map((id, position) => [id, position]));
  const step = (to: number, label: string, sign: string): Markup | false => {
    const id = places[to];
    return id !== undefined && markup`<a href="#${id}" aria-label="${label}">${sign}</a>`;
  };
  return (id, place) => {
    const position = positions.get(id);
    if (position === undefined) return '';
    const back = step(position - 1, words.previousChange, '←');
    const on = step(position + 1, words.nextChange, '→');
    const at = words.position(before + position + 1, before + places.length);
    const where = place === 'within' && ' within';
    return markup`<span class="steps${where}" data-diff-ui${trusted(speech)}>${back} ${at} ${on}</span>`
      .text;
  };
}
