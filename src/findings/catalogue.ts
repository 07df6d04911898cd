/**
 * What a check has to say. Findings are data: codes are permanent, words are for people, and
 * every one names its place and the edit that mends it.
 */

/** Every finding there is, with its severity. Errors fail the build, warnings do not. */
export const catalogue = {
  'anchor-invalid': 'error',
  'anchor-lost': 'error',
  'anchor-repeated': 'error',
  'anchor-suggested': 'warning',
  'attribute-left-out': 'warning',
  'body-empty': 'error',
  'change-contradicted': 'warning',
  'change-missing': 'error',
  'change-section-unknown': 'error',
  'change-type': 'warning',
  'code-unclosed': 'error',
  'component-filled': 'error',
  'component-unknown': 'error',
  'component-without-facts': 'error',
  'covers-invalid': 'error',
  'date-impossible': 'error',
  'date-order': 'error',
  'date-repeated': 'error',
  'date-retroactive': 'warning',
  'date-unchanged': 'warning',
  'date-unquoted': 'error',
  'effective-not-file-name': 'error',
  'element-forbidden': 'error',
  'fact-unrecorded': 'warning',
  'fact-withdrawn': 'error',
  'expression-forbidden': 'error',
  'expression-unknown-name': 'error',
  'file-misplaced': 'error',
  'file-name': 'error',
  'file-ignored': 'warning',
  'folder-empty': 'error',
  'folder-missing': 'error',
  'footnote-unused': 'error',
  'frontmatter-missing': 'error',
  'heading-empty': 'warning',
  'heading-suspicious': 'warning',
  'heading-unspaced': 'error',
  'identifier-invalid': 'error',
  'identifier-suspicious': 'warning',
  'image-not-local': 'warning',
  'in-short-invalid': 'error',
  'key-missing': 'error',
  'key-unknown': 'error',
  'link-anchor-missing': 'error',
  'link-empty': 'warning',
  'link-relative': 'error',
  'link-scheme': 'error',
  'link-target-missing': 'error',
  'lock-lost': 'error',
  'lock-missing': 'warning',
  'lock-unreadable': 'error',
  'markup-printed': 'warning',
  'mdx-syntax': 'error',
  'notice-name': 'error',
  'notice-reserved': 'error',
  'not-utf8': 'error',
  'page-changed': 'error',
  'record-changed': 'error',
  'table-cell-lost': 'error',
  'translation-anchors': 'error',
  'translation-behind': 'warning',
  'translation-facts': 'error',
  'translation-language': 'error',
  'translation-without-original': 'error',
  'value-cut': 'warning',
  'value-invalid': 'error',
  'version-changed': 'error',
  'version-removed': 'error',
  'version-slipped-in': 'error',
  'version-unlocked': 'error',
  'yaml-syntax': 'error',
} as const satisfies Record<string, Severity>;

export type Severity = 'error' | 'warning';
export type FindingCode = keyof typeof catalogue;

/** A place in a file: line and column count from 1. */
export interface Place {
  file: string;
  line: number;
  column: number;
}

export interface Finding extends Place {
  code: FindingCode;
  severity: Severity;
  /** What is wrong, with the value found. */
  message: string;
  /** The exact edit to make. */
  hint: string;
}

export function finding(code: FindingCode, place: Place, message: string, hint: string): Finding {
  const { file, line, column } = place;
  return { code, severity: catalogue[code], file, line, column, message, hint };
}

export const isError = ({ severity }: Finding): boolean => severity === 'error';

/** Findings in reading order: by file, then place. */
export function inReadingOrder(findings: readonly Finding[]): Finding[] {
  return findings.toSorted(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column,
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
