/** Reads what is in a paragraph of a Word document: runs, links, fields, tracked changes, pictures. */
import type { Code } from './codes.ts';
import { Line } from './docx-line.ts';
import type { Part } from './docx-package.ts';
import type { Look, Styles } from './docx-styles.ts';
import { symbolOf } from './docx-symbols.ts';
import { elementsOf, find, isOn, textIn, valueOf, type XmlElement } from './docx-xml.ts';
import type { Answers, Remark, Tracked } from './model.ts';

/** What is found out while a document is read. */
export interface Findings {
  tracked: Tracked;
  remarks: Remark[];
  /** The marks of notes in the order in which they are referred to, by kind and id. */
  notes: Map<string, { mark: string; at: number }>;
}

interface Field {
  code: string;
  isResult: boolean;
}

interface Place {
  href?: string | undefined;
  /** Why text here is not part of the notice. */
  out?: Code | undefined;
  paragraph?: XmlElement | undefined;
}

/** Elements that hold properties, or how it was before a change of them. */
const SKIPPED = /^w:(?:\w*Pr|\w*PrChange|instrText|delInstrText|sdtEndPr)$/;
const DATES = /^\s*(?:DATE|TIME|SAVEDATE|PRINTDATE|CREATEDATE)\b/i;

/** Reads paragraphs of one part, in order: fields may begin in one and end in another. */
export class Inline {
  readonly #fields: Field[] = [];
  readonly #styles: Styles;
  readonly #links: ReadonlyMap<string, string>;
  readonly #areFieldsClosed: boolean;
  readonly #answer: 'accept' | 'reject';
  readonly #found: Findings;
  #line = new Line();
  #at = 1;

  constructor({ root, links }: Part, styles: Styles, answers: Answers, found: Findings) {
    this.#styles = styles;
    this.#links = links;
    this.#answer = answers.tracked ?? 'accept';
    this.#found = found;
    this.#areFieldsClosed = openFields(root) === 0;
  }

  /** The text of a paragraph. `out` is why the whole of it is not part of the notice. */
  read(paragraph: XmlElement, at: number, out?: Code): Line {
    this.#line = new Line();
    this.#at = at;
    this.#walk(paragraph, { paragraph: find(paragraph, 'w:pPr'), out });
    return this.#line;
  }

  /** Whether text within an element is left out because of a change, counting the change. */
  outBy(name: string): Code | undefined {
    const isDeletion = name === 'w:del' || name === 'w:moveFrom' || name === 'w:cellDel';
    const isInsertion = name === 'w:ins' || name === 'w:moveTo' || name === 'w:cellIns';
    if (isDeletion) this.#found.tracked.deletions++;
    if (isInsertion) this.#found.tracked.insertions++;
    if (isDeletion && this.#answer === 'accept') return 'tracked-deletion';
    if (isInsertion && this.#answer === 'reject') return 'tracked-insertion';
    return undefined;
  }

  /** Says once that something is in the document that is not read. */
  sayEmbedded(): void {
    const { remarks } = this.#found;
    if (!remarks.some(({ code }) => code === 'embedded')) remarks.push({ code: 'embedded' });
  }

  /** Says that a content control holds only what to write there. */
  sayPlaceholder(content: XmlElement | undefined): void {
    this.#found.remarks.push({ code: 'placeholder', detail: shortened(textIn(content)) });
  }

  #walk(element: XmlElement, place: Place): void {
    for (const child of elementsOf(element)) this.#child(child, place);
  }

  #child(element: XmlElement, place: Place): void {
    const { name } = element;
    if (SKIPPED.test(name)) return;
    switch (name) {
      case 'w:r':
        return this.#run(element, place);
      case 'w:hyperlink':
        return this.#walk(element, { ...place, href: this.#hrefOf(element) });
      case 'w:fldSimple':
        this.#fields.push({ code: valueOf(element, 'instr') ?? '', isResult: true });
        this.#walk(element, place);
        this.#endField();
        return;
      case 'w:sdt':
        return this.#control(element, place);
      case 'w:bookmarkStart':
        this.#line.ids.push(valueOf(element, 'name') ?? '');
        return;
      case 'm:t':
        return this.#text(textIn(element), {}, place);
      default:
        return this.#walk(element, { ...place, out: this.outBy(name) ?? place.out });
    }
  }

  /** A content control. Text that only says what to write there is kept, and said. */
  #control(element: XmlElement, place: Place): void {
    const content = find(element, 'w:sdtContent');
    if (find(element, 'w:sdtPr', 'w:showingPlcHdr')) this.sayPlaceholder(content);
    if (content) this.#walk(content, place);
  }

  #run(run: XmlElement, place: Place): void {
    const look = this.#styles.lookOf(place.paragraph, find(run, 'w:rPr'));
    for (const child of elementsOf(run)) this.#inRun(child, look, place);
  }

  #inRun(element: XmlElement, look: Look, place: Place): void {
    switch (element.name) {
      case 'w:t':
      case 'w:delText':
        return this.#text(textIn(element), look, place);
      case 'w:tab':
      case 'w:ptab':
        return this.#text('\t', look, place);
      case 'w:br':
      case 'w:cr':
        return this.#text('\n', look, place);
      case 'w:noBreakHyphen':
        return this.#text('\u2011', look, place);
      case 'w:sym': {
        const code = Number.parseInt(valueOf(element, 'char') ?? '', 16);
        return this.#text(
          code > 31 && code < 0xffff ? symbolOf(String.fromCodePoint(code)) : '',
          look,
          place,
        );
      }
      case 'w:fldChar':
        return this.#fieldChar(element);
      case 'w:instrText':
        return this.#instruction(element, look, place);
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        return this.#note(element, place);
      case 'w:commentReference':
        this.#line.comments.push(valueOf(element, 'id') ?? '');
        return;
      default:
        return this.#drawn(element, look, place);
    }
  }

  /** Pictures and text boxes. Of an alternative content, the first that has text is read. */
  #drawn(element: XmlElement, look: Look, place: Place): void {
    const { name } = element;
    if (SKIPPED.test(name)) return;
    if (name === 'mc:AlternateContent') {
      const chosen = alternativeOf(element);
      if (chosen) for (const child of elementsOf(chosen)) this.#inRun(child, look, place);
      return;
    }
    if (name === 'w:txbxContent') {
      this.#line.boxes.push({ box: element, out: place.out });
      return;
    }
    const described = name === 'wp:docPr' ? element.attributes.get('descr') : undefined;
    const words = described ?? (name === 'v:shape' ? element.attributes.get('alt') : undefined);
    if (words?.trim()) {
      this.#found.remarks.push({ code: 'picture', detail: shortened(words) });
      this.#line.leaveOut('picture', words);
    }
    if (name === 'w:object') this.sayEmbedded();
    for (const child of elementsOf(element)) this.#inRun(child, look, place);
  }

  #text(raw: string, look: Look, { href, out }: Place): void {
    const text = [...raw.replace(/[\r\u00AD]|\n(?=.)/g, (one) => (one === '\n' ? ' ' : ''))]
      .map(symbolOf)
      .join('');
    const isCode = this.#areFieldsClosed && this.#fields.some(({ isResult }) => !isResult);
    if (text === '') return;
    if (isCode) return this.#line.leaveOut('field-code', text);
    if (out !== undefined) return this.#line.leaveOut(out, text);
    if (look.isHidden) return this.#line.leaveOut('hidden', text);
    if (look.isStruck && text.trim() !== '') {
      this.#found.remarks.push({ code: 'struck', detail: shortened(text) });
    }
    const isContents = this.#fields.some(({ code }) => /^\s*TOC\b/i.test(code));
    if (this.#areFieldsClosed && isContents && text.trim() !== '') this.#line.isContents = true;
    const link = href ?? this.#fields.map(({ code }) => hrefOfCode(code)).find(Boolean);
    this.#line.add(text, look, link);
  }

  #fieldChar(element: XmlElement): void {
    const type = valueOf(element, 'fldCharType');
    const field = this.#fields.at(-1);
    if (type === 'begin') this.#fields.push({ code: '', isResult: false });
    else if (type === 'separate' && field) field.isResult = true;
    else if (type === 'end') this.#endField();
  }

  #endField(): void {
    const field = this.#fields.pop();
    if (field && DATES.test(field.code)) {
      this.#found.remarks.push({ code: 'field-date', detail: String(this.#at) });
    }
  }

  /** The code of a field. What a MACROBUTTON shows stands in its code. */
  #instruction(element: XmlElement, look: Look, place: Place): void {
    const field = this.#fields.at(-1);
    if (!field || field.isResult) return;
    field.code += textIn(element);
    const shown = /^\s*MACROBUTTON\s+\S+\s(.*)$/is.exec(field.code)?.[1];
    if (shown === undefined) return;
    field.isResult = true;
    this.#text(shown, look, place);
  }

  #note(element: XmlElement, { out }: Place): void {
    if (out !== undefined) return;
    const key = `${element.name === 'w:footnoteReference' ? 'footnote' : 'endnote'} ${valueOf(element, 'id') ?? ''}`;
    const { notes } = this.#found;
    const { mark } = notes.get(key) ?? { mark: String(notes.size + 1) };
    if (!notes.has(key)) notes.set(key, { mark, at: this.#at });
    this.#line.runs.push({ text: '', note: mark });
  }

  #hrefOf({ attributes }: XmlElement): string | undefined {
    const anchor = attributes.get('w:anchor');
    const target = this.#links.get(attributes.get('r:id') ?? '');
    if (target === undefined) return anchor === undefined ? undefined : `#${anchor}`;
    return anchor === undefined ? target : `${target}#${anchor}`;
  }
}

/** The address in the code of a field: `HYPERLINK "https://…"`, or `\l` and a bookmark. */
function hrefOfCode(code: string): string | undefined {
  if (!/^\s*HYPERLINK\b/i.test(code)) return undefined;
  const address = /^\s*HYPERLINK\s+"([^"]*)"/i.exec(code)?.[1] ?? '';
  const bookmark = /\\l\s+"([^"]*)"/i.exec(code)?.[1];
  const href = address + (bookmark === undefined ? '' : `#${bookmark}`);
  return href === '' ? undefined : href;
}

/** Choice or Fallback, ECMA-376 part 3, 10.2.1: the first that has text, else the first. */
export function alternativeOf(element: XmlElement): XmlElement | undefined {
  const all = elementsOf(element);
  return all.find(hasText) ?? all[0];
}

const hasText = (element: XmlElement): boolean =>
  (element.name === 'w:t' && textIn(element).trim() !== '') || elementsOf(element).some(hasText);

/** How many fields begin and do not end. */
function openFields(element: XmlElement): number {
  if (element.name === 'w:fldChar') {
    const type = valueOf(element, 'fldCharType');
    return type === 'begin' ? 1 : type === 'end' ? -1 : 0;
  }
  return elementsOf(element).reduce((sum, child) => sum + openFields(child), 0);
}

/** Whether the end of a paragraph is deleted, or inserted. */
export const markOf = (paragraph: XmlElement): XmlElement | undefined =>
  elementsOf(find(paragraph, 'w:pPr', 'w:rPr')).find(
    (one) => /^w:(?:ins|del|moveFrom|moveTo)$/.test(one.name) && isOn(one),
  );

const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
};
