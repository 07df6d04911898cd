/** Markdown that was meant and did not come about: it would be printed as typed, or be lost. */
import { finding, type Finding, type Place } from '../findings/catalogue.ts';
import type { SourceText } from './source.ts';
import { walk, type TreeNode } from './tree.ts';

/** All checks of this kind over the nodes of a body. */
export function checkWriting(
  nodes: readonly TreeNode[],
  source: SourceText,
  placeOf: (node: TreeNode) => Place,
): Finding[] {
  const lines = source.body.split('\n');
  return [
    ...checkFootnotes(nodes, placeOf),
    ...nodes.flatMap((node): Finding[] => {
      switch (node.type) {
        case 'paragraph':
          return checkParagraph(node, placeOf);
        case 'heading':
          return checkHeading(node, lines, placeOf(node));
        case 'table':
          return checkTable(node, lines, placeOf);
        case 'code':
          return checkCode(node, lines, placeOf(node));
        default:
          return [];
      }
    }),
  ];
}

/** Signs that Markdown would have taken for something, had they been typed a little otherwise. */
const PRINTED: readonly [sign: RegExp, what: string, hint: string][] = [
  [/\]\(/, 'a link without its last bracket', 'write it as [words](address)'],
  [
    /\[[^\]]*\] \((https?:|mailto:|\/|#)/,
    'a link with a space in its middle',
    'write it as [words](address)',
  ],
  [/\]\[/, 'a link to an address that is given nowhere', 'write it as [words](address)'],
  [
    /\[\^[^\]]+\]/,
    'a footnote that is written nowhere',
    'add its text on a line of its own: [^1]: …',
  ],
  [
    /^\|.*\|/,
    'a row without its table',
    'put a line | --- | --- | below the heads, one part for each column',
  ],
  [/^[•●▪◦‣]/, 'a list made of signs', 'begin each line with "- "'],
];

function checkParagraph(node: TreeNode, placeOf: (node: TreeNode) => Place): Finding[] {
  const children = node.children ?? [];
  const opening = textOf(children[0]);
  if (/^#{1,6}(?![#\s])|^#{1,6}\u00A0/.test(opening) && /^#+[\s\u00A0]*\p{L}/u.test(opening)) {
    const [line = ''] = opening.split('\n');
    const hint = `write ${line.replace(/^(#+)[\s\u00A0]*/, '$1 ')}`;
    const message = `"${line}" is no heading: no plain space follows the signs "#"`;
    return [finding('heading-unspaced', placeOf(node), message, hint)];
  }
  return children.flatMap((child, index) => {
    const words = textOf(child);
    // An address on its own becomes a link; what stands before it tells what was meant.
    const isCut = children[index + 1]?.type === 'link' && /\[[^\]]*\]?\s?\($/.test(words);
    const [found] = PRINTED.filter(([sign]) => sign.test(words));
    const [, what, hint] = found ?? (isCut ? (PRINTED[0] ?? []) : []);
    if (what === undefined || hint === undefined) return [];
    const [shown = ''] = words.trim().split('\n');
    const message = `"${shown.slice(0, 60)}" looks like ${what}, so it is printed as typed`;
    return [finding('markup-printed', placeOf(child), message, hint)];
  });
}

const textOf = (node: TreeNode | undefined): string =>
  node?.type === 'text' ? String(node.value ?? '') : '';

/** An anchor, and what its section covers: one word, or several in quotes. */
const ATTRIBUTES = /^\{#[^\s{}]+(\s+covers=([\w-]+|"[^"{}]*"))?\s*\}$/;

/** A line of dashes below a paragraph makes it a heading; an anchor stands alone at the end. */
function checkHeading(node: TreeNode, lines: readonly string[], place: Place): Finding[] {
  const written = (lines[place.line - 1] ?? '').trim();
  const attributes = /(?<!\\)\{[^{}]*\}$/.exec(written)?.[0];
  if (attributes !== undefined && !ATTRIBUTES.test(attributes)) {
    const hint =
      'write one anchor without spaces, such as {#who-we-are} or {#keep covers=retention}';
    return [finding('anchor-invalid', place, `"${attributes}" is no anchor`, hint)];
  }
  const isUnderlined = !/^(#|>|[-*+\d])/.test(written);
  const words = [...walk(node)].map(textOf).join('');
  if (!isUnderlined || (words.length <= 100 && !/[.;:,]$/.test(words))) return [];
  return [
    finding(
      'heading-suspicious',
      place,
      `the line of dashes below makes this paragraph a heading: "${words.slice(0, 40)}…"`,
      'put an empty line above the dashes if a rule is meant',
    ),
  ];
}

/** Markdown drops the cells of a row that are more than its table has columns. */
function checkTable(
  node: TreeNode,
  lines: readonly string[],
  placeOf: (node: TreeNode) => Place,
): Finding[] {
  const [head, ...rows] = node.children ?? [];
  const columns = head?.children?.length ?? 0;
  return rows.flatMap((row) => {
    const place = placeOf(row);
    const written = cellsOf(lines[place.line - 1] ?? '');
    const lost = written.slice(columns).filter((cell) => cell !== '');
    if (lost.length === 0) return [];
    return [
      finding(
        'table-cell-lost',
        place,
        `this row has ${written.length} cells and its table ${columns} columns: "${lost.join('", "')}" would be lost`,
        'add a column to the head of the table, or delete a "|"; to print the sign, in code too, write \\|',
      ),
    ];
  });
}

/** The cells of a row as it is written: between signs "|" that no backslash precedes. */
function cellsOf(line: string): string[] {
  return line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
}

/** Code that is never closed takes the rest of the notice with it. */
function checkCode(node: TreeNode, lines: readonly string[], place: Place): Finding[] {
  const fence = /^[>\s]*(`{3,}|~{3,})/.exec(lines[place.line - 1] ?? '')?.[1];
  const last = lines[(node.position?.end?.line ?? place.line) - 1] ?? '';
  if (fence === undefined || last.trimEnd().endsWith(fence)) return [];
  const message = `the code that begins with ${fence} is never closed: the rest of the text is part of it`;
  return [finding('code-unclosed', place, message, `add a line ${fence} after the code`)];
}

/** A footnote that nothing refers to is not printed. */
function checkFootnotes(nodes: readonly TreeNode[], placeOf: (node: TreeNode) => Place): Finding[] {
  const used = new Set(
    nodes.filter(({ type }) => type === 'footnoteReference').map(({ identifier }) => identifier),
  );
  return nodes
    .filter(({ type, identifier }) => type === 'footnoteDefinition' && !used.has(identifier))
    .map((node) =>
      finding(
        'footnote-unused',
        placeOf(node),
        `nothing refers to the footnote "${node.identifier ?? ''}", so its words would be lost`,
        `write [^${node.identifier ?? '1'}] where it belongs, or delete it`,
      ),
    );
}
