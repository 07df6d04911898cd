/** Letters of the fonts Symbol and Wingdings, as Unicode has them. */

/** By the last byte of their code: Word writes F0B7 for the bullet of Symbol. */
const SYMBOLS: Record<string, string> = {
  b7: '•',
  a7: '▪',
  a8: '☐',
  fc: '✓',
  fb: '✗',
  fe: '☒',
  '6f': '☐',
  '6e': '■',
  '6c': '●',
  '71': '❑',
  '76': '❖',
  d8: '➢',
  e0: '→',
  '2d': '–',
};

/** A letter in the private range of a symbol font as a common one; any other letter as it is. */
export function symbolOf(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0xf000 || code > 0xf0ff) return letter;
  return SYMBOLS[(code & 0xff).toString(16)] ?? '•';
}
