/** Styles of a Word document: what a paragraph is by its style, and how its letters look. */
import { find, findAll, isOn, valueOf, type XmlElement } from './docx-xml.ts';

/** How letters look, as far as an import cares. */
export interface Look {
  bold?: boolean;
  italic?: boolean;
  isUnderlined?: boolean;
  isStruck?: boolean;
  isHidden?: boolean;
  size?: number;
}

interface Style {
  id: string;
  name: string;
  element: XmlElement;
  basedOn?: string;
}

/** Names of headings in the languages whose word processors do not keep to English names. */
const HEADING =
  /^(?:heading|überschrift|titre|título|titolo|kop|rubrik|overskrift|otsikko|nadpis|nagłówek|pennawd|标题|見出し) ?([1-9])$/iu;

/** The styles of a document. */
export class Styles {
  readonly #styles = new Map<string, Style>();
  readonly #standard: string | undefined;
  readonly #defaults: Look;

  constructor(root: XmlElement | undefined) {
    for (const element of findAll(root, 'w:style')) {
      const id = valueOf(element, 'styleId') ?? '';
      const basedOn = valueOf(find(element, 'w:basedOn'));
      const name = valueOf(find(element, 'w:name')) ?? id;
      this.#styles.set(id, { id, name, element, ...(basedOn !== undefined && { basedOn }) });
      const isStandard = ['1', 'true', 'on'].includes(valueOf(element, 'default') ?? '');
      if (isStandard && valueOf(element, 'type') === 'paragraph') this.#standard ??= id;
    }
    this.#defaults = lookIn(find(root, 'w:docDefaults', 'w:rPrDefault', 'w:rPr'));
  }

  /** The style and those it is based on, nearest first. */
  chain(id: string | undefined): Style[] {
    const chain: Style[] = [];
    const seen = new Set<string>();
    for (let at = id ?? this.#standard; at !== undefined && !seen.has(at);) {
      seen.add(at);
      const style = this.#styles.get(at);
      if (!style) break;
      chain.push(style);
      at = style.basedOn;
    }
    return chain;
  }

  /** What a style is called, as Word names it in English. */
  nameOf(id: string | undefined): string | undefined {
    return id === undefined ? undefined : (this.chain(id)[0]?.name ?? id);
  }

  /** A property of paragraphs: of the paragraph itself, else of its style or one that it is based on. */
  property(properties: XmlElement | undefined, name: string): XmlElement | undefined {
    const own = find(properties, name);
    if (own) return own;
    for (const { element } of this.chain(valueOf(find(properties, 'w:pStyle')))) {
      const found = find(element, 'w:pPr', name);
      if (found) return found;
    }
    return undefined;
  }

  /** The level of a heading from 1, `title`, or undefined where it is none. */
  headingOf(properties: XmlElement | undefined): number | 'title' | undefined {
    const own = outline(find(properties, 'w:outlineLvl'));
    if (own !== undefined) return own === 10 ? undefined : own;
    const id = valueOf(find(properties, 'w:pStyle'));
    if (id === undefined) return undefined;
    const chain = this.chain(id);
    const named = chain.length > 0 ? chain : [{ id, name: id, element: undefined }];
    for (const { name, id: key, element } of named) {
      if (/^title$/i.test(name)) return 'title';
      const level = HEADING.exec(name)?.[1] ?? HEADING.exec(key)?.[1];
      if (level !== undefined) return Number(level);
      const outlined = outline(find(element, 'w:pPr', 'w:outlineLvl'));
      if (outlined !== undefined) return outlined === 10 ? undefined : outlined;
    }
    return undefined;
  }

  /** The look of letters in a paragraph of a style. */
  lookOf(properties: XmlElement | undefined, run: XmlElement | undefined): Look {
    const paragraph = this.#looksOf(valueOf(find(properties, 'w:pStyle')));
    const character = valueOf(find(run, 'w:rStyle'));
    return {
      ...this.#defaults,
      ...paragraph,
      ...(character !== undefined && this.#looksOf(character)),
      ...lookIn(run),
    };
  }

  readonly #looks = new Map<string, Look>();

  #looksOf(id: string | undefined): Look {
    const key = id ?? '';
    const known = this.#looks.get(key);
    if (known) return known;
    const look = this.chain(id)
      .reverse()
      .reduce<Look>((sum, { element }) => ({ ...sum, ...lookIn(find(element, 'w:rPr')) }), {});
    this.#looks.set(key, look);
    return look;
  }
}

/** 1 to 9; 10 is the text itself. */
function outline(element: XmlElement | undefined): number | undefined {
  const value = Number(valueOf(element) ?? NaN);
  return Number.isInteger(value) && value >= 0 && value <= 9 ? value + 1 : undefined;
}

function lookIn(properties: XmlElement | undefined): Look {
  if (!properties) return {};
  const on = (name: string): boolean | undefined => isOn(find(properties, name));
  const bold = on('w:b');
  const italic = on('w:i');
  const isUnderlined = on('w:u');
  const isHidden = on('w:vanish');
  const isStruck = on('w:strike') ?? on('w:dstrike');
  const size = Number(valueOf(find(properties, 'w:sz')) ?? NaN) / 2;
  return {
    ...(bold !== undefined && { bold }),
    ...(italic !== undefined && { italic }),
    ...(isUnderlined !== undefined && { isUnderlined }),
    ...(isHidden !== undefined && { isHidden }),
    ...(isStruck !== undefined && { isStruck }),
    ...(!Number.isNaN(size) && { size }),
  };
}
