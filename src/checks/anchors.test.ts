import { describe, expect, it } from 'vitest';
import { check, itFinds, LINES, say } from './testing.ts';

/** A version of a later day with another body. */
const later = (...written: string[]): string =>
  [...LINES.slice(0, 9), '', ...written]
    .join('\n')
    .replaceAll('2024-11-12', '2025-11-12')
    .replace('controller:', 'changeType: correction\ncontroller:');

const history = (before: string[], after: string[]) => ({
  'customers/2024-11-12.mdx': say(...before),
  'customers/2025-11-12.mdx': later(...after),
});

describe('the anchors of a notice through time', () => {
  itFinds([
    {
      what: 'an anchor in other capitals than before',
      files: history(['## A {#Retention}', '', 'A.'], ['## A {#retention}', '', 'B.']),
      file: 'customers/2025-11-12.mdx',
      found: 'warning anchor-similar 12:6',
      quotes: '"retention" was "Retention" in notices/customers/2024-11-12.mdx',
      edit: 'write {#Retention}',
    },
  ]);

  it('does not mind an anchor that stays, however its accents are typed', () => {
    const files = history(['## A {#caf\u00e9}', '', 'A.'], ['## A {#cafe\u0301}', '', 'B.']);
    expect(check(files)).toEqual([]);
  });

  it('finds the section of a change, however its accents are typed', () => {
    const files = history(['## A {#caf\u00e9}', '', 'A.'], ['## A {#caf\u00e9}', '', 'B.']);
    const text = files['customers/2025-11-12.mdx'].replace(
      'changeType: correction',
      'changeType: minor\nchanges:\n  - { kind: changed, section: cafe\u0301, summary: More. }',
    );
    expect(check({ ...files, 'customers/2025-11-12.mdx': text })).toEqual([]);
  });
});
