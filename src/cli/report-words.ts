/** Words of reports: cut where they are long, and in lists that are cut too. */

/** A text in one line, cut at a word, with a sign that it was. */
export function shortened(text: string, most: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= most) return line;
  const end = line.lastIndexOf(' ', most);
  // A pair of surrogates is not cut in two.
  const cut = line.slice(0, end > most / 2 ? end : most).replace(/[\ud800-\udbff]$/u, '');
  return `${cut}…`;
}

/** So many lines of a list are printed; the others are counted. */
const LINES = 20;

/** A list of Markdown under its heading; nothing if it has no lines. */
export function listOf(heading: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  const more = lines.length - LINES;
  return [
    `**${heading}**`,
    '',
    ...lines.slice(0, LINES).map((line) => `- ${line}`),
    ...(more > 0 ? [`- and ${more} more`] : []),
  ].join('\n');
}
