/** What an element changes for the words in it: how they look, and what they become. */
import type { Block, Place } from './html-collect.ts';
import { classesOf, type Look, type Sheet } from './html-style.ts';
import { tableName } from './html-tables.ts';
import { attributeOf, headingLevel, type HtmlElement, type Measure } from './html-tree.ts';
import type { Around, Change, Part } from './model.ts';

/** What is the same for a whole page. */
export interface Setting {
  sheet: Sheet;
  measures: ReadonlyMap<HtmlElement, Measure>;
  /** Elements that a reader opens, though they are hidden at first: parts of accordions. */
  opened: ReadonlySet<HtmlElement>;
  /** What opens them, and which heading it is. */
  toggles: ReadonlyMap<HtmlElement, Block | 'inherit'>;
  /** A link as it may be passed on. */
  hrefOf: (href: string) => string | undefined;
  changes: Change[];
  /** How many items of a numbered list were read. */
  counts: Map<HtmlElement, number>;
}

/** A place that nothing is known about. */
export const NOWHERE: Place = {
  around: undefined,
  block: { type: 'paragraph' },
  format: {},
  isUnderlined: false,
  isCentred: false,
  isPre: false,
  isHidden: false,
  depth: 0,
  isJoined: false,
};

/** Elements that stand on lines of their own. */
const BOXES = new Set([
  ...['address', 'article', 'aside', 'blockquote', 'body', 'caption', 'center', 'dd', 'details'],
  ...['dialog', 'dir', 'div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure', 'footer', 'form'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hgroup', 'hr', 'html', 'legend', 'li', 'main'],
  ...['menu', 'nav', 'ol', 'option', 'optgroup', 'p', 'pre', 'search', 'section', 'select'],
  ...['summary', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ul', 'head', 'title'],
  ...['button', 'label', 'noscript', 'iframe', 'object', 'video', 'audio', 'canvas', 'svg'],
  ...['textarea', 'template', 'frameset', 'noframes', 'listing', 'xmp', 'plaintext', 'marquee'],
]);

const PARTS: Record<string, Part> = {
  title: 'title',
  del: 'deleted',
  s: 'deleted',
  strike: 'deleted',
  svg: 'picture',
  map: 'picture',
  button: 'control',
  label: 'control',
  legend: 'control',
  select: 'control',
  datalist: 'control',
  textarea: 'control',
  noscript: 'fallback',
  noframes: 'fallback',
  noembed: 'fallback',
  iframe: 'fallback',
  object: 'fallback',
  video: 'fallback',
  audio: 'fallback',
  canvas: 'fallback',
};

/** A heading with more words than this is a mistake of who wrote the page. */
const LONGEST_HEADING = 300;

/** The place in an element, and whether it stands on lines of its own. */
export function placeIn(
  element: HtmlElement,
  outside: Place,
  look: Look,
  on: Setting,
): { place: Place; isBox: boolean } {
  const around = aroundOf(element, outside.around);
  const toggle = on.toggles.get(element);
  const part = outside.part ?? (toggle ? undefined : PARTS[element.tagName]);
  const block = toggle && toggle !== 'inherit' ? toggle : blockIn(element, outside, on);
  const isHeading = block.type === 'heading' && block !== outside.block;
  const place: Place = {
    ...outside,
    around,
    block,
    depth: depthIn(element, outside, on),
    number: numberIn(element, outside, on),
    format: formatIn(element, outside, look, on),
    isUnderlined: look.isUnderlined ?? outside.isUnderlined,
    isCentred: look.isCentred ?? outside.isCentred,
    isPre: look.isPre ?? outside.isPre,
    size: look.size ?? outside.size,
    isHidden: outside.isHidden || (isHidden(element, look) && !on.opened.has(element)),
    part,
    isJoined: outside.isJoined || isHeading,
  };
  return { place, isBox: isBox(element, look, part) };
}

function aroundOf(element: HtmlElement, parent: Around | undefined): Around {
  const attributes = new Map(element.attrs.map(({ name, value }) => [name, value]));
  return { name: element.tagName, attributes, ...(parent && { parent }) };
}

const isBox = (element: HtmlElement, look: Look, part: Part | undefined): boolean =>
  BOXES.has(element.tagName) ||
  look.isBox === true ||
  // Elements of frameworks are boxes more often than not.
  (element.tagName.includes('-') && part === undefined) ||
  attributeOf(element, 'role') === 'heading' ||
  tableName(element) !== element.tagName;

function isHidden(element: HtmlElement, look: Look): boolean {
  if (element.tagName === 'template') return attributeOf(element, 'shadowrootmode') === undefined;
  return attributeOf(element, 'hidden') !== undefined || look.isHidden === true;
}

function blockIn(element: HtmlElement, outside: Place, on: Setting): Block {
  const { text = 0 } = on.measures.get(element) ?? {};
  const level = headingLevel(element);
  if (level !== undefined && text <= LONGEST_HEADING) return { type: 'heading', level };
  const { tagName } = element;
  if (outside.isJoined || !['li', 'dt', 'dd'].includes(tagName)) return outside.block;
  if (hasHeadings(listOf(element), on)) return { type: 'paragraph' };
  if (tagName === 'dt') return { type: 'term' };
  if (tagName === 'dd') return { type: 'description' };
  const depth = docsDepth(element) ?? Math.max(1, outside.depth);
  const isOrdered = listOf(element)?.tagName === 'ol';
  return { type: 'item', depth, isOrdered, isBegun: false };
}

function listOf({ parentNode }: HtmlElement): HtmlElement | undefined {
  if (!parentNode || !('tagName' in parentNode)) return undefined;
  const { tagName, parentNode: outer } = parentNode;
  // A list of definitions may have its pairs in boxes.
  const isPair = tagName === 'div' && outer !== null && outer.nodeName === 'dl';
  return isPair && 'tagName' in outer ? outer : parentNode;
}

/** A list with headings in it is no list: its items are the sections of the page. */
const hasHeadings = (list: HtmlElement | undefined, on: Setting): boolean =>
  list !== undefined && (on.measures.get(list)?.headings ?? 0) > 0;

/** Google Docs says in a class how deep an item is: `lst-kix_x1y2-0`. */
function docsDepth(element: HtmlElement): number | undefined {
  for (const source of [element, listOf(element)]) {
    for (const each of source ? classesOf(source) : []) {
      const [, level] = /^lst-kix_[\w-]{1,60}-([0-8])$/.exec(each) ?? [];
      if (level !== undefined) return Number(level) + 1;
    }
  }
  return undefined;
}

function depthIn(element: HtmlElement, outside: Place, on: Setting): number {
  const isList = ['ul', 'ol', 'menu', 'dir'].includes(element.tagName);
  return isList && !hasHeadings(element, on) ? Math.min(outside.depth + 1, 9) : outside.depth;
}

/** The number that a browser shows before an item which is a section. */
function numberIn(element: HtmlElement, outside: Place, on: Setting): Place['number'] {
  if (element.tagName !== 'li') return outside.number;
  const list = listOf(element);
  if (list?.tagName !== 'ol' || !hasHeadings(list, on)) return undefined;
  const start = Number(attributeOf(list, 'start') ?? 1);
  const number = (on.counts.get(list) ?? (Number.isInteger(start) ? start : 1) - 1) + 1;
  on.counts.set(list, number);
  return { text: `${number}.`, isUsed: false };
}

function formatIn(
  element: HtmlElement,
  { format }: Place,
  look: Look,
  on: Setting,
): Place['format'] {
  const link = element.tagName === 'a' ? attributeOf(element, 'href') : undefined;
  const href = link === undefined ? format.href : on.hrefOf(link);
  const [bold, italic] = [look.isBold ?? format.bold, look.isItalic ?? format.italic];
  const { tagName } = element;
  const shift = tagName === 'sup' || tagName === 'sub' ? tagName : format.shift;
  return {
    ...(bold && { bold: true }),
    ...(italic && { italic: true }),
    ...(shift && { shift }),
    ...(href !== undefined && { href }),
  };
}

/** The words of elements that have them in attributes. */
export function wordsOf(element: HtmlElement): { text: string; part: Part } | undefined {
  const text = (...names: string[]): string =>
    names.map((name) => attributeOf(element, name)?.trim() ?? '').find(Boolean) ?? '';
  switch (element.tagName) {
    case 'img':
    case 'area':
      return { text: text('alt'), part: 'picture' };
    case 'input': {
      const type = attributeOf(element, 'type')?.toLowerCase() ?? 'text';
      if (type === 'hidden') return { text: '', part: 'control' };
      const isButton = ['submit', 'button', 'reset', 'image'].includes(type);
      return { text: isButton ? text('value', 'alt') : text('placeholder'), part: 'control' };
    }
    default:
      return undefined;
  }
}
