/** The beginning of a text, up to the end of a word: of a word that has no end in reach, as much as fits. */
export function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const end = text.lastIndexOf(' ', longest);
  return `${text.slice(0, end > longest / 2 ? end : longest)} …`;
}
