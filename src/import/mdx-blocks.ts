/** Writes headings, paragraphs, lists, definitions and footnotes as MDX. */
import { hrefIn, type LinkTargets } from './mdx-links.ts';
import { noteName, writeInline } from './mdx-inline.ts';
import { writeTable } from './mdx-tables.ts';
import type { Change, Definition, Item, Note, Piece, Remark, Run } from './model.ts';
import { hasUnfit, textOfPiece, tidyRuns, without } from './runs.ts';

/** A heading, paragraph, list or table of the notice. */
export interface Block {
  isHeading: boolean;
  /** Its MDX; with words as strings in braces where plain ones would be read as something else. */
  write: (isPlain: boolean) => string;
}

export interface Context {
  links: LinkTargets;
  notes: ReadonlySet<string>;
  changes: Change[];
  remarks: Remark[];
}

/** The blocks of a notice, in order; footnotes come last. */
export function blocksOf(pieces: readonly Piece[]): {
  blocks: Block[];
  changes: Change[];
  remarks: Remark[];
} {
  const context = contextOf(pieces);
  const notes = pieces.filter((piece) => piece.type === 'note');
  const [defined, stray] = [
    notes.filter(({ mark }) => context.notes.has(mark)),
    notes.filter(({ mark }) => !context.notes.has(mark)),
  ];
  const text = pieces.flatMap((piece): Piece[] =>
    piece.type !== 'note'
      ? [piece]
      : stray.includes(piece)
        ? [{ ...piece, type: 'paragraph' }]
        : [],
  );
  const blocks = groupsOf(text).flatMap((group) => blockOf(group, context));
  const { changes, remarks } = context;
  return {
    blocks: [...blocks, ...defined.map((note) => noteBlock(note, context))],
    changes,
    remarks,
  };
}

function contextOf(pieces: readonly Piece[]): Context {
  const runs = pieces.flatMap(runsIn);
  const referred = new Set(runs.flatMap(({ note }) => note ?? []));
  const written = new Set<string>();
  for (const piece of pieces) if (piece.type === 'note') written.add(piece.mark);
  const remarks: Remark[] = [];
  const unfit = pieces.filter((piece) => runsIn(piece).some(({ text }) => hasUnfit(text)));
  for (const { at } of unfit) remarks.push({ code: 'characters-removed', detail: String(at) });
  const anchors = new Map<string, string>();
  for (const piece of pieces) {
    if (piece.type !== 'heading' || piece.anchor === undefined) continue;
    anchors.set(piece.anchor, piece.anchor);
    if (piece.signs?.id !== undefined) anchors.set(piece.signs.id, piece.anchor);
  }
  return {
    links: { anchors, remarks, told: new Set() },
    notes: new Set([...referred].filter((mark) => written.has(mark))),
    changes: [],
    remarks,
  };
}

const runsIn = (piece: Piece): Run[] =>
  piece.type === 'table'
    ? piece.rows.flatMap((row) => row.flatMap((cell) => cell.pieces.flatMap(runsIn)))
    : piece.runs;

/** What stands together: the items of a list, terms with their descriptions. */
function groupsOf(pieces: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = [];
  for (const piece of pieces) {
    const last = groups.at(-1);
    const kind = kindOf(piece);
    if (last?.[0] && kind !== undefined && kindOf(last[0]) === kind) last.push(piece);
    else groups.push([piece]);
  }
  return groups;
}

const kindOf = ({ type }: Piece): string | undefined =>
  type === 'item' ? 'list' : type === 'term' || type === 'description' ? 'definitions' : undefined;

function blockOf(group: readonly Piece[], context: Context): Block[] {
  const [first] = group;
  if (!first || group.every((piece) => textOfPiece(piece) === '')) return [];
  const block = (write: Block['write'], isHeading = false): Block[] => [
    { isHeading, write: (isPlain) => marked(first, write(isPlain)) },
  ];
  switch (first.type) {
    case 'heading': {
      const line = runsOnLine(without(prepared(first.runs, context), 'bold', 'italic'));
      const anchor = first.anchor === undefined ? '' : ` {#${first.anchor}}`;
      const marks = '#'.repeat(Math.min(6, Math.max(1, first.level)));
      return block((isPlain) => `${marks} ${inline(line, isPlain)}${anchor}`, true);
    }
    case 'table':
      return [{ isHeading: false, write: writeTable(first, context, prepared) }];
    case 'item': {
      const items = group.filter((piece) => piece.type === 'item' && textOfPiece(piece) !== '');
      return [
        { isHeading: false, write: (isPlain) => writeList(items as Item[], context, isPlain) },
      ];
    }
    case 'term':
    case 'description':
      return block((isPlain) => writeDefinitions(group as Definition[], context, isPlain));
    default: {
      const runs = prepared(first.runs, context);
      return block((isPlain) => inline(runs, isPlain));
    }
  }
}

const inline = (runs: readonly Run[], isPlain: boolean): string =>
  writeInline(runs, isPlain ? 'literal' : 'marks');

/** The remark before a block of which somebody has to say whether it belongs to the notice. */
const ASKED = '{/* import: part of the notice, or of the page around it? */}';
const marked = ({ signs }: Piece, written: string): string =>
  signs?.isAsked ? `${ASKED}\n\n${written}` : written;

/** Runs with links that lead somewhere, and references to footnotes that are there. */
const prepared = (runs: readonly Run[], { links, notes }: Context): Run[] =>
  tidyRuns(
    runs.flatMap((run): Run[] => {
      if (run.note !== undefined) return notes.has(run.note) ? [run] : [];
      const { href, ...rest } = run;
      const kept = href === undefined ? undefined : hrefIn(links, href, run.text);
      return [{ ...rest, ...(kept !== undefined && { href: kept }) }];
    }),
  );

/** Runs without ends of lines: a heading has one line. */
const runsOnLine = (runs: readonly Run[]): Run[] =>
  tidyRuns(runs.map((run) => (run.text === '\n' ? { text: ' ' } : run)));

/** Writes items as a list, those that are deeper within those before them. */
function writeList(items: readonly Item[], context: Context, isPlain: boolean): string {
  const isLoose = items.some(({ isMore }) => isMore);
  const lines: string[] = [];
  // For each open list: how far its text is indented, and how its items are counted.
  let open: { indent: number; isOrdered: boolean; next: number; mark: string }[] = [];
  for (const [index, item] of items.entries()) {
    const depth = Math.max(1, Math.min(item.depth, open.length + 1));
    const text = inline(prepared(item.runs, context), isPlain);
    const words = item.signs?.isAsked ? `${ASKED} ${text}` : text;
    if (item.isMore && index > 0) {
      open = open.slice(0, Math.min(depth, open.length));
      lines.push('', indented(words, open.at(-1)?.indent ?? 0));
      continue;
    }
    const list = listFor(open, depth, item);
    open = [...open.slice(0, depth - 1), list];
    const mark = item.isOrdered ? `${list.next - 1}${list.mark} ` : '- ';
    const margin = open.at(-2)?.indent ?? 0;
    list.indent = margin + mark.length;
    if (isLoose && index > 0) lines.push('');
    lines.push(`${' '.repeat(margin)}${mark}${indented(words, list.indent).trimStart()}`);
  }
  return lines.join('\n');
}

/** The list that an item goes on with, or a new one, beginning at its number. */
function listFor(
  open: readonly { indent: number; isOrdered: boolean; next: number; mark: string }[],
  depth: number,
  { isOrdered, signs }: Item,
): { indent: number; isOrdered: boolean; next: number; mark: string } {
  const current = open[depth - 1];
  const typed = /^\(?(\d{1,6})[.)]?\)?$/.exec(signs?.number ?? '')?.[1];
  const number = typed === undefined ? undefined : Number(typed);
  const goesOn =
    current?.isOrdered === isOrdered &&
    (!isOrdered || number === undefined || number === current.next);
  if (current && goesOn) return { ...current, next: current.next + 1 };
  // In Markdown another mark begins another list.
  const mark = current?.isOrdered && isOrdered && current.mark === '.' ? ')' : '.';
  return { indent: 0, isOrdered, next: (number ?? 1) + 1, mark };
}

const indented = (text: string, indent: number): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? '' : `${' '.repeat(indent)}${line}`))
    .join('\n');

/** Writes terms and descriptions as a list of definitions; a description without a term as a paragraph. */
function writeDefinitions(
  parts: readonly Definition[],
  context: Context,
  isPlain: boolean,
): string {
  let hasTerm = false;
  return parts
    .flatMap(({ type, runs }, index) => {
      const tidy = prepared(runs, context);
      const text = inline(type === 'term' ? runsOnLine(tidy) : tidy, isPlain);
      if (text === '') return [];
      const isNew = type === 'term' && parts[index - 1]?.type !== 'term';
      const isDefined = type === 'description' && hasTerm;
      hasTerm = type === 'term' ? parts[index + 1]?.type === 'description' : hasTerm;
      return [
        (isNew && index > 0 ? '\n' : '') +
          (isDefined ? `: ${indented(text, 2).trimStart()}` : text),
      ];
    })
    .join('\n');
}

const noteBlock = ({ mark, runs }: Note, context: Context): Block => {
  const tidy = prepared(runs, context);
  return {
    isHeading: false,
    write: (isPlain) => `[^${noteName(mark)}]: ${indented(inline(tidy, isPlain), 4).trimStart()}`,
  };
};
