/** Printing in the terminal, and refusals. */
import { stripVTControlCharacters, styleText } from 'node:util';
import { terminalReporter } from '../findings/report.ts';
import { visible, visibleWithStyles } from '../findings/visible.ts';
import { londonDay, type IsoDate } from '../notices/dates.ts';
import type { Reported } from '../findings/catalogue.ts';

/** Why a command was refused, and how the publisher can fix that. */
export interface Reason {
  message: string;
  hint: string;
}

/** Ends a command that changed nothing, for reasons that the publisher can fix. */
export class Refusal extends Error {
  readonly reasons: readonly Reason[];

  constructor(message: string, hint = '', others: readonly Reason[] = []) {
    super(message);
    this.reasons = [{ message, hint }, ...others];
  }
}

/** Refuses for all reasons at once; does nothing if there are none. */
export function refuseAll([first, ...others]: readonly Reason[]): void {
  if (first) throw new Refusal(first.message, first.hint, others);
}

/**
 * Refuses an option whose words would act on a page, a log or a terminal.
 *
 * @throws Refusal naming the option
 */
export function refuseControls(options: Readonly<Record<string, string | undefined>>): void {
  for (const [name, written] of Object.entries(options)) {
    if (written === undefined || visible(written, true) === written) continue;
    throw new Refusal(
      `--${name} has characters that are not seen: ${visible(written, true)}`,
      'write it in one line, in letters and signs alone',
    );
  }
}

type Style = Parameters<typeof styleText>[0];

/** Text in a style, if the terminal supports that. */
export const paint = (style: Style, text: string): string =>
  styleText(style, text, { stream: process.stdout, validateStream: true });

/** Prints a line of the answer. */
export const print = (text = ''): void => void process.stdout.write(`${visibleWithStyles(text)}\n`);

/** Prints a line that is not part of the answer, so that the answer can be piped. */
export const printAside = (text: string): void =>
  void process.stderr.write(`${visibleWithStyles(text)}\n`);

/** Says by which day something was dated, where that is not the day of the clock. */
export function printClock(today: IsoDate): void {
  const clock = londonDay(new Date());
  if (clock !== today) print(`NOTICEBOARD_TODAY is ${today}; the clock says ${clock}.`);
}

/** A report of findings for the terminal. */
export const reported = (findings: readonly Reported[]): string =>
  terminalReporter({ colours: process.stdout.isTTY && !process.env['NO_COLOR'] })(findings);

/** Asks whether to do what cannot be undone. Where nobody can answer, the answer is no. */
export async function confirmed(message: string): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return false;
  const { confirm } = await import('@clack/prompts');
  return (await confirm({ message, initialValue: false })) === true;
}

/** Shows a spinner in a terminal while work is going on. */
export async function during<T>(doing: string, work: () => Promise<T>): Promise<T> {
  if (!process.stderr.isTTY) return work();
  const { spinner } = await import('@clack/prompts');
  const shown = spinner({ output: process.stderr });
  shown.start(doing);
  try {
    return await work();
  } finally {
    shown.stop(doing);
  }
}

/** Formats rows as a table with column heads. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = heads.map((head, column) =>
    Math.max(...[head, ...rows.map((row) => row[column] ?? '')].map(widthOf)),
  );
  const formatRow = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - widthOf(cell))))
      .join('  ')
      .trimEnd();
  return [paint('dim', formatRow(heads)), ...rows.map(formatRow)].join('\n');
}

const widthOf = (text: string): number => [...stripVTControlCharacters(text)].length;
