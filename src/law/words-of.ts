/** The words of a text: what a reader counts. */
export const wordsOf = (text: string): string[] =>
  text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.@/-]*/gu) ?? [];
