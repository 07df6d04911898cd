// @ts-check
/**
 * A rule for templates: between words, a line break is not a space. What Astro prints for one
 * depends on `compressHTML`, and with its default, 'jsx', that is nothing.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * What the rule reads of a node, whichever kind of node it is.
 *
 * @typedef {object} Node
 * @property {string} type
 * @property {[number, number]} range
 * @property {string} [operator]
 * @property {unknown} [value]
 * @property {Node} [parent]
 * @property {Node[]} [children]
 * @property {Node[]} [arguments]
 * @property {Node | Node[]} [body]
 * @property {Node} [expression]
 * @property {Node | null} [argument]
 * @property {Node} [left]
 * @property {Node} [right]
 * @property {Node} [consequent]
 * @property {Node} [alternate]
 * @property {Element} [openingElement]
 *
 * @typedef {{ name?: string | { name: string }, namespace?: { name: string } }} Name
 * @typedef {{ name: Name, attributes: { name?: Name }[] }} Element
 *
 * What is printed before a place, within its block. A space is written, or a line break, which is
 * known by where it is.
 * @typedef {{ words: boolean, space?: 'written' | number }} Before
 */

/** @param {string} names */
const named = (names) => new Set(names.split(' '));

const ELEMENTS = {
  /** Words before and after are no neighbours of it, nor of the words within. */
  block: named(
    'html head title body address article aside blockquote br caption dd details dialog div dl dt ' +
      'fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main menu nav ' +
      'ol optgroup option p pre search section summary table tbody td text tfoot th thead tr ul',
  ),
  /** It stands in a line like a word, whatever is within. */
  word: named('audio button canvas iframe img input picture select slot svg textarea video'),
  hidden: named('base link meta script source style template track'),
};
/** Elements whose line breaks Astro leaves alone. */
const VERBATIM = named('pre textarea script style');

/**
 * How an element stands among words: undefined if only its content does. A component stands like
 * the first element in its file.
 *
 * @type {(tag: string, file: string, text: string) => 'block' | 'word' | 'hidden' | undefined}
 */
function kindOf(tag, file, text) {
  if (ELEMENTS.block.has(tag)) return 'block';
  if (ELEMENTS.word.has(tag)) return 'word';
  if (ELEMENTS.hidden.has(tag)) return 'hidden';
  const imported = new RegExp(`import ${tag}\\b[^;]* from '([^']+\\.astro)'`).exec(text)?.[1];
  if (imported === undefined) return undefined;
  const component = path.resolve(file, '..', imported);
  const its = readFileSync(component, 'utf8');
  const first = /<(\w+)/.exec(its.replace(/^---[^]*?\n---\n/, ''))?.[1] ?? '';
  return kindOf(first, component, its) ?? 'word';
}

/** @type {Before} */
const START = { words: false };

/** @type {(...all: Before[][]) => Before[]} */
const either = (...all) => [
  ...new Map(all.flat().map((before) => [`${before.words} ${before.space}`, before])).values(),
];

/** @type {(before: Before[]) => Before[]} */
const writeSpace = (before) => before.map(({ words }) => ({ words, space: 'written' }));

/** @type {(before: Before, at: number, isFirst: boolean) => Before} */
const breakLine = ({ words, space }, at, isFirst) => ({
  words,
  space: space === 'written' || (space !== undefined && isFirst) ? space : at,
});

/**
 * Follows what a template prints, and reports each line break that words need as a space.
 *
 * @param {string} file
 * @param {string} text
 * @param {(at: number) => void} report
 */
function printer(file, text, report) {
  /** @type {(before: Before[]) => Before[]} */
  const printWords = (before) => {
    for (const { words, space } of before) if (words && typeof space === 'number') report(space);
    return [{ words: true }];
  };

  /** @type {(node: Node, before: Before[]) => Before[]} */
  const printText = (node, before) => {
    const [start, end] = node.range;
    // A space is better written after an element than at its end, and before one than at its start.
    const isFirst = node.parent?.children?.[0] === node;
    for (const { 0: part, index } of text.slice(start, end).matchAll(/[ \t\r\n]+|[^ \t\r\n]+/g)) {
      const isAtEdge = index === 0 || index + part.length === end - start;
      if (part.trim() !== '') before = printWords(before);
      else if (!part.includes('\n') || !isAtEdge) before = writeSpace(before);
      else before = before.map((each) => breakLine(each, start + index, isFirst));
    }
    return before;
  };

  /** @type {(nodes: readonly Node[], before: Before[]) => Before[]} */
  const printAll = (nodes, before) => nodes.reduce((so, node) => print(node, so), before);

  /** @type {(node: Node, before: Before[]) => Before[]} */
  const printElement = ({ openingElement, children = [] }, before) => {
    const name = openingElement?.name.name;
    const tag = typeof name === 'string' ? name : '';
    const kind = kindOf(tag, file, text);
    if (kind !== undefined && !VERBATIM.has(tag)) printAll(children, [START]);
    if (kind === 'block') return [START];
    if (kind === 'hidden') return before;
    const isSet = openingElement?.attributes.some((each) => each.name?.namespace?.name === 'set');
    return isSet || kind === 'word' ? printWords(before) : printAll(children, before);
  };

  /** @type {(node: Node | null | undefined, before: Before[]) => Before[]} */
  const print = (node, before) => {
    if (!node) return before;
    switch (node.type) {
      case 'AstroDoctype':
      case 'AstroHTMLComment':
      case 'JSXEmptyExpression':
        return before;
      case 'JSXText':
        return printText(node, before);
      case 'AstroFragment':
      case 'JSXFragment':
        return printAll(node.children ?? [], before);
      case 'JSXElement':
        return printElement(node, before);
      case 'ChainExpression':
      case 'JSXExpressionContainer':
        return print(node.expression, before);
      case 'ConditionalExpression':
        return either(print(node.consequent, before), print(node.alternate, before));
      case 'LogicalExpression':
        return either(
          node.operator === '&&' ? before : print(node.left, before),
          print(node.right, before),
        );
      case 'CallExpression':
        return printCall(node.arguments ?? [], before);
      case 'Literal':
        if (node.value === ' ') return writeSpace(before);
        return node.value ? printWords(before) : before;
      default:
        return printWords(before);
    }
  };

  /** @type {(given: Node[], before: Before[]) => Before[]} */
  const printCall = (given, before) => {
    const returned = given
      .filter(({ type }) => type === 'ArrowFunctionExpression')
      .flatMap(({ body }) => [body ?? []].flat().flatMap(returnedBy));
    if (returned.length === 0) return printWords(before);
    /** @type {(before: Before[]) => Before[]} */
    const printOne = (before) => either(...returned.map((node) => print(node, before)));
    const one = printOne(before);
    // One of many follows another.
    return either(before, one, printOne(one));
  };

  return printAll;
}

/**
 * What a function returns: its body, or what follows each `return` in it.
 *
 * @type {(body: Node | null | undefined) => Node[]}
 */
function returnedBy(body) {
  if (!body) return [];
  const { type, argument, consequent, alternate } = body;
  if (type === 'ReturnStatement') return argument ? [argument] : [];
  if (type === 'IfStatement') return [...returnedBy(consequent), ...returnedBy(alternate)];
  if (type === 'BlockStatement') return [body.body ?? []].flat().flatMap(returnedBy);
  return /(?:Statement|Declaration)$/.test(type) ? [] : [body];
}

const MESSAGE =
  "A line break is no space with `compressHTML: 'jsx'`: write {' '}, or these words side by side.";

/** @type {import('eslint').Rule.RuleModule} */
const noLineBreakForSpace = {
  meta: { type: 'problem', schema: [] },
  create: (context) => ({
    Program() {
      const { filename, sourceCode } = context;
      const { body } = /** @type {Node} */ (/** @type {unknown} */ (sourceCode.ast));
      const template = [body ?? []].flat().filter(({ type }) => type === 'AstroFragment');
      /** @type {Set<number>} */
      const found = new Set();
      printer(filename, sourceCode.text, (at) => found.add(at))(template, [START]);
      for (const at of found) {
        context.report({ loc: sourceCode.getLocFromIndex(at), message: MESSAGE });
      }
    },
  }),
};

/** @type {import('eslint').Linter.Config} */
export const spaceRules = {
  files: ['**/*.astro'],
  plugins: { noticeboard: { rules: { 'no-line-break-for-space': noLineBreakForSpace } } },
  rules: { 'noticeboard/no-line-break-for-space': 'error' },
};
