/** The syntax tree of an MDX body, as far as checks look at it. */

/** A node of Sätteri's tree; its own types are wider. */
export interface TreeNode {
  type: string;
  name?: string | null;
  value?: unknown;
  url?: string;
  alt?: string;
  data?: { hProperties?: { id?: unknown } };
  attributes?: { type: string; name?: string; value?: unknown }[];
  position?: { start: { line: number; column: number; offset?: number } };
  children?: TreeNode[];
}

/** A node and all below it, in the order of the text. */
export function* walk(node: TreeNode): Generator<TreeNode> {
  yield node;
  for (const child of node.children ?? []) yield* walk(child);
}

/** Whether a node is an element or component written as a tag. */
export const isJsx = (node: TreeNode): boolean =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

/** An attribute of a tag: its text, or an expression. */
export function attribute(node: TreeNode, name: string): unknown {
  return node.attributes?.find((candidate) => candidate.name === name)?.value;
}
