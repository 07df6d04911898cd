/** The second, plainer reading of a Word document. It shares no code with the first but the ZIP reader. */
import { SaxesParser } from 'saxes';
import type { Code } from './codes.ts';
import { symbolOf } from './docx-symbols.ts';
import { Zip } from './docx-zip.ts';
import type { Answers, PlainUnit } from './model.ts';

/** The text of a paragraph, and what of it is left out, by the reason. */
interface Paragraph {
  at: number;
  text: string;
  out: Map<Code, string>;
}

/** What is read in a part: its units, and where it refers to notes and comments. */
interface PlainPart {
  units: PlainUnit[];
  last: number;
  places: Map<string, number>;
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
    const readAll = (name: RegExp, out?: Code, at?: (id: string) => number): PlainUnit[] =>
      of(name).flatMap((one) => partOf(zip.read(one), answers, out, at).units);
    const body = of(/^word\/document\d*\.xml$/).map((one) => partOf(zip.read(one), answers))[0];
    const place = (kind: string) => (id: string) => body?.places.get(`${kind} ${id}`) ?? 1;
    return [
      ...(body?.units ?? []),
      ...readAll(/^word\/footnotes\d*\.xml$/, undefined, place('footnoteReference')),
      ...readAll(/^word\/endnotes\d*\.xml$/, undefined, place('endnoteReference')),
      ...readAll(/^word\/comments\d*\.xml$/, 'comment', place('commentReference')),
      ...readAll(/^word\/header\d*\.xml$/, 'page-header', () => 1),
      ...readAll(/^word\/footer\d*\.xml$/, 'page-footer', () => body?.last ?? 1),
    ];
  } catch {
    return [];
  }
}

/** Reads a part as a stream: what is open at the moment says where a text belongs. */
class PartReader {
  readonly done: Paragraph[] = [];
  readonly places = new Map<string, number>();
  last = 0;
  readonly #tracked: Answers['tracked'];
  readonly #placeOf: ((id: string) => number) | undefined;
  readonly #paragraphs: Paragraph[] = [];
  /** How many of each element are open. */
  readonly #open = new Map<string, number>();
  /** Of each alternative content, whether its first choice has text. */
  readonly #choices: boolean[] = [];
  #entry = '';
  #isHidden = false;

  constructor(tracked: Answers['tracked'], placeOf?: (id: string) => number) {
    this.#tracked = tracked;
    this.#placeOf = placeOf;
  }

  begin(local: string, values: ReadonlyMap<string, string>): void {
    const value = values.get('val') ?? '';
    if (local === 'AlternateContent') this.#choices.push(false);
    if (local === 'r') this.#isHidden = false;
    if (/^(?:footnote|endnote|comment)$/.test(local)) this.#entry = values.get('id') ?? '';
    if (local === 'p' && !this.#isSecond) this.#beginParagraph();
    if (local === 'vanish' && this.#within('r')) this.#isHidden = !/^(?:0|false|off)$/.test(value);
    if (/^(?:tab|ptab|br|cr)$/.test(local) && this.#within('r'))
      this.#add(/tab/.test(local) ? '\t' : '\n');
    if (local === 'noBreakHyphen') this.#add('\u2011');
    if (local === 'sym') {
      const code = Number.parseInt(values.get('char') ?? '', 16);
      if (code > 31 && code < 0xffff) this.#add(String.fromCodePoint(code));
    }
    if (/Reference$/.test(local)) this.places.set(`${local} ${values.get('id') ?? ''}`, this.last);
    const picture = local === 'docPr' ? values.get('descr')?.trim() : undefined;
    if (picture && !this.#isSecond) {
      const out = this.#paragraphs.at(-1)?.out;
      out?.set('picture', (out.get('picture') ?? '') + picture);
    }
    this.#open.set(local, (this.#open.get(local) ?? 0) + 1);
  }

  end(local: string): void {
    this.#open.set(local, (this.#open.get(local) ?? 0) - 1);
    if (local === 'p' && !this.#isSecond) this.#paragraphs.pop();
    if (local === 'AlternateContent') this.#choices.pop();
  }

  text(text: string): void {
    if (this.#within('t', 'delText')) this.#add(text.replace(/[\r\n]/g, ' '));
  }

  #beginParagraph(): void {
    const at = this.#placeOf?.(this.#entry) ?? ++this.last;
    const paragraph = { at, text: '', out: new Map<Code, string>() };
    this.#paragraphs.push(paragraph);
    this.done.push(paragraph);
  }

  #within(...names: string[]): boolean {
    return names.some((name) => (this.#open.get(name) ?? 0) > 0);
  }

  get #isSecond(): boolean {
    return this.#within('Fallback') && this.#choices.at(-1) === true;
  }

  #why(): Code | undefined {
    const isRejected = this.#tracked === 'reject';
    if (!isRejected && this.#within('del', 'moveFrom')) return 'tracked-deletion';
    if (isRejected && this.#within('ins', 'moveTo')) return 'tracked-insertion';
    return this.#isHidden ? 'hidden' : undefined;
  }

  #add(raw: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (!paragraph || this.#isSecond) return;
    if (this.#within('Choice') && raw.trim() !== '') this.#choices[this.#choices.length - 1] = true;
    const text = [...raw.replaceAll('\u00AD', '')].map(symbolOf).join('');
    const code = this.#why();
    if (code === undefined) paragraph.text += text;
    else paragraph.out.set(code, (paragraph.out.get(code) ?? '') + text);
  }
}

function partOf(
  bytes: Uint8Array | undefined,
  { tracked }: Answers,
  out?: Code,
  placeOf?: (id: string) => number,
): PlainPart {
  const reader = new PartReader(tracked, placeOf);
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ local, attributes }) => {
    reader.begin(local, new Map(Object.values(attributes).map((one) => [one.local, one.value])));
  });
  parser.on('closetag', ({ local }) => reader.end(local));
  parser.on('text', (text) => reader.text(text));
  parser.write(new TextDecoder().decode(bytes)).close();
  const { done, last, places } = reader;
  return { units: done.flatMap((one) => unitsOf(one, out)), last, places };
}

function unitsOf({ at, text, out }: Paragraph, code: Code | undefined): PlainUnit[] {
  return [
    { at, text: text.trim(), ...(code !== undefined && { out: code }) },
    ...[...out].map(([why, words]) => ({ at, text: words.trim(), out: why })),
  ].filter((unit) => unit.text !== '');
}
