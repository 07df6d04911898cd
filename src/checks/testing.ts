/** For tests: a valid version, ways to add a mistake to it, and the findings that follow. */
import { expect, it } from 'vitest';
import type { IsoDate } from '../notices/dates.ts';
import { reservedBy } from '../notices/reserved.ts';
import { readVersionFile } from './file.ts';
import { checkFolder } from './folder.ts';
import type { Finding, FindingCode } from '../findings/catalogue.ts';

/** The version that every mistake is made in; rows of tests count its lines. */
export const LINES = [
  '---',
  'title: Customer privacy notice',
  'published: "2024-11-12"',
  'effective: "2024-11-12"',
  'controller:',
  '  name: Harbourlight IT Limited',
  '  contact:',
  '    email: privacy@harbourlight.example',
  '---',
  '',
  '## Who we are {#who-we-are}',
  '',
  'We are Harbourlight.',
];
export const GOOD = LINES.join('\n') + '\n';

/** The version with one line replaced by others. */
export const put = (line: number, ...written: string[]): string =>
  LINES.toSpliced(line - 1, 1, ...written).join('\n') + '\n';

/** The version with lines inserted before another. */
export const add = (line: number, ...written: string[]): string =>
  LINES.toSpliced(line - 1, 0, ...written).join('\n') + '\n';

/** The version without some of its lines. */
export const drop = (line: number, count = 1): string =>
  LINES.toSpliced(line - 1, count).join('\n') + '\n';

/** The version with another body, from line 11 on. */
export const say = (...written: string[]): string =>
  [...LINES.slice(0, 10), ...written].join('\n') + '\n';

/** Some pages of a site: no notice can have their names. */
export const PAGES = [
  'search/index.astro',
  '[...notice]/[version]/index.astro',
  '[...notice]/history/index.astro',
  '[...notice]/compare/index.astro',
];

export type Files = Record<string, string | Uint8Array>;
export const VERSION = 'customers/2024-11-12.mdx';

/** The findings for one version, or for a folder of files by their path. */
export function check(written: string | Uint8Array | Files): Finding[] {
  const single = typeof written === 'string' || written instanceof Uint8Array;
  const files: Files = single ? { [VERSION]: written } : written;
  return checkFolder(
    Object.entries(files).map(([path, text]) => ({
      path,
      file: `notices/${path}`,
      bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
    })),
    {
      today: '2026-11-22' as IsoDate,
      publicFile: (path) =>
        path === '/form.pdf' || path === '/images/map.png'
          ? { name: path }
          : path === '/large.pdf'
            ? {
                name: path,
                fault: { message: 'public/large.pdf is large', hint: 'make it smaller' },
              }
            : undefined,
      isReserved: reservedBy(PAGES),
      ownPages: new Set(['/about/']),
    },
    (file) => readVersionFile(file, String),
  ).findings;
}

export interface Mistake {
  /** What the author did. */
  what: string;
  files: string | Uint8Array | Files;
  /** The one finding of it: "error date-impossible 3:12". */
  found: `${'error' | 'warning'} ${FindingCode} ${number}:${number}`;
  /** Part of the message: the value found. */
  quotes: string;
  /** Part of the hint: the edit that fixes it. */
  edit: string;
  /** The file that the finding names, if it is not the one version. */
  file?: string;
}

/** One test per mistake: it has one finding, at its place, whose words quote and fix it. */
export function itFinds(mistakes: readonly Mistake[]): void {
  it.each(mistakes)('$what: $found', ({ files, found, quotes, edit, file = VERSION }) => {
    const findings = check(files);
    expect(
      findings.map(({ severity, code, line, column }) => `${severity} ${code} ${line}:${column}`),
    ).toEqual([found]);
    expect(findings[0]?.file).toBe(`notices/${file}`);
    expect(findings[0]?.message).toContain(quotes);
    expect(findings[0]?.hint).toContain(edit);
  });
}
