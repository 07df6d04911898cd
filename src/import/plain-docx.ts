/** The second, plainer reading of a Word document. It shares no code with the first but the ZIP reader. */
import { SaxesParser } from 'saxes';
import type { Code } from './codes.ts';
import { HiddenStyles, isSwitchedOn } from './plain-docx-hidden.ts';
import { symbolOf } from './docx-symbols.ts';
import { Zip } from './docx-zip.ts';
import type { Answers, PlainUnit } from './model.ts';

/** The text of a paragraph, and what of it is left out, by the reason. */
interface Paragraph {
  at: number;
  text: string;
  out: Map<Code, string>;
  style?: string;
  /** Whether it is of a note that nothing refers to. */
  isUnplaced: boolean;
  /** Whether its end is gone: the next one goes on with it. */
  isJoined: boolean;
}

/** What is read in a part: its units, and where it refers to notes and comments. */
interface PlainPart {
  units: PlainUnit[];
  last: number;
  places: Map<string, number>;
}

/** How a part is read. */
interface Reading {
  tracked: Answers['tracked'];
  styles: HiddenStyles;
  /** Why nothing of the part is in the notice. */
  out?: Code;
  /** Where the entry of an id is referred to. Of a note, nowhere means that it is not shown. */
  placeOf?: (id: string) => number | undefined;
}

/**
 * Every paragraph of a Word document, its footnotes, comments, headers and footers. Text that tracked
 * changes delete or insert is a unit of its own where it is `out`. Empty where the bytes are no Word
 * document: its first reading has refused it.
 */
export function plainDocx(bytes: Uint8Array, answers: Answers = {}): PlainUnit[] {
  try {
    const zip = new Zip(bytes);
    const of = (name: RegExp): string[] => zip.names.filter((one) => name.test(one)).sort();
    const stylesheet = of(/^word\/styles\d*\.xml$/)[0];
    const styles = new HiddenStyles(stylesheet && decoded(zip.read(stylesheet)));
    const reading = { tracked: answers.tracked, styles };
    const readAll = (name: RegExp, more: Omit<Reading, 'tracked' | 'styles'>): PlainUnit[] =>
      of(name).flatMap((one) => partOf(zip.read(one), { ...reading, ...more }).units);
    const body = of(/^word\/document\d*\.xml$/).map((one) => partOf(zip.read(one), reading))[0];
    const place = (kind: string) => (id: string) => body?.places.get(`${kind} ${id}`);
    return [
      ...(body?.units ?? []),
      ...readAll(/^word\/footnotes\d*\.xml$/, { placeOf: place('footnoteReference') }),
      ...readAll(/^word\/endnotes\d*\.xml$/, { placeOf: place('endnoteReference') }),
      ...readAll(/^word\/comments\d*\.xml$/, {
        out: 'comment',
        placeOf: place('commentReference'),
      }),
      ...once([
        ...readAll(/^word\/header\d*\.xml$/, { out: 'page-header', placeOf: () => 1 }),
        ...readAll(/^word\/footer\d*\.xml$/, {
          out: 'page-footer',
          placeOf: () => Math.max(1, body?.last ?? 1),
        }),
      ]),
    ];
  } catch {
    return [];
  }
}

/** The headers and footers of first, even and odd pages are often the same. */
function once(units: PlainUnit[]): PlainUnit[] {
  const seen = new Set<string>();
  return units.filter(({ out, text }) => {
    const key = `${out ?? ''} ${text}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** What holds paragraphs that can be joined with each other only. */
const CONTAINERS = /^(?:body|tc|txbxContent|footnote|endnote|comment|hdr|ftr)$/;
const DELETED = /^(?:del|moveFrom)$/;
const INSERTED = /^(?:ins|moveTo)$/;

/** Reads a part as a stream: what is open at the moment says where a text belongs. */
class PartReader {
  readonly done: Paragraph[] = [];
  readonly places = new Map<string, number>();
  last = 0;
  readonly #reading: Reading;
  readonly #paragraphs: Paragraph[] = [];
  /** How many of each element are open. */
  readonly #open = new Map<string, number>();
  /** Of each alternative content, which of its alternatives is read, and which is open. */
  readonly #choices: { chosen?: number; at: number }[] = [];
  /** Of each open container, a paragraph that waits for the next one. */
  readonly #waiting: (Paragraph | undefined)[] = [];
  /** Of each open row, why it is left out. */
  readonly #rows: (Code | undefined)[] = [];
  /** Of each open run, whether it is hidden, and its style. */
  readonly #runs: { isHidden?: boolean; style?: string }[] = [];
  readonly #fields: { code: string; isResult: boolean }[] = [];
  readonly #areFieldsClosed: boolean;
  #entry = '';

  constructor(reading: Reading, areFieldsClosed: boolean) {
    this.#reading = reading;
    this.#areFieldsClosed = areFieldsClosed;
  }

  begin(local: string, values: ReadonlyMap<string, string>): void {
    const value = values.get('val') ?? '';
    this.#beginAlternative(local);
    if (/^(?:footnote|endnote|comment)$/.test(local)) this.#entry = values.get('id') ?? '';
    if (CONTAINERS.test(local)) this.#waiting.push(undefined);
    if (local === 'tbl') this.#waiting[this.#waiting.length - 1] = undefined;
    if (local === 'tr') this.#rows.push(undefined);
    if (local === 'r') this.#runs.push({});
    if (local === 'p' && !this.#isSecond) this.#beginParagraph();
    this.#property(local, value);
    if (this.#within('r') && !this.#within('rPr')) this.#special(local, values);
    if (/Reference$/.test(local)) this.places.set(`${local} ${values.get('id') ?? ''}`, this.#at);
    const picture = local === 'docPr' ? values.get('descr')?.trim() : undefined;
    const out = this.#paragraphs.at(-1)?.out;
    if (picture && !this.#isSecond) out?.set('picture', (out.get('picture') ?? '') + picture);
    this.#open.set(local, (this.#open.get(local) ?? 0) + 1);
  }

  end(local: string): void {
    this.#open.set(local, (this.#open.get(local) ?? 0) - 1);
    if (local === 'p' && !this.#isSecond) this.#endParagraph();
    if (CONTAINERS.test(local)) this.#waiting.pop();
    if (local === 'tr') this.#rows.pop();
    if (local === 'r') this.#runs.pop();
    if (local === 'AlternateContent') this.#choices.pop();
  }

  text(text: string): void {
    if (this.#within('t', 'delText')) this.#add(text.replace(/[\r\n]/g, ' '));
    else if (this.#within('instrText')) this.#instruction(text);
  }

  #beginAlternative(local: string): void {
    if (local === 'AlternateContent') this.#choices.push({ at: 0 });
    const choice = this.#choices.at(-1);
    if (/^(?:Choice|Fallback)$/.test(local) && choice) choice.at++;
  }

  #beginParagraph(): void {
    const before = this.#waiting.at(-1);
    const { placeOf } = this.#reading;
    const place = placeOf ? placeOf(this.#entry) : ++this.last;
    const paragraph = before ?? {
      at: place ?? 1,
      text: '',
      out: new Map<Code, string>(),
      isUnplaced: place === undefined,
      isJoined: false,
    };
    delete paragraph.style;
    paragraph.isJoined = false;
    this.#paragraphs.push(paragraph);
    if (!before) this.done.push(paragraph);
  }

  #endParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    this.#waiting[this.#waiting.length - 1] = paragraph?.isJoined ? paragraph : undefined;
  }

  get #at(): number {
    return Math.max(1, this.last);
  }

  /** A property of what is open: of letters, a paragraph or a row. */
  #property(local: string, value: string): void {
    const run = this.#runs.at(-1);
    const paragraph = this.#paragraphs.at(-1);
    const isInRun = this.#within('r') && this.#within('rPr');
    if (run && isInRun && local === 'vanish') run.isHidden = isSwitchedOn(value);
    if (run && isInRun && local === 'rStyle') run.style = value;
    if (paragraph && local === 'pStyle') paragraph.style = value;
    const isMark = !isInRun && this.#within('pPr') && this.#within('rPr');
    if (paragraph && isMark && this.#isChange(local)) paragraph.isJoined = true;
    if (!this.#within('trPr') || this.#rows.length === 0) return;
    const why = this.#isChange(local) ?? (local === 'hidden' ? 'hidden' : undefined);
    if (why !== undefined && (why !== 'hidden' || isSwitchedOn(value)))
      this.#rows[this.#rows.length - 1] ??= why;
  }

  /** Why text within a tracked change is left out. */
  #isChange(local: string): Code | undefined {
    if (this.#reading.tracked === 'reject')
      return INSERTED.test(local) ? 'tracked-insertion' : undefined;
    return DELETED.test(local) ? 'tracked-deletion' : undefined;
  }

  #special(local: string, values: ReadonlyMap<string, string>): void {
    if (/^(?:tab|ptab)$/.test(local)) this.#add('\t');
    if (/^(?:br|cr)$/.test(local)) this.#add('\n');
    if (local === 'noBreakHyphen') this.#add('\u2011');
    if (local === 'sym') {
      const code = Number.parseInt(values.get('char') ?? '', 16);
      if (code > 31 && code < 0xffff) this.#add(String.fromCodePoint(code));
    }
    if (local !== 'fldChar') return;
    const type = values.get('fldCharType');
    const field = this.#fields.at(-1);
    if (type === 'begin') this.#fields.push({ code: '', isResult: false });
    if (type === 'separate' && field) field.isResult = true;
    if (type === 'end') this.#fields.pop();
  }

  /** What a MACROBUTTON shows stands in the code of its field. */
  #instruction(text: string): void {
    const field = this.#fields.at(-1);
    if (!field || field.isResult) return;
    field.code += text;
    const shown = /^\s*MACROBUTTON\s+\S+\s(.*)$/is.exec(field.code)?.[1];
    if (shown === undefined) return;
    field.isResult = true;
    this.#add(shown);
  }

  #within(...names: string[]): boolean {
    return names.some((name) => (this.#open.get(name) ?? 0) > 0);
  }

  /** Whether it is an alternative of something that is read already. */
  get #isSecond(): boolean {
    return this.#choices.some(({ chosen, at }) => chosen !== undefined && chosen !== at);
  }

  #why(): Code | undefined {
    const change =
      this.#reading.tracked === 'reject'
        ? this.#within('ins', 'moveTo') && 'tracked-insertion'
        : this.#within('del', 'moveFrom') && 'tracked-deletion';
    if (change) return change;
    const row = this.#rows.find((why) => why !== undefined);
    if (row !== undefined) return row;
    const { isHidden, style } = this.#runs.at(-1) ?? {};
    const hidden = isHidden ?? this.#reading.styles.hides(this.#paragraphs.at(-1)?.style, style);
    return hidden && this.#within('r') ? 'hidden' : undefined;
  }

  #add(raw: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (!paragraph || this.#isSecond) return;
    if (raw.trim() !== '') for (const choice of this.#choices) choice.chosen ??= choice.at;
    const text = [...raw.replaceAll('\u00AD', '')].map(symbolOf).join('');
    const isCode = this.#areFieldsClosed && this.#fields.some(({ isResult }) => !isResult);
    const code = isCode ? 'field-code' : this.#why();
    if (code === undefined) paragraph.text += text;
    else paragraph.out.set(code, (paragraph.out.get(code) ?? '') + text);
  }
}

function partOf(bytes: Uint8Array | undefined, reading: Reading): PlainPart {
  const xml = decoded(bytes);
  const count = (type: string): number =>
    xml.match(new RegExp(`fldCharType=["']${type}["']`, 'g'))?.length ?? 0;
  const reader = new PartReader(reading, count('begin') === count('end'));
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ local, attributes }) => {
    reader.begin(local, new Map(Object.values(attributes).map((one) => [one.local, one.value])));
  });
  parser.on('closetag', ({ local }) => reader.end(local));
  const addText = (text: string) => reader.text(text);
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(xml).close();
  const { done, last, places } = reader;
  return { units: done.flatMap((one) => unitsOf(one, reading.out)), last, places };
}

/** XML of a Word document is UTF-8 or, with a mark before it, UTF-16. */
function decoded(bytes: Uint8Array = new Uint8Array()): string {
  const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0);
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

function unitsOf({ at, text, out, isUnplaced }: Paragraph, of: Code | undefined): PlainUnit[] {
  const code = of ?? (isUnplaced ? 'hidden' : undefined);
  return [
    { at, text: text.trim(), ...(code !== undefined && { out: code }) },
    ...[...out].map(([why, words]) => ({ at, text: words.trim(), out: why })),
  ].filter((unit) => unit.text !== '');
}
