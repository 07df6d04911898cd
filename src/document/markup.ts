/** HTML templates in TypeScript, for views that both the build and the browser print. */
import { attributeOf, escapeHtml } from './escape.ts';

/** Text that is already HTML and is not escaped. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

type Value = Markup | string | number | false | undefined | readonly Value[];

/** A template whose values are escaped, unless they are HTML already. */
export function markup(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  const parts = strings.map(
    (string, index) => string + (index < values.length ? print(values[index]) : ''),
  );
  return new Markup(parts.join(''));
}

function print(value: Value): string {
  if (value === undefined || value === false) return '';
  if (typeof value !== 'object') return escapeHtml(String(value));
  // Not "instanceof": words of the site are made by another copy of this module than the page's.
  return 'text' in value ? value.text : value.map(print).join('');
}

/** HTML that another part of the program has made. */
export const trusted = (text: string): Markup => new Markup(text);

/** An attribute with a space before it; empty if it has no value. */
export const attribute = (name: string, value: string | undefined): Markup =>
  trusted(attributeOf(name, value));
