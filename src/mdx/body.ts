/** Reads the body of a version: its headings, links, images and components, and its mistakes. */
import { assignAnchors } from '../document/anchors.ts';
import { normalName } from '../document/file-names.ts';
import { checkNodeCharacters } from './characters.ts';
import { isAuthorsComponent, type AuthorsComponent } from '../document/elements.ts';
import { readExpression } from './code.ts';
import {
  checkElement,
  checkExpressions,
  checkModuleCode,
  checkLinkWords,
  checkLayers,
} from './elements.ts';
import { finding, type Finding, type Place } from '../findings/catalogue.ts';
import { checkHeadings, type Heading, type Id } from './headings.ts';
import { checkHeadingLike, checkNoHeading } from './lookalikes.ts';
import { checkDepth, checkNesting } from './nesting.ts';
import type { SourceText } from './source.ts';
import { parseBody } from './syntax.ts';
import { checkWriting } from './writing.ts';
import { attribute, attributeValues, isJsx, walk, type TreeNode } from './tree.ts';

export interface Link extends Place {
  url: string;
}

/** What other checks need to know about a body. */
export interface Outline {
  /** Every id that a link can point to. */
  anchors: ReadonlySet<string>;
  links: Link[];
  images: Link[];
  /** The components for authors that it uses. */
  components: (Place & { name: AuthorsComponent })[];
  /** Every heading that has text, with its anchor. */
  headings: (Heading & { anchor: string })[];
}

/**
 * Parses a body and runs every check that needs no other file.
 *
 * @returns the findings, and the tree and its outline unless the MDX cannot be parsed
 */
export function readBody(source: SourceText): {
  root?: TreeNode;
  outline?: Outline;
  findings: Finding[];
} {
  const tooDeep = checkNesting(source);
  if (tooDeep.length > 0) return { findings: tooDeep };
  const root = parseBody(source);
  if (Array.isArray(root)) return { findings: root };
  const placeOfNode = (node: TreeNode): Place => ({
    file: source.file,
    line: node.position?.start.line ?? 1,
    column: node.position?.start.column ?? 1,
  });
  const deep = checkDepth(root, placeOfNode);
  if (deep) return { findings: [deep] };
  const nodes = walk(root);
  const lines = source.body.split('\n');
  const headings = nodes
    .filter(isHeading)
    .map((node): Heading => headingOf(node, placeOfNode(node), lines));
  const ids = nodes.flatMap(idsOf(placeOfNode));
  // A heading without text is not published, so its anchor does not exist either.
  const assigned = assignAnchors(headings);
  const anchored = headings
    .map((heading, index) => ({ ...heading, anchor: assigned[index] ?? '' }))
    .filter(({ text }) => text.trim() !== '');
  return {
    root,
    outline: {
      anchors: new Set([...anchored.map(({ anchor }) => anchor), ...ids.map(({ id }) => id)]),
      headings: anchored,
      links: nodes.flatMap((node) => linkOf(node, placeOfNode(node))),
      images: nodes.flatMap((node) => imageOf(node, placeOfNode(node))),
      components: nodes.flatMap((node) => componentOf(node, placeOfNode(node))),
    },
    findings: [
      ...checkEmpty(root, source),
      ...checkHeadings(headings, assigned, ids),
      ...checkLayers(root, placeOfNode),
      ...checkHeadingLike(root, placeOfNode),
      ...checkNoHeading(root, placeOfNode),
      ...checkWriting(nodes, source, placeOfNode),
      ...nodes.flatMap((node) => [
        ...checkNodeCharacters(node, source.body, placeOfNode(node)),
        ...checkElement(node, placeOfNode(node)),
        ...checkModuleCode(node, placeOfNode(node)),
        ...checkExpressions(node, placeOfNode(node)),
        ...checkLinkWords(node, placeOfNode(node)),
      ]),
    ],
  };
}

const isHeading = (node: TreeNode): boolean =>
  node.type === 'heading' || (isJsx(node) && /^h[1-6]$/.test(node.name ?? ''));

function headingOf(node: TreeNode, place: Place, lines: readonly string[]): Heading {
  const covers = node.data?.hProperties?.covers;
  const words = { text: textOf(node), ...(typeof covers === 'string' && { covers }) };
  const id = node.data?.hProperties?.id ?? attribute(node, 'id');
  if (typeof id !== 'string') return { ...place, ...words };
  const written = lines[place.line - 1] ?? '';
  const column = written.lastIndexOf('{#') + 1;
  return {
    ...place,
    column: column > 0 ? column : place.column,
    ...words,
    explicit: normalName(id),
  };
}

/**
 * The text of a node from which its anchor is derived: the same as in `mdx/nodes.ts`, so that the
 * checks and the page agree. The number of a footnote is not part of it.
 */
function textOf(node: TreeNode): string {
  if (node.type === 'text' || node.type === 'inlineCode') return String(node.value ?? '');
  if (node.type === 'mdxTextExpression') {
    const code = readExpression(String(node.value ?? ''));
    return code.kind === 'literal' ? code.text : '';
  }
  return (node.children ?? []).map(textOf).join('');
}

const idsOf =
  (placeOfNode: (node: TreeNode) => Place) =>
  (node: TreeNode): Id[] => {
    if (!isJsx(node) || isHeading(node)) return [];
    // The same id twice on one element is one place.
    return [...new Set(attributeValues(node, 'id').map(normalName))].map((id) => ({
      ...placeOfNode(node),
      id,
    }));
  };

function checkEmpty(root: TreeNode, source: SourceText): Finding[] {
  const hasContent = (root.children ?? []).some(
    ({ type, value }) =>
      type !== 'mdxFlowExpression' || readExpression(String(value)).kind !== 'comment',
  );
  if (hasContent) return [];
  return [
    finding(
      'body-empty',
      { file: source.file, line: source.text.trimEnd().split('\n').length, column: 1 },
      'the version has facts but no text',
      'write the notice below the second "---", starting with a heading: ## Who we are {#who-we-are}',
    ),
  ];
}

function linkOf(node: TreeNode, place: Place): Link[] {
  if (node.type === 'link' || node.type === 'definition')
    return [{ ...place, url: node.url ?? '' }];
  if (!isJsx(node) || node.name !== 'a') return [];
  return attributeValues(node, 'href').map((url) => ({ ...place, url }));
}

function imageOf(node: TreeNode, place: Place): Link[] {
  if (node.type === 'image') return [{ ...place, url: node.url ?? '' }];
  if (!isJsx(node) || node.name !== 'img') return [];
  return attributeValues(node, 'src').map((url) => ({ ...place, url }));
}

function componentOf(node: TreeNode, place: Place): Outline['components'] {
  if (!isJsx(node) || !node.name || !isAuthorsComponent(node.name)) return [];
  return [{ ...place, name: node.name }];
}
