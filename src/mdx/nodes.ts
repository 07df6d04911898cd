/**
 * Turns a version's MDX into the nodes that `readDocument` takes: a pure function of the text and
 * its facts. No component runs, and no HTML is made on the way.
 */
import { mdxToHast, type HastNode } from 'satteri';
import { anchorAssigner } from '../document/anchors.ts';
import { IN_SHORT, isAuthorsComponent, isKeptAttribute } from '../document/elements.ts';
import { attribute, isElement, rawText, type Element, type Node } from '../document/nodes.ts';
import type { Facts } from '../notices/schema.ts';
import { blockOf } from './components.ts';
import { readExpression } from './code.ts';
import { MARKDOWN_FEATURES } from './syntax.ts';

/**
 * Reads a body that is already known to be valid MDX.
 *
 * @param body the text below the frontmatter
 * @param facts the version's own, which its components print
 */
export const nodesOf = (body: string, facts: Facts): Node[] =>
  nodesIn(mdxToHast(body, { features: MARKDOWN_FEATURES, position: false }), {
    facts,
    anchorOf: anchorAssigner(),
  });

interface Reading {
  facts: Facts;
  /** Gives the headings that are written in Markdown their anchors, in order. */
  anchorOf: ReturnType<typeof anchorAssigner>;
}

const nodesIn = (parent: HastNode, reading: Reading): Node[] =>
  'children' in parent ? parent.children.flatMap((child) => nodeOf(child, reading)) : [];

function nodeOf(node: HastNode, reading: Reading): Node[] {
  switch (node.type) {
    case 'text':
      return [{ value: node.value }];
    case 'element':
      return [elementOf(node, reading)];
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return componentOrElement(node, reading);
    case 'mdxFlowExpression':
    case 'mdxTextExpression': {
      const code = readExpression(node.value);
      return code.kind === 'literal' ? [{ value: code.text }] : [];
    }
    default:
      return [];
  }
}

function elementOf(
  { tagName, properties, children }: Extract<HastNode, { type: 'element' }>,
  reading: Reading,
): Element {
  const attrs = Object.entries(properties).flatMap(([name, value]) => htmlAttribute(name, value));
  const childNodes = children.flatMap((child) => nodeOf(child, reading));
  if (!/^h[1-6]$/.test(tagName)) return { tagName, attrs, childNodes };
  const explicit = attrs.find(({ name }) => name === 'id')?.value;
  const text = childNodes.map(anchorText).join('');
  const id = reading.anchorOf({ text, ...(explicit !== undefined && { explicit }) });
  return {
    tagName,
    attrs: [...attrs.filter(({ name }) => name !== 'id'), { name: 'id', value: id }],
    childNodes,
  };
}

/**
 * The text of which an anchor is derived: the same as in `mdx/body.ts`. The number of a footnote is
 * not part of it, because it changes when another footnote is put in before.
 */
function anchorText(node: Node): string {
  if (!isElement(node) || node.childNodes.length === 0) return rawText(node);
  if (attribute(node, 'data-footnote-ref') !== undefined) return '';
  return node.childNodes.map(anchorText).join('');
}

type Jsx = Extract<HastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

function componentOrElement(node: Jsx, reading: Reading): Node[] {
  const name = node.name ?? 'div';
  if (isAuthorsComponent(name)) {
    const block = blockOf(name, reading.facts);
    return block ? [{ block }] : [];
  }
  const childNodes = nodesIn(node, reading);
  if (name === IN_SHORT) {
    return [{ tagName: 'div', attrs: [{ name: 'data-in-short', value: '' }], childNodes }];
  }
  const tagName = name.toLowerCase();
  const attrs = node.attributes.flatMap((each) => keptAttribute(tagName, each));
  return [{ tagName, attrs, childNodes }];
}

/** An attribute that its author wrote, if the document model keeps it. */
function keptAttribute(
  tag: string,
  written: Jsx['attributes'][number],
): Element['attrs'][number][] {
  if (written.type !== 'mdxJsxAttribute' || !isKeptAttribute(tag, written.name)) return [];
  const name = written.name.toLowerCase();
  const { value } = written;
  if (value === null || value === undefined) return [{ name, value: '' }];
  if (typeof value === 'string') return [{ name, value }];
  const code = readExpression(value.value);
  return code.kind === 'literal' ? [{ name, value: code.text }] : [];
}

/** A property of a syntax tree as an attribute of HTML: `dataFootnotes` is `data-footnotes`. */
function htmlAttribute(property: string, value: unknown): Element['attrs'][number][] {
  if (value === null || value === undefined || value === false) return [];
  const name = /^data[A-Z]/.test(property)
    ? property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    : property === 'className'
      ? 'class'
      : property.toLowerCase();
  const text = value === true ? '' : Array.isArray(value) ? value.join(' ') : String(value);
  return [{ name, value: text }];
}
