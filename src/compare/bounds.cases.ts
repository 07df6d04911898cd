/** However long, deep or unlike two documents are, they are compared exactly and in time. */
import { describe, expect, it } from 'vitest';
import { parseDocument, type Document } from '../document/index.ts';
import type { Facts } from '../notices/schema.ts';
import { compareDocuments, renderRedline } from './index.ts';
import { newText, oldText, textOfDocument, withoutSpace } from './testing.ts';

/** Numbers that look random and are the same in every run: mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((value) => ({ value, place: random() }))
    .toSorted((p, q) => p.place - q.place)
    .map(({ value }) => value);
}

/** A word, the frequent ones more often, as in any language. */
const wordOf = (random: () => number, prefix: string): string =>
  `${prefix}${Math.floor(2000 * random() ** 3).toString(36)}`;

const textOf = (count: number, random: () => number, prefix = 'w'): string =>
  Array.from({ length: count }, () => wordOf(random, prefix)).join(' ');

/** A notice of so many words: paragraphs of 60 under headings of their own. */
export function noticeOf(count: number, seed: number, prefix = 'w'): string[] {
  const random = seeded(seed);
  const blocks: string[] = [];
  for (let left = count, index = 0; left > 0; left -= 60, index += 1) {
    if (index % 8 === 0) blocks.push(`<h2>${textOf(3, random, prefix)}</h2>`);
    blocks.push(`<p>${textOf(Math.min(left, 60), random, prefix)}</p>`);
  }
  return blocks;
}

/** The same blocks with a word changed in every twentieth, some blocks gone and one moved. */
export function edited(blocks: readonly string[]): string[] {
  const changed = blocks
    .map((block, index) => (index % 20 === 7 ? block.replace(/ \w+ /, ' changed ') : block))
    .filter((_, index) => index % 97 !== 50);
  const [moved] = changed.splice(1, 1);
  return changed.toSpliced(Math.floor(changed.length / 2), 0, ...(moved ? [moved] : []));
}

interface Timed {
  html: string;
  /** Of processor time, which other work on the machine does not change. */
  milliseconds: number;
}

export function timed(before: Document<Facts>, after: Document<Facts>): Timed {
  const started = process.threadCpuUsage();
  const html = renderRedline(compareDocuments(before, after));
  const { user, system } = process.threadCpuUsage(started);
  return { html, milliseconds: (user + system) / 1000 };
}

/** Compares two pieces of HTML both ways; each within the time, and exact. */
function expectExact(before: string, after: string, limit: number): void {
  const [old, now] = [parseDocument<Facts>(before), parseDocument<Facts>(after)];
  for (const [from, to] of [
    [old, now],
    [now, old],
  ] as const) {
    const { html, milliseconds } = timed(from, to);
    expect(milliseconds).toBeLessThan(limit);
    expect(newText(html) === textOfDocument(to)).toBe(true);
    expect(withoutSpace(oldText(html)) === withoutSpace(textOfDocument(from))).toBe(true);
  }
}

const paragraphs = (texts: readonly string[]): string =>
  texts.map((text) => `<p>${text}</p>`).join('');
const listOf = (texts: readonly string[]): string =>
  `<ul>${texts.map((text) => `<li>${text}</li>`).join('')}</ul>`;
export const numbers = (count: number): number[] =>
  Array.from({ length: count }, (_, index) => index);

/**
 * Tests that no two documents take long to compare.
 *
 * @param share of the full sizes, which are up to 200,000 words
 */
export function testTimes(share: number): void {
  const size = (full: number): number => Math.round(full * share);
  const expectWithin = (before: string, after: string, full = 5000): void =>
    expectExact(before, after, Math.max(full * share, 1000));

  describe('the time a comparison takes', { timeout: 120_000 }, () => {
    it('is short for two documents that are the same', () => {
      const html = noticeOf(size(20_000), 1).join('');
      expectWithin(html, html);
    });

    it('is short when there is nothing on one side', () => {
      expectWithin('', noticeOf(size(20_000), 1).join(''));
    });

    it('is short for two documents that have nothing in common', () => {
      expectWithin(
        noticeOf(size(15_000), 1, 'a').join(''),
        noticeOf(size(15_000), 2, 'b').join(''),
      );
    });

    it('is short for two documents that have their words in common and no sentence', () => {
      expectWithin(noticeOf(size(15_000), 1).join(''), noticeOf(size(15_000), 2).join(''));
    });

    it('is short for a long document and edits all over it', () => {
      const blocks = noticeOf(size(200_000), 3);
      expectWithin(blocks.join(''), edited(blocks).join(''), 10_000);
    });

    it('is short for thousands of paragraphs that are the same, of which one goes', () => {
      const texts = numbers(size(5000)).map(() => 'We keep your details safe.');
      expectWithin(paragraphs(texts), paragraphs(texts.slice(1)));
    });

    it('is short for a cell in a table of many rows', () => {
      const rows = numbers(size(2000)).map(
        (index) => `<tr><td>Record ${index}</td><td>${index % 7} years</td><td>Tax</td></tr>`,
      );
      const table = (list: readonly string[]): string =>
        `<table><tbody>${list.join('')}</tbody></table>`;
      const middle = Math.floor(rows.length / 2);
      expectWithin(
        table(rows),
        table(rows.with(middle, (rows[middle] ?? '').replace('Tax', 'Service'))),
      );
    });

    it.each([
      ['each their own words', (index: number) => `Record ${index}`],
      ['all the same words', () => 'Tax'],
    ])('is short for a row in a table of many merged cells with %s', (_, wordsOf) => {
      const rows = numbers(size(1500)).map((index) => {
        const group = index % 3 === 0 ? `<td rowspan="3">Group ${index}</td>` : '';
        return `<tr>${group}${`<td>${wordsOf(index)}</td>`.repeat(5)}</tr>`;
      });
      const table = (list: readonly string[]): string =>
        `<table><tbody>${list.join('')}</tbody></table>`;
      expectWithin(table(rows), table(rows.slice(0, -3)));
    });

    it('is short for a list of many items in another order', () => {
      const random = seeded(5);
      const items = numbers(size(3000)).map(() => textOf(8, random));
      expectWithin(listOf(items), listOf(shuffled(items, random)));
    });

    it('is short for thousands of paragraphs of one word in another order', () => {
      const random = seeded(6);
      const words = numbers(size(10_000)).map((index) => `word${index}`);
      expectWithin(paragraphs(words), paragraphs(shuffled(words, random)));
    });

    it('is short for thousands of paragraphs of a few words each in another order', () => {
      const random = seeded(6);
      const words = numbers(size(10_000)).map(() => textOf(2, random));
      expectWithin(paragraphs(words), paragraphs(shuffled(words, random)));
    });

    it('is short for an edit in a paragraph of many thousand words', () => {
      const words = textOf(size(100_000), seeded(7)).split(' ');
      const after = words
        .with(size(50_000), 'changed')
        .toSpliced(size(70_000), 3)
        .toSpliced(10, 0, 'new');
      expectWithin(paragraphs([words.join(' ')]), paragraphs([after.join(' ')]));
    });

    it('is short for two such paragraphs that have only words in common', () => {
      expectWithin(
        paragraphs([textOf(size(50_000), seeded(7))]),
        paragraphs([textOf(size(50_000), seeded(8))]),
      );
    });

    it('is short for many characters without a space', () => {
      const text = 'abcdefghij'.repeat(size(5000));
      expectWithin(
        paragraphs([text]),
        paragraphs([`${text.slice(0, size(20_000))}x${text.slice(size(20_000))}`]),
      );
      const signs = '1.a-'.repeat(size(12_500));
      expectWithin(paragraphs([signs]), paragraphs([`${signs}b${signs.slice(9)}`]));
      const chinese = '我们收集您的姓名和地址'.repeat(size(4500));
      expectWithin(paragraphs([chinese]), paragraphs([chinese.replace('地址', '电话')]));
    });

    it('is short for a text that repeats one word', () => {
      expectWithin(
        paragraphs(['a '.repeat(size(40_000))]),
        paragraphs(['a '.repeat(size(39_000))]),
      );
      expectWithin(
        paragraphs(['a '.repeat(size(20_000))]),
        paragraphs(['b '.repeat(size(20_000))]),
      );
    });

    it('is short for a section of many that all have one name', () => {
      const sections = numbers(size(800)).map(
        (index) => `<h2>Notes</h2><p>Of number ${index} there is this to say and no more.</p>`,
      );
      expectWithin(sections.join(''), sections.toReversed().join(''));
    });
  });
}
