/** Reads the HTML of a line of text into inline content. */
import {
  anchorOf,
  attribute,
  isElement,
  isText,
  speechOf,
  type Element,
  type Node,
} from './nodes.ts';
import { joinLines } from './line-ends.ts';
import { normaliseFragment } from './fragments.ts';
import type { Inline } from './model.ts';
import { isMark } from './elements.ts';

/** Whether a document may link to an address. Other links become plain text. */
const isSafeAddress = (href: string): boolean =>
  // Browsers read "/\\host" and "/<tab>/host" as the address of another site.
  /^(https?:|mailto:|tel:|#|\/(?!\/))[^\\\p{Cc}]*$/iu.test(href);

/** The inline content of an element. If it has an id, a target for links comes first. */
export function contentOf(element: Element): Inline[] {
  const anchor = anchorOf(element);
  const content = tidyInline(parseInline(element.childNodes));
  return anchor ? [{ type: 'target', anchor }, ...content] : content;
}

/** Reads phrasing content as it is. `tidyInline` normalises white space later. */
export function parseInline(nodes: readonly Node[]): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if (isText(node)) return [{ type: 'text', value: node.value }];
    return isElement(node) ? readElement(node) : [];
  });
}

function readElement(element: Element): Inline[] {
  const { tagName } = element;
  // The Markdown processor adds these: checkboxes of tasks, and arrows back from footnotes.
  if (attribute(element, 'data-checked') !== undefined) return [];
  if (attribute(element, 'data-footnote-backref') !== undefined) return [];
  if (tagName === 'br') return [{ type: 'break' }];
  if (tagName === 'img') return readImage(element);
  const anchor = anchorOf(element);
  const target: Inline[] = anchor ? [{ type: 'target', anchor }] : [];
  const content = parseInline(element.childNodes);
  const speech = speechOf(element);
  if (tagName === 'a') {
    const href = attribute(element, 'href')?.trim();
    if (href === undefined || !isSafeAddress(href)) return [...target, ...content];
    return [...target, ...linkTo(normaliseFragment(href), content)];
  }
  // A span has no meaning unless it sets a language or direction.
  if (!isMark(tagName) || (tagName === 'span' && !speech)) return [...target, ...content];
  const title = attribute(element, 'title');
  const datetime = attribute(element, 'datetime');
  const details = {
    ...((tagName === 'abbr' || tagName === 'dfn') && title && { title }),
    ...(tagName === 'time' && datetime && { datetime }),
  };
  return [...target, { type: 'mark', tag: tagName, ...speech, ...details, content }];
}

/** A link. If another link is inside it, it ends there, as in HTML. */
function linkTo(href: string, content: Inline[]): Inline[] {
  const inner = content.findIndex(holdsLink);
  if (inner < 0) return [{ type: 'link', href, content }];
  const before = content.slice(0, inner);
  return [
    ...(before.length > 0 ? [{ type: 'link', href, content: before } as const] : []),
    ...content.slice(inner),
  ];
}

const holdsLink = (inline: Inline): boolean =>
  inline.type === 'link' || (inline.type === 'mark' && inline.content.some(holdsLink));

function readImage(element: Element): Inline[] {
  const source = attribute(element, 'src') ?? '';
  const alternative = attribute(element, 'alt') ?? '';
  if (source.startsWith('/') && !source.startsWith('//')) {
    return [{ type: 'image', source, alternative }];
  }
  return [{ type: 'image', source: /^https?:/i.test(source) ? source : '', alternative }];
}

/**
 * Normalises white space: runs become one space, and spaces at the ends and beside a line break are
 * removed, as is the end of a line between two ideographs; no-break spaces stay. Joins neighbouring texts; removes marks and links without content.
 */
export function tidyInline(content: readonly Inline[]): Inline[] {
  const [first, second] = content;
  if (first?.type === 'text' && !second && isTidy(first.value)) return [first];
  return trimEnd(trimStart(collapse(joinLines(content))));
}

/** Whether a line of text alone stays as it is, as most do. */
const isTidy = (text: string): boolean =>
  text !== '' && !text.startsWith(' ') && !text.endsWith(' ') && !UNTIDY.test(text);

/** White space that may not stay, and all characters between which a line may end without a space. */
const UNTIDY = /[\t\n\f\r\u2E80-\uFFFF]| {2}/;

/** White space that is not yet one space. */
const WHITE_SPACE = / *[\t\n\f\r][ \t\n\f\r]*| {2,}/g;

function collapse(content: readonly Inline[]): Inline[] {
  let afterSpace = false;
  const visit = (inlines: readonly Inline[]): Inline[] => {
    const result: Inline[] = [];
    for (const inline of inlines) {
      switch (inline.type) {
        case 'text': {
          let value = inline.value.replace(WHITE_SPACE, ' ');
          if (afterSpace && value.startsWith(' ')) value = value.slice(1);
          if (value === '') break;
          afterSpace = value.endsWith(' ');
          append(result, { type: 'text', value });
          break;
        }
        case 'mark':
        case 'link': {
          const inner = visit(inline.content);
          if (inner.some(hasSubstance)) result.push({ ...inline, content: inner });
          else for (const left of inner) append(result, left);
          break;
        }
        case 'break':
          result.push(...trimEnd(result.splice(0)), inline);
          afterSpace = true;
          break;
        case 'image':
          result.push(inline);
          afterSpace = false;
          break;
        case 'target':
          result.push(inline);
          break;
      }
    }
    return result;
  };
  return visit(content);
}

/** Appends to a line, and joins texts that meet. */
function append(line: Inline[], inline: Inline): void {
  const last = line.at(-1);
  if (inline.type === 'text' && last?.type === 'text') {
    line[line.length - 1] = { type: 'text', value: last.value + inline.value };
  } else {
    line.push(inline);
  }
}

/** Whether there is anything to see: a link without content can be neither read nor followed. */
function hasSubstance(inline: Inline): boolean {
  switch (inline.type) {
    case 'text':
      return inline.value.trim() !== '';
    case 'mark':
    case 'link':
      return inline.content.some(hasSubstance);
    case 'image':
      return true;
    case 'break':
    case 'target':
      return false;
  }
}

const trimStart = (content: Inline[]): Inline[] => trimEdge(content, 0, /^ +/);
const trimEnd = (content: Inline[]): Inline[] => trimEdge(content, -1, / +$/);

/** Removes white space and line breaks at one end, also inside marks and links. */
function trimEdge(content: Inline[], edge: 0 | -1, space: RegExp): Inline[] {
  const inline = content.at(edge);
  // Nearly every line begins and ends with a word.
  if (inline?.type === 'text' && inline.value !== '' && inline.value.at(edge) !== ' ')
    return content;
  const rest = edge === 0 ? content.slice(1) : content.slice(0, -1);
  const join = (inner: Inline[]): Inline[] =>
    edge === 0 ? [...inner, ...rest] : [...rest, ...inner];
  switch (inline?.type) {
    case 'text': {
      const value = inline.value.replace(space, '');
      return value === '' ? trimEdge(rest, edge, space) : join([{ type: 'text', value }]);
    }
    case 'break':
      return trimEdge(rest, edge, space);
    case 'target': {
      const trimmed = trimEdge(rest, edge, space);
      return edge === 0 ? [inline, ...trimmed] : [...trimmed, inline];
    }
    case 'mark':
    case 'link': {
      const inner = trimEdge([...inline.content], edge, space);
      return inner.length > 0 ? join([{ ...inline, content: inner }]) : trimEdge(rest, edge, space);
    }
    default:
      return content;
  }
}
