import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue, finding, linkOf, type FindingCode } from './catalogue.ts';
import { findingsDocument } from './documentation.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

describe('docs/findings.md', () => {
  const written = readFileSync(path.join(ROOT, 'docs/findings.md'), 'utf8');

  it('is what the catalogue gives: npm run findings', () => {
    expect(written).toBe(findingsDocument());
  });

  it.each(Object.keys(catalogue) as FindingCode[])('explains %s where its link leads', (code) => {
    const place = { file: 'a.mdx', line: 1, column: 1 };
    const [file = '', anchor] = linkOf(finding(code, place, 'x', 'y')).split('#');
    expect(readFileSync(path.join(ROOT, file), 'utf8')).toContain(`\n### ${anchor}\n`);
  });
});
