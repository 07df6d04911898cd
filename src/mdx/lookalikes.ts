/** Finds lines that look like emphasis, lists or headings to their author, and are plain text. */
import { finding, type Finding, type Place } from '../findings/catalogue.ts';
import { isJsx, walk, type TreeNode } from './tree.ts';

/** Stands for whatever is no text: a link, code, emphasis that works. */
const OTHER = '\uFFFC';

type PlaceOf = (node: TreeNode) => Place;

/** The text of a paragraph's own nodes, with its lines. */
const ownText = (node: TreeNode): string =>
  (node.children ?? [])
    .map(({ type, value }) =>
      type === 'text' ? String(value ?? '') : type === 'break' ? '\n' : OTHER,
    )
    .join('');

const allText = (node: TreeNode): string =>
  walk(node)
    .map(({ type, value }) => (type === 'text' || type === 'inlineCode' ? String(value ?? '') : ''))
    .join('');

/** Letters and punctuation of Chinese, Japanese and Korean, which no spaces separate. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\u30FC\uFF00-\uFFEF]/u;

const MARKED = /(\*{1,3}|_{1,3}|~~)(?![\s*_~])([^*_~\n]{1,500})(?<!\s)\1(?![*_~])/gu;

const TAGS: Record<string, readonly string[]> = {
  '*': ['em'],
  _: ['em'],
  '**': ['strong'],
  __: ['strong'],
  '***': ['strong', 'em'],
  ___: ['strong', 'em'],
  '~~': ['del'],
};

/**
 * Reports marks of emphasis beside wide characters. CommonMark, section 6.2: a mark between
 * punctuation and a letter opens or closes nothing, and without spaces that is often so.
 */
export function checkWideEmphasis(
  node: TreeNode,
  lines: readonly string[],
  placeOfNode: PlaceOf,
): Finding[] {
  const text = ownText(node);
  if (!/[*_~]/.test(text) || !WIDE.test(text)) return [];
  const { start, end } = node.position ?? { start: { line: 1, column: 1 } };
  const written = lines.slice(start.line - 1, end?.line ?? start.line).join('\n');
  return [...text.matchAll(MARKED)].flatMap(({ 0: all, 1: mark = '', 2: words = '', index }) => {
    const around = `${text.slice(0, index).at(-1) ?? ''}${words.at(0) ?? ''}${words.at(-1) ?? ''}${text.at(index + all.length) ?? ''}`;
    const isName = mark.startsWith('_') && /^\w+$/.test(words);
    if (!WIDE.test(around) || isName || isEscaped(written, mark, words)) return [];
    const shown = all.replaceAll(OTHER, '…');
    const tags = TAGS[mark] ?? ['em'];
    const opening = tags.map((tag) => `<${tag}>`).join('');
    const closing = tags
      .map((tag) => `</${tag}>`)
      .toReversed()
      .join('');
    const kind = mark === '~~' ? 'deleted' : tags.includes('strong') ? 'strong' : 'emphasised';
    return finding(
      'markup-printed',
      placeOfStart(node, index, placeOfNode),
      `"${shown.slice(0, 60)}" looks like ${kind} text, but is printed as typed`,
      `write ${opening}${words.replaceAll(OTHER, '…')}${closing}${insideBrackets(mark, words)}`,
    );
  });
}

/** Whether the marks are printed because their author put a backslash before them. */
function isEscaped(written: string, mark: string, words: string): boolean {
  const first = words.at(0) ?? '';
  const opening = mark + (first === OTHER ? '' : first);
  const at = written.indexOf(opening);
  return at < 0 || written[at - 1] === '\\';
}

/** The child in which an offset of the own text is. */
function placeOfStart(node: TreeNode, offset: number, placeOfNode: PlaceOf): Place {
  let end = 0;
  for (const child of node.children ?? []) {
    end += child.type === 'text' ? String(child.value ?? '').length : 1;
    if (offset < end) return placeOfNode(child);
  }
  return placeOfNode(node);
}

/** The other way to write it, if brackets are around all the words. */
function insideBrackets(mark: string, words: string): string {
  const inner = /^([「『（〈《【〔［])([^」』）〉》】〕］]+)([」』）〉》】〕］])$/u.exec(words);
  if (!inner) return '';
  const [, open = '', inside = '', close = ''] = inner;
  return `, or put the marks inside the brackets: ${open}${mark}${inside}${mark}${close}`;
}

/** A line that starts with a character that word processors print before items of a list. */
const BULLET = /^\s*[•●▪◦‣■□◆◇○►▶➢➤✓✔⁃∙\uF0B7\uF0A7]\s*[^\s]/u;
/** What also starts lines of plain text: twice in a paragraph, or below a colon, it makes a list. */
const DASH = /^\s*[–—·-]\s+\S/u;
const NUMBER = /^\s*(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)|[a-z]\.|[①-⑳])\s*\S/u;

/** Reports a list that is typed with its own bullets or numbers, in any line of a paragraph. */
export function checkTypedList(node: TreeNode, placeOfNode: PlaceOf): Finding[] {
  const place = placeOfNode(node);
  const lines = ownText(node).split('\n');
  const at = [
    lines.findIndex((line) => BULLET.test(line)),
    ...[DASH, NUMBER].map((pattern) => firstOfMany(lines, pattern)),
  ].find((index) => index >= 0);
  if (at === undefined) return [];
  const line = (lines[at] ?? '').trim();
  const isNumber = NUMBER.test(line);
  const message = `"${line.replaceAll(OTHER, '…').slice(0, 60)}" looks like a list made with ${isNumber ? 'typed numbers' : 'bullet characters'}, but is printed as typed`;
  const hint = `put an empty line before the list, and start each line with "${isNumber ? '1. ' : '- '}"`;
  const where = at === 0 ? place : { ...place, line: place.line + at, column: 1 };
  return [finding('markup-printed', where, message, hint)];
}

function firstOfMany(lines: readonly string[], pattern: RegExp): number {
  const first = lines.findIndex((line) => pattern.test(line));
  const isMany = lines.filter((line) => pattern.test(line)).length > 1;
  return isMany || (first > 0 && /[:：]\s*$/u.test(lines[first - 1] ?? '')) ? first : -1;
}

/** The end of a sentence or of an item: a heading has none. */
const SENTENCE_END = /[.!?;,。！？；，、…]["”’')）]?\s*$/u;

const NUMBERED =
  /^(?:\d+(?:\.\d+)+[.)]?|\d+[.)]|[IVX]+\.|§\s?\d+|(?:Article|Section|Part|Clause)\s\d+[.:]?)\s+\p{Lu}/u;

/** Reports blocks of a notice that look like headings. Those inside lists and tables mean less. */
export function checkHeadingLike(root: TreeNode, placeOfNode: PlaceOf): Finding[] {
  const blocks = root.children ?? [];
  return blocks.flatMap((node, index) => {
    const words = headingWords(node);
    // The last block has nothing that it could be the heading of.
    if (words === undefined || index === blocks.length - 1) return [];
    const message = `"${words.slice(0, 60)}" looks like a heading, but is none: no link can lead to it`;
    const hint = `write ## ${sentenceCase(words)}`;
    return [finding('heading-like', placeOfNode(node), message, hint)];
  });
}

/** The words of a block that is typed as a heading: bold, in capitals, or with a number. */
function headingWords(node: TreeNode): string | undefined {
  const isList = node.type === 'list' && node.children?.length === 1;
  const item = isList ? node.children?.[0] : undefined;
  const [only, ...others] = item?.children ?? [];
  const paragraph = isList ? (others.length === 0 ? only : undefined) : node;
  if (
    paragraph?.type !== 'paragraph' &&
    !(paragraph && isJsx(paragraph) && paragraph.name === 'p')
  ) {
    return undefined;
  }
  const words = allText(paragraph).trim();
  if (words === '' || words.length > 80 || /\n/.test(words) || SENTENCE_END.test(words)) return;
  const number = numberOf(node);
  // A link on its own line leads somewhere; it is no heading of what follows.
  if (walk(paragraph).some(({ type }) => type === 'link')) return;
  const isTyped =
    isBold(paragraph) ||
    isCapitals(words) ||
    NUMBERED.test(words) ||
    (number !== undefined && /^\p{Lu}/u.test(words) && !/[:：]$/u.test(words));
  return isTyped ? words.replace(/[:：]$/u, '') : undefined;
}

const numberOf = (node: TreeNode): number | undefined =>
  node.type === 'list' && node.ordered === true ? (node.start ?? 1) : undefined;

function isBold(paragraph: TreeNode): boolean {
  const [only, ...others] = paragraph.children ?? [];
  const isStrong =
    only?.type === 'strong' ||
    (only !== undefined && isJsx(only) && /^(b|strong)$/.test(only.name ?? ''));
  return isStrong && others.length === 0;
}

const isCapitals = (words: string): boolean =>
  words === words.toUpperCase() &&
  words !== words.toLowerCase() &&
  (words.match(/\p{Lu}/gu)?.length ?? 0) >= 8 &&
  /\p{Lu}{3}/u.test(words);

const sentenceCase = (words: string): string =>
  isCapitals(words) ? words.charAt(0) + words.slice(1).toLowerCase() : words;

/** Text of a notice from which on readers need headings. */
const LONG = 600;

/** Reports a notice without a single heading. Lines that look like headings are reported instead. */
export function checkNoHeading(root: TreeNode, placeOfNode: PlaceOf): Finding[] {
  const blocks = root.children ?? [];
  const hasHeading = walk(root).some(
    (node) => node.type === 'heading' || (isJsx(node) && /^h[1-6]$/.test(node.name ?? '')),
  );
  if (hasHeading || checkHeadingLike(root, placeOfNode).length > 0) return [];
  const paragraphs = blocks.filter(({ type }) => type === 'paragraph').length;
  if (paragraphs < 3 && allText(root).length < LONG) return [];
  const [first] = blocks;
  const message = 'the notice has no heading, so it has no sections to find, link to or compare';
  const hint = 'write a heading above each subject: ## Who we are {#who-we-are}';
  return first ? [finding('heading-like', placeOfNode(first), message, hint)] : [];
}
