/**
 * A text as the rules read it: its blocks in order, cut into sentences, each with its line and the
 * section it stands in. It is made from the syntax tree, since findings need lines.
 */
import { sentencesOf } from '../document/sentences.ts';
import type { Topic } from '../document/model.ts';
import type { AuthorsComponent } from '../document/elements.ts';
import { withoutControls } from '../mdx/characters.ts';
import { repairPasted } from '../mdx/pasted.ts';
import { readSource, type SourceFile, type SourceText } from '../mdx/source.ts';
import { readBody } from '../mdx/body.ts';
import { readExpression } from '../mdx/code.ts';
import { isJsx, type TreeNode } from '../mdx/tree.ts';
import type { Facts } from '../notices/schema.ts';
import type { IsoDate } from '../notices/dates.ts';
import { isOfOtherLaw } from './other-law.ts';

/** A heading, a paragraph, an item of a list or a cell of a table. */
export interface Block {
  kind: 'heading' | 'paragraph' | 'item' | 'cell';
  /** The anchor of the section it stands in; empty before the first heading. */
  anchor: string;
  /** The anchors of that section and of those around it, the outermost first. */
  path: readonly string[];
  /** Counted from 1 in the file. */
  line: number;
  /** One line of straight quotes and single spaces. What is linked stands in ⟨ ⟩. */
  text: string;
  /** The same without the marks of links. */
  plain: string;
  /** `plain` in small letters, to look through before patterns do. */
  lower: string;
  /** `plain`, cut. */
  sentences: readonly string[];
  /** `text`, cut. */
  linked: readonly string[];
  /** Whether it stands in the first layer of its section, which repeats what the text says. */
  isInShort: boolean;
  /** The row of a table that a cell is of, counted through the text. */
  row?: number;
  /** Whether it stands in an `<aside>`, apart from the text around it. */
  isAside: boolean;
  /** Whether its section is for people whom the law of another country protects: "California residents". */
  isOfOtherLaw: boolean;
}

export interface Reading {
  facts: Facts;
  /** Whether its words are read: rules of prose know English. */
  isEnglish: boolean;
  effective: IsoDate;
  blocks: readonly Block[];
  /** The text of all blocks, one a line. */
  all: string;
  headings: readonly Block[];
  /** The components it uses, with the anchor of the section they stand in. */
  components: ReadonlyMap<AuthorsComponent, string>;
  hasTable: boolean;
  /** The anchors of sections whose authors said what they cover. */
  covers: ReadonlyMap<Topic, string>;
}

/** Reads the file of a version whose facts are known; undefined if its MDX cannot be parsed. */
export function readingOfFile(file: SourceFile, facts: Facts): Reading | undefined {
  const written = readSource(file);
  if ('code' in written) return undefined;
  return readingOf(repairPasted(withoutControls(written)).source, facts);
}

/**
 * Reads a version for the rules.
 *
 * @param source its text, as `readVersion` repaired it
 * @returns undefined if its MDX cannot be parsed
 */
function readingOf(source: SourceText, facts: Facts): Reading | undefined {
  const { root, outline } = readBody(source);
  if (!root || !outline) return undefined;
  const anchors = new Map(outline.headings.map(({ line, anchor }) => [line, anchor]));
  const walk = new Walk(anchors);
  walk.within(root, { kind: 'paragraph', isInShort: false, isAside: false });
  const { blocks } = walk;
  return {
    facts,
    isEnglish: facts.language.split('-')[0] === 'en',
    effective: facts.effective,
    blocks,
    all: blocks.map(({ plain }) => plain).join('\n'),
    headings: blocks.filter(({ kind }) => kind === 'heading'),
    components: new Map(outline.components.map(({ name, line }) => [name, walk.anchorAt(line)])),
    hasTable: blocks.some(({ kind }) => kind === 'cell'),
    covers: new Map(
      outline.headings.flatMap(({ covers, anchor }) =>
        (covers ?? '')
          .split(/[\s,]+/)
          .flatMap((topic) => (topic ? [[topic as Topic, anchor] as const] : [])),
      ),
    ),
  };
}

interface Within {
  kind: Block['kind'];
  isInShort: boolean;
  isAside: boolean;
  row?: number;
}

const LINES = new Set(['paragraph', 'heading', 'tableCell']);
const BREAKS = new Set(['break']);

class Walk {
  readonly blocks: Block[] = [];
  readonly #anchors: ReadonlyMap<number, string>;
  #anchor = '';
  #rows = 0;
  /** The headings that the next block stands under. */
  #above: readonly { level: number; anchor: string; isOfOtherLaw: boolean }[] = [];

  constructor(anchors: ReadonlyMap<number, string>) {
    this.#anchors = anchors;
  }

  /** The anchor of the section that a line stands in. */
  anchorAt(line: number): string {
    let found = '';
    for (const [at, anchor] of this.#anchors) if (at <= line) found = anchor;
    return found;
  }

  within(node: TreeNode, within: Within): void {
    for (const child of node.children ?? []) this.#visit(child, within);
  }

  #visit(node: TreeNode, within: Within): void {
    const line = node.position?.start.line ?? 1;
    if (isHeading(node)) {
      this.#anchor = this.#anchors.get(line) ?? this.#anchor;
      const level = levelOf(node);
      this.#above = [
        ...this.#above.filter((each) => each.level < level),
        { level, anchor: this.#anchor, isOfOtherLaw: isOfOtherLaw(tidy(wordsOf(node))) },
      ];
      this.#add(node, line, { ...within, kind: 'heading' });
    } else if (
      LINES.has(node.type) ||
      (isJsx(node) && /^(?:p|td|th|summary)$/.test(node.name ?? ''))
    ) {
      const isCell = node.type === 'tableCell' || /^t[dh]$/.test(node.name ?? '');
      this.#add(node, line, isCell ? { ...within, kind: 'cell' } : within);
    } else if (node.type === 'tableRow' || (isJsx(node) && node.name === 'tr')) {
      this.within(node, { ...within, row: (this.#rows += 1) });
    } else if (isJsx(node)) {
      const isItem = /^(?:li|dd|dt)$/.test(node.name ?? '');
      this.within(node, {
        ...within,
        kind: isItem ? 'item' : within.kind,
        isInShort: within.isInShort || node.name === 'InShort',
        isAside: within.isAside || node.name === 'aside',
      });
    } else {
      this.within(node, node.type === 'listItem' ? { ...within, kind: 'item' } : within);
    }
  }

  #add(node: TreeNode, line: number, { kind, isInShort, isAside, row }: Within): void {
    const text = tidy(wordsOf(node));
    if (text === '') return;
    const plain = text.replaceAll(/[⟨⟩]/g, '');
    this.blocks.push({
      kind,
      anchor: this.#anchor,
      path: this.#above.map(({ anchor }) => anchor),
      line,
      text,
      plain,
      lower: plain.toLowerCase(),
      sentences: sentencesOf(plain).map((each) => each.trim()),
      linked: sentencesOf(text).map((each) => each.trim()),
      isInShort,
      isAside,
      isOfOtherLaw: this.#above.some((each) => each.isOfOtherLaw),
      ...(kind === 'cell' && row !== undefined && { row }),
    });
  }
}

const isHeading = (node: TreeNode): boolean =>
  node.type === 'heading' || (isJsx(node) && /^h[1-6]$/.test(node.name ?? ''));

const levelOf = ({ depth, name }: TreeNode): number => depth ?? Number(name?.slice(1) ?? 1);

function wordsOf(node: TreeNode): string {
  if (node.type === 'text' || node.type === 'inlineCode') return String(node.value ?? '');
  if (BREAKS.has(node.type) || node.name === 'br') return ' ';
  if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression') {
    const code = readExpression(String(node.value ?? ''));
    return code.kind === 'literal' ? code.text : '';
  }
  const inner = (node.children ?? []).map(wordsOf).join('');
  const isLink = node.type === 'link' || node.type === 'linkReference' || node.name === 'a';
  return isLink ? `⟨${inner}⟩` : inner;
}

/** One line, with straight quotes, so that a rule need not know how a text is typed. */
const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[‘’‛ʼ]/g, "'")
    .replaceAll(/[“”„]/g, '"')
    .replaceAll(/[‑‐]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim();
