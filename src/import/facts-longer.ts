/** The whole of a name that goes on: "Christ Church" of "Christ Church Exampleton". */
import type { FactText, Span } from './facts-text.ts';

/** Words with a capital that follow a name without a line between, also "in" and "of" amid them. */
const GOES_ON = /^(?: (?:(?:in|of|on|upon|for) )?\p{Lu}[\p{L}\p{N}'’-]*){1,5}/u;
/** What follows a name in a title or sentence and is no part of it. */
const NO_PART =
  / (?:(?:in|of|on|upon|for) )?(?:General|Privacy|Data|Cookies?|Policy|Policies|Notice|Statement|Website|Site|Terms|Contact|Tel|Telephone|Phone|Email|Fax|Registered|Company|Charity|Number|No|We|Our|You|Your|The|This|It|I|Us|Who|GDPR|UK|EU|ICO|DPO|Last|Version)(?![\p{L}\p{N}]).*$/su;

/** A name with the words that go on with it, and whether the whole stands elsewhere too. */
export interface Longer extends Span {
  name: string;
  isRepeated: boolean;
}

/**
 * The longest form of a name at its place that the text repeats; where it repeats none, all of it.
 *
 * @param span where the name stands
 * @returns undefined if the name does not go on
 */
export function longerName({ text }: FactText, { start, end }: Span): Longer | undefined {
  const rest = restAt(text, end);
  if (rest === '') return undefined;
  const name = text.slice(start, end);
  const words = rest.split(/(?= \p{Lu})/u);
  const others = restsOf(text, name, start);
  for (let count = words.length; count > 0; count -= 1) {
    const part = words.slice(0, count).join('');
    const isRepeated = others.some((other) => `${other} `.startsWith(`${part} `));
    if (isRepeated) return longer(name, part, start, true);
  }
  return longer(name, rest, start, false);
}

const longer = (name: string, rest: string, start: number, isRepeated: boolean): Longer => ({
  ...{ name: name + rest, start, end: start + name.length + rest.length },
  isRepeated,
});

const restAt = (text: string, end: number): string =>
  (GOES_ON.exec(text.slice(end, end + 160))?.[0] ?? '').replace(NO_PART, '');

/** So many mentions of a name are looked at. */
const MOST = 200;

/** How a name goes on where it stands elsewhere. */
function restsOf(text: string, name: string, except: number): string[] {
  const rests: string[] = [];
  let at = text.indexOf(name);
  while (at !== -1 && rests.length < MOST) {
    if (at !== except) rests.push(restAt(text, at + name.length));
    at = text.indexOf(name, at + name.length);
  }
  return rests;
}
