/** However long, deep or unlike two documents are, they are compared exactly and in time. */
import { describe, expect, it } from 'vitest';
import { parseDocument, type Block, type Document } from '../document/index.ts';
import type { Facts } from '../notices/schema.ts';
import { testTimes, timed } from './bounds.cases.ts';
import { newText, oldText, textOfDocument } from './testing.ts';

testTimes(0.1);

/** Lists within lists, made without a parser: that refuses what is nested too deeply. */
function nestedLists(depth: number, word: string): Document<Facts> {
  let blocks: Block[] = [{ type: 'paragraph', content: [{ type: 'text', value: word }] }];
  for (let level = 0; level < depth; level += 1) {
    blocks = [
      {
        type: 'paragraph',
        content: [{ type: 'text', value: `Level ${level} of our list` }],
        bare: true,
      },
      { type: 'list', ordered: false, items: [{ blocks }] },
    ];
  }
  return { lead: blocks, sections: [] };
}

describe('lists within lists', () => {
  it.each([60, 400])('may be %i deep', (depth) => {
    const [before, after] = [nestedLists(depth, 'old word'), nestedLists(depth, 'new word')];
    const { html, milliseconds } = timed(before, after);
    expect(milliseconds).toBeLessThan(5000);
    expect(newText(html)).toBe(textOfDocument(after));
    expect(oldText(html)).toBe(textOfDocument(before));
  });

  it('may be 200 deep in one version and none in the other', () => {
    const [before, after] = [nestedLists(200, 'old word'), parseDocument<Facts>('<p>One.</p>')];
    expect(oldText(timed(before, after).html)).toBe(textOfDocument(before));
    expect(newText(timed(after, before).html)).toBe(textOfDocument(before));
  });
});
