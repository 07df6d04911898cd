/**
 * The HTML that a notice may contain. The document model can hold, compare and print everything in
 * these lists; everything else is refused with a finding instead of being dropped silently.
 */

/** Elements inside a line of text that have a meaning of their own. */
export const MARKS = [
  'abbr',
  'b',
  'bdi',
  'bdo',
  'cite',
  'code',
  'data',
  'del',
  'dfn',
  'em',
  'i',
  'ins',
  'kbd',
  'mark',
  'q',
  's',
  'samp',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'u',
  'var',
] as const;

/** Elements that group blocks. */
export const GROUPS = [
  'address',
  'article',
  'aside',
  'details',
  'div',
  'figcaption',
  'figure',
  'footer',
  'header',
  'section',
  'summary',
] as const;

const STRUCTURE = [
  ...['a', 'blockquote', 'br', 'caption', 'col', 'colgroup', 'dd', 'dl', 'dt', 'hr', 'img'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'ol', 'p', 'pre', 'ul', 'wbr'],
  ...['table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr'],
] as const;

/** Attributes that the document model keeps, by element; `*` for every element. */
const ATTRIBUTES: Record<string, readonly string[]> = {
  '*': ['id', 'lang', 'dir'],
  a: ['href'],
  abbr: ['title'],
  details: ['open'],
  dfn: ['title'],
  img: ['src', 'alt'],
  li: ['value'],
  ol: ['start', 'type', 'reversed'],
  td: ['colspan', 'rowspan', 'align'],
  th: ['colspan', 'rowspan', 'align', 'scope'],
  time: ['datetime'],
};

/** Whether the document model keeps an attribute. */
export const isKeptAttribute = (tag: string, name: string): boolean =>
  ['*', tag].some((each) => ATTRIBUTES[each]?.includes(name.toLowerCase()));

export type MarkTag = (typeof MARKS)[number];
export type GroupTag = (typeof GROUPS)[number];

const ALLOWED: ReadonlySet<string> = new Set([...MARKS, ...GROUPS, ...STRUCTURE]);

/** Whether a notice may contain an element with this name. */
export const isAllowedElement = (tag: string): boolean => ALLOWED.has(tag);

const MARK_TAGS: ReadonlySet<string> = new Set(MARKS);
const GROUP_TAGS: ReadonlySet<string> = new Set(GROUPS);

/** Whether an element marks words within a line. */
export const isMark = (tag: string): tag is MarkTag => MARK_TAGS.has(tag);
/** Whether an element groups blocks. */
export const isGroup = (tag: string): tag is GroupTag => GROUP_TAGS.has(tag);

/** Components for authors that print records of processing. */
export const RECORD_COMPONENTS = [
  ...(['Purposes', 'Sources', 'Provision', 'Retention', 'Recipients', 'Transfers'] as const),
  ...(['Automated', 'Storage'] as const),
] as const;
export type RecordComponent = (typeof RECORD_COMPONENTS)[number];

/** Components for authors, which print facts of their version. */
export const AUTHORS_COMPONENTS = [
  ...(['Controller', 'Contact', 'Dpo', 'Complaints'] as const),
  ...RECORD_COMPONENTS,
] as const;
export type AuthorsComponent = (typeof AUTHORS_COMPONENTS)[number];

/** Whether a component prints facts. */
export const isAuthorsComponent = (name: string): name is AuthorsComponent =>
  (AUTHORS_COMPONENTS as readonly string[]).includes(name);

/** Whether a component prints records of processing. */
export const isRecordComponent = (name: AuthorsComponent): name is RecordComponent =>
  (RECORD_COMPONENTS as readonly string[]).includes(name);

/** The component for the first layer of a section: its content in a sentence or two. */
export const IN_SHORT = 'InShort';
