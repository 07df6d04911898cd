/** docs/findings.md: an explanation of every kind of finding, made from the catalogue. */
import { subjects, type Entry } from './catalogue.ts';

/** The whole document as Markdown. The heading of an entry is its code, so that `#code` leads to it. */
export const findingsDocument = (): string =>
  [
    '# Findings',
    'What `npm run build`, `npm run dev` and `npx noticeboard` can report, and how to fix it. An **error** stops a build; a **warning** does not. Codes never change. `npm run findings` writes this file from `src/findings/entries`.',
    ...subjects.flatMap(({ title, entries }) => [
      `## ${title}`,
      ...Object.entries<Entry>(entries)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([code, entry]) => section(code, entry)),
    ]),
  ].join('\n\n') + '\n';

const section = (code: string, { severity, title, meaning, fix, example }: Entry): string =>
  [
    `### ${code}`,
    `**${title}** (${severity})`,
    meaning,
    `Fix: ${fix}`,
    ...(example === undefined ? [] : [fenced(example)]),
  ].join('\n\n');

/** A code block whose fence is longer than any in its content. */
function fenced(content: string): string {
  const fence = content.includes('```') ? '````' : '```';
  return `${fence}\n${content}\n${fence}`;
}
