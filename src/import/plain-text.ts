/** Reads plain text a second time for the account: every line. */
import type { PlainUnit } from './model.ts';

/** The lines of a text that are not empty. */
export const plainText = (text: string): PlainUnit[] =>
  linesOf(text).flatMap((line, index): PlainUnit[] =>
    line.trim() === '' ? [] : [{ at: index + 1, text: line }],
  );

/** All lines of a text, without their ends. */
export const linesOf = (text: string): string[] => text.split(/\r\n|[\n\r]/);
