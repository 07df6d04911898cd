import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue, type FindingCode } from './catalogue.ts';
import { explanationOf, findingsDocument, listOfFindings } from './documentation.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

describe('docs/findings.md', () => {
  const written = readFileSync(path.join(ROOT, 'docs/findings.md'), 'utf8');

  it('is what the catalogue gives: npm run findings', () => {
    expect(written).toBe(findingsDocument());
  });
});

const CODES = Object.keys(catalogue) as FindingCode[];

describe('an explanation in a terminal', () => {
  it('has the code, the title, the meaning, the fix and the example', () => {
    expect(explanationOf('date-unquoted')).toBe(
      [
        'date-unquoted (error)',
        catalogue['date-unquoted'].title,
        '',
        'YAML turns a date without quotes into a moment in time, which can move by a',
        'day.',
        '',
        `Fix: ${catalogue['date-unquoted'].fix}`,
        '',
        `    ${catalogue['date-unquoted'].example}`,
      ].join('\n'),
    );
  });

  it.each(CODES)('of %s loses no word, and fits into 80 columns', (code) => {
    const { title, meaning, fix } = catalogue[code];
    const explained = explanationOf(code);
    const words = explained.replace(/\s+/g, ' ');
    for (const text of [title, meaning, fix]) expect(words).toContain(text.replace(/\s+/g, ' '));
    const [before = ''] = explained.split('\n\n    ');
    expect(before.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it.each(CODES)('of %s names no file that only this repository has', (code) => {
    expect(explanationOf(code)).not.toMatch(
      /README|CONTRIBUTING|src\/(?!content\/)|npm run findings/,
    );
  });

  it('lists every code under its subject', () => {
    const list = listOfFindings();
    for (const code of CODES) expect(list).toMatch(new RegExp(`^  ${code}  +\\S`, 'm'));
  });
});
