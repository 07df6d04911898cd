/** Lines of text as they are put together: white space as browsers show it, runs that look the same. */
import type { Line, Run } from './model.ts';

/** How the text of a run looks. */
export type Format = Omit<Run, 'text' | 'note'>;

interface Part {
  run: Run;
  at: Line;
}

/** White space that a browser shows as one space, and the space that does not break. */
const SPACE = /[\t\n\f\r \u00A0]+/g;
/** What nobody sees: places where a word may break, and marks of byte order. */
const INVISIBLE = /[\u200B\u2060\uFEFF\u00AD]/g;

/** The words of one paragraph, heading or item. */
export class TextLine {
  #parts: Part[] = [];
  #endsInSpace = true;

  /** The characters so far, if they are few: a marker and no words. */
  get marker(): string | undefined {
    if (this.#parts.length > 6) return undefined;
    const text = this.#parts
      .map(({ run }) => run.text)
      .join('')
      .trim();
    return text !== '' && text.length <= 12 ? text : undefined;
  }

  get isBlank(): boolean {
    return this.#parts.every(({ run }) => run.note === undefined && run.text.trim() === '');
  }

  /** Adds text, with its white space as browsers show it, or as it is written in `<pre>`. */
  add(text: string, format: Format, at: Line, isPre = false): void {
    const seen = text.replace(INVISIBLE, '');
    if (isPre) {
      for (const [index, line] of seen.split(/\r\n?|\n/).entries()) {
        if (index > 0) this.break(at + index);
        this.#push(line.replace(SPACE, ' '), format, at + index);
      }
      return;
    }
    let shown = seen.replace(SPACE, ' ');
    if (this.#endsInSpace && shown.startsWith(' ')) shown = shown.slice(1);
    this.#push(shown, format, at);
  }

  /** A line that ends within the paragraph. */
  break(at: Line): void {
    this.#parts.push({ run: { text: '\n' }, at });
    this.#endsInSpace = true;
  }

  /** A space, if another link ends just here. */
  gapBeforeLink(href: string): void {
    const last = this.#parts.at(-1)?.run.href;
    if (last !== undefined && last !== href) this.space();
  }

  /** The mark of a footnote. */
  note(mark: string, at: Line): void {
    this.#parts.push({ run: { text: '', note: mark }, at });
  }

  /** A space between what two boxes hold, where nothing else stands between them. */
  space(): void {
    const last = this.#parts.at(-1);
    if (!last || this.#endsInSpace) return;
    last.run = { ...last.run, text: `${last.run.text} ` };
    this.#endsInSpace = true;
  }

  /** Forgets what stands so far, after it was read as a marker. */
  clear(): void {
    this.#parts = [];
    this.#endsInSpace = true;
  }

  /** Its paragraphs: two ends of a line and more stand between them, unless they are to be joined. */
  paragraphs(isJoined: boolean): { runs: Run[]; at: Line }[] {
    const paragraphs: Part[][] = [[]];
    let breaks: Part[] = [];
    for (const part of this.#parts) {
      if (part.run.text === '\n') breaks.push(part);
      else if (part.run.text.trim() === '' && breaks.length > 0) continue;
      else {
        if (breaks.length > 1 && !isJoined) paragraphs.push([]);
        else if (breaks[0]) paragraphs.at(-1)?.push(breaks[0]);
        breaks = [];
        paragraphs.at(-1)?.push(part);
      }
    }
    return paragraphs.flatMap((parts) => {
      const first = parts.find(({ run }) => run.text.trim() !== '' || run.note !== undefined);
      return first ? [{ runs: trimmed(spaced(joined(parts))), at: first.at }] : [];
    });
  }

  #push(text: string, format: Format, at: Line): void {
    if (text === '') return;
    this.#parts.push({ run: { text, ...format }, at });
    this.#endsInSpace = text.endsWith(' ');
  }
}

const KEYS = ['bold', 'italic', 'shift', 'href', 'note'] as const;

/** Runs that look the same become one. Space alone is neither bold nor italic. */
function joined(parts: readonly Part[]): Run[] {
  const runs: Run[] = [];
  for (const { run } of parts) {
    const last = runs.at(-1);
    if (run.text === '\n' || last === undefined || last.text === '\n' || run.note !== undefined) {
      runs.push({ ...run });
    } else if (run.text === ' ' || KEYS.every((key) => run[key] === last[key])) {
      last.text += run.text;
    } else runs.push({ ...run });
  }
  return runs;
}

/** Space at the ends of what is bold, italic or a link is put outside. */
function spaced(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  const plain = (text: string): void => {
    const last = out.at(-1);
    if (text === '') return;
    if (last && isPlain(last)) last.text += text;
    else out.push({ text });
  };
  for (const run of runs) {
    const words = run.text.trim();
    if (words === '' || isPlain(run)) {
      if (isPlain(run) && run.text !== '\n') plain(run.text);
      else out.push(run);
      continue;
    }
    const at = run.text.indexOf(words);
    plain(run.text.slice(0, at));
    out.push({ ...run, text: words });
    plain(run.text.slice(at + words.length));
  }
  return out;
}

const isPlain = ({ text, ...run }: Run): boolean =>
  text !== '\n' && KEYS.every((key) => run[key] === undefined);

function trimmed(runs: readonly Run[]): Run[] {
  const hasWords = ({ text, note }: Run): boolean => note !== undefined || text.trim() !== '';
  const first = runs.findIndex(hasWords);
  const last = runs.findLastIndex(hasWords);
  const kept = runs.slice(first, last + 1).filter(({ text, note }) => text !== '' || note);
  for (const [index, run] of kept.entries()) {
    if (index === 0) run.text = run.text.trimStart();
    // Space before the end of a line is not shown.
    if (index === kept.length - 1 || kept[index + 1]?.text === '\n') {
      if (run.text !== '\n') run.text = run.text.trimEnd();
    }
  }
  return kept;
}
