import { describe, expect, it } from 'vitest';
import { parseDocument } from '../document/index.ts';
import type { Inline } from '../document/model.ts';
import type { Facts } from '../notices/schema.ts';
import { compareDocuments } from './index.ts';
import { leavesOf } from './leaves.ts';
import { readingOf } from './reading.ts';
import { seeded } from '../../tests/setup/seeded.ts';
import { tokenise, type Tokens } from './tokens.ts';

const html =
  '<h2>Keeping</h2><p>We keep orders for six years.</p><table><tbody><tr><td>Orders</td><td>six years</td></tr></tbody></table>';

const parse = (text: string) => parseDocument<Facts>(text);

describe('what is read once', () => {
  it('is each line, whichever document it is in', () => {
    const [one, two] = [parseDocument(html), parseDocument(html)];
    expect(leavesOf(one)).toBe(leavesOf(one));
    expect(leavesOf(one).map(({ reading }) => reading)).toEqual(
      leavesOf(two).map(({ reading }) => reading),
    );
    expect(leavesOf(one)[1]?.reading).toBe(leavesOf(two)[1]?.reading);
  });

  it('is told apart by the way a line is set', () => {
    const text: Inline = { type: 'text', value: 'a  b' };
    const bold: Inline = { type: 'mark', tag: 'strong', content: [text] };
    expect(readingOf([text])).toBe(readingOf([{ ...text }]));
    expect(readingOf([bold])).not.toBe(readingOf([text]));
    expect([readingOf([text]), readingOf([bold])]).toMatchObject([
      { text: 'a b', content: [text] },
      { text: 'a b', content: [bold] },
    ]);
  });

  it.each([
    ['words', html.replaceAll('six', 'ten')],
    ['a link', html.replace('orders', '<a href="/orders">orders</a>')],
    ['a row', html.replace('</tr>', '</tr><tr><td>Letters</td><td>two years</td></tr>')],
    ['all of it', '<h2>Sharing</h2><p>We share letters with nobody else.</p>'],
  ])('gives the same comparison whatever was compared before: %s', (_, other) => {
    const [before, after] = [parse(html), parse(other)];
    const untouched = structuredClone([before, after]);
    const fresh = [
      compareDocuments(parse(html), parse(other)),
      compareDocuments(parse(other), parse(html)),
    ];
    compareDocuments(after, parse('<p>We keep orders for one year.</p>'));
    for (let time = 0; time < 2; time += 1) {
      expect(compareDocuments(after, before)).toEqual(fresh[1]);
      expect(compareDocuments(before, before).changes).toEqual([]);
      expect(compareDocuments(before, after)).toEqual(fresh[0]);
    }
    expect([before, after]).toEqual(untouched);
  });

  it('leaves the comparisons made before as they were', () => {
    const [before, after] = [parse(html), parse(html.replaceAll('six', 'ten'))];
    const first = compareDocuments(before, after);
    const kept = structuredClone(first);
    compareDocuments(before, after);
    compareDocuments(before, parse(html.replace('six', 'nine')));
    expect(first).toEqual(kept);
  });
});

describe('tokens', () => {
  const parts = (
    'one two May March s. Art. section www. http:// https://a.example x@b.example 5 12 2018 5,000 ' +
    "£ 4% (a) 5(1) don't co-operate users' third-party , . ; : ' ’ “ ” - – / months calendar day é " +
    'na\u{EF}ve cafe\u0301 soft\u00ADhyphen zero\u200Bwidth \u2060 GBP 👍🏽 🇬🇧 我们 ٣ ٪ _ + @ \t'
  ).split(' ');

  it('are the same whether or not the pattern is asked for every one of them', () => {
    const random = seeded(17);
    for (let time = 0; time < 2000; time += 1) {
      const text = Array.from({ length: 6 }, () => {
        const part = parts[random(parts.length)] ?? '';
        return random(2) === 0 ? `${part} ` : part;
      }).join('');
      expect(wordsOf(tokenise(text), text), text).toEqual(wordsOf(tokenise(text, true), text));
    }
  });
});

const wordsOf = (tokens: Tokens, text: string): unknown[] =>
  Array.from({ length: tokens.length }, (_, at) => [
    text.slice(tokens.start(at), tokens.end(at)),
    tokens.kind(at),
    tokens.key(at),
    tokens.weight(at),
  ]);
