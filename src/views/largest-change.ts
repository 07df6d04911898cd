/** The largest change between two versions, in a line: for those whose publisher said nothing of them. */
import { withNames } from '../compare/hidden.ts';
import type { Change, Differences } from '../compare/index.ts';
import { attribute, markup, type Markup } from '../document/markup.ts';
import type { ComparisonWords } from '../words/index.ts';
import { headingOf } from './change-list.ts';
import { shorten } from './shorten.ts';
import { said, speechOf, type Speech } from './speech.ts';

/** So many characters are shown of what went, and of what came. */
const LONGEST = 110;

const sizeOf = ({ removed, added }: Change): number => removed.length + added.length;

/** What changed most, and in which section; nothing where no words did. */
export function largestChange(
  { changes, sections }: Pick<Differences, 'changes' | 'sections'>,
  words: ComparisonWords,
  speech: Speech,
): Markup | undefined {
  const [change] = changes
    .filter(({ kind }) => kind === 'wording' || kind === 'number')
    .toSorted((a, b) => sizeOf(b) - sizeOf(a));
  if (!change) return undefined;
  const section = sections.find((each) => each.changes.includes(change.id));
  const { real } = words.comparison;
  const heading = section && headingOf(section, words);
  const where =
    heading !== undefined &&
    (heading === words.comparison.lead ? markup`${heading}` : said(heading, speech));
  const gone = excerptOf('removed', change, words, speech);
  const came = excerptOf('added', change, words, speech);
  const arrow = gone && came && markup` <span aria-hidden="true">→</span> `;
  const excerpt = markup`${gone}${arrow}${came}`;
  return where ? real.largestIn(where, excerpt) : real.largest(excerpt);
}

/** What went, or what came. Where the other is not there, a word that is seen says which it is. */
function excerptOf(
  side: 'removed' | 'added',
  change: Change,
  words: ComparisonWords,
  speech: Speech,
): Markup | undefined {
  if (change[side] === '') return undefined;
  const isWhole = change.removed === '' || change.added === '';
  const label = isWhole
    ? markup`<b class="change ${side}">${words.changeKinds[side]}</b> `
    : markup`<span class="hidden">${words.comparison.redline[side]} </span>`;
  const text = markup`${shorten(withNames(change[side]), LONGEST)}`;
  const part = attribute('class', isWhole ? undefined : 'part');
  return side === 'removed'
    ? markup`${label}<del${part}${speechOf(speech)}>${text}</del>`
    : markup`${label}<ins${part}${speechOf(speech)}>${text}</ins>`;
}
