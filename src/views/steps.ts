/** The way from each change of a text to the one before and the one after, without a script. */
import type { ComparisonWords } from '../words/index.ts';
import { markup, type Markup } from '../document/markup.ts';

/**
 * Puts behind each change of a redline links to its neighbours; the page shows those of the
 * change that the reader was led to. A link cannot stand in a link, nor may it part the two
 * halves of a change: there they stand behind it.
 *
 * @param html a redline
 * @param places the ids of the changes, in the order of the text
 * @param words what the page says
 * @param before how many changes are counted before those of the text
 */
export function addSteps(
  html: string,
  places: readonly string[],
  { comparison }: ComparisonWords,
  before = 0,
): string {
  const positions = new Map(places.map((id, position) => [id, position]));
  const open: Element[] = [];
  let waiting: { position: number; depth: number } | undefined;
  let done = 0;
  let result = '';
  for (const { 0: tag, 1: slash, 2: name = '', 3: attributes = '', index } of html.matchAll(TAG)) {
    const end = index + tag.length;
    if (!slash) {
      if (!EMPTY.has(name)) open.push({ name, position: positions.get(idIn(attributes)) });
      continue;
    }
    const position = open.pop()?.position;
    if (position !== undefined) waiting = { position, depth: open.length };
    if (!waiting || open.length > waiting.depth || open.some(({ name }) => name === 'a')) continue;
    if (OTHER_HALF.test(html.slice(end, end + 40))) {
      // What is within that half closes before it, as deep as the link that the change began in.
      waiting.depth = open.length;
      continue;
    }
    const isInline = INLINE.has(name);
    const place = isInline ? end : index;
    result +=
      html.slice(done, place) +
      renderSteps(places, waiting.position, before, isInline, comparison).text;
    done = place;
    waiting = undefined;
  }
  return result + html.slice(done);
}

interface Element {
  name: string;
  /** For one in which a change begins, which of them it is. */
  position: number | undefined;
}

/** Values of attributes hold no `>`: the redline has them escaped. */
const TAG = /<(\/?)([a-z][a-z0-9]*)([^>]*)>/g;
const EMPTY = new Set(['br', 'hr', 'img']);
/** Those that the steps stand behind. Of others they are the last thing within. */
const INLINE = new Set(['ins', 'del', 'span', 'a']);
/** What was put in, right behind what was taken away. */
const OTHER_HALF = /^<ins data-kind="[a-z]+">/;

const idIn = (attributes: string): string => /(?:^|\s)id="(~[^"]*)"/.exec(attributes)?.[1] ?? '';

function renderSteps(
  places: readonly string[],
  position: number,
  before: number,
  isBehind: boolean,
  words: ComparisonWords['comparison'],
): Markup {
  const step = (to: number, label: string, sign: string): Markup | false => {
    const id = places[to];
    return id !== undefined && markup`<a href="#${id}" aria-label="${label}">${sign}</a>`;
  };
  const back = step(position - 1, words.previousChange, '←');
  const on = step(position + 1, words.nextChange, '→');
  const at = words.position(before + position + 1, before + places.length);
  const name = isBehind ? 'behind' : 'within';
  return markup`<span class="steps ${name}" data-diff-ui>${back} ${at} ${on}</span>`;
}
