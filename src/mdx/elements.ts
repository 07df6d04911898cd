/** Checks the elements, components, imports and expressions in a body. */
import {
  AUTHORS_COMPONENTS,
  IN_SHORT,
  isAllowedElement,
  isAuthorsComponent,
  isKeptAttribute,
} from '../document/elements.ts';
import { readExpression, readModuleCode, type ModuleLine } from './code.ts';
import { isLayout, layoutHint } from './pasted.ts';
import { finding, type Finding, type Place } from '../findings/catalogue.ts';
import { didYouMean, nearest } from '../findings/suggest.ts';
import { codeOf, isJsx, walk, type TreeNode } from './tree.ts';

/** Reports an unknown component, and an element or attribute that a notice cannot contain. */
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
    const hint = isLayout(name)
      ? layoutHint(name)
      : 'write it in Markdown, or link to a page that has it';
    return [finding('element-forbidden', place, `a notice cannot contain <${name}>`, hint)];
  }
  return (node.attributes ?? []).flatMap((attribute) => checkAttribute(name, attribute, place));
}

/** A component that prints facts ignores whatever an author puts into it. */
function checkAuthorsComponent(node: TreeNode, name: string, place: Place): Finding[] {
  if (!node.attributes?.length && !node.children?.length) return [];
  return [
    finding(
      'component-filled',
      place,
      `<${name}> prints the facts of this version and ignores attributes and content`,
      `write <${name} /> on its own, and your text before or after it`,
    ),
  ];
}

/** A first layer needs text and takes no attributes. */
function checkInShort(node: TreeNode, place: Place): Finding[] {
  const hint = `write <${IN_SHORT}>, a sentence or two, and </${IN_SHORT}>, each on a line of its own`;
  if (node.attributes?.length) {
    return [finding('in-short-invalid', place, `<${IN_SHORT}> takes no attributes`, hint)];
  }
  const hasWords = walk(node).some(
    ({ type, value }) => type === 'text' && String(value ?? '').trim() !== '',
  );
  if (!hasWords) return [finding('in-short-invalid', place, `<${IN_SHORT}> has no text`, hint)];
  return [];
}

/** A first layer belongs directly in a section: not before the first heading, not inside a list. */
export function checkLayers(root: TreeNode, placeOfNode: (node: TreeNode) => Place): Finding[] {
  const children = root.children ?? [];
  const first = children.findIndex(
    ({ type, name }) => type === 'heading' || /^h[1-6]$/.test(name ?? ''),
  );
  return walk(root)
    .filter((node) => isJsx(node) && node.name === IN_SHORT)
    .flatMap((node) => {
      const position = children.indexOf(node);
      if (position >= 0 && first >= 0 && position > first) return [];
      const where = position >= 0 ? 'before the first heading' : 'inside another element';
      const hint = `move <${IN_SHORT}> below a heading, on lines of its own`;
      return [finding('in-short-invalid', placeOfNode(node), `<${IN_SHORT}> is ${where}`, hint)];
    });
}

const isForbiddenAttribute = (name: string): boolean => /^(style$|on|data-)/i.test(name);

type Attribute = NonNullable<TreeNode['attributes']>[number];

function checkAttribute(tag: string, { name, value }: Attribute, place: Place): Finding[] {
  const attribute = name?.toLowerCase();
  // Spread attributes have no name; their code is checked as an expression.
  if (attribute === undefined || isKeptAttribute(tag, attribute)) return [];
  if (isForbiddenAttribute(attribute)) {
    const message = `a notice cannot contain the attribute ${attribute} on <${tag}>`;
    const hint = `delete ${attribute}; the site's style sheets decide how things look`;
    return [{ ...finding('element-forbidden', place, message, hint), cause: attribute }];
  }
  if (tag === 'a' && attribute === 'name' && typeof value === 'string') {
    return [checkNamed(value, place)];
  }
  const message = `the attribute ${attribute} on <${tag}> is ignored: it does not change what the text means`;
  const left = finding('attribute-left-out', place, message, `delete ${attribute}`);
  // It is one mistake, whatever element has the attribute.
  return [{ ...left, cause: attribute }];
}

/** Older pages name a place to link to in this way. */
function checkNamed(name: string, place: Place): Finding {
  // An anchor begins with a letter; word processors begin their own with "_".
  const id = name.replace(/^[^\p{L}\p{N}]+/u, '').replace(/[^\p{L}\p{N}\p{M}_.-]+/gu, '-');
  return finding(
    'attribute-left-out',
    place,
    `the attribute name on <a> is ignored, so links to #${name} lead nowhere`,
    id === '' ? 'delete name' : `write <a id="${id}"></a>, and link to it with #${id}`,
  );
}

/** A notice is data: it takes nothing from other files and computes nothing. */
export function checkModuleCode(node: TreeNode, place: Place): Finding[] {
  if (node.type !== 'mdxjsEsm') return [];
  return readModuleCode(String(node.value)).map((found) => {
    const at = { ...place, line: place.line + found.line - 1, column: 1 };
    const [message, hint] = describeModuleLine(found);
    return finding(
      found.kind === 'words' ? 'mdx-syntax' : 'expression-forbidden',
      at,
      message,
      hint,
    );
  });
}

function describeModuleLine(found: ModuleLine): [message: string, hint: string] {
  switch (found.kind) {
    case 'import':
      return [
        `a notice cannot import "${found.specifier}": a version contains its whole text`,
        'delete the line, and write the text itself where the imported name is used',
      ];
    case 'constant':
      return [
        `a notice cannot define a value: "${found.name}"`,
        `delete the line, and write ${found.text} where {${found.name}} is used`,
      ];
    case 'program':
      return ['this line is JavaScript, and a notice can contain only text', 'delete the line'];
    case 'words':
      return [
        `MDX reads a line that starts with "${found.word}" as code`,
        `put a space before "${found.word}"; a space at the start of a line is not printed`,
      ];
  }
}

/**
 * A notice contains text, not code: what a program computes could differ between two builds.
 * Comments and literals are allowed.
 */
export function checkExpressions(node: TreeNode, place: Place): Finding[] {
  return expressionsOf(node).flatMap((code) => {
    const read = readExpression(code);
    if (read.kind === 'comment' || read.kind === 'literal') return [];
    const hint = isJsx(node)
      ? 'delete it, or write its value in quotes'
      : `write the text itself; to print the braces, write ${escapeBraces(`{${code}}`)}`;
    if (read.kind === 'name') {
      const message = `MDX reads {${code}} as code, but nothing is named "${read.root}"`;
      return [finding('expression-unknown-name', place, message, hint)];
    }
    const message = `{${code}} is code, and a notice can contain only text`;
    return [finding('expression-forbidden', place, message, hint)];
  });
}

/** The code in a node's braces, or in the braces of its attributes. */
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

/** Escapes braces, so that MDX prints them. */
export const escapeBraces = (text: string): string => text.replace(/[{}]/g, '\\$&');

/** Reports a link without text, which nobody can follow, and a title, which few readers see. */
export function checkLinkWords(node: TreeNode, place: Place): Finding[] {
  if ((node.type === 'link' || node.type === 'image') && node.title) {
    const hint = 'delete it, or write it in the text';
    const message = `the title "${node.title}" is ignored: it cannot be read by touch or keyboard`;
    return [finding('attribute-left-out', place, message, hint)];
  }
  if (node.type !== 'link') return [];
  const hasWords = walk(node).some(
    ({ type, value }) => type === 'image' || (value !== undefined && String(value).trim() !== ''),
  );
  if (hasWords) return [];
  return [
    finding(
      'link-empty',
      place,
      `the link to "${node.url ?? ''}" has no text, so it is not published`,
      'write the link text between the brackets, or delete the link',
    ),
  ];
}
