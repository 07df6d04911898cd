/** The words of a version: what its MDX says, and what is wrong with it. */
import { mdxToMdast } from 'satteri';
import { assignAnchors, isAnchor } from '../notices/anchors.ts';
import { AUTHORS_COMPONENTS, isAllowedElement } from '../notices/elements.ts';
import { finding, type Finding, type Place } from './findings.ts';
import type { SourceText } from './source.ts';
import { didYouMean, nearest } from './suggest.ts';

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

/** Whether a module that a version imports is there. */
export type ImportExists = (specifier: string, file: string) => boolean;

interface Heading extends Place {
  text: string;
  explicit?: string;
}

/** The parts of a syntax tree that matter here; Sätteri's own types are wider. */
interface TreeNode {
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
        ...checkExpression(node, names, placeOf(node)),
        ...checkLinkWords(node, placeOf(node)),
      ]),
    ],
  };
}

function parse(source: SourceText): TreeNode | Finding {
  try {
    return mdxToMdast(source.body, { features: MARKDOWN_FEATURES }) as TreeNode;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const match = /^(\d+):(\d+):\s*([\s\S]*?)(?:\s*\([\w:-]+\))?$/.exec(message);
    const place = {
      file: source.file,
      line: Number(match?.[1] ?? 1),
      column: Number(match?.[2] ?? 1),
    };
    return finding(
      'mdx-syntax',
      place,
      `the text is not valid MDX: ${match?.[3] ?? message}`,
      'close the tag or brace opened here; to print one, write \\{ or \\< before it',
    );
  }
}

function* walk(node: TreeNode): Generator<TreeNode> {
  yield node;
  for (const child of node.children ?? []) yield* walk(child);
}

const isJsx = (node: TreeNode): boolean =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

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

function attribute(node: TreeNode, name: string): unknown {
  return node.attributes?.find((candidate) => candidate.name === name)?.value;
}

interface Id extends Place {
  id: string;
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

function checkHeadings(headings: Heading[], ids: Id[]): Finding[] {
  const findings: Finding[] = [];
  const anchors = assignAnchors(headings);
  const explicit = new Map<string, Place>();
  for (const { id, ...place } of [
    ...ids,
    ...headings.flatMap(({ explicit: id, ...heading }) =>
      id === undefined ? [] : [{ id, ...heading }],
    ),
  ].toSorted((a, b) => a.line - b.line || a.column - b.column)) {
    const earlier = explicit.get(id);
    if (earlier) {
      findings.push(
        finding(
          'anchor-repeated',
          place,
          `the anchor "${id}" is already taken on line ${earlier.line}`,
          `give this one an anchor of its own, such as {#${id}-2}`,
        ),
      );
    } else if (!isAnchor(id)) {
      findings.push(
        finding(
          'anchor-invalid',
          place,
          `"${id}" cannot be an anchor`,
          'use letters, digits and hyphens only, such as {#how-long-we-keep-it}',
        ),
      );
    } else {
      explicit.set(id, place);
    }
  }
  const derivedBefore = new Map<string, number>();
  headings.forEach((heading, index) => {
    const anchor = anchors[index] ?? '';
    if (heading.text.trim() === '') {
      findings.push(
        finding(
          'heading-empty',
          heading,
          'the heading has no words; it is left out',
          'write its words, or delete the line',
        ),
      );
    }
    if (heading.explicit !== undefined) return;
    const words = heading.text.trim().toLowerCase();
    const taken = explicit.get(anchor);
    const earlier = derivedBefore.get(words);
    if (taken) {
      findings.push(
        finding(
          'anchor-repeated',
          heading,
          `this heading's anchor would be "${anchor}", which line ${taken.line} claims with {#${anchor}}`,
          `give it an anchor of its own, such as {#${anchor}-2}`,
        ),
      );
    } else if (earlier !== undefined && words !== '') {
      findings.push(
        finding(
          'anchor-suggested',
          heading,
          `the heading "${heading.text.trim()}" stands on line ${earlier} too; its anchor is "${anchor}"`,
          `give it an anchor that outlives its place, such as {#${anchor}}`,
        ),
      );
    } else {
      derivedBefore.set(words, heading.line);
    }
  });
  return findings;
}

/** Names that a body may use: the authors' components, and what it imports or exports. */
function declaredNames(nodes: TreeNode[]): ReadonlySet<string> {
  const names = nodes
    .filter(({ type }) => type === 'mdxjsEsm')
    .flatMap(({ value }) => {
      const code = String(value);
      const clauses = [...code.matchAll(/\bimport\s+([^'"]+?)\s+from\b/g)].flatMap(([, clause]) =>
        (clause ?? '').split(/[{},\s]+/).filter((word) => word !== 'as' && word !== '*'),
      );
      const exported = [
        ...code.matchAll(/\bexport\s+(?:const|let|var|function|class)\s+([\w$]+)/g),
      ];
      return [...clauses, ...exported.map(([, name]) => name ?? '')];
    });
  return new Set([...AUTHORS_COMPONENTS, ...names]);
}

function checkElement(node: TreeNode, names: ReadonlySet<string>, place: Place): Finding[] {
  if (!isJsx(node) || !node.name) return [];
  const [root = ''] = node.name.split('.');
  if (/^[A-Z]/.test(root) || node.name.includes('.')) {
    if (names.has(root)) return [];
    const known = [...names];
    const meant = nearest(root, known);
    return [
      finding(
        'component-unknown',
        place,
        `there is no component <${node.name}>.${didYouMean(root, known)}`,
        meant
          ? `write <${meant} />`
          : `use one of: ${known.map((name) => `<${name} />`).join(', ')}`,
      ),
    ];
  }
  if (!isAllowedElement(node.name)) {
    return [
      finding(
        'element-forbidden',
        place,
        `a notice cannot hold <${node.name}>`,
        'say it in Markdown, or link to a page that has it',
      ),
    ];
  }
  return (node.attributes ?? []).flatMap(({ name = '' }) =>
    name === 'style' || /^on/i.test(name)
      ? [
          finding(
            'element-forbidden',
            place,
            `a notice cannot hold the attribute ${name} on <${node.name ?? ''}>`,
            `delete ${name}; looks belong to the site's style sheets`,
          ),
        ]
      : [],
  );
}

function checkImports(node: TreeNode, importExists: ImportExists, place: Place): Finding[] {
  if (node.type !== 'mdxjsEsm') return [];
  const code = String(node.value);
  return [...code.matchAll(/\b(?:import|export)\b[^'"\n]*?['"]([^'"]+)['"]/g)].flatMap((match) => {
    const specifier = match[1] ?? '';
    if (importExists(specifier, place.file)) return [];
    const linesBefore = code.slice(0, match.index).split('\n').length - 1;
    return [
      finding(
        'import-missing',
        { ...place, line: place.line + linesBefore, column: linesBefore > 0 ? 1 : place.column },
        `the import "${specifier}" leads to no file`,
        'correct its path, counted from this file, or delete the line',
      ),
    ];
  });
}

const isComment = (code: string): boolean => /^\s*(\/\*[\s\S]*\*\/\s*)?$/.test(code);

/** `{company name}` is a slip of a template, `{name}` a value that nobody set. */
function checkExpression(node: TreeNode, names: ReadonlySet<string>, place: Place): Finding[] {
  if (node.type !== 'mdxTextExpression' && node.type !== 'mdxFlowExpression') return [];
  const code = String(node.value);
  const name = /^[\s{]*([A-Za-z_$][\w$]*)(\.[\w$]+)*[\s}]*$/.exec(code)?.[1];
  if (name === undefined || names.has(name)) return [];
  return [
    finding(
      'expression-unknown-name',
      place,
      `{${code}} is code in MDX, and nothing is called "${name}"`,
      `write the words themselves; to print the braces, write \\{${code}\\}`,
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

function checkLinkWords(node: TreeNode, place: Place): Finding[] {
  if (node.type !== 'link') return [];
  const hasWords = [...walk(node)].some(
    ({ type, value }) => type === 'image' || (value !== undefined && String(value).trim() !== ''),
  );
  if (hasWords) return [];
  return [
    finding(
      'link-empty',
      place,
      `the link to "${node.url ?? ''}" has no words, so nobody can follow it; it is left out`,
      'write what it leads to between the brackets, or delete the link',
    ),
  ];
}
