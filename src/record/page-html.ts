/** What a page of a version may hold, by name: the version's own words, and what pages add to them. */
import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5';
import { isAllowedElement, isKeptAttribute } from '../document/elements.ts';
import { attribute, isElement, isText, type Element, type Node } from '../document/nodes.ts';

/** The deepest that elements of a page are in one another, far above what a notice may have. */
const DEEPEST = 400;

type Page = DefaultTreeAdapterTypes.Document | undefined;

/** The page that was read last: first its words are compared, then its anchors are looked for. */
let last: { html: string; page: Page } | undefined;

/**
 * Reads the HTML of a whole page, which nobody may change then.
 *
 * @returns undefined if elements are too deep in one another, or too many
 */
export function readPage(html: string): Page {
  if (last?.html !== html) last = { html, page: parsePage(html) };
  return last.page;
}

/**
 * Parses HTML with a limit of what it becomes: a few bytes can describe more elements than a machine
 * can hold.
 *
 * @returns undefined if elements are too deep in one another, or too many
 */
export function parsePage(html: string): Page {
  let [depth, left] = [0, html.length / 3 + 1000];
  const end = new Error('too much HTML');
  try {
    return parse(html, {
      treeAdapter: {
        ...defaultTreeAdapter,
        createElement(...values) {
          left -= 1;
          if (left < 0) throw end;
          return defaultTreeAdapter.createElement(...values);
        },
        onItemPush() {
          depth += 1;
          if (depth > DEEPEST) throw end;
        },
        onItemPop() {
          depth -= 1;
        },
      },
    });
  } catch (error) {
    if (error === end) return undefined;
    throw error;
  }
}

/** What pages have in a place, by element and class; anything else that says something is a fault. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  main: ['article.notice', 'article.short', 'p.banner'],
  'article.notice': [
    ...['header.title', 'p.controller', 'h1', 'p.summary', 'nav.layers', 'a.on-this-page'],
    ...['nav.contents', 'section.version-block', 'section.will-change', 'section.facts-card'],
    ...['div.text', 'section.comparisons', 'nav.neighbours'],
  ],
  'article.short': [
    ...['header.title', 'nav.layers', 'a.on-this-page', 'nav.contents', 'section.version-block'],
    ...['section.facts-card', 'div.text', 'section.only-in-full'],
  ],
  'header.title': ['p.controller', 'h1', 'p.summary', 'p.dates', 'p.banner', 'ul.past-anchors'],
  'section.facts-card': ['h2', 'dt', 'dd', 'details.more-facts'],
  'details.more-facts': ['summary', 'dt', 'dd'],
  'section.only-in-full': ['h2', 'ul.plain'],
  'div.short-text': ['section.short-section'],
  // The page of one section by itself.
  'body.part': ['main.privacy-notice-part'],
};

/** Elements that show nothing by themselves. */
const SILENT = new Set(['div', 'span', 'hr', 'br', 'wbr', 'section', 'header', 'dl', 'p']);

/**
 * The first thing in an element that says something and is not among its parts.
 *
 * @param place a key of `PARTS`
 */
export function strayIn(element: Element, place: string): string | undefined {
  const parts = PARTS[place] ?? [];
  for (const node of element.childNodes) {
    if (isText(node) && node.value.trim() !== '') return quote(node.value);
    if (!isElement(node)) continue;
    const part = parts.find((name) => isPart(node, name));
    const stray =
      part !== undefined
        ? part in PARTS && strayIn(node, part)
        : SILENT.has(node.tagName)
          ? strayIn(node, place)
          : `<${node.tagName}> with ${quote(textIn(node))}`;
    if (stray) return stray;
  }
  return undefined;
}

function isPart(element: Element, name: string): boolean {
  const [tag, part] = name.split('.');
  return element.tagName === tag && (part === undefined || hasClass(element, part));
}

/** Parts beside the words, which may be folded or out of sight. */
const BESIDE = ['contents', 'layers', 'neighbours', 'version-block', 'comparisons', 'will-change'];
const WORDS = ['controller', 'summary', 'facts-card', 'text', 'only-in-full'];

/** The part beside the words of a version that some of them have been put into. */
export function coveredIn(inside: readonly Element[]): string | undefined {
  const isOneOf = (element: Element, names: readonly string[]): boolean =>
    names.some((name) => hasClass(element, name));
  const cover = inside.find(
    (part) =>
      isOneOf(part, BESIDE) &&
      elementsIn(part).some((each) => each.tagName === 'h1' || isOneOf(each, WORDS)),
  );
  return cover && `<${cover.tagName}> around the words`;
}

/** How many characters of words that are not the version's are shown. */
const SHOWN = 120;

const quote = (text: string): string => `“${text.replace(/\s+/g, ' ').trim().slice(0, SHOWN)}”`;

/** What hides an element from some readers or all. */
const HIDING = new Set(['hidden', 'inert', 'aria-hidden', 'style', 'popover']);

/** The first attribute of an element, or of one inside it, that hides it from some readers. */
export const hiddenIn = (
  element: Element,
  inside: readonly Element[] = elementsIn(element),
): string | undefined => oddIn([element, ...inside], (_, { name }) => !HIDING.has(name));

/** What pages draw of records; `pictures.ts` compares it with them. */
export const isPicture = (element: Element): boolean =>
  (element.tagName === 'svg' && hasClass(element, 'record-bar')) ||
  (element.tagName === 'div' && hasClass(element, 'record-marks'));

/** The first element in words of a version that no notice has, or attribute that acts on words. */
export function oddInWords(words: Element): string | undefined {
  const drawn = new Set(
    elementsIn(words)
      .filter(isPicture)
      .flatMap((each) => [each, ...elementsIn(each)]),
  );
  const inside = elementsIn(words).filter((each) => !drawn.has(each));
  const strange = inside.find(({ tagName }) => !isAllowedElement(tagName));
  return strange ? `<${strange.tagName}>` : oddIn([words, ...inside], isUsual);
}

const AROUND = new Set(['html', 'body', 'main', 'div']);

/** The first element around the words that they may not be in, or attribute that acts on them. */
export function oddAround(ancestors: readonly Element[]): string | undefined {
  for (const element of ancestors) {
    if (!AROUND.has(element.tagName)) return `<${element.tagName}> around the words`;
    const odd = element.attrs.find((each) => !isUsual(element, each));
    if (odd) return nameOf(element, odd);
  }
  return undefined;
}

type Attribute = Element['attrs'][number];

function oddIn(
  elements: readonly Element[],
  isFine: (element: Element, attribute: Attribute) => boolean,
): string | undefined {
  for (const each of elements) {
    const odd = each.attrs.find((candidate) => !isFine(each, candidate));
    if (odd) return nameOf(each, odd);
  }
  return undefined;
}

const nameOf = ({ tagName }: Element, { name, value }: Attribute): string =>
  `<${tagName} ${name}${value === '' ? '' : `="${value.slice(0, SHOWN)}"`}>`;

/** Attributes that say nothing to readers. */
const QUIET = ['class', 'tabindex', 'rel', 'target', 'hreflang', 'loading', 'decoding'];

function isUsual(element: Element, { name, value }: Attribute): boolean {
  if (QUIET.includes(name) || name.startsWith('data-')) return true;
  if (isKeptAttribute(element.tagName, name)) return true;
  if (name === 'role') return value === 'note' || value === 'group';
  return name === 'aria-label' && (hasClass(element, 'table') || hasClass(element, 'anchor'));
}

/**
 * Whether the page added this element to the text: beside a heading its number, its link and the
 * anchors it inherited; below a heading the link to the current text, and corrections.
 */
export function isInterface(element: Element, parent: Element, text: Element): boolean {
  if (hasClass(parent, 'heading')) {
    if (element.tagName === 'span') return textIn(element) === '';
    return hasClass(element, 'anchor') && /^[^\p{L}\p{N}]?$/u.test(textIn(element).trim());
  }
  if (isPicture(element)) return true;
  if (hasClass(element, 'number')) return /^h[2-6]$/.test(parent.tagName);
  if (element.tagName !== 'p') return false;
  const isNote = hasClass(element, 'now') || hasClass(element, 'erratum');
  return isNote && (parent === text || /^level-/.test(attribute(parent, 'class') ?? ''));
}

/** All elements in a node, in reading order. */
export function elementsIn(node: { childNodes: readonly Node[] }): Element[] {
  const found: Element[] = [];
  const visit = ({ childNodes }: { childNodes: readonly Node[] }): void => {
    for (const child of childNodes) {
      if (!isElement(child)) continue;
      found.push(child);
      visit(child);
    }
  };
  visit(node);
  return found;
}

/**
 * The elements around one of a page, the outermost first.
 *
 * @param all the elements of the page, in reading order
 */
export function ancestorsOf(element: Element, all: readonly Element[]): Element[] {
  const ancestors = [element];
  for (const each of all.toReversed()) {
    if (ancestors[0] && each.childNodes.includes(ancestors[0])) ancestors.unshift(each);
  }
  return ancestors.slice(0, -1);
}

export const textIn = (node: Node): string =>
  isText(node) ? node.value : isElement(node) ? node.childNodes.map(textIn).join('') : '';

export function hasClass(element: Element, name: string): boolean {
  const classes = attribute(element, 'class');
  // Most elements have another class, or none, and need not be looked at more closely.
  return classes?.includes(name) === true && classes.split(/\s+/).includes(name);
}
