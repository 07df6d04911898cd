/** One paragraph of a Word document: its runs, and what of it is not part of the text. */
import type { Code } from './codes.ts';
import type { Look } from './docx-styles.ts';
import type { XmlElement } from './docx-xml.ts';
import type { Run } from './model.ts';

/** Collects the text of a paragraph. */
export class Line {
  readonly runs: Run[] = [];
  /** Text that is not part of the notice, by the reason. */
  readonly out: { code: Code; text: string }[] = [];
  /** Text boxes that are anchored here. */
  readonly boxes: { box: XmlElement; out?: Code | undefined }[] = [];
  /** Comments that refer to here, by their ids. */
  readonly comments: string[] = [];
  readonly ids: string[] = [];
  size: number | undefined;
  isContents = false;
  #visible = 0;
  #underlined = 0;

  /** Adds text that is shown. */
  add(text: string, look: Look, href: string | undefined): void {
    if (text === '') return;
    const last = this.runs.at(-1);
    const letters = text.trim().length;
    if (letters > 0) this.size ??= look.size;
    this.#visible += letters;
    if (look.isUnderlined && href === undefined) this.#underlined += letters;
    const isLike =
      last?.note === undefined &&
      last?.href === href &&
      (letters === 0 ||
        ((last?.bold ?? false) === (look.bold ?? false) &&
          (last?.italic ?? false) === (look.italic ?? false)));
    if (last && isLike) {
      last.text += text;
      return;
    }
    this.runs.push({
      text,
      ...(look.bold && { bold: true }),
      ...(look.italic && { italic: true }),
      ...(href !== undefined && { href }),
    });
  }

  /** Adds text that is not part of the notice. */
  leaveOut(code: Code, text: string): void {
    const last = this.out.at(-1);
    if (last?.code === code) last.text += text;
    else this.out.push({ code, text });
  }

  /** Puts the text of a paragraph before this one, whose end is gone. */
  prepend(before: Line): void {
    this.runs.unshift(...before.runs);
    this.out.unshift(...before.out);
    this.boxes.unshift(...before.boxes);
    this.comments.unshift(...before.comments);
    this.ids.unshift(...before.ids);
    this.size = before.size ?? this.size;
    this.isContents ||= before.isContents;
    this.#visible += before.#visible;
    this.#underlined += before.#underlined;
  }

  get isUnderlined(): boolean {
    return this.#visible > 0 && this.#underlined === this.#visible;
  }

  get isEmpty(): boolean {
    return this.#visible === 0 && !this.runs.some(({ note }) => note !== undefined);
  }

  /** Its runs without the white space at both ends. */
  trimmed(): Run[] {
    const runs = this.runs.map((run) => ({ ...run }));
    for (let first = runs[0]; first?.note === undefined && first; first = runs[0]) {
      first.text = first.text.trimStart();
      if (first.text !== '') break;
      runs.shift();
    }
    for (let last = runs.at(-1); last?.note === undefined && last; last = runs.at(-1)) {
      last.text = last.text.trimEnd();
      if (last.text !== '') break;
      runs.pop();
    }
    return runs;
  }
}
