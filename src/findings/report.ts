/** Findings as people read them in a terminal. */
import { styleText } from 'node:util';
import { isError, type Finding } from './catalogue.ts';

export interface ReportOptions {
  /** Whether the terminal shows colours. */
  colours: boolean;
}

/** All findings, a paragraph each, and a line that counts them. */
export function report(findings: readonly Finding[], { colours }: ReportOptions): string {
  const paint = (style: Parameters<typeof styleText>[0], text: string): string =>
    colours ? styleText(style, text, { validateStream: false }) : text;
  const paragraphs = findings.map(({ file, line, column, severity, code, message, hint }) => {
    const label = severity === 'error' ? paint('red', 'error') : paint('yellow', 'warning');
    const indented = hint.replace(/\n/g, '\n      ');
    return (
      `${paint('bold', `${file}:${line}:${column}`)}  ${label}  ${message}  ${paint('dim', code)}\n` +
      `    ${paint('cyan', '→')} ${indented}`
    );
  });
  const errors = findings.filter(isError).length;
  return [...paragraphs, summary(errors, findings.length - errors)].join('\n');
}

const count = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? '' : 's'}`;

const summary = (errors: number, warnings: number): string =>
  `${count(errors, 'error')}, ${count(warnings, 'warning')}`;
