/** Prints the document model as HTML, for pages, redlines and feeds. */
import { attributeOf, escapeHtml } from './escape.ts';
import type {
  Block,
  Cell,
  FactsBlock,
  Group,
  Image,
  Inline,
  Item,
  Link,
  List,
  Mark,
  Row,
  Section,
  Speech,
  Table,
} from './model.ts';
import { textOf } from './model.ts';

export { attributeOf, escapeHtml };

/** How a page writes the ids and addresses of the text that it prints. */
export interface PlaceOptions {
  /**
   * The link from that page to an address in the text: a path from the site's root, an anchor
   * (`#keeping`) or another site. Not escaped.
   */
  addressOf: (address: string) => string;
  /** The id on that page of a place in the text; by default the text's own. Not escaped. */
  idOf?: (anchor: string) => string;
}

export interface RenderOptions extends PlaceOptions {
  /** The label of a field of facts on this page. */
  labelOf: (field: string) => string;
  /** The attributes of a label in another language than the text. Trusted HTML. */
  labelSpeech?: string;
  /** The number before a section's heading, if it has one. */
  numberOf?: (section: Section) => number | undefined;
  /** What is beside each heading: anchor link, notes. Trusted HTML. */
  besideHeading?: (section: Section) => string;
  /** Extra HTML between a section's heading and its text. */
  belowHeading?: (section: Section) => string;
  /** What a table of records is drawn with, if anything. */
  pictureOf?: (table: Table) => TablePicture | undefined;
}

/** What a page draws in a table and after it. Trusted HTML. */
export interface TablePicture {
  /** For each row of the body, what is drawn in its last cell. */
  cells?: readonly string[];
  after?: string;
}

/** Adds the base to a path from the root; any other address stays as it is. */
export function withBase(href: string, base: string): string {
  return /^\/(?!\/)/.test(href) ? base + href.slice(1) : href;
}

/** Renders sections, each a `<section>` with its heading; level 1 becomes an `<h2>`. */
export function renderSections(sections: readonly Section[], options: RenderOptions): string {
  return sections.map((section) => renderSection(section, options)).join('');
}

function renderSection(section: Section, options: RenderOptions): string {
  const level = Math.min(section.level + 1, 6);
  const id = idAttribute(section.anchor, options);
  const number = options.numberOf?.(section);
  const words =
    (number === undefined ? '' : `<span class="number">${number}.</span> `) +
    renderInline(section.heading, options);
  const heading = `<h${level}${id}>${words}</h${level}>` + (options.besideHeading?.(section) ?? '');
  return (
    `<section class="level-${section.level}"><div class="heading">${heading}</div>` +
    (options.belowHeading?.(section) ?? '') +
    renderBlocks(section.blocks, options) +
    renderSections(section.sections, options) +
    '</section>\n'
  );
}

/** Renders blocks as flow content. */
export function renderBlocks(blocks: readonly Block[], options: RenderOptions): string {
  return blocks.map((block) => renderBlock(block, options)).join('');
}

function renderBlock(block: Block, options: RenderOptions): string {
  switch (block.type) {
    case 'paragraph': {
      const content = renderInline(block.content, options);
      if (block.rank !== undefined) return `<p><strong>${content}</strong></p>\n`;
      // Images that cannot be shown may leave a paragraph without anything to see.
      return block.bare || content === '' ? content : `<p>${content}</p>\n`;
    }
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      const items = block.items.map((item) => renderItem(item, options)).join('');
      return `<${tag}${listAttributes(block)}>${items}</${tag}>\n`;
    }
    case 'table':
      return renderTable(block, options);
    case 'quote':
      return `<blockquote>${renderBlocks(block.blocks, options)}</blockquote>\n`;
    case 'definitions': {
      const entries = block.entries.map(
        ({ terms, descriptions }) =>
          terms.map((term) => `<dt>${renderInline(term, options)}</dt>`).join('') +
          descriptions.map((inner) => `<dd>${renderBlocks(inner, options)}</dd>`).join(''),
      );
      return `<dl>${entries.join('')}</dl>\n`;
    }
    case 'facts':
      return renderFacts(block, options);
    case 'code':
      return `<pre tabindex="0"><code>${escapeHtml(block.text)}\n</code></pre>\n`;
    case 'rule':
      return '<hr>\n';
    case 'group':
      return renderGroup(block, options);
  }
}

function renderGroup(group: Group, options: RenderOptions): string {
  const label = group.inShort && options.labelOf('in-short');
  const attributes =
    idAttribute(group.anchor, options) +
    groupAttributes(group) +
    attributeOf('data-label', label || undefined);
  return `<${group.tag}${attributes}>${renderBlocks(group.blocks, options)}</${group.tag}>\n`;
}

/** The id of a place in a text, as an attribute; empty if it has no anchor. */
export const idAttribute = (
  anchor: string | undefined,
  { idOf }: Pick<PlaceOptions, 'idOf'>,
): string => attributeOf('id', anchor !== undefined && idOf ? idOf(anchor) : anchor);

/** The opening tag of a mark or a link, with its attributes. */
export const openingTag = (
  element: Mark | Link,
  { addressOf }: Pick<PlaceOptions, 'addressOf'>,
): string =>
  element.type === 'link'
    ? `<a href="${escapeHtml(addressOf(element.href))}">`
    : `<${element.tag}${renderSpeech(element)}` +
      `${attributeOf('title', element.title)}${attributeOf('datetime', element.datetime)}>`;

/** The attributes for how a list counts. */
export const listAttributes = ({ start, numbering, reversed }: List): string =>
  attributeOf('start', start?.toString()) +
  attributeOf('type', numbering) +
  (reversed ? ' reversed' : '');

/** The checkbox before an item of a task list. */
export const checkmarkOf = ({ checked }: Item): string =>
  checked === undefined ? '' : `<span data-checked="${checked}">${checked ? '☑' : '☐'}</span> `;

/** The attributes for the language, direction and state of a group. */
export const groupAttributes = (group: Group): string =>
  renderSpeech(group) + (group.open ? ' open' : '') + (group.inShort ? ' data-in-short' : '');

/** The attributes for the alignment and the spans of a cell. */
export const cellAttributes = ({ align, columns, rows }: Cell): string =>
  attributeOf('class', align) +
  attributeOf('colspan', columns?.toString()) +
  attributeOf('rowspan', rows?.toString());

const renderSpeech = ({ language, direction }: Speech): string =>
  attributeOf('lang', language) + attributeOf('dir', direction);

function renderItem(item: Item, options: RenderOptions): string {
  const value = attributeOf('value', item.value?.toString());
  return `<li${value}>${checkmarkOf(item)}${renderBlocks(item.blocks, options)}</li>`;
}

/**
 * A table in a box that scrolls if needed: on a phone the table moves sideways, never the page. The
 * box has a name and can get the keyboard focus, so that keys can scroll it.
 */
function renderTable(table: Table, options: RenderOptions): string {
  const caption = table.caption ? `<caption>${renderInline(table.caption, options)}</caption>` : '';
  const heads = headsOf(table);
  const { cells, after = '' } = options.pictureOf?.(table) ?? {};
  const head = table.head.length > 0 ? `<thead>${renderRows(table.head, options)}</thead>` : '';
  const body =
    table.body.length > 0 ? `<tbody>${renderRows(table.body, options, heads, cells)}</tbody>` : '';
  const attributes =
    (heads.length > 0 ? ' class="rows"' : '') + attributeOf('data-records', table.of);
  return (
    `<div class="table" role="group" tabindex="0" aria-label="${escapeHtml(nameOf(table))}">` +
    `<table${attributes}>${caption}${head}${body}</table></div>\n${after}`
  );
}

/** The name of a table's box: its caption, or its column heads. */
function nameOf({ caption, head, body }: Table): string {
  if (caption) return textOf(caption);
  const cells = (head[0] ?? body[0])?.cells ?? [];
  return cells.map(cellText).filter(Boolean).join(', ') || '–';
}

function cellText({ blocks }: Cell): string {
  return blocks.map((block) => (block.type === 'paragraph' ? textOf(block.content) : '')).join(' ');
}

/**
 * The column heads of a table whose rows can be shown as cards: it has one row of heads, and no cell
 * spans others. Empty for any other table.
 */
function headsOf({ head, body }: Table): string[] {
  const [row, ...others] = head;
  const isPlain = [...head, ...body].every(
    ({ cells }) =>
      cells.length === row?.cells.length && cells.every(({ columns, rows }) => !columns && !rows),
  );
  const hasRows = row !== undefined && row.cells.length > 1 && body.length > 0;
  return hasRows && others.length === 0 && isPlain ? row.cells.map(cellText) : [];
}

/**
 * @param heads the head of each column, for cells that are shown without it
 * @param pictures what is drawn in the last cell of each row
 */
function renderRows(
  rows: readonly Row[],
  options: RenderOptions,
  heads: readonly string[] = [],
  pictures: readonly string[] = [],
): string {
  return rows
    .map(({ cells }, index) => {
      const last = cells.length - 1;
      // The first cell names what its row is about, and needs no head.
      const row = cells.map((cell, at) =>
        renderCell(cell, options, at > 0 ? heads[at] : '', at === last ? pictures[index] : ''),
      );
      return `<tr>${row.join('')}</tr>`;
    })
    .join('');
}

function renderCell(cell: Cell, options: RenderOptions, head = '', picture = ''): string {
  const content = renderBlocks(cell.blocks, options) + picture;
  const tag = cell.header ? 'th' : 'td';
  const attributes = cellAttributes(cell) + attributeOf('data-head', head || undefined);
  return `<${tag}${attributes}>${content}</${tag}>`;
}

/** A list of facts, each with the label that this page gives it. */
export function renderFacts(
  { of, entries }: Omit<FactsBlock, 'type'>,
  options: RenderOptions,
): string {
  const rows = entries.map(
    ({ field, values }) =>
      `<div data-field="${escapeHtml(field)}"><dt${options.labelSpeech ?? ''}>${escapeHtml(options.labelOf(field))}</dt>` +
      values.map((value) => `<dd>${renderInline(value, options)}</dd>`).join('') +
      '</div>',
  );
  return `<dl class="facts" data-facts="${escapeHtml(of)}">${rows.join('')}</dl>\n`;
}

/** Renders the content of a line. */
export function renderInline(
  content: readonly Inline[],
  options: PlaceOptions & { inLink?: boolean },
): string {
  return content
    .map((inline) => {
      switch (inline.type) {
        case 'text':
          return escapeHtml(inline.value);
        case 'mark':
          return `${openingTag(inline, options)}${renderInline(inline.content, options)}</${inline.tag}>`;
        case 'link': {
          const content = renderInline(inline.content, { ...options, inLink: true });
          return `${openingTag(inline, options)}${content}</a>`;
        }
        case 'break':
          return '<br>';
        case 'image':
          return renderImage(inline, options);
        case 'target':
          return `<span${idAttribute(inline.anchor, options)}></span>`;
      }
    })
    .join('');
}

/** An image, or a link to it if it is on another host. */
function renderImage(
  { source, alternative }: Image,
  { addressOf, inLink }: PlaceOptions & { inLink?: boolean },
): string {
  const address = escapeHtml(addressOf(source));
  const words = escapeHtml(alternative);
  if (source.startsWith('/')) return `<img src="${address}" alt="${words}">`;
  return inLink || !source ? words : `<a href="${address}">${words || address}</a>`;
}
