/** Automatic numbers and bullets of Word: they are no text, and are worked out as Word shows them. */
import { roman } from '../notices/text.ts';
import { symbolOf } from './docx-symbols.ts';
import type { Styles } from './docx-styles.ts';
import { find, findAll, isOn, valueOf, type XmlElement } from './docx-xml.ts';

/** What stands before a paragraph that Word numbers. */
export interface Mark {
  /** From 0. */
  level: number;
  list: string;
  isOrdered: boolean;
  /** The number or bullet as it is shown. */
  shown: string;
  /** How far its level is from the margin, where the list says so, in twentieths of a point. */
  indent?: number;
}

/** How far an element of indentation puts text from the margin, in twentieths of a point. */
export function leftOf(element: XmlElement | undefined): number | undefined {
  const left = Number(valueOf(element, 'left') ?? valueOf(element, 'start') ?? NaN);
  return Number.isFinite(left) ? left : undefined;
}

type Counts = (number | undefined)[];

interface List {
  abstract: string;
  levels: Map<number, XmlElement>;
  starts: Map<number, number>;
}

/** Counts the numbered paragraphs of a document, in their order. */
export class Numbering {
  readonly #lists = new Map<string, List>();
  readonly #counts = new Map<string, Counts>();
  readonly #begun = new Set<string>();
  readonly #styles: Styles;

  constructor(root: XmlElement | undefined, styles: Styles) {
    this.#styles = styles;
    const abstracts = new Map(
      findAll(root, 'w:abstractNum').map((one) => [valueOf(one, 'abstractNumId') ?? '', one]),
    );
    const linked = new Map(
      [...abstracts].flatMap(([id, one]) => {
        const style = valueOf(find(one, 'w:styleLink'));
        return style === undefined ? [] : [[style, id] as const];
      }),
    );
    for (const num of findAll(root, 'w:num')) {
      const named = valueOf(find(num, 'w:abstractNumId')) ?? '';
      const link = valueOf(find(abstracts.get(named), 'w:numStyleLink'));
      const abstract = (link === undefined ? undefined : linked.get(link)) ?? named;
      this.#lists.set(valueOf(num, 'numId') ?? '', listOf(num, abstract, abstracts.get(abstract)));
    }
  }

  /** The number or bullet of a paragraph, counted on; undefined where it has none. */
  next(properties: XmlElement | undefined): Mark | undefined {
    const numbered = this.#styles.property(properties, 'w:numPr');
    const id = this.#idOf(properties, numbered);
    const list = this.#lists.get(id ?? '0');
    if (id === undefined || !list) return undefined;
    const level = this.#levelOf(properties, numbered, list);
    const format = valueOf(find(list.levels.get(level), 'w:numFmt')) ?? 'decimal';
    const text = valueOf(find(list.levels.get(level), 'w:lvlText')) ?? '';
    const counts = this.#count(id, list, level);
    const isOrdered = format !== 'bullet' && /%\d/.test(text);
    if (!isOrdered && (format === 'none' || text.trim() === '')) return undefined;
    const shown = isOrdered ? numberOf(text, counts, list, level) : bulletOf(text);
    const indent = leftOf(find(list.levels.get(level), 'w:pPr', 'w:ind'));
    return { level, list: id, isOrdered, shown, ...(indent !== undefined && { indent }) };
  }

  #idOf(properties: XmlElement | undefined, numbered: XmlElement | undefined): string | undefined {
    const own = valueOf(find(numbered, 'w:numId'));
    if (own !== undefined) return own;
    const style = valueOf(find(properties, 'w:pStyle'));
    for (const { element } of this.#styles.chain(style)) {
      const found = valueOf(find(element, 'w:pPr', 'w:numPr', 'w:numId'));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #levelOf(
    properties: XmlElement | undefined,
    numbered: XmlElement | undefined,
    { levels }: List,
  ): number {
    const own = valueOf(find(numbered, 'w:ilvl'));
    if (own !== undefined) return Math.min(8, Math.max(0, Number(own) || 0));
    const style = valueOf(find(properties, 'w:pStyle'));
    for (const [level, element] of levels) {
      if (style !== undefined && valueOf(find(element, 'w:pStyle')) === style) return level;
    }
    return 0;
  }

  #count(id: string, list: List, level: number): Counts {
    const counts = this.#counts.get(list.abstract) ?? [];
    this.#counts.set(list.abstract, counts);
    const isNew = !this.#begun.has(id);
    this.#begun.add(id);
    if (isNew && list.starts.size > 0) {
      for (const at of list.starts.keys()) counts[at] = undefined;
    }
    for (let above = 0; above < level; above++) counts[above] ??= startOf(list, above);
    const before = counts[level];
    counts[level] = before === undefined ? startOf(list, level) : before + 1;
    for (let below = level + 1; below < 9; below++) {
      if (valueOf(find(list.levels.get(below), 'w:lvlRestart')) !== '0') counts[below] = undefined;
    }
    return counts;
  }
}

function listOf(num: XmlElement, abstract: string, found: XmlElement | undefined): List {
  const levels = new Map<number, XmlElement>();
  const starts = new Map<number, number>();
  for (const level of findAll(found, 'w:lvl')) levels.set(Number(valueOf(level, 'ilvl')), level);
  for (const override of findAll(num, 'w:lvlOverride')) {
    const at = Number(valueOf(override, 'ilvl'));
    const level = find(override, 'w:lvl');
    if (level) levels.set(at, level);
    const start = valueOf(find(override, 'w:startOverride'));
    if (start !== undefined) starts.set(at, Number(start) || 0);
  }
  return { abstract, levels, starts };
}

const startOf = ({ levels, starts }: List, level: number): number =>
  starts.get(level) ?? (Number(valueOf(find(levels.get(level), 'w:start')) ?? 1) || 0);

function numberOf(text: string, counts: Counts, { levels }: List, level: number): string {
  const isLegal = isOn(find(levels.get(level), 'w:isLgl')) === true;
  return text
    .replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const format = valueOf(find(levels.get(at), 'w:numFmt')) ?? 'decimal';
      return formatted(counts[at] ?? 1, isLegal ? 'decimal' : format);
    })
    .trim();
}

const bulletOf = (text: string): string => [...text.trim()].map((one) => symbolOf(one)).join('');

function formatted(count: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return lettersOf(count);
    case 'upperLetter':
      return lettersOf(count).toUpperCase();
    case 'lowerRoman':
      return romanOf(count);
    case 'upperRoman':
      return romanOf(count).toUpperCase();
    case 'decimalZero':
      return String(count).padStart(2, '0');
    case 'none':
      return '';
    default:
      return String(count);
  }
}

/** a to z, then aa to zz, as Word counts. */
const lettersOf = (count: number): string =>
  count < 1
    ? String(count)
    : String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.min(9, Math.ceil(count / 26)));

/** There are no Roman figures beyond: Word counts on in ours. */
const romanOf = (count: number): string =>
  count < 1 || count > 3999 ? String(count) : roman(count);
