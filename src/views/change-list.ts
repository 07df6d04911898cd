/** The changes of a comparison as a numbered list by section, each leading to its place. */
import { withNames } from '../compare/hidden.ts';
import type { Change, ChangeKind, Comparison, SectionChange } from '../compare/model.ts';
import type { ComparisonWords } from '../words/index.ts';
import { describeFactChange } from './fact-change.ts';
import { escapeHtml } from '../document/print.ts';
import { attribute, markup, trusted, type Markup } from '../document/markup.ts';
import { pageSpeech, soundsLike, speechOf, type Speech } from './speech.ts';

/** From this many changes on a list is folded, or it would stand before the text for pages. */
const FOLDED_FROM = 13;

/** The kinds in the order in which they are counted. */
export const TALLIED: readonly ChangeKind[] = [
  'wording',
  'number',
  'facts',
  'move',
  'link',
  'format',
];

/** The kinds that say nothing new: they stand apart, and never among what was said differently. */
const APART = ['link', 'format'] as const satisfies ChangeKind[];

type Apart = (typeof APART)[number];

const isApart = ({ kind }: Change): boolean => APART.some((apart) => apart === kind);

/** Every change of a comparison, those of facts first, those of links and of form apart. */
export function renderChangeList(
  comparison: Comparison,
  words: ComparisonWords,
  speech: Speech,
): Markup {
  const own = soundsLike(speech, words) ? {} : speech;
  const list: List = { comparison, words, speech: own, numbers: numbersOf(comparison) };
  const groups = [factsGroup(list), ...sectionGroups(list)].filter(({ items }) => items.length > 0);
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);
  const lists = groups.map(({ heading, items }) => markup`${heading}<ol>${items}</ol>`);
  // What says nothing new is not to stand open where the rest is folded.
  const isLong = count >= FOLDED_FROM;
  const summary = words.comparison.listOf.all(count, comparison.changes.length);
  const apart = APART.map((kind) => renderApart(list, kind, isLong));
  return markup`${folded(isLong, summary, markup`${lists}`)}${apart}`;
}

/** What every part of the list is made with. */
interface List {
  comparison: Comparison;
  words: ComparisonWords;
  /** How the two texts speak, where that is not as the page does. */
  speech: Speech;
  /** The number of each change: one count through facts and text, in all lists and in the text. */
  numbers: ReadonlyMap<Change, number>;
}

interface Group {
  heading: Markup;
  items: Markup[];
}

function factsGroup({ comparison, words }: List): Group {
  const items = comparison.facts.map(
    (fact) => markup`<li id="~${fact.id}">${describeFactChange(fact, words)}</li>`,
  );
  return { heading: markup`<h3>${words.differences.facts}</h3>`, items };
}

function sectionGroups(list: List): Group[] {
  const { comparison, words } = list;
  const owned = Map.groupBy(comparison.changes, (change) => sectionOf(change, comparison));
  return comparison.sections.map((section) => ({
    heading: markup`<h3>${renderHeading(section, list)} ${renderStates(section, words)}</h3>`,
    items: renderItems(
      (owned.get(section) ?? []).filter((change) => !isApart(change)),
      list,
      () => undefined,
    ),
  }));
}

/** The id of the place of a change in the text: what moved is known by its move. */
export const placeOf = ({ id, move }: Change): string => `~${move ?? id}`;

/** The section a change is listed in: of those that have it, the one where it stands now. */
function sectionOf(
  { id, after }: Change,
  { sections }: Pick<Comparison, 'sections'>,
): SectionChange | undefined {
  const having = sections.filter(({ changes }) => changes.includes(id));
  return having.find((section) => section.after?.anchor === after?.anchor) ?? having[0];
}

/** What a section is called: as in the version after, where that has it. */
export function headingOf(
  { before, after }: Pick<SectionChange, 'before' | 'after'>,
  words: ComparisonWords,
): string {
  const place = after ?? before;
  if (!place || place.level === 0) return words.comparison.lead;
  return place.heading;
}

/** What became of a section, in a word or two: links and form alone are no edit. */
export function stateOf(
  { states, changes: ids }: SectionChange,
  { changes }: Pick<Comparison, 'changes'>,
  { comparison, sectionStates }: ComparisonWords,
): string {
  const { linksAndFormOnly, linksOnly, formOnly } = comparison.section;
  const inside = changes.filter(({ id }) => ids.includes(id));
  const kinds = new Set(inside.map(({ kind }) => kind));
  const isApartOnly = inside.length > 0 && inside.every(isApart);
  const edit = kinds.size > 1 ? linksAndFormOnly : kinds.has('link') ? linksOnly : formOnly;
  return comparison.series(
    states.map((state) => (state === 'edited' && isApartOnly ? edit : sectionStates[state])),
  );
}

/** What became of a section, where it is more than an edit. */
function renderStates(section: SectionChange, words: ComparisonWords): Markup {
  return markup`${section.states
    .filter((state) => state !== 'edited')
    .map((state) => markup`<span class="state">${describeState(section, state, words)}</span> `)}`;
}

/** What became of a section: from what it was renamed, into what it split, and so on. */
function describeState(
  { before, after, with: others = [] }: SectionChange,
  state: SectionChange['states'][number],
  { comparison, sectionStates }: ComparisonWords,
): string {
  const { section } = comparison;
  const named = others.map(({ heading }) => heading);
  if (state === 'renamed' && before) return section.renamed(before.heading);
  if (state === 'split') {
    return named.length > 0 ? section.splitInto(named) : section.splitFrom(before?.heading ?? '');
  }
  if (state === 'merged') {
    return named.length > 0 ? section.mergedWith(named) : section.mergedInto(after?.heading ?? '');
  }
  return sectionStates[state];
}

/** The heading of a section in its own language; what stands before all has none. */
function renderHeading(
  section: Pick<SectionChange, 'before' | 'after'>,
  { words, speech }: List,
): Markup {
  const heading = headingOf(section, words);
  const isOwn = heading !== words.comparison.lead && speech.language !== undefined;
  return isOwn ? markup`<span${speechOf(speech)}>${heading}</span>` : markup`${heading}`;
}

function folded(isFolded: boolean, summary: string, content: Markup): Markup {
  if (!isFolded) return content;
  return markup`<details><summary>${summary}</summary>${content}</details>`;
}

function renderApart(list: List, kind: Apart, isFolded: boolean): Markup {
  const { comparison, words } = list;
  const { apart, listOf } = words.comparison;
  const items = renderItems(
    comparison.changes.filter((change) => change.kind === kind),
    list,
    (change) => renderHeading(change, list),
  );
  if (items.length === 0) return markup``;
  const isLong = isFolded || items.length >= FOLDED_FROM;
  return markup`<section class="apart" data-kind="${kind}">
    <h3>${apart[kind]}</h3>
    ${folded(isLong, listOf[kind](items.length), markup`<ol>${items}</ol>`)}
  </section>`;
}

const numbersOf = ({ changes }: Comparison): ReadonlyMap<Change, number> =>
  new Map(changes.map((change, index) => [change, index + 1]));

/** The items of one list. Each counts on from the one before, unless it says its number. */
function renderItems(
  changes: readonly Change[],
  list: List,
  whereOf: (change: Change) => Markup | undefined,
): Markup[] {
  const numbers = [0, ...changes.map((change) => list.numbers.get(change) ?? 0)];
  return changes.map((change, index) => {
    const [last = 0, number = 0] = numbers.slice(index);
    const value = attribute('value', number === last + 1 ? undefined : String(number));
    return markup`<li${value}>${renderChange(change, list, whereOf(change))}</li>`;
  });
}

function renderChange(change: Change, list: List, where?: Markup): Markup {
  const { kind } = change;
  const place = where && markup`<span class="where">${where}</span> `;
  const label = !where && markup`<b>${list.words.differences[kind]}</b> `;
  return markup`<a href="#${placeOf(change)}">${label}${place}${renderExcerpt(change, list)}</a>`;
}

/** The words that went and those that came, as far as a list has room for them. */
function renderExcerpt({ kind, before, after, ...texts }: Change, list: List): Markup {
  const [removed, added] = [withNames(texts.removed), withNames(texts.added)];
  const { words, speech } = list;
  const { movedFrom, redline } = words.comparison;
  const longest = longestOf(list.comparison);
  const excerpt = (content: Markup | string): Markup =>
    speech.language === undefined
      ? markup`${content}`
      : markup`<span class="excerpt"${speechOf(speech)}>${content}</span>`;
  // As in the redline, spoken and not seen: of hundreds of changes each class is a part of the page.
  const spoken = (label: string): Markup =>
    trusted(`<i${pageSpeech(speech, words)}>${escapeHtml(label)} </i>`);
  if (kind === 'move') {
    const isElsewhere = before && after && before.anchor !== after.anchor;
    const from = isElsewhere && markup` <span class="from">${movedFrom(before.heading)}</span>`;
    return markup`${excerpt(shorten(added || removed, longest))}${from}`;
  }
  if (removed === added) return excerpt(shorten(added, longest));
  const [old, text] = tellApart(removed, added, longest);
  const gone = old && markup`${spoken(redline.removed)}<del>${old}</del>`;
  const came = text && markup`${spoken(redline.added)}<ins>${text}</ins>`;
  const arrow = gone && came && markup`<span class="arrow" aria-hidden="true"> → </span>`;
  return excerpt(markup`${gone || false}${arrow || false}${came || false}`);
}

/** How much of a text an item shows: of so many changes that nobody reads them all, a line or two. */
const longestOf = ({ changes }: Comparison): number => (changes.length > 60 ? 60 : 110);

/** Two texts shortened so that what is different about them is still to be seen. */
function tellApart(removed: string, added: string, longest: number): [string, string] {
  let same = 0;
  while (same < removed.length && removed[same] === added[same]) same += 1;
  const from = same < longest / 2 ? 0 : removed.lastIndexOf(' ', same - longest / 4) + 1;
  const begin = (text: string): string => (from > 0 ? `… ${text.slice(from)}` : text);
  return [shorten(begin(removed), longest), shorten(begin(added), longest)];
}

/** The beginning of a text, up to the end of a word. */
function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const end = text.lastIndexOf(' ', longest);
  return `${text.slice(0, end > longest / 2 ? end : longest)} …`;
}
