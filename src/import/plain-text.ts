/** Reads plain text a second time for the account: every line. */
import { withoutTargets } from './addresses.ts';
import type { PlainUnit } from './model.ts';

/** The lines of a text that are not empty, without what mail programs put before each line that they quote. */
export const plainText = (text: string): PlainUnit[] =>
  linesOf(text).flatMap((line, index): PlainUnit[] => {
    const plain = line.replace(/^(?:> ?)+/, '');
    return plain.trim() === '' ? [] : [{ at: index + 1, text: plain, ...readAs(plain) }];
  });

function readAs(line: string): { shown?: string } {
  const shown = withoutTargets(line);
  return shown === line ? {} : { shown };
}

/** All lines of a text, without their ends. */
export const linesOf = (text: string): string[] => text.split(/\r\n|[\n\r]/);
