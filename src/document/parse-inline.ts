/** From the HTML of a line of text to inline content. */
import {
  anchorOf,
  attribute,
  isElement,
  isText,
  speechOf,
  type Element,
  type Node,
} from './nodes.ts';
import type { Inline } from './model.ts';
import { isMark } from './elements.ts';

/** Addresses a document may hold: others lose their link and keep their words. */
const isSafeAddress = (href: string): boolean =>
  // A browser reads "/\\host" and "/<tab>/host" as another site's address.
  /^(https?:|mailto:|tel:|#|\/(?!\/))[^\\\p{Cc}]*$/iu.test(href);

/** The inline content of an element, with its id, if it has one, as a place to link to. */
export function contentOf(element: Element): Inline[] {
  const anchor = anchorOf(element);
  const content = tidyInline(parseInline(element.childNodes));
  return anchor ? [{ type: 'target', anchor }, ...content] : content;
}

/** Reads phrasing content as it stands; `tidyInline` makes white space regular. */
export function parseInline(nodes: readonly Node[]): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if (isText(node)) return [{ type: 'text', value: node.value }];
    return isElement(node) ? readElement(node) : [];
  });
}

function readElement(element: Element): Inline[] {
  const { tagName } = element;
  // What the Markdown processor adds: boxes of tasks, and arrows back from footnotes.
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
    return [...target, ...linkTo(href, content)];
  }
  // A span says nothing unless it says that its words are in another language.
  if (!isMark(tagName) || (tagName === 'span' && !speech)) return [...target, ...content];
  const title = attribute(element, 'title');
  const datetime = attribute(element, 'datetime');
  const said = {
    ...((tagName === 'abbr' || tagName === 'dfn') && title && { title }),
    ...(tagName === 'time' && datetime && { datetime }),
  };
  return [...target, { type: 'mark', tag: tagName, ...speech, ...said, content }];
}

/** A link; one that another link stands in ends there, as HTML has it. */
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
 * Makes white space regular: runs become one space, none at the ends or beside a line break;
 * no-break spaces stay. Neighbouring texts are joined; marks and links without content go.
 */
export function tidyInline(content: readonly Inline[]): Inline[] {
  return trimEnd(trimStart(collapse(content)));
}

const WHITE_SPACE = /[ \t\n\f\r]+/g;

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

/** Adds to a line; texts that meet become one. */
function append(line: Inline[], inline: Inline): void {
  const last = line.at(-1);
  if (inline.type === 'text' && last?.type === 'text') {
    line[line.length - 1] = { type: 'text', value: last.value + inline.value };
  } else {
    line.push(inline);
  }
}

/** Whether there is anything to see: a link around nothing can be neither read nor followed. */
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

/** Drops white space and line breaks at one end, looking into marks and links. */
function trimEdge(content: Inline[], edge: 0 | -1, space: RegExp): Inline[] {
  const inline = content.at(edge);
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
