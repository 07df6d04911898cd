/** The syntax tree of an MDX body, as far as the checks use it. */

import { readExpression } from './code.ts';

/** A node of Sätteri's tree; Sätteri's own types are wider. */
export interface TreeNode {
  type: string;
  name?: string | null;
  value?: unknown;
  url?: string;
  alt?: string;
  /** Of a heading of Markdown: 1 to 6. */
  depth?: number;
  /** Of a list: whether it has numbers, and the first of them. */
  ordered?: boolean;
  start?: number | null;
  identifier?: string;
  title?: string | null;
  data?: { hProperties?: { id?: unknown; covers?: unknown } };
  attributes?: { type: string; name?: string; value?: unknown }[];
  position?: {
    start: { line: number; column: number };
    end?: { line: number; column: number };
  };
  children?: TreeNode[];
}

/** A node and all its descendants, in text order. */
export const walk = (node: TreeNode): TreeNode[] => into([], node);

function into(nodes: TreeNode[], node: TreeNode): TreeNode[] {
  nodes.push(node);
  for (const child of node.children ?? []) into(nodes, child);
  return nodes;
}

/** Whether a node is an element or component written as a tag. */
export const isJsx = (node: TreeNode): boolean =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

/** The value of an attribute, written in quotes or as a literal in braces; undefined if there is none. */
export const attribute = (node: TreeNode, name: string): string | undefined =>
  attributeValues(node, name)[0];

/** All values of an attribute: HTML takes names in capitals, and MDX takes one that is written twice. */
export function attributeValues({ attributes = [] }: TreeNode, name: string): string[] {
  return attributes.flatMap((candidate) => {
    if (candidate.name?.toLowerCase() !== name.toLowerCase()) return [];
    if (typeof candidate.value === 'string') return [candidate.value];
    const code = codeOf(candidate.value);
    const read = code === undefined ? undefined : readExpression(code);
    return read?.kind === 'literal' ? [read.text] : [];
  });
}

/** The code of an attribute's value, if it is in braces. */
export const codeOf = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null && 'value' in value ? String(value.value) : undefined;
