/** Finds Markdown that its author meant but that does not work: it would be printed as typed, or lost. */
import { finding, type Finding, type Place } from '../findings/catalogue.ts';
import { checkTypedList, checkWideEmphasis } from './lookalikes.ts';
import type { SourceText } from './source.ts';
import { walk, type TreeNode } from './tree.ts';

/** Runs all these checks over the nodes of a body. */
export function checkWriting(
  nodes: readonly TreeNode[],
  source: SourceText,
  placeOfNode: (node: TreeNode) => Place,
): Finding[] {
  const lines = source.body.split('\n');
  return [
    ...checkFootnotes(nodes, placeOfNode),
    ...nodes.flatMap((node): Finding[] => {
      switch (node.type) {
        case 'paragraph':
          return [
            ...checkParagraph(node, placeOfNode),
            ...checkTypedList(node, placeOfNode),
            ...checkWideEmphasis(node, lines, placeOfNode),
          ];
        case 'heading':
          return [
            ...checkHeading(node, lines, placeOfNode(node)),
            ...checkWideEmphasis(node, lines, placeOfNode),
          ];
        case 'link':
        case 'tableCell':
          return checkWideEmphasis(node, lines, placeOfNode);
        case 'table':
          return checkTable(node, lines, placeOfNode);
        case 'code':
          return checkCode(node, lines, placeOfNode(node));
        default:
          return [];
      }
    }),
  ];
}

/** Text that was probably meant as Markdown but is not. */
const PRINTED: readonly [pattern: RegExp, what: string, hint: string][] = [
  [/\]\(/, 'a link without its closing bracket', 'write it as [words](address)'],
  [
    /\] \((https?:|mailto:|\/|#)/,
    'a link with a space between ] and (',
    'write it as [words](address)',
  ],
  [/\]\[/, 'a link whose address is not defined', 'write it as [words](address)'],
  [/\[\^[^[\]]+\]/, 'a footnote that is not defined', 'add its text on a line of its own: [^1]: …'],
  [
    /^\|.*\|/,
    'a table row without a table',
    'put a line | --- | --- | below the header row, one part per column',
  ],
];

function checkParagraph(node: TreeNode, placeOfNode: (node: TreeNode) => Place): Finding[] {
  const children = node.children ?? [];
  const opening = textOf(children[0]);
  if (/^#{1,6}(?![#\s])|^#{1,6}\u00A0/.test(opening) && /^#+[\s\u00A0]*\p{L}/u.test(opening)) {
    const [line = ''] = opening.split('\n');
    const hint = `write ${line.replace(/^(#+)[\s\u00A0]*/, '$1 ')}`;
    const message = `"${line}" is not a heading: there is no plain space after "#"`;
    return [finding('heading-unspaced', placeOfNode(node), message, hint)];
  }
  return children.flatMap((child, index) => {
    const words = textOf(child);
    // An address on its own becomes a link; the text before it shows what was meant.
    const isCut = children[index + 1]?.type === 'link' && /\[[^[\]]*\]?\s?\($/.test(words);
    const [found] = PRINTED.filter(([pattern]) => pattern.test(words));
    const [, what, hint] = found ?? (isCut ? (PRINTED[0] ?? []) : []);
    if (what === undefined || hint === undefined) return [];
    const [shown = ''] = words.trim().split('\n');
    const message = `"${shown.slice(0, 60)}" looks like ${what}, but is printed as typed`;
    return [finding('markup-printed', placeOfNode(child), message, hint)];
  });
}

const textOf = (node: TreeNode | undefined): string =>
  node?.type === 'text' ? String(node.value ?? '') : '';

/** An anchor, and the topics its section covers: one word, or several in quotes. */
const ATTRIBUTES = /^\{#[^\s{}]+(\s+covers=([\w-]+|"[^"{}]*"))?\s*\}$/;

/** Reports braces that are not an anchor, and a paragraph that dashes below it make a heading. */
function checkHeading(node: TreeNode, lines: readonly string[], place: Place): Finding[] {
  const written = (lines[place.line - 1] ?? '').trim();
  const attributes = /(?<!\\)\{[^{}]*\}$/.exec(written)?.[0];
  if (attributes !== undefined && !ATTRIBUTES.test(attributes)) {
    const hint =
      'write one anchor without spaces, such as {#who-we-are} or {#keep covers=retention}';
    return [finding('anchor-invalid', place, `"${attributes}" is not an anchor`, hint)];
  }
  const isUnderlined = !/^(#|>|[-*+\d])/.test(written);
  const words = walk(node).map(textOf).join('');
  if (!isUnderlined || (words.length <= 100 && !/[.;:,]$/.test(words))) return [];
  return [
    finding(
      'heading-suspicious',
      place,
      `the line of dashes below makes this paragraph a heading: "${words.slice(0, 40)}…"`,
      'put an empty line above the dashes if you meant a horizontal rule',
    ),
  ];
}

/** Markdown drops cells of a row beyond the columns of its table. */
function checkTable(
  node: TreeNode,
  lines: readonly string[],
  placeOfNode: (node: TreeNode) => Place,
): Finding[] {
  const [head, ...rows] = node.children ?? [];
  const columns = head?.children?.length ?? 0;
  return rows.flatMap((row) => {
    const place = placeOfNode(row);
    const written = cellsOf(lines[place.line - 1] ?? '');
    const lost = written.slice(columns).filter((cell) => cell !== '');
    if (lost.length === 0) return [];
    return [
      finding(
        'table-cell-lost',
        place,
        `this row has ${written.length} cells but its table has ${columns} columns, so "${lost.join('", "')}" would be lost`,
        'add a column to the header row, or delete a "|"; to print the character, in code too, write \\|',
      ),
    ];
  });
}

/** The cells of a row as it is written: separated by "|" without a backslash before it. */
function cellsOf(line: string): string[] {
  return line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
}

/** What is shown of a longer one. */
const LONGEST_FENCE = 40;

/** Reports a code block that is never closed: it takes in the rest of the notice. */
function checkCode(node: TreeNode, lines: readonly string[], place: Place): Finding[] {
  const fence = /^[>\s]*(`{3,}|~{3,})/.exec(lines[place.line - 1] ?? '')?.[1];
  const last = lines[(node.position?.end?.line ?? place.line) - 1] ?? '';
  if (fence === undefined || last.trimEnd().endsWith(fence)) return [];
  const shown = fence.length > LONGEST_FENCE ? `${fence.slice(0, LONGEST_FENCE)}…` : fence;
  const message = `the code block opened by ${shown} is never closed, so it takes in the rest of the text`;
  return [finding('code-unclosed', place, message, `add a line ${shown} after the code`)];
}

/** Reports a footnote that nothing refers to: it is not printed. */
function checkFootnotes(
  nodes: readonly TreeNode[],
  placeOfNode: (node: TreeNode) => Place,
): Finding[] {
  const used = new Set(
    nodes.filter(({ type }) => type === 'footnoteReference').map(({ identifier }) => identifier),
  );
  return nodes
    .filter(({ type, identifier }) => type === 'footnoteDefinition' && !used.has(identifier))
    .map((node) =>
      finding(
        'footnote-unused',
        placeOfNode(node),
        `nothing refers to the footnote "${node.identifier ?? ''}", so its text would be lost`,
        `write [^${node.identifier ?? '1'}] where it belongs, or delete it`,
      ),
    );
}
