/** Whatever a document says, printing it and reading it back says the same. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  parseDocument,
  type Block,
  type Cell,
  type Document,
  type Inline,
  type Item,
  type Section,
} from './index.ts';
import { GROUPS, MARKS } from './elements.ts';
import { renderBlocks, renderSections, type RenderOptions } from './print.ts';

export const OPTIONS: RenderOptions = {
  addressOf: (address) => address,
  labelOf: (field) => field,
};

export const reread = ({ lead, sections }: Document): Document =>
  parseDocument(renderBlocks(lead, OPTIONS) + renderSections(sections, OPTIONS));

/** A property without its key where it is absent, as the parser leaves it out. */
const perhaps = <K extends string, V>(
  key: K,
  value: fc.Arbitrary<V>,
): fc.Arbitrary<{ [P in K]?: V }> =>
  fc
    .option(value)
    .map((chosen) => (chosen === null ? {} : ({ [key]: chosen } as { [P in K]?: V })));

const WORDS = ['we', '<b>', '</p>', '&amp;', '"so"', "it's", '£5', 'a\u00A0b', 'é', '<!--', ']]>'];
const word = fc.oneof(
  fc.constantFrom(...WORDS),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 6 })
    .map((text) => text.replace(/[\s\p{Cc}\p{Cs}]/gu, ''))
    .filter((text) => text !== ''),
);
const words = fc.array(word, { minLength: 1, maxLength: 3 }).map((each) => each.join(' '));
const anchor = fc.stringMatching(/^[a-z]{1,4}(-[a-z0-9]{1,3})?$/);
const address = fc.constantFrom(
  'https://company.example/?a=1&b="2"',
  'mailto:privacy@company.example',
  'tel:+441632960123',
  '#retention',
  '/staff/#retention',
  '/',
);

/** Puts pieces of a line together in tidy form: no text beside another, no space at an end. */
function line(piece: fc.Arbitrary<Inline>): fc.Arbitrary<Inline[]> {
  const between = fc.oneof(
    fc.constantFrom<Inline[]>([], [{ type: 'text', value: ' ' }], [{ type: 'break' }]),
    anchor.map((name): Inline[] => [{ type: 'target', anchor: name }]),
  );
  return fc
    .tuple(piece, fc.array(fc.tuple(between, piece), { maxLength: 3 }))
    .map(([first, rest]) => joinTexts([first, ...rest.flatMap(([gap, next]) => [...gap, next])]));
}

function joinTexts(content: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const inline of content) {
    const last = joined.at(-1);
    if (inline.type === 'text' && last?.type === 'text') {
      joined[joined.length - 1] = { type: 'text', value: last.value + inline.value };
    } else joined.push(inline);
  }
  return joined;
}

const plain = words.map((value): Inline => ({ type: 'text', value }));
const image = fc.record({
  type: fc.constant('image' as const),
  source: fc.constantFrom('/map.png', '/a%20b.png?x=1&y=2'),
  alternative: fc.oneof(fc.constant(''), words),
});
const mark = (content: fc.Arbitrary<Inline[]>): fc.Arbitrary<Inline> =>
  fc
    .tuple(fc.constantFrom(...MARKS), content, fc.option(fc.constantFrom('fr', 'cy')))
    .map(([tag, inner, language]) => ({
      type: 'mark',
      tag,
      content: inner,
      // A span without a language says nothing, and is not kept.
      ...((language ?? (tag === 'span' && 'cy')) && { language: language ?? 'cy' }),
    }));

const unlinked = line(fc.oneof(plain, image, mark(line(plain))));
const link = fc.record({ type: fc.constant('link' as const), href: address, content: unlinked });
const piece = fc.oneof(
  { weight: 3, arbitrary: plain },
  image,
  link,
  mark(line(fc.oneof(plain, link))),
);
const content = line(piece);

const KEPT_GROUPS = GROUPS.filter(
  (tag) => !['article', 'div', 'footer', 'header', 'section'].includes(tag),
);

const { block, loose } = fc.letrec<{ block: Block; loose: Block[] }>((tie) => {
  const block = tie('block');
  const many = fc.array(block, { maxLength: 3 });
  /** What an item or a cell holds: text of its own, blocks, or text before blocks. */
  const loose = fc
    .tuple(fc.option(content), many)
    .map(([own, blocks]): Block[] => [
      ...(own ? [{ type: 'paragraph', content: own, bare: true } as const] : []),
      ...blocks,
    ]);
  const item: fc.Arbitrary<Item> = loose.map((blocks) => ({ blocks }));
  const cell = fc
    .tuple(
      fc.boolean(),
      loose,
      perhaps('columns', fc.integer({ min: 2, max: 9 })),
      perhaps('rows', fc.integer({ min: 2, max: 9 })),
    )
    .map(([header, blocks, columns, rows]): Cell => ({
      header: header && blocks.length > 0,
      blocks,
      ...columns,
      ...rows,
    }));
  const rows = fc.array(
    fc.array(cell, { minLength: 1, maxLength: 3 }).map((cells) => ({ cells })),
    { maxLength: 2 },
  );
  const number = fc.integer({ min: -2, max: 20 }).filter((start) => start !== 1);
  return {
    loose,
    block: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      content.map((inner): Block => ({ type: 'paragraph', content: inner })),
      fc.constant<Block>({ type: 'rule' }),
      fc
        .array(fc.oneof(word, fc.constantFrom('\n', '  ', '\t')), { maxLength: 5 })
        .map((parts): Block => ({ type: 'code', text: parts.join('').replace(/\n+$/, '') })),
      fc
        .tuple(
          fc.boolean(),
          fc.array(item, { minLength: 1, maxLength: 3 }),
          perhaps('start', number),
        )
        .map(([ordered, items, start]): Block => ({
          type: 'list',
          ordered,
          items,
          ...(ordered && start),
        })),
      fc
        .tuple(rows, rows, perhaps('caption', content))
        .map(([head, body, caption]): Block => ({ type: 'table', head, body, ...caption })),
      many.map((blocks): Block => ({ type: 'quote', blocks })),
      fc
        .array(
          fc.record({
            terms: fc.array(content, { minLength: 1, maxLength: 2 }),
            descriptions: fc.array(loose, { minLength: 1, maxLength: 2 }),
          }),
          { maxLength: 2 },
        )
        .map((entries): Block => ({ type: 'definitions', entries })),
      fc
        .tuple(
          words,
          fc.array(fc.record({ field: words, values: fc.array(content, { maxLength: 2 }) }), {
            maxLength: 2,
          }),
        )
        .map(([of, entries]): Block => ({ type: 'facts', of, entries })),
      fc
        .tuple(fc.constantFrom(...KEPT_GROUPS), many, perhaps('anchor', anchor))
        .map(([tag, blocks, id]): Block => ({ type: 'group', tag, blocks, ...id })),
    ),
  };
});

const flow = fc.array(block, { maxLength: 4 });

/** An outline of the depths given, in which a section is never more than one deeper. */
const headed = fc.array(
  fc.record({
    step: fc.integer({ min: 1, max: 5 }),
    heading: fc
      .tuple(plain, content)
      .map(([first, more]) => joinTexts([first, { type: 'text', value: ' ' }, ...more])),
    blocks: flow,
  }),
  { maxLength: 4 },
);

const document = fc.tuple(flow, headed).map(([lead, sections]): Document => {
  const outline: Section[] = [];
  const open: Section[] = [];
  sections.forEach(({ step, heading, blocks }, index) => {
    const level = Math.min(step, open.length + 1);
    const anchor = `section-${index}`;
    const section = { anchor, level, rank: level + 1, heading, blocks, sections: [] };
    open.length = level - 1;
    (open.at(-1)?.sections ?? outline).push(section);
    open.push(section);
  });
  return { lead, sections: outline };
});

/**
 * Tests that any document says the same when it is printed and read back.
 *
 * @param numRuns how many documents each property is tried with
 */
export function testRoundTrips(numRuns: number): void {
  describe('a document printed and read back', { timeout: 600_000 }, () => {
    it('has the same inline content', () => {
      fc.assert(
        fc.property(content, (inner) => {
          const printed: Document = { lead: [{ type: 'paragraph', content: inner }], sections: [] };
          expect(reread(printed)).toEqual(printed);
        }),
        { numRuns },
      );
    });

    it('has the same list items', () => {
      fc.assert(
        fc.property(loose, (blocks) => {
          const printed: Document = {
            lead: [{ type: 'list', ordered: false, items: [{ blocks }] }],
            sections: [],
          };
          expect(reread(printed)).toEqual(printed);
        }),
        { numRuns },
      );
    });

    it('has the same blocks and sections', () => {
      fc.assert(
        fc.property(document, (printed) => {
          expect(reread(printed)).toEqual(printed);
        }),
        { numRuns },
      );
    });

    it('is printed in the same way again', () => {
      fc.assert(
        fc.property(document, (printed) => {
          const again = reread(printed);
          expect(renderBlocks(again.lead, OPTIONS) + renderSections(again.sections, OPTIONS)).toBe(
            renderBlocks(printed.lead, OPTIONS) + renderSections(printed.sections, OPTIONS),
          );
        }),
        { numRuns },
      );
    });
  });
}
