import { describe, expect, it } from 'vitest';
import { parseDocument } from '../document/index.ts';
import type { Facts } from '../notices/schema.ts';
import { compareDocuments } from './index.ts';
import { leavesOf } from './leaves.ts';
import { readingOf } from './reading.ts';

const html =
  '<h2>Keeping</h2><p>We keep orders for six years.</p><table><tbody><tr><td>Orders</td><td>six years</td></tr></tbody></table>';

describe('what is read once', () => {
  it('is each line, whichever document it is in', () => {
    const [one, two] = [parseDocument(html), parseDocument(html)];
    expect(leavesOf(one)).toBe(leavesOf(one));
    expect(leavesOf(one).map(({ reading }) => reading)).toEqual(
      leavesOf(two).map(({ reading }) => reading),
    );
    expect(leavesOf(one)[1]?.reading).toBe(leavesOf(two)[1]?.reading);
  });

  it('is told apart by what is compared', () => {
    expect(readingOf('a  b').text).toBe('a b');
    expect(readingOf('a  b', 'a  b').text).toBe('a  b');
    expect(readingOf('a  b').text).toBe('a b');
  });

  it('gives the same comparison whatever was compared before', () => {
    const [before, after] = [html, html.replaceAll('six', 'ten')].map((each) =>
      parseDocument<Facts>(each),
    ) as [ReturnType<typeof parseDocument<Facts>>, ReturnType<typeof parseDocument<Facts>>];
    const first = structuredClone(compareDocuments(before, after));
    compareDocuments(after, before);
    expect(compareDocuments(before, before).changes).toEqual([]);
    expect(compareDocuments(before, after)).toEqual(first);
  });
});
