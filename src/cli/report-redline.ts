/** A comparison as Markdown: what changed of each section, with little of what did not around it. */
import { textOf, type Inline } from '../document/model.ts';
import { isUnchanged } from '../compare/redline/fold.ts';
import { linesShown } from '../compare/redline/pieces.ts';
import { withNames } from '../compare/hidden.ts';
import type {
  CellPart,
  Comparison,
  Line,
  Part,
  RowPart,
  Run,
  SectionChange,
  Side,
  TablePart,
} from '../compare/model.ts';
import { inert } from '../findings/markdown.ts';
import { en } from '../words/en/index.ts';
import { shortened } from './report-words.ts';

/** What changed of a section. */
export interface SectionRedline {
  /** Its heading, inert. */
  heading: string;
  /** How it changed, in words: "edited", "added, was “Cookies”". */
  states: string;
  changes: number;
  /** Passages as Markdown, each a line that is not empty. */
  passages: string[];
}

/** How many characters of words that stayed are shown beside a change, and of new text in one passage. */
const AROUND = 80;
const MOST = 1500;

/** The first half of a pair that was cut in two. */
const LONE = /[\ud800-\udbff]$/u;

/** Every section that changed, in the order of the redline. */
export function sectionsOfRedline({
  sections,
  redline,
}: Pick<Comparison, 'sections' | 'redline'>): SectionRedline[] {
  const passages = passagesBySection(redline);
  return sections
    .filter(({ states }) => states.length > 0)
    .map((section) => ({
      heading: inert(shortened(headingOf(section), 120)),
      states: statesOf(section),
      changes: section.changes.length,
      passages: passages.get(keyOf(section)) ?? [],
    }));
}

/** A section is known by its anchor in the version after, one that is gone by that in the version before. */
const keyOf = ({ before, after }: SectionChange): string =>
  after ? `after ${after.anchor}` : `before ${before?.anchor ?? ''}`;

const headingOf = ({ before, after }: SectionChange): string =>
  (after ?? before)?.heading || 'Introduction';

function statesOf({ before, after, states }: SectionChange): string {
  const words = en.listed(states.map((state) => en.sectionStates[state]));
  const was = states.includes('renamed') && after && before?.heading;
  return was ? `${words}; was “${inert(shortened(was, 120))}”` : words;
}

function passagesBySection(redline: readonly Part[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const part of redline) {
    if (part.type !== 'box') continue;
    const section = part.source.type === 'section' ? part.source.section : undefined;
    const key = `${part.side === 'before' ? 'before' : 'after'} ${section?.anchor ?? ''}`;
    const own = part.parts
      .filter((each) => !(each.type === 'line' && each.kind === 'heading'))
      .flatMap((each) => passagesOf(each));
    found.set(key, [...(found.get(key) ?? []), ...own]);
  }
  return found;
}

/** The lines of a part that changed; none where it stands as it was. */
function passagesOf(part: Part): string[] {
  if (isUnchanged(part)) return [];
  switch (part.type) {
    case 'gone':
      return [note(en.comparison.redline.movedTo(part.to?.heading ?? ''))];
    case 'line':
      return linesShown(part, 'both').flatMap(passageOf);
    case 'table':
      return tablePassages(part);
    case 'box': {
      const label = part.source.type === 'fact' ? `${inert(en.labelOf(part.source.field))}: ` : '';
      const inner = part.parts.flatMap(passagesOf).map((line) => label + line);
      return part.move === undefined ? inner : [movedNote(part.from?.heading, part), ...inner];
    }
  }
}

const note = (words: string): string => `<em>${inert(words)}</em>`;

const movedNote = (from: string | undefined, part: Part | RowPart): string =>
  `${note(`${en.comparison.redline.movedFrom(from ?? '')}:`)} ${inert(shortened(plainOf(part), AROUND * 2))}`;

/** The words of a part in the version after, in one line. */
function plainOf(part: Part | RowPart): string {
  switch (part.type) {
    case 'line':
      return textOf(
        part.runs.filter(({ side }) => side !== 'before').flatMap(({ content }) => content),
      );
    case 'box':
      return part.parts.map(plainOf).filter(Boolean).join(' · ');
    case 'table':
      return [...part.head, ...part.body].map(plainOf).join(' · ');
    case 'row':
      return part.cells.flatMap(({ parts }) => parts.map(plainOf)).join(' · ');
    case 'gone':
      return '';
  }
}

function passageOf(line: Line): string[] {
  const [mark] = line.marks;
  const said = [
    ...(mark ? [note(`${en.comparison.redline[mark]}:`)] : []),
    ...(line.move === undefined
      ? []
      : [note(`${en.comparison.redline.movedFrom(line.from?.heading ?? '')}:`)]),
  ];
  const words = wordsOf(line.runs);
  return words === '' ? [] : [[...said, words].join(' ')];
}

/** Runs that stand next to each other and have the same marks, as one text. */
interface Stretch {
  side: Side;
  text: string;
  /** Markdown that follows: what else changed of the words. */
  remark?: string;
}

function stretchesOf(runs: readonly Run[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const run of runs) {
    const { side, mark } = run;
    const text = sayContent(run.content, side !== 'both');
    const last = stretches.at(-1);
    if (mark) stretches.push({ side, text: shortened(text, MOST), remark: remarkOn(run) });
    else if (last?.side === side && last.remark === undefined) last.text += text;
    else stretches.push({ side, text });
  }
  return stretches.filter(({ text }) => text !== '');
}

/** What is different about words that stayed: how they are set, or where they lead. */
function remarkOn({ mark, was, content }: Run): string {
  if (mark === 'format') return ' <em>(formatting changed)</em>';
  const [now] = linksIn(content);
  const led = was === undefined ? '' : `<del>${inert(shortened(was, 300))}</del> `;
  const leads = now === undefined ? '' : `<ins>${inert(shortened(now, 300))}</ins>`;
  return ` <em>(link: ${`${led}${leads}`.trim()})</em>`;
}

const linksIn = (content: readonly Inline[]): string[] =>
  content.flatMap((inline) => {
    if (inline.type === 'link') return [inline.href];
    return inline.type === 'mark' ? linksIn(inline.content) : [];
  });

/** Words as a reader of plain text gets them; of new words also where links lead. */
function sayContent(content: readonly Inline[], isChanged: boolean): string {
  return content
    .map((inline): string => {
      switch (inline.type) {
        case 'text':
          return isChanged ? spaced(inline.value) : inline.value;
        case 'break':
          return ' ';
        case 'image':
          return `[${en.comparison.redline.picture} ${inline.alternative || inline.source}]`;
        case 'target':
          return '';
        case 'mark':
          return sayContent(inline.content, isChanged);
        case 'link': {
          const words = sayContent(inline.content, isChanged);
          return isChanged && words !== inline.href ? `${words} (${inline.href})` : words;
        }
      }
    })
    .join('');
}

/** A changed text with the names of characters that nobody sees, and the spaces around it. */
function spaced(text: string): string {
  const named = withNames(text);
  return named === text ? text : ` ${named} `;
}

/** The words of a line, with what was removed and added. Long stretches of what stayed are cut. */
function wordsOf(runs: readonly Run[]): string {
  const stretches = stretchesOf(runs);
  let markdown = '';
  for (const [index, { side, text, remark = '' }] of stretches.entries()) {
    const before = stretches[index - 1];
    const joins = before && before.side !== 'both' && side !== 'both' && before.side !== side;
    const gap = joins && !/\s$/u.test(before.text) && !/^\s/u.test(text) ? ' ' : '';
    markdown +=
      gap +
      marked(text, side, { isFirst: index === 0, isLast: index === stretches.length - 1 }) +
      remark;
  }
  return markdown.trim();
}

function marked(text: string, side: Side, place: { isFirst: boolean; isLast: boolean }): string {
  if (side === 'both') return inert(elided(text, place));
  const tag = side === 'after' ? 'ins' : 'del';
  const shown =
    text.length > MOST
      ? text.slice(0, text.lastIndexOf(' ', MOST) + 1 || MOST).replace(LONE, '')
      : text;
  const left = text.slice(shown.length).split(/\s+/u).filter(Boolean).length;
  const more = left > 0 ? ` <em>(and ${en.counts.words(left)} more)</em>` : '';
  const [, start = '', words = '', end = ''] = /^(\s*)([^]*?)(\s*)$/u.exec(shown) ?? [];
  if (words === '') return ' ';
  // A line begins with words, and a space within a mark is seen as changed.
  const space = place.isFirst || start === '' ? '' : ' ';
  return `${space}<${tag}>${inert(words)}</${tag}>${end === '' ? '' : ' '}${more}`;
}

/** Words that stayed, without those that stand far from a change. */
function elided(text: string, { isFirst, isLast }: { isFirst: boolean; isLast: boolean }): string {
  const words = text.replace(/\s+/gu, ' ');
  if (words.length <= AROUND * 2.5 || (isFirst && isLast)) return words;
  // A long address has no space in which it could be cut.
  const start = isFirst ? '' : words.slice(0, Math.max(0, words.lastIndexOf(' ', AROUND)));
  const from = words.indexOf(' ', words.length - AROUND);
  const end = isLast || from < 0 ? '' : words.slice(from);
  return `${start} …${end}`;
}

function tablePassages({ caption, head, body }: TablePart): string[] {
  return [
    ...(caption ? passagesOf(caption) : []),
    ...[...head, ...body].flatMap((row) => rowPassages(row)),
  ];
}

function rowPassages(row: RowPart): string[] {
  if (row.gone !== undefined) return [];
  const isSame =
    row.side === 'both' &&
    row.cells.every(({ side, parts }) => side === 'both' && parts.every(isUnchanged));
  if (isSame) return row.move === undefined ? [] : [movedNote(undefined, row)];
  return [row.cells.map(cellWords).filter(Boolean).join(' ┆ ')].filter(Boolean);
}

/** A cell with its changes; one that stayed says which row it is. */
const cellWords = ({ parts }: CellPart): string =>
  parts
    .map((part) => {
      const changed = passagesOf(part).join(' / ');
      return changed || inert(shortened(plainOf(part), AROUND));
    })
    .filter(Boolean)
    .join(' / ');
