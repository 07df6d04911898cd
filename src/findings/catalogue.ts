/**
 * What checks report. Findings are data: a code is permanent, its texts are for people, and every
 * finding names its place and the edit that fixes it.
 */
import { facts } from './entries/facts.ts';
import { files } from './entries/files.ts';
import { changes, translations } from './entries/history.ts';
import { record } from './entries/record.ts';
import { links, sections } from './entries/sections.ts';
import { text } from './entries/text.ts';
import type { Entries, Severity } from './entries/entry.ts';

export type { Entry, Severity } from './entries/entry.ts';

/** The subjects of findings, in the order of the documentation. */
export const subjects = [
  { title: 'Files and folders', entries: files },
  { title: 'Facts', entries: facts },
  { title: 'Text', entries: text },
  { title: 'Headings and anchors', entries: sections },
  { title: 'Links and images', entries: links },
  { title: 'Changes', entries: changes },
  { title: 'Translations', entries: translations },
  { title: 'The record', entries: record },
] as const satisfies readonly { title: string; entries: Entries }[];

/** Every kind of finding by its code. Errors fail the build, warnings do not. */
export const catalogue = {
  ...files,
  ...facts,
  ...text,
  ...sections,
  ...links,
  ...changes,
  ...translations,
  ...record,
} as const satisfies Entries;

export type FindingCode = keyof typeof catalogue;

/** A place in a file: line and column count from 1. */
export interface Place {
  file: string;
  line: number;
  column: number;
}

/** Something to report at a place, by whatever catalogue explains its code. */
export interface Reported extends Place {
  code: string;
  /** What findings of this code are called, where the catalogue here does not say. */
  title?: string;
  severity: Severity;
  /** What is wrong, with the value found. */
  message: string;
  /** The exact edit to make. */
  hint: string;
}

export interface Finding extends Reported {
  code: FindingCode;
  /** What findings have in common that are reported once in a file; their message if absent. */
  cause?: string;
}

/** A finding of a kind at a place; its severity is that of its code. */
export function finding(code: FindingCode, place: Place, message: string, hint: string): Finding {
  const { file, line, column } = place;
  return { code, severity: catalogue[code].severity, file, line, column, message, hint };
}

/** The command that explains findings: it comes with the package, as docs/findings.md does not. */
export const explainedBy = (findings: readonly Pick<Reported, 'code'>[]): string =>
  `npx noticeboard explain ${[...new Set(findings.map(({ code }) => code))].join(' ')}`;

/** Whether a finding fails the build. */
export const isError = ({ severity }: Pick<Reported, 'severity'>): boolean => severity === 'error';

/** Sorts findings by file, then by place in it. */
export function inReadingOrder<Each extends Place>(findings: readonly Each[]): Each[] {
  return findings.toSorted(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column,
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
