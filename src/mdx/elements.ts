/** What a body is made of besides words: elements, components, imports, expressions. */
import {
  AUTHORS_COMPONENTS,
  IN_SHORT,
  isAllowedElement,
  isAuthorsComponent,
  isKeptAttribute,
} from '../document/elements.ts';
import { readExpression, readModuleCode, type ModuleLine } from './code.ts';
import { finding, type Finding, type Place } from '../findings/catalogue.ts';
import { didYouMean, nearest } from '../findings/suggest.ts';
import { codeOf, isJsx, walk, type TreeNode } from './tree.ts';

/** Components must be known, elements be such as a notice can hold. */
export function checkElement(node: TreeNode, place: Place): Finding[] {
  if (!isJsx(node) || !node.name) return [];
  const { name } = node;
  if (name === IN_SHORT) return checkInShort(node, place);
  if (isAuthorsComponent(name)) return checkAuthorsComponent(node, name, place);
  const [root = ''] = name.split('.');
  if (/^[A-Z]/.test(root) || name.includes('.')) {
    const known = [...AUTHORS_COMPONENTS, IN_SHORT];
    const meant = nearest(root, known);
    const hint = meant
      ? `write <${meant} />`
      : `use one of: ${known.map((component) => `<${component} />`).join(', ')}`;
    const message = `there is no component <${name}>.${didYouMean(root, known)}`;
    return [finding('component-unknown', place, message, hint)];
  }
  if (!isAllowedElement(name)) {
    const hint = 'say it in Markdown, or link to a page that has it';
    return [finding('element-forbidden', place, `a notice cannot hold <${name}>`, hint)];
  }
  return (node.attributes ?? []).flatMap((attribute) =>
    checkAttribute(name, attribute.name, place),
  );
}

/** What an author put into a component that prints facts would not be seen. */
function checkAuthorsComponent(node: TreeNode, name: string, place: Place): Finding[] {
  if (!node.attributes?.length && !node.children?.length) return [];
  return [
    finding(
      'component-filled',
      place,
      `<${name}> prints the facts of this version, and nothing else`,
      `write <${name} /> alone, and the words before or after it`,
    ),
  ];
}

/** A first layer has words of its own, and nothing else. */
function checkInShort(node: TreeNode, place: Place): Finding[] {
  const hint = `write <${IN_SHORT}>, a sentence or two, and </${IN_SHORT}>, each on a line of its own`;
  if (node.attributes?.length) {
    return [finding('in-short-invalid', place, `<${IN_SHORT}> takes no attributes`, hint)];
  }
  const hasWords = [...walk(node)].some(
    ({ type, value }) => type === 'text' && String(value ?? '').trim() !== '',
  );
  if (!hasWords) return [finding('in-short-invalid', place, `<${IN_SHORT}> has no words`, hint)];
  return [];
}

/** Where first layers stand: on their own in a section, not before the first or within a list. */
export function checkLayers(root: TreeNode, placeOf: (node: TreeNode) => Place): Finding[] {
  const children = root.children ?? [];
  const first = children.findIndex(
    ({ type, name }) => type === 'heading' || /^h[1-6]$/.test(name ?? ''),
  );
  return [...walk(root)]
    .filter((node) => isJsx(node) && node.name === IN_SHORT)
    .flatMap((node) => {
      const position = children.indexOf(node);
      if (position >= 0 && first >= 0 && position > first) return [];
      const where = position >= 0 ? 'before the first heading' : 'within something else';
      const hint = `put <${IN_SHORT}> below a heading, on lines of its own`;
      return [finding('in-short-invalid', placeOf(node), `<${IN_SHORT}> stands ${where}`, hint)];
    });
}

const isForbiddenAttribute = (name: string): boolean =>
  name === 'style' || /^(on|data-)/i.test(name);

function checkAttribute(tag: string, attribute: string | undefined, place: Place): Finding[] {
  // Spread attributes have no name; what they hold is checked as an expression.
  if (attribute === undefined || isKeptAttribute(tag, attribute)) return [];
  if (isForbiddenAttribute(attribute)) {
    return [
      finding(
        'element-forbidden',
        place,
        `a notice cannot hold the attribute ${attribute} on <${tag}>`,
        `delete ${attribute}; looks belong to the site's style sheets`,
      ),
    ];
  }
  return [
    finding(
      'attribute-left-out',
      place,
      `the attribute ${attribute} on <${tag}> is left out: a notice holds words and their meaning`,
      `delete ${attribute}`,
    ),
  ];
}

/** A notice is data: it borrows from no other file, and computes nothing. */
export function checkModuleCode(node: TreeNode, place: Place): Finding[] {
  if (node.type !== 'mdxjsEsm') return [];
  return readModuleCode(String(node.value)).map((found) => {
    const at = { ...place, line: place.line + found.line - 1, column: 1 };
    const [message, hint] = wordsFor(found);
    return finding(
      found.kind === 'words' ? 'mdx-syntax' : 'expression-forbidden',
      at,
      message,
      hint,
    );
  });
}

function wordsFor(found: ModuleLine): [message: string, hint: string] {
  switch (found.kind) {
    case 'import':
      return [
        `a notice cannot import "${found.specifier}": a version holds all that it says`,
        'delete the line, and write the words themselves where its name stands',
      ];
    case 'constant':
      return [
        `a notice cannot name a value: "${found.name}"`,
        `delete the line, and write ${found.text} where {${found.name}} stands`,
      ];
    case 'program':
      return ['this line is a program, and a notice holds only words', 'delete it'];
    case 'words':
      return [
        `MDX reads a line that begins with "${found.word}" as code`,
        `put a space before "${found.word}": a space at the start of a line is not printed`,
      ];
  }
}

/**
 * A notice says words, not code: what a program computes could differ from one day's build to
 * the next. Texts in quotes pass.
 */
export function checkExpressions(node: TreeNode, place: Place): Finding[] {
  return expressionsOf(node).flatMap((code) => {
    const read = readExpression(code);
    if (read.kind === 'comment' || read.kind === 'literal') return [];
    const hint = isJsx(node)
      ? 'delete it, or write its value in quotes'
      : `write the words themselves; to print the braces, write ${escapeBraces(`{${code}}`)}`;
    if (read.kind === 'name') {
      const message = `{${code}} is code in MDX, and nothing is called "${read.root}"`;
      return [finding('expression-unknown-name', place, message, hint)];
    }
    const message = `{${code}} is code, and a notice holds words alone`;
    return [finding('expression-forbidden', place, message, hint)];
  });
}

/** The code in a node's braces, or in those of its attributes. */
function expressionsOf(node: TreeNode): string[] {
  if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression') {
    return [String(node.value)];
  }
  return (node.attributes ?? []).flatMap(({ type, name = '', value }) => {
    if (isForbiddenAttribute(name)) return [];
    if (type === 'mdxJsxExpressionAttribute') return [String(value).replace(/^\s*\.{3}/, '')];
    const code = codeOf(value);
    return code === undefined ? [] : [code];
  });
}

/** Braces as MDX prints them. */
export const escapeBraces = (text: string): string => text.replace(/[{}]/g, '\\$&');

/** A link without words can be neither read nor followed; titles few readers ever see. */
export function checkLinkWords(node: TreeNode, place: Place): Finding[] {
  if ((node.type === 'link' || node.type === 'image') && node.title) {
    const hint = 'delete it, or say it in the text';
    const message = `the title "${node.title}" is left out: neither touch nor keyboard shows it`;
    return [finding('attribute-left-out', place, message, hint)];
  }
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
