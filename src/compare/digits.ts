/** Amounts by their value: figures of any script, and with whatever space between them. */

const DIGIT = /^\p{Nd}$/u;

/** Signs within amounts that a script writes in its own way, as they are in Latin script. */
const SIGNS: Readonly<Record<string, string>> = { '٪': '%', '٫': '.', '٬': ',' };

/**
 * An amount, a date or a reference in Latin digits and without spaces in amounts: the same for two
 * that say the same.
 */
export const valueOf = (number: string): string =>
  withLatinDigits(number.normalize('NFKC'))
    .replace(/\s(?!\()/g, '')
    .replace(/[٪٫٬]/g, (sign) => SIGNS[sign] ?? sign);

/** A text with its digits as those of Latin script. */
export const withLatinDigits = (text: string): string =>
  text.replace(/(?![0-9])\p{Nd}/gu, (digit) => String(digitOf(digit.codePointAt(0) ?? 0)));

/** Unicode keeps the digits of a script together, 0 to 9 in order: a digit is known by its place. */
function digitOf(codePoint: number): number {
  let zero = codePoint;
  while (DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return (codePoint - zero) % 10;
}
