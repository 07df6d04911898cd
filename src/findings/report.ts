/** Reports of findings: their common form, and the one for terminals. */
import { styleText } from 'node:util';
import { explainedBy, isError, type Reported } from './catalogue.ts';
import { visible } from './visible.ts';

/** Writes findings as text, in the order given. Other forms are in `report-github` and `report-json`. */
export type Reporter = (findings: readonly Reported[]) => string;

export interface TerminalOptions {
  /** Whether the terminal shows colours. */
  colours: boolean;
}

/** For people: a paragraph for each finding, a count, and the command that explains them. */
export const terminalReporter =
  ({ colours }: TerminalOptions): Reporter =>
  (findings) => {
    const paint = (style: Parameters<typeof styleText>[0], text: string): string =>
      colours ? styleText(style, text, { validateStream: false }) : text;
    const paragraphs = findings.map((each) => {
      const { line, column, severity } = each;
      const [file, message, hint] = [
        visible(each.file, true),
        visible(each.message),
        visible(each.hint),
      ];
      const label = severity === 'error' ? paint('red', 'error') : paint('yellow', 'warning');
      const indented = hint.replace(/\n/g, '\n      ');
      return (
        `${paint('bold', `${file}:${line}:${column}`)}  ${label}  ${message}  ${paint('dim', each.code)}\n` +
        `    ${paint('cyan', '→')} ${indented}`
      );
    });
    const { errors, warnings } = countsOf(findings);
    return [
      ...paragraphs,
      `${counted(errors, 'error')}, ${counted(warnings, 'warning')}`,
      ...(findings.length > 0 ? [paint('dim', `Explained by: ${explainedBy(findings)}`)] : []),
    ].join('\n');
  };

/** How many errors and warnings there are. */
export function countsOf(findings: readonly Reported[]): { errors: number; warnings: number } {
  const errors = findings.filter(isError).length;
  return { errors, warnings: findings.length - errors };
}

/** A number and its noun: "1 error", "2 errors". */
export const counted = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? '' : 's'}`;
