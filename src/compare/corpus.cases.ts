/** Real pairs of versions, when they lie beside the project: exact and sound, both ways. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { markdownToHtml } from 'satteri';
import { describe, expect, it } from 'vitest';
import { parseDocument, type Document } from '../document/index.ts';
import type { Facts } from '../notices/schema.ts';
import { compareDocuments, renderRedline } from './index.ts';
import {
  newDocument,
  newText,
  oldText,
  outlineOf,
  problemsOf,
  shapeOf,
  textOfDocument,
  withoutSpace,
} from './testing.ts';

const root = path.resolve(import.meta.dirname, '../..');
const folder = path.resolve(root, '../shared/corpus/version-pairs');
/** The names of the pairs; none where there are none. */
export const pairs = existsSync(folder)
  ? readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .toSorted()
  : [];

if (pairs.length === 0) {
  process.stdout.write('There is no corpus of version pairs: its tests are passed over.\n');
}

const FRONTMATTER = /^\uFEFF?---\r?\n[\s\S]*?\r?\n---\r?\n/;

function read(pair: string, version: 'old' | 'new'): { html: string; document: Document<Facts> } {
  const source = readFileSync(path.join(folder, pair, `${version}.md`), 'utf8');
  const { html } = markdownToHtml(source.replace(FRONTMATTER, ''));
  return { html, document: parseDocument<Facts>(html) };
}

const holdsPictureFromElsewhere = (document: Document): boolean =>
  /"type":"image","source":"(?!\/)/.test(JSON.stringify(document));

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/**
 * Tests what holds for the real versions that lie beside the project.
 *
 * @param every one pair in so many is compared both ways and with itself, and as many others
 *   one way, in turn forward and backward
 */
export function testCorpus(every: number): void {
  const tried = pairs
    .map((pair, index) => ({ pair, index }))
    .filter(({ index }) => index % every === 0 || index % (every / 2) === 1);
  describe.each(tried)('$pair', ({ pair, index }) => {
    const [older, newer] = [read(pair, 'old'), read(pair, 'new')];

    const isChosen = index % every === 0;

    const ways = [
      ['forward', older, newer],
      ['backward', newer, older],
    ] as const;
    it.each(ways.filter((_, way) => isChosen || way === index % 2))(
      'have an exact and valid redline when compared %s',
      (_, before, after) => {
        const html = renderRedline(compareDocuments(before.document, after.document));
        expect(newText(html)).toBe(textOfDocument(after.document));
        expect(withoutSpace(oldText(html))).toBe(withoutSpace(textOfDocument(before.document)));
        expect(wordsOf(oldText(html))).toEqual(wordsOf(textOfDocument(before.document)));
        expect(problemsOf(html)).toEqual([]);
        expect(shapeOf(html)).toBe(shapeOf(after.html));
        // A redline tells what such pictures show, since it may not load them.
        if (holdsPictureFromElsewhere(after.document)) return;
        expect(outlineOf(newDocument(html))).toEqual(outlineOf(after.document));
      },
    );

    if (!isChosen) return;
    it('have no changes compared with themselves', () => {
      const { changes, sections, statistics } = compareDocuments(newer.document, newer.document);
      expect(changes).toEqual([]);
      expect(sections.flatMap(({ states }) => states)).toEqual([]);
      expect(statistics.words).toMatchObject({ added: 0, removed: 0, moved: 0 });
    });
  });
}
