/** An explanation of every kind of finding, made from the catalogue: docs/findings.md, and for terminals. */
import { catalogue, subjects, type Entry, type FindingCode } from './catalogue.ts';
import type { Entries } from './entries/entry.ts';

/** The whole document as Markdown. The heading of an entry is its code, so that `#code` leads to it. */
export const findingsDocument = (): string =>
  [
    '# Findings',
    'What `npm run build`, `npm run dev` and `npx noticeboard` can report, and how to fix it. An **error** stops a build; a **warning** does not. Codes never change. `npm run findings` writes this file from `src/findings/entries`.',
    ...subjects.flatMap(({ title, entries }) => [
      `## ${title}`,
      ...byCode(entries).map(([code, entry]) => section(code, entry)),
    ]),
  ].join('\n\n') + '\n';

const byCode = (entries: Entries): [code: string, entry: Entry][] =>
  Object.entries(entries).toSorted(([a], [b]) => (a < b ? -1 : 1));

/** How wide an explanation is in a terminal. */
const WIDTH = 78;

/** An explanation for a terminal: what the finding means, how to fix it, and an example. */
export function explanationOf(code: FindingCode): string {
  const { severity, title, meaning, fix, example }: Entry = catalogue[code];
  const paragraphs = [
    `${code} (${severity})\n${wrapped(title)}`,
    wrapped(meaning),
    wrapped(`Fix: ${fix}`),
  ];
  return [
    ...paragraphs,
    ...(example === undefined ? [] : [example.replace(/^(?=.)/gm, '    ')]),
  ].join('\n\n');
}

/** Every code with its title, under its subject. */
export const listOfFindings = (): string =>
  subjects
    .map(({ title, entries }) =>
      [
        title,
        ...byCode(entries).map(([code, { title: what }]) => `  ${code.padEnd(28)}  ${what}`),
      ].join('\n'),
    )
    .join('\n\n');

/** Lines that end at a space, with at most `WIDTH` characters where words allow it. */
export const wrapped = (text: string): string =>
  text.replace(new RegExp(`(.{1,${WIDTH}})(?: |$)`, 'g'), '$1\n').trimEnd();

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
