/** What the command says, and how it ends. */
import { stripVTControlCharacters, styleText } from 'node:util';
import { spinner } from '@clack/prompts';
import { report } from '../findings/report.ts';
import type { Finding } from '../findings/catalogue.ts';

/** Why a command does nothing, and what the publisher can do about it. */
export interface Reason {
  message: string;
  hint: string;
}

/** A refusal: the command did nothing, for reasons that the publisher can fix. */
export class Refusal extends Error {
  readonly reasons: readonly Reason[];

  constructor(message: string, hint = '', others: readonly Reason[] = []) {
    super(message);
    this.reasons = [{ message, hint }, ...others];
  }
}

/** Refuses for all reasons at once; does nothing when there is none. */
export function refuseAll([first, ...others]: readonly Reason[]): void {
  if (first) throw new Refusal(first.message, first.hint, others);
}

type Style = Parameters<typeof styleText>[0];

/** Text in a style where the terminal shows it; elsewhere as it is. */
export const paint = (style: Style, text: string): string =>
  styleText(style, text, { stream: process.stdout, validateStream: true });

export const print = (text = ''): void => void process.stdout.write(`${text}\n`);

/** What is not part of the answer, so that the answer can be piped. */
export const tell = (text: string): void => void process.stderr.write(`${text}\n`);

export const reported = (findings: readonly Finding[]): string =>
  report(findings, { colours: process.stdout.isTTY && !process.env['NO_COLOR'] });

/** Shows that long work goes on, where someone looks. */
export async function during<T>(doing: string, work: () => Promise<T>): Promise<T> {
  if (!process.stderr.isTTY) return work();
  const shown = spinner({ output: process.stderr });
  shown.start(doing);
  try {
    return await work();
  } finally {
    shown.stop(doing);
  }
}

/** Rows under their heads, in columns. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = heads.map((head, column) =>
    Math.max(...[head, ...rows.map((row) => row[column] ?? '')].map(widthOf)),
  );
  const lineOf = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - widthOf(cell))))
      .join('  ')
      .trimEnd();
  return [paint('dim', lineOf(heads)), ...rows.map(lineOf)].join('\n');
}

const widthOf = (text: string): number => [...stripVTControlCharacters(text)].length;
