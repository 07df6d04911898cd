/** The words of a text: what a reader counts. */
export const wordsOf = (text: string): string[] =>
  text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.@/-]*/gu) ?? [];

/** Words as a row: "access, erasure and objection". */
export const listed = (words: readonly string[]): string => LIST.format(words);

const LIST = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** A text as a pattern that matches it and nothing else. */
export const literally = (text: string): string =>
  text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
