/** The changes of a comparison as a numbered list by section, each leading to its place. */
import type { Change, ChangeKind, Comparison, SectionChange } from '../compare/model.ts';
import { counted, differenceLabels, sectionStateLabels } from '../ui/en.ts';
import { describeFactChange } from '../ui/facts-en.ts';
import { html, type Html } from './html.ts';

/** From this many changes on a list is folded, or it would stand before the text for pages. */
const FOLDED_FROM = 13;

/** The kinds that say nothing new: they stand apart, and never among what was said differently. */
const APART = ['link', 'format'] as const satisfies ChangeKind[];

type Apart = (typeof APART)[number];

const isApart = ({ kind }: Change): boolean => APART.some((apart) => apart === kind);

/** Every change of a comparison, those of facts first, those of links and of form apart. */
export function renderChangeList(comparison: Comparison): Html {
  const groups = [factsGroup(comparison), ...sectionGroups(comparison)].filter(
    ({ items }) => items.length > 0,
  );
  const apart = APART.map((kind) => renderApart(comparison, kind));
  return html`${renderGroups(groups)}${apart}`;
}

interface Group {
  heading: Html;
  items: Html[];
}

function factsGroup({ facts }: Comparison): Group {
  const items = facts.map((fact) => html`<li id="~${fact.id}">${describeFactChange(fact)}</li>`);
  return { heading: html`<h3>${differenceLabels.facts}</h3>`, items };
}

function sectionGroups({ sections, changes }: Comparison): Group[] {
  const byId = new Map(changes.map((change) => [change.id, change]));
  return sections.map((section) => ({
    heading: html`<h3>${headingOf(section)} ${renderStates(section)}</h3>`,
    items: section.changes
      .flatMap((id) => byId.get(id) ?? [])
      .filter((change) => !isApart(change))
      .map((change) => html`<li>${renderChange(change)}</li>`),
  }));
}

/** What a section is called: as in the version after, where that has it. */
export function headingOf({ before, after }: Pick<SectionChange, 'before' | 'after'>): string {
  const place = after ?? before;
  if (!place || place.level === 0) return 'Before the first heading';
  return place.heading;
}

/** What became of a section, in words. */
export function renderStates(section: SectionChange): Html {
  return html`${section.states
    .filter((state) => state !== 'edited')
    .map(
      (state) =>
        html`<span class="state">${sectionStateLabels[state]}${about(section, state)}</span> `,
    )}`;
}

/** From what a section was renamed, into what split, and so on. */
function about(
  { before, after, with: others = [] }: SectionChange,
  state: SectionChange['states'][number],
): string {
  const quoted = (headings: string[]): string => headings.map((words) => `“${words}”`).join(', ');
  const named = others.map(({ heading }) => heading);
  if (state === 'renamed' && before) return `, before “${before.heading}”`;
  if (state === 'split') {
    return named.length > 0
      ? `, part of it now in ${quoted(named)}`
      : `, from “${before?.heading ?? ''}”`;
  }
  if (state === 'merged') {
    return named.length > 0 ? `, with ${quoted(named)}` : `, into “${after?.heading ?? ''}”`;
  }
  return '';
}

function renderGroups(groups: readonly Group[]): Html {
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);
  let next = 1;
  const lists = groups.map(({ heading, items }) => {
    const start = next;
    next += items.length;
    return html`${heading}
      <ol start="${start}">
        ${items}
      </ol>`;
  });
  return folded(count, `List of ${counted(count, 'change')}`, html`${lists}`);
}

function folded(count: number, summary: string, content: Html): Html {
  if (count < FOLDED_FROM) return content;
  return html`<details>
    <summary>${summary}</summary>
    ${content}
  </details>`;
}

const APART_HEADINGS: Record<Apart, string> = {
  link: 'Links only',
  format: 'Form or punctuation only',
};

const APART_SUMMARIES: Record<Apart, (count: number) => string> = {
  link: (count) =>
    `List of ${counted(count, 'link')} that ${count === 1 ? 'leads' : 'lead'} elsewhere`,
  format: (count) => `List of ${counted(count, 'change')} of form`,
};

function renderApart({ changes }: Comparison, kind: Apart): Html {
  const items = changes
    .filter((change) => change.kind === kind)
    .map((change) => html`<li>${renderChange(change, headingOf(change))}</li>`);
  if (items.length === 0) return html``;
  const list = html`<ol>
    ${items}
  </ol>`;
  return html`<section class="apart" data-kind="${kind}">
    <h3>${APART_HEADINGS[kind]}</h3>
    ${folded(items.length, APART_SUMMARIES[kind](items.length), list)}
  </section>`;
}

function renderChange(change: Change, where?: string): Html {
  const { id, kind } = change;
  const place = where !== undefined && html`<span class="where">${where}</span> `;
  const label = where === undefined && html`<span class="kind">${differenceLabels[kind]}</span> `;
  return html`<a href="#~${id}">${label}${place}${renderExcerpt(change)}</a>`;
}

/** The words that went and those that came, as far as a list has room for them. */
function renderExcerpt({ kind, removed, added, before, after }: Change): Html {
  if (kind === 'move') {
    const isElsewhere = before && after && before.anchor !== after.anchor;
    const from = isElsewhere && html` <span class="from">from “${before.heading}”</span>`;
    return html`<span class="excerpt">${shorten(added || removed)}${from}</span>`;
  }
  if (removed === added) return html`<span class="excerpt">${shorten(added)}</span>`;
  const [old, text] = tellApart(removed, added);
  const gone = old && html`<span class="hidden">removed: </span><del>${old}</del>`;
  const came = text && html`<span class="hidden">added: </span><ins>${text}</ins>`;
  const arrow = gone && came && html`<span class="arrow" aria-hidden="true"> → </span>`;
  return html`<span class="excerpt">${gone || false}${arrow || false}${came || false}</span>`;
}

const LONGEST = 110;

/** Two texts shortened so that what is different about them is still to be seen. */
function tellApart(removed: string, added: string): [string, string] {
  let same = 0;
  while (same < removed.length && removed[same] === added[same]) same += 1;
  const from = same < LONGEST / 2 ? 0 : removed.lastIndexOf(' ', same - LONGEST / 4) + 1;
  const begin = (text: string): string => (from > 0 ? `… ${text.slice(from)}` : text);
  return [shorten(begin(removed)), shorten(begin(added))];
}

/** The beginning of a text, up to the end of a word. */
function shorten(text: string): string {
  if (text.length <= LONGEST) return text;
  const end = text.lastIndexOf(' ', LONGEST);
  return `${text.slice(0, end > LONGEST / 2 ? end : LONGEST)} …`;
}
