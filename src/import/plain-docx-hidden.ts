/** Which styles of a Word document hide their text, for its second reading. */
import { SaxesParser } from 'saxes';

interface Style {
  basedOn?: string;
  isHidden?: boolean;
}

/** The styles that hide text or, based on one that does, show it again. */
export class HiddenStyles {
  readonly #styles = new Map<string, Style>();
  #standard: string | undefined;
  #isAllHidden = false;

  constructor(text: string | undefined) {
    if (text === undefined) return;
    let style: Style | undefined;
    let isText = false;
    const parser = new SaxesParser({ xmlns: true });
    parser.on('opentag', ({ local, attributes }) => {
      const values = new Map(Object.values(attributes).map((one) => [one.local, one.value]));
      const value = values.get('val') ?? '';
      if (local === 'style') {
        style = {};
        const id = values.get('styleId') ?? '';
        this.#styles.set(id, style);
        const isStandard = /^(?:1|true|on)$/.test(values.get('default') ?? '');
        if (isStandard && values.get('type') === 'paragraph') this.#standard ??= id;
      }
      if (local === 'rPr') isText = true;
      if (local === 'basedOn' && style) style.basedOn = value;
      if (local !== 'vanish' || !isText) return;
      if (style) style.isHidden ??= isSwitchedOn(value);
      else this.#isAllHidden = isSwitchedOn(value);
    });
    parser.on('closetag', ({ local }) => {
      if (local === 'style') style = undefined;
      if (local === 'rPr') isText = false;
    });
    parser.write(text).close();
  }

  /** Whether text is hidden by the style of its paragraph or, over it, of its letters. */
  hides(paragraph: string | undefined, letters: string | undefined): boolean {
    return (
      (letters === undefined ? undefined : this.#by(letters)) ??
      this.#by(paragraph ?? this.#standard) ??
      this.#isAllHidden
    );
  }

  #by(id: string | undefined): boolean | undefined {
    const seen = new Set<string>();
    for (let at = id; at !== undefined && !seen.has(at);) {
      seen.add(at);
      const style = this.#styles.get(at);
      if (style?.isHidden !== undefined) return style.isHidden;
      at = style?.basedOn;
    }
    return undefined;
  }
}

/** Whether the value of a property switches it on; without a value, it does. */
export const isSwitchedOn = (value: string): boolean => !/^(?:0|false|off|none)$/.test(value);
