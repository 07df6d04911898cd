/** The changes of a comparison as a numbered list by section, each leading to its place. */
import { withNames } from '../compare/hidden.ts';
import type { Change, ChangeKind, Comparison, SectionChange } from '../compare/model.ts';
import type { ComparisonWords } from '../words/index.ts';
import { describeFactChange } from './fact-change.ts';
import { escapeHtml } from '../document/print.ts';
import { attribute, markup, trusted, type Markup } from '../document/markup.ts';
import { wordOfState } from './section-states.ts';
import { shorten } from './shorten.ts';
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

/** The kinds that say nothing new: they stand apart and have no number. */
const APART = ['link', 'format'] as const satisfies ChangeKind[];

const isApart = ({ kind }: Change): boolean => APART.some((apart) => apart === kind);

/** Whether a change has a number: it is in the text, and says something new. */
export const isNumbered = (change: Change): boolean => change.kind !== 'facts' && !isApart(change);

/** Every change of a comparison by section: first those of facts, last those of links and of form. */
export function renderChangeList(
  comparison: Comparison,
  words: ComparisonWords,
  speech: Speech,
): Markup {
  const own = soundsLike(speech, words) ? {} : speech;
  const list: List = { comparison, words, speech: own };
  const groups = [
    factsGroup(list),
    ...sectionGroups(list),
    ...APART.map((kind) => apartGroup(list, kind)),
  ].filter(({ items }) => items.length > 0);
  const isOpen = groups.length === 1 || comparison.changes.length < FOLDED_FROM;
  let next = 1;
  return markup`${groups.map((group) => {
    const from = next;
    if (!group.kind) next += group.items.length;
    return renderGroup(group, isOpen, from);
  })}`;
}

/** What every part of the list is made with. */
interface List {
  comparison: Comparison;
  words: ComparisonWords;
  /** How the two texts speak, where that is not as the page does. */
  speech: Speech;
}

interface Group {
  heading: Markup;
  items: Markup[];
  /** For changes without a number, what they are. */
  kind?: ChangeKind;
}

/** The changes of a section, folded under how many there are. */
function renderGroup({ heading, items, kind }: Group, isOpen: boolean, from: number): Markup {
  const start = attribute('start', from === 1 ? undefined : String(from));
  const list = kind ? markup`<ul>${items}</ul>` : markup`<ol${start}>${items}</ol>`;
  const open = attribute('open', isOpen ? '' : undefined);
  return markup`<details${attribute('data-kind', kind)}${open}><summary>${heading} <b>${items.length}</b></summary>${list}</details>`;
}

function factsGroup({ comparison, words }: List): Group {
  const items = comparison.facts.map(
    (fact) => markup`<li id="~${fact.id}">${describeFactChange(fact, words)}</li>`,
  );
  return { heading: markup`${words.differences.facts}`, items, kind: 'facts' };
}

/** The changes with a number, in the order of the text: a section that was taken apart comes more than once. */
function sectionGroups(list: List): Group[] {
  const { comparison, words } = list;
  const groups: (Group & { section: SectionChange | undefined })[] = [];
  const changes = comparison.changes.filter(isNumbered);
  changes.forEach((change, index) => {
    const item = renderChange(change, list, labelOf(change, words));
    const last = groups.at(-1);
    // What was taken away is read in the section that goes on around it.
    const next = change.after ? change : changes.find((each, at) => at > index && each.after);
    const around = next && sectionOf(next, comparison);
    const section = around === last?.section ? around : sectionOf(change, comparison);
    if (last && last.section === section) last.items.push(item);
    else groups.push({ section, heading: headOf(section ?? change, list), items: [item] });
  });
  return groups;
}

/** What a section is called, and what became of it. */
const headOf = (section: SectionChange | Change, list: List): Markup =>
  markup`${renderHeading(section, list)} ${'states' in section && renderStates(section, list.words)}`;

/** Changes of a kind that says nothing new, each with the section it is in. */
function apartGroup(list: List, kind: (typeof APART)[number]): Group {
  const { comparison, words } = list;
  return {
    heading: markup`${words.comparison.apart[kind]}`,
    items: comparison.changes
      .filter((change) => change.kind === kind)
      .map((change) => renderChange(change, list, renderHeading(change, list))),
    kind,
  };
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
  words: ComparisonWords,
): string {
  const inside = changes.filter(({ id }) => ids.includes(id));
  const kinds = APART.filter((apart) => inside.some(({ kind }) => kind === apart));
  const apart = inside.length > 0 && inside.every(isApart) ? kinds : undefined;
  return words.comparison.series(states.map((state) => wordOfState(state, apart, words)));
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

/** What sort of change it is, unless it is the ordinary one. */
const labelOf = ({ kind }: Change, words: ComparisonWords): Markup | undefined =>
  kind === 'wording' ? undefined : markup`${words.differences[kind]}`;

function renderChange(change: Change, list: List, label: Markup | undefined): Markup {
  const shown = label && markup`<b>${label}</b> `;
  return markup`<li><a href="#${placeOf(change)}">${shown}${renderExcerpt(change, list)}</a></li>`;
}

/** The words that went and those that came, as far as a list has room for them. */
function renderExcerpt({ kind, before, after, ...texts }: Change, list: List): Markup {
  const [removed, added] = fromFirstWord(withNames(texts.removed), withNames(texts.added));
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

/** Both texts without the signs that end what stood before them, where they differ in more than those. */
function fromFirstWord(removed: string, added: string): [string, string] {
  const [old, text] = [removed, added].map((each) =>
    each.replace(/^(?:[\s;:)]|[.,](?!\p{N}))+(?=[^\p{L}\p{N}]*[\p{L}\p{N}])/u, ''),
  );
  return old === text || old === undefined || text === undefined ? [removed, added] : [old, text];
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
