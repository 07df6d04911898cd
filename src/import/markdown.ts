/**
 * Reads Markdown into pieces, by the parser that reads notices. HTML inside it goes through the reader
 * of pages. The facts that generators of sites keep above a text are no words of it.
 */
import { markdownToMdast } from 'satteri';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { MARKDOWN_FEATURES } from '../mdx/syntax.ts';
import type { TreeNode } from '../mdx/tree.ts';
import { readHtml } from './html.ts';
import { textOfRuns } from './runs.ts';
import type { Cell, Line, Note, Paragraph, Piece, Read, Remark, Run, Source } from './model.ts';

/** The pieces of a Markdown text. */
export function readMarkdown(source: Source): Read {
  const { body, title } = withoutFacts(source.text);
  const root = parsed(withoutFences(body));
  const reader = new Reader(source, linkTargets(root));
  reader.blocks(root);
  return {
    pieces: reader.pieces,
    ...(title !== undefined && { title: { text: title, at: 2 } }),
    changes: [],
    remarks: reader.remarks,
  };
}

const parsed = (text: string): TreeNode =>
  markdownToMdast(text, { features: MARKDOWN_FEATURES }) as unknown as TreeNode;

/** A text whose facts are empty lines, so that all others keep their number. */
function withoutFacts(text: string): { body: string; title?: string } {
  const found = /^---[ \t]*\r?\n([\s\S]{0,100000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text);
  if (!found) return { body: text };
  const [whole, yaml = ''] = found;
  const facts = z
    .object({ title: z.string() })
    .safeParse(parseDocument(yaml, { logLevel: 'silent' }).toJS({ maxAliasCount: 10 }));
  return {
    body: whole.replaceAll(/[^\n]/g, '') + text.slice(whole.length),
    ...(facts.success && { title: facts.data.title }),
  };
}

/**
 * What begins or ends a box of generators of sites: `:::note`, `:::`. One with a title of its own is text.
 * White space is matched in one place only for each form, so that a long line takes linear time.
 * `plain-markdown.ts` has patterns of its own for boxes and imports: the account trusts none of this reader.
 */
const BOX = /^[\s>]*:{3,}\s*(?:\{?[\w-]{1,40}\}?\s*)?$/;

/** What a page in MDX has of code. */
const IMPORT = /^import\s(?:[\w*{},\s]{1,200}\sfrom\s)?['"][^'"]{1,300}['"];?\s*$/;

/** A text without code, and the lines around boxes, all others with their number. Between fences nothing is one. */
function withoutFences(text: string): string {
  let fence: string | undefined;
  return text
    .split('\n')
    .map((line) => {
      const mark = /^\s{0,3}(`{3,}|~{3,})/.exec(line)?.[1];
      if (fence === undefined) fence = mark;
      else if (mark?.startsWith(fence)) fence = undefined;
      return fence === undefined && (BOX.test(line) || IMPORT.test(line)) ? '' : line;
    })
    .join('\n');
}

/** The targets of links that are written below the text, by their labels. */
const linkTargets = (root: TreeNode): ReadonlyMap<string, string> =>
  new Map(
    (root.children ?? []).flatMap(({ type, identifier, url }) =>
      type === 'definition' && identifier !== undefined ? [[identifier, url ?? ''] as const] : [],
    ),
  );

/** The list that a block stands in. */
interface Within {
  depth: number;
  isOrdered: boolean;
  /** Whether a piece of the item has been read. */
  hasBegun: boolean;
}

/** A mark for links, as it is written into headings: `<a name="cookies"></a>`. */
const MARK = /^<a\s(?:[^<>]{0,200}?\s)?(?:name|id)\s*=\s*(?:"([^"<>]{1,100})"|'([^'<>]{1,100})')/i;

function markOf(html: string): string | undefined {
  const [, double, single] = MARK.exec(html) ?? [];
  return double ?? single;
}

/** The first mark in a heading. */
const markIn = ({ children = [] }: TreeNode): string | undefined =>
  children
    .flatMap(({ type, value }) => (type === 'html' ? [markOf(String(value ?? ''))] : []))
    .find((mark) => mark !== undefined);

const isHtmlAlone = ({ children = [] }: TreeNode): boolean =>
  children.every(
    ({ type, value }) => type === 'html' || (type === 'text' && String(value).trim() === ''),
  );

const lineOf = ({ position }: TreeNode): Line => position?.start.line ?? 1;

class Reader {
  readonly pieces: Piece[] = [];
  readonly remarks: Remark[] = [];
  readonly #source: Source;
  readonly #lines: readonly string[];
  readonly #targets: ReadonlyMap<string, string>;
  /** The mark above the next heading. */
  #mark: string | undefined;

  constructor(source: Source, targets: ReadonlyMap<string, string>) {
    this.#source = source;
    this.#lines = source.text.split('\n');
    this.#targets = targets;
  }

  blocks(parent: TreeNode, within?: Within): void {
    for (const node of parent.children ?? []) this.#block(node, within);
  }

  #block(node: TreeNode, within: Within | undefined): void {
    const at = lineOf(node);
    switch (node.type) {
      case 'heading': {
        const written = node.data?.hProperties?.id;
        const id = typeof written === 'string' ? written : (markIn(node) ?? this.#mark);
        const signs = id === undefined ? {} : { signs: { id } };
        this.#mark = undefined;
        const level = (node as { depth?: number }).depth ?? 2;
        this.#push({ type: 'heading', level, runs: this.#runs(node), at, ...signs });
        return;
      }
      case 'list':
        return this.#list(node, within);
      case 'table':
        this.pieces.push({
          type: 'table',
          at,
          rows: (node.children ?? []).map((row, index) => this.#row(row, index === 0)),
        });
        return;
      case 'html':
        return this.#html(String(node.value ?? ''), at);
      case 'code':
        return this.#code(String(node.value ?? ''), at, within);
      case 'footnoteDefinition':
        return this.#note(node, at);
      case 'paragraph':
      case 'defListTerm':
        // A mark on a line of its own is that of the heading below.
        this.#mark = isHtmlAlone(node) ? markIn(node) : undefined;
        return this.#text(this.#runs(node), at, within);
      default:
        return this.blocks(node, within);
    }
  }

  #push(piece: Exclude<Piece, { type: 'table' }>): void {
    if (piece.runs.some(({ text }) => text.trim() !== '')) this.pieces.push(piece);
  }

  #text(runs: Run[], at: Line, within: Within | undefined): void {
    if (!within) return this.#push({ type: 'paragraph', runs, at });
    const { depth, isOrdered, hasBegun } = within;
    within.hasBegun = true;
    this.#push({ type: 'item', depth, isOrdered, runs, at, ...(hasBegun && { isMore: true }) });
  }

  /** Lines that are only indented too far are text, in a notice; those between fences stay as they are. */
  #code(value: string, at: Line, within: Within | undefined): void {
    const line = this.#lines[at - 1] ?? '';
    if (/^[\s>]*(?:`{3,}|~{3,})/.test(line)) return this.#text([{ text: value }], at, within);
    const root = parsed(value.replaceAll(/^[ \t]+/gm, ''));
    const start = this.pieces.length;
    this.blocks(root, within);
    for (const piece of this.pieces.slice(start)) piece.at += at - 1;
  }

  #list(node: TreeNode, within: Within | undefined): void {
    for (const item of node.children ?? []) {
      this.blocks(item, {
        depth: (within?.depth ?? 0) + 1,
        isOrdered: node.ordered === true,
        hasBegun: false,
      });
    }
  }

  #row(row: TreeNode, isHead: boolean): Cell[] {
    return (row.children ?? []).map((cell): Cell => {
      const runs = this.#runs(cell);
      const paragraph: Paragraph = { type: 'paragraph', runs, at: lineOf(cell) };
      return { pieces: runs.length > 0 ? [paragraph] : [], ...(isHead && { isHead: true }) };
    });
  }

  #note(node: TreeNode, at: Line): void {
    const mark = node.identifier ?? '';
    for (const child of node.children ?? []) {
      const note: Note = { type: 'note', mark, runs: this.#runs(child), at };
      this.#push(note);
    }
  }

  /** A block of HTML is a page of its own, whose lines go on from here. */
  #html(value: string, at: Line): void {
    const page = readHtml({ ...this.#source, kind: 'html', text: value });
    if ('refused' in page) return;
    this.remarks.push(...page.remarks);
    for (const piece of page.pieces) this.pieces.push({ ...piece, at: piece.at + at - 1 });
  }

  #runs(parent: TreeNode, form: Omit<Run, 'text'> = {}): Run[] {
    return (parent.children ?? []).flatMap((node) => this.#run(node, form));
  }

  #run(node: TreeNode, form: Omit<Run, 'text'>): Run[] {
    switch (node.type) {
      case 'text':
      case 'inlineCode':
        return [{ text: String(node.value ?? '').replaceAll('\n', ' '), ...form }];
      case 'break':
        return [{ text: '\n' }];
      case 'strong':
        return this.#runs(node, { ...form, bold: true });
      case 'emphasis':
        return this.#runs(node, { ...form, italic: true });
      case 'delete': {
        const runs = this.#runs(node, form);
        this.remarks.push({ code: 'struck', detail: textOfRuns(runs) });
        return runs;
      }
      case 'link':
        return this.#runs(node, { ...form, href: node.url ?? '' });
      case 'linkReference': {
        const href = this.#targets.get(node.identifier ?? '');
        return this.#runs(node, href === undefined ? form : { ...form, href });
      }
      case 'footnoteReference':
        return [{ text: '', note: node.identifier ?? '' }];
      case 'image':
        this.remarks.push({ code: 'picture', detail: node.alt ?? '' });
        return [];
      case 'html':
        return /^<br\b/i.test(String(node.value)) ? [{ text: '\n' }] : [];
      default:
        return this.#runs(node, form);
    }
  }
}
