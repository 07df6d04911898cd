/** The words of a version: what its MDX says, and what is wrong with it. */
import { mdxToMdast } from 'satteri';
import { assignAnchors } from '../notices/anchors.ts';
import {
  checkElement,
  checkExpressions,
  escapeBraces,
  checkImports,
  checkLinkWords,
  declaredNames,
  isComment,
  type ImportExists,
} from './elements.ts';
import { finding, type Finding, type Place } from './findings.ts';
import { checkHeadings, type Heading, type Id } from './headings.ts';
import type { SourceText } from './source.ts';
import { attribute, isJsx, walk, type TreeNode } from './tree.ts';

/** How the Markdown of a notice is read, here and in the build alike. */
export const MARKDOWN_FEATURES = {
  gfm: true,
  frontmatter: false,
  headingAttributes: true,
  definitionList: true,
  // Published words are the author's own: quotes and dashes stay as typed.
  smartPunctuation: false,
  // "9:30am" and "s. 2:b" are words, not directives.
  directive: false,
} as const;

export interface Link extends Place {
  url: string;
}

/** What other checks need to know of a body. */
export interface Outline {
  /** Every id a link may lead to. */
  anchors: ReadonlySet<string>;
  links: Link[];
  images: Link[];
}

/** Parses a body and checks all that can be told from it alone; no outline if it cannot be parsed. */
export function readBody(
  source: SourceText,
  importExists: ImportExists,
): { outline?: Outline; findings: Finding[] } {
  const root = parse(source);
  if ('code' in root) return { findings: [root] };
  const nodes = [...walk(root)];
  const placeOf = (node: TreeNode): Place => ({
    file: source.file,
    line: node.position?.start.line ?? 1,
    column: node.position?.start.column ?? 1,
  });
  const headings = nodes
    .filter(isHeading)
    .map((node): Heading => headingOf(node, placeOf(node), source));
  const ids = [...nodes.flatMap(idsOf(placeOf)), ...footnoteIds(nodes, placeOf)];
  const names = declaredNames(nodes);
  return {
    outline: {
      anchors: new Set([...assignAnchors(headings), ...ids.map(({ id }) => id)]),
      links: nodes.flatMap((node) => linkOf(node, placeOf(node))),
      images: nodes.flatMap((node) => imageOf(node, placeOf(node))),
    },
    findings: [
      ...checkEmpty(root, source),
      ...checkHeadings(headings, ids),
      ...nodes.flatMap((node) => [
        ...checkElement(node, names, placeOf(node)),
        ...checkImports(node, importExists, placeOf(node)),
        ...checkExpressions(node, names, placeOf(node)),
        ...checkLinkWords(node, placeOf(node)),
      ]),
    ],
  };
}

function parse(source: SourceText): TreeNode | Finding {
  try {
    return mdxToMdast(source.body, { features: MARKDOWN_FEATURES }) as TreeNode;
  } catch (error) {
    return syntaxFinding(source, error instanceof Error ? error.message : String(error));
  }
}

/** What the parser says, `line:column: reason (rule)`, as a finding. */
function syntaxFinding({ file, body }: SourceText, message: string): Finding {
  const match = /^(\d+):(\d+):\s*([\s\S]*?)(?:\s*\([\w:-]+\))?$/.exec(message);
  const line = Number(match?.[1] ?? 1);
  const column = Number(match?.[2] ?? 1);
  const reason = match?.[3] ?? message;
  const written = body.split('\n')[line - 1] ?? '';
  const brace = written.lastIndexOf('{', column - 1);
  const code = /^\{[^{}]*\}/.exec(written.slice(brace))?.[0];
  if (brace >= 0 && code !== undefined && reason.includes('expression')) {
    return finding(
      'mdx-syntax',
      { file, line, column: brace + 1 },
      `${code} is read as code in MDX, and is none`,
      `write the words themselves; to print the braces, write ${escapeBraces(code)}`,
    );
  }
  return finding(
    'mdx-syntax',
    { file, line, column },
    `the text is not valid MDX: ${reason}`,
    'close the tag or brace opened here; to print one, write \\{ or \\< before it',
  );
}

const isHeading = (node: TreeNode): boolean =>
  node.type === 'heading' || (isJsx(node) && /^h[1-6]$/.test(node.name ?? ''));

function headingOf(node: TreeNode, place: Place, source: SourceText): Heading {
  const text = textOf(node);
  const id = node.data?.hProperties?.id ?? attribute(node, 'id');
  if (typeof id !== 'string') return { ...place, text };
  const written = source.body.split('\n')[place.line - 1] ?? '';
  const column = written.lastIndexOf('{#') + 1;
  return { ...place, column: column > 0 ? column : place.column, text, explicit: id };
}

/** The words of a node, as the Markdown processor counts them for anchors. */
function textOf(node: TreeNode): string {
  if (node.type === 'text' || node.type === 'inlineCode') return String(node.value ?? '');
  return (node.children ?? []).map(textOf).join('');
}

const idsOf =
  (placeOf: (node: TreeNode) => Place) =>
  (node: TreeNode): Id[] => {
    if (!isJsx(node) || isHeading(node)) return [];
    const id = attribute(node, 'id');
    return typeof id === 'string' ? [{ ...placeOf(node), id }] : [];
  };

/** Footnotes bring a heading of their own. */
function footnoteIds(nodes: TreeNode[], placeOf: (node: TreeNode) => Place): Id[] {
  const first = nodes.find(({ type }) => type === 'footnoteDefinition');
  return first ? [{ ...placeOf(first), id: 'footnote-label' }] : [];
}

function checkEmpty(root: TreeNode, source: SourceText): Finding[] {
  const hasContent = (root.children ?? []).some(
    ({ type, value }) =>
      type !== 'mdxjsEsm' && !(type === 'mdxFlowExpression' && isComment(String(value))),
  );
  if (hasContent) return [];
  return [
    finding(
      'body-empty',
      { file: source.file, line: source.text.trimEnd().split('\n').length, column: 1 },
      'the version has facts but no text',
      'write the notice below the second "---", beginning with a heading: ## Who we are {#who-we-are}',
    ),
  ];
}

function linkOf(node: TreeNode, place: Place): Link[] {
  if (node.type === 'link' || node.type === 'definition')
    return [{ ...place, url: node.url ?? '' }];
  if (!isJsx(node) || node.name !== 'a') return [];
  const href = attribute(node, 'href');
  return typeof href === 'string' ? [{ ...place, url: href }] : [];
}

function imageOf(node: TreeNode, place: Place): Link[] {
  if (node.type === 'image') return [{ ...place, url: node.url ?? '' }];
  if (!isJsx(node) || node.name !== 'img') return [];
  const source = attribute(node, 'src');
  return typeof source === 'string' ? [{ ...place, url: source }] : [];
}
