/**
 * Reads a page of HTML a second time for the account: every text node in the order in which they stand,
 * walked in the simplest way. It shares nothing with the reader that notices are made from.
 */
import { defaultTreeAdapter as tree, parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { Code } from './codes.ts';
import type { PlainUnit } from './model.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const setOf = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** What begins a line of its own. */
const BLOCKS = setOf(
  'address article aside blockquote body br center caption dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li listing main menu nav ol optgroup option p pre search section select summary table tbody td textarea tfoot th thead title tr ul xmp',
);

/** Whether an element begins a line: by its name, its own style, or as a part of a table by its role. */
const isBlock = (element: Element): boolean =>
  BLOCKS.has(element.tagName) ||
  BLOCK_STYLE.test(attributeOf(element, 'style') ?? '') ||
  BLOCK_ROLES.has(attributeOf(element, 'role') ?? '');

const BLOCK_ROLES = setOf('table grid rowgroup row cell gridcell columnheader rowheader');
const BLOCK_STYLE = /display\s*:\s*(?:block|flex|grid|table|list-item|flow-root)\b/i;

/** Why text within an element may be out of a notice. Those in `UNSEEN` are never text of the page. */
const OUT: ReadonlyMap<string, Code> = new Map<string, Code>([
  ...[
    'script',
    'style',
    'template',
    'noscript',
    'iframe',
    'object',
    'video',
    'audio',
    'canvas',
  ].map((name) => [name, 'script'] as const),
  ...['noembed', 'noframes', 'head'].map((name) => [name, 'script'] as const),
  ...['form', 'button', 'select', 'option', 'textarea', 'datalist', 'label'].map(
    (name) => [name, 'form'] as const,
  ),
  ...[
    ['title', 'title'],
    ['svg', 'picture'],
    ['del', 'deleted'],
    ['s', 'deleted'],
    ['strike', 'deleted'],
    ['nav', 'menu'],
    ['header', 'header'],
  ].map(([name = '', code]) => [name, code as Code] as const),
  ...[
    ['footer', 'footer'],
    ['dialog', 'banner'],
    ['aside', 'aside'],
    ['search', 'form'],
  ].map(([name = '', code]) => [name, code as Code] as const),
]);
const ROLES: ReadonlyMap<string, Code> = new Map<string, Code>([
  ['navigation', 'menu'],
  ['menu', 'menu'],
  ['menubar', 'menu'],
  ['dialog', 'banner'],
  ['alertdialog', 'banner'],
  ['banner', 'header'],
  ['contentinfo', 'footer'],
  ['complementary', 'aside'],
  ['search', 'form'],
  ['button', 'form'],
]);
/** Which reason stays, whatever elements are within. */
const UNSEEN = new Set<Code>(['script', 'title', 'hidden', 'deleted', 'picture']);

/** Of code, so much is shown. */
const CODE_SHOWN = 80;

interface Reading {
  units: PlainUnit[];
  /** The unit that is being read. */
  text: string;
  shown: string;
  at: number;
  out: Code | undefined;
  /** The address that stands for the text of the element that is being read, until it was read. */
  mail: string | undefined;
  /** Where the link leads to that is being read, and those of the unit so far. */
  link: string | undefined;
  links: string[];
}

/** What is to do next: read a node, or go on after an element. */
type Step =
  | { node: Node; out: Code | undefined }
  | { mail: string | undefined }
  | { link: string | undefined }
  | 'line';

/** All text of a page, a unit for each line that it is shown in. Code is cut. */
export function plainHtml(text: string): PlainUnit[] {
  const page = parse(text, { sourceCodeLocationInfo: true, scriptingEnabled: false });
  const reading: Reading = {
    units: [],
    text: '',
    shown: '',
    at: 1,
    out: undefined,
    mail: undefined,
    link: undefined,
    links: [],
  };
  const steps: Step[] = [{ node: page, out: undefined }];
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if (step === 'line') endLine(reading);
    else if ('node' in step) readNode(reading, step.node, step.out, steps);
    else if ('mail' in step) reading.mail = step.mail;
    else reading.link = step.link;
  }
  endLine(reading);
  return reading.units;
}

function readNode(reading: Reading, node: Node, out: Code | undefined, steps: Step[]): void {
  if (tree.isTextNode(node)) {
    const around =
      node.parentNode && tree.isElementNode(node.parentNode) ? node.parentNode : undefined;
    const line = node.sourceCodeLocation?.startLine ?? reading.at;
    if (around?.tagName === 'script' || around?.tagName === 'style')
      readCode(reading, node.value, line);
    else readText(reading, node.value, line, out);
    return;
  }
  if (!('childNodes' in node)) return;
  if (!tree.isElementNode(node)) {
    pushChildren(steps, node.childNodes, out);
    return;
  }
  const own = reasonOf(node, out);
  readWords(reading, node, own);
  if (isBlock(node)) {
    endLine(reading);
    steps.push('line');
  }
  const href = node.tagName === 'a' ? attributeOf(node, 'href') : undefined;
  if (href !== undefined) {
    steps.push({ link: reading.link });
    reading.link = href.trim();
  }
  const hidden = attributeOf(node, 'data-cfemail');
  if (hidden !== undefined) {
    steps.push({ mail: reading.mail });
    reading.mail = decoded(hidden);
  }
  const content = 'content' in node ? [(node as { content: Node }).content] : [];
  pushChildren(steps, [...node.childNodes, ...content], own);
}

function pushChildren(steps: Step[], nodes: readonly Node[], out: Code | undefined): void {
  for (let index = nodes.length - 1; index >= 0; index -= 1) {
    const node = nodes[index];
    if (node) steps.push({ node, out });
  }
}

/** Code within a line does not end it. */
function readCode({ units }: Reading, value: string, at: number): void {
  const code = value.trim();
  if (code === '') return;
  const cut = code.length > CODE_SHOWN ? `${code.slice(0, CODE_SHOWN)} …` : code;
  units.push({ at, text: cut.replace(/\s+/g, ' '), out: 'script' });
}

function readText(reading: Reading, value: string, line: number, out: Code | undefined): void {
  if (out !== reading.out) endLine(reading);
  if (reading.text.trim() === '') {
    reading.text = '';
    reading.shown = '';
    reading.at = line;
  }
  reading.out = out;
  const { link, links } = reading;
  if (link !== undefined && value.trim() !== '' && links.at(-1) !== link) links.push(link);
  reading.text += value;
  reading.shown += reading.mail ?? value;
  if (reading.mail !== undefined) reading.mail = '';
}

function endLine(reading: Reading): void {
  const { text, shown, at, out, links } = reading;
  if (text.trim() !== '') {
    const unit: PlainUnit = { at, text };
    if (shown !== text) unit.shown = shown;
    if (out !== undefined) unit.out = out;
    if (links.length > 0) unit.links = links;
    reading.units.push(unit);
  }
  reading.text = '';
  reading.shown = '';
  reading.links = [];
}

/** Words that an element shows or says without a text node: for a picture, of a button or field. */
function readWords({ units, at }: Reading, element: Element, out: Code | undefined): void {
  const line = element.sourceCodeLocation?.startLine ?? at;
  const add = (name: string, code: Code): void => {
    const text = attributeOf(element, name);
    if (text !== undefined && text.trim() !== '') units.push({ at: line, text, out: out ?? code });
  };
  if (element.tagName === 'img' || element.tagName === 'area') add('alt', 'picture');
  if (element.tagName === 'input') {
    if (/^(?:submit|button|reset)$/i.test(attributeOf(element, 'type') ?? '')) add('value', 'form');
    add('placeholder', 'form');
  }
}

/** Why the text of an element may be out: what its surroundings say, where it cannot be seen at all. */
function reasonOf(element: Element, around: Code | undefined): Code | undefined {
  if (around !== undefined && around !== 'title' && UNSEEN.has(around)) {
    // The title of the page is in its head.
    return element.tagName === 'title' && around === 'script' ? 'title' : around;
  }
  const style = attributeOf(element, 'style') ?? '';
  if (
    attributeOf(element, 'hidden') !== undefined ||
    /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style)
  ) {
    return 'hidden';
  }
  // The comment of an editor in a page of Google Docs, and the sign that leads to it.
  if (/^#cmnt(?:_ref)?\d+$/.test(attributeOf(element, 'href') ?? '')) return 'comment';
  const role = attributeOf(element, 'role')?.toLowerCase() ?? '';
  return OUT.get(element.tagName) ?? ROLES.get(role) ?? around;
}

const attributeOf = (element: Element, name: string): string | undefined =>
  element.attrs.find((each) => each.name === name)?.value;

/** An email address as Cloudflare hides it: its first byte is the key of the others. */
function decoded(hex: string): string | undefined {
  if (!/^(?:[0-9a-f]{2}){2,512}$/i.test(hex)) return undefined;
  const [key = 0, ...bytes] = (hex.match(/../g) ?? []).map((each) => Number.parseInt(each, 16));
  return new TextDecoder().decode(Uint8Array.from(bytes.map((each) => each ^ key)));
}
