/** Compares what a page draws of records, bars and marks, with the records themselves. */
import {
  attribute,
  elementsIn as childrenOf,
  isElement,
  isText,
  type Element,
} from '../document/nodes.ts';
import { marksOf, retentionShares } from '../notices/record-pictures.ts';
import type { ProcessingRecord } from '../notices/schema-records.ts';
import { elementsIn, hasClass, isPicture, textIn } from './page-html.ts';

/** What pictures are made of, and the attributes of each. */
const MADE_OF: Readonly<Record<string, readonly string[]>> = {
  svg: ['class', 'role', 'viewBox', 'preserveAspectRatio', 'aria-label'],
  rect: ['width', 'height'],
  circle: ['cx', 'cy', 'r'],
  div: ['class'],
  table: [],
  caption: [],
  thead: [],
  tbody: [],
  tr: [],
  th: ['scope'],
  td: ['data-head'],
};

/** The first thing in the pictures of a text that the records do not say. */
export function strangeInPictures(
  text: Element,
  records: readonly ProcessingRecord[],
): string | undefined {
  const all = elementsIn(text);
  const pictures = all.filter(isPicture);
  if (pictures.length === 0) return undefined;
  const marks = pictures.filter((each) => hasClass(each, 'record-marks'));
  const bars = pictures.filter((each) => !hasClass(each, 'record-marks'));
  const tables = all.filter((each) => attribute(each, 'data-records') === 'retention');
  return (
    pictures.map(oddPart).find((part) => part !== undefined) ??
    (bars.length !== tables.reduce((sum, table) => sum + barsIn(table).length, 0)
      ? 'a bar that is in no table of retention'
      : undefined) ??
    (tables.some((table) => !drawsRetention(table, records))
      ? 'bars of other lengths than the periods have'
      : undefined) ??
    (marks.some((each) => readMarks(each) !== expectedMarks(records))
      ? 'marks that say something else than the records'
      : undefined)
  );
}

/** An element or attribute that pictures do not have, or words where they have none. */
function oddPart(picture: Element): string | undefined {
  for (const each of [picture, ...elementsIn(picture)]) {
    const known = MADE_OF[each.tagName];
    const odd = each.attrs.find(({ name }) => !known?.includes(name));
    if (!known || odd) return `<${each.tagName}${odd ? ` ${odd.name}` : ''}> in a picture`;
    const hasWords = each.childNodes.some((node) => isText(node) && node.value.trim() !== '');
    if (hasWords && !['th', 'caption'].includes(each.tagName)) return `words in a picture`;
  }
  return undefined;
}

const barsIn = (table: Element): Element[] =>
  elementsIn(table).filter((each) => hasClass(each, 'record-bar'));

/** Whether each row that has a period has its bar, and no other has one. A page may draw none. */
function drawsRetention(table: Element, records: readonly ProcessingRecord[]): boolean {
  if (barsIn(table).length === 0) return true;
  const [body] = childrenOf(table, 'tbody');
  const found = body ? childrenOf(body, 'tr').map((row) => barsIn(row).map(lengthOf).join()) : [];
  const expected = retentionShares(records).map((share) =>
    share === undefined ? '' : `100 ${share}`,
  );
  return found.join('\n') === expected.join('\n');
}

const lengthOf = (bar: Element): string =>
  childrenOf(bar, 'rect')
    .map((rect) => attribute(rect, 'width'))
    .join(' ');

/** What a table of marks says: its purposes, then each recipient with a sign for each of them. */
function readMarks(marks: Element): string {
  const rows = elementsIn(marks).filter(({ tagName }) => tagName === 'tr');
  return rows
    .map((row) => {
      const cells = row.childNodes.filter(isElement);
      return cells.map((cell) => (hasMark(cell) ? MARK : plain(textIn(cell)))).join('\t');
    })
    .join('\n');
}

const hasMark = (cell: Element): boolean =>
  cell.tagName === 'td' && childrenOf(cell, 'svg').some((each) => hasClass(each, 'record-mark'));

const MARK = '\u0000';

function expectedMarks(records: readonly ProcessingRecord[]): string | undefined {
  const marks = marksOf(records);
  if (!marks) return undefined;
  const rows = marks.rows.map(({ name, receives }) =>
    [plain(name), ...receives.map((is) => (is ? MARK : ''))].join('\t'),
  );
  return [['', ...marks.purposes.map(plain)].join('\t'), ...rows].join('\n');
}

const plain = (words: string): string => words.normalize('NFC').replace(/\s+/g, ' ').trim();
