/** What a body is made of besides words: elements, components, imports, expressions. */
import { AUTHORS_COMPONENTS, isAllowedElement } from '../notices/elements.ts';
import { finding, type Finding, type Place } from './findings.ts';
import { didYouMean, nearest } from './suggest.ts';
import { isJsx, walk, type TreeNode } from './tree.ts';

/** Whether a module that a version imports is there. */
export type ImportExists = (specifier: string, file: string) => boolean;

/** Names that a body may use: the authors' components, and what it imports or exports. */
export function declaredNames(nodes: TreeNode[]): ReadonlySet<string> {
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

/** Components must be known, elements be such as a notice can hold. */
export function checkElement(node: TreeNode, names: ReadonlySet<string>, place: Place): Finding[] {
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

/** What is imported must be there. */
export function checkImports(node: TreeNode, importExists: ImportExists, place: Place): Finding[] {
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

/** Whether an expression is a comment, or nothing. */
export const isComment = (code: string): boolean => /^\s*(\/\*[\s\S]*\*\/\s*)?$/.test(code);

/**
 * A notice says words, not code: what a program computes could differ from one day's build to
 * the next. Texts in quotes pass, and so do names that the version imports or exports itself.
 */
export function checkExpressions(
  node: TreeNode,
  names: ReadonlySet<string>,
  place: Place,
): Finding[] {
  return expressionsOf(node).flatMap((code) => {
    if (isComment(code) || isLiteral(code)) return [];
    const name = /^[\s{.]*([A-Za-z_$][\w$]*)(\.[\w$]+)*[\s}]*$/.exec(code)?.[1];
    if (name !== undefined && names.has(name)) return [];
    const hint = `write the words themselves; to print the braces, write ${escapeBraces(`{${code}}`)}`;
    return [
      name === undefined
        ? finding(
            'expression-forbidden',
            place,
            `{${code}} is code, and a notice holds words alone`,
            hint,
          )
        : finding(
            'expression-unknown-name',
            place,
            `{${code}} is code in MDX, and nothing is called "${name}"`,
            hint,
          ),
    ];
  });
}

/** The code in a node's braces, or in those of its attributes. */
function expressionsOf(node: TreeNode): string[] {
  if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression') {
    return [String(node.value)];
  }
  return (node.attributes ?? []).flatMap(({ type, value }) => {
    if (type === 'mdxJsxExpressionAttribute') return [String(value)];
    if (typeof value !== 'object' || value === null || !('value' in value)) return [];
    return [String(value.value)];
  });
}

const isLiteral = (code: string): boolean =>
  /^\s*("[^"]*"|'[^']*'|`[^`$]*`|-?\d+(\.\d+)?|true|false)\s*$/.test(code);

/** Braces as MDX prints them. */
export const escapeBraces = (text: string): string => text.replace(/[{}]/g, '\\$&');

/** A link without words can be neither read nor followed. */
export function checkLinkWords(node: TreeNode, place: Place): Finding[] {
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
