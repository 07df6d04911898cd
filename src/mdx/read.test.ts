import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headingText, sectionsOf, type Block, type Inline } from '../document/model.ts';
import { plainText } from '../notices/text.ts';
import { readVersion } from './read.ts';
import { withoutLater } from './split.ts';

const FACTS = `---
title: Notice
published: "2024-01-01"
effective: "2024-01-01"
controller:
  name: A Limited
  contact:
    email: a@a.example
---
`;

function read(body: string) {
  const bytes = new TextEncoder().encode(`${FACTS}\n${body}\n`);
  const { document, facts, findings, outline } = readVersion({
    file: 'notices/a/2024-01-01.mdx',
    bytes,
  });
  if (!document || !facts) throw new Error('the version cannot be read');
  const anchors = outline?.anchors ?? new Set<string>();
  return { document: document(), facts, anchors, codes: findings.map(({ code }) => code) };
}

const words = (value: string): Inline => ({ type: 'text', value });
const paragraph = (...content: Inline[]): Block => ({ type: 'paragraph', content });
const bare = (value: string): Block => ({ ...paragraph(words(value)), bare: true }) as Block;

describe('readVersion', () => {
  it.each<[what: string, body: string, lead: Block[]]>([
    [
      'a block inside a paragraph, which ends the paragraph',
      '<p>One <div>two</div> three</p>',
      [paragraph(words('One')), paragraph(words('two')), paragraph(words('three'))],
    ],
    [
      'rows of a table without a body',
      '<table><tr><th>H</th></tr><tr><td>a</td></tr></table>',
      [
        {
          type: 'table',
          head: [],
          body: [
            { cells: [{ header: true, blocks: [bare('H')] }] },
            { cells: [{ header: false, blocks: [bare('a')] }] },
          ],
        },
      ],
    ],
    [
      'a link inside a link, which ends the first',
      '<a href="https://a.example/">x <a href="https://b.example/">y</a></a>',
      [
        paragraph(
          { type: 'link', href: 'https://a.example/', content: [words('x ')] },
          { type: 'link', href: 'https://b.example/', content: [words('y')] },
        ),
      ],
    ],
    [
      'literals, without comments',
      'One{" "}two {/* gone */}three {"<"}',
      [paragraph(words('One two three <'))],
    ],
    [
      'a list in an item',
      '<ul><li>a<ul><li>b</li></ul></li></ul>',
      [
        {
          type: 'list',
          ordered: false,
          items: [
            {
              blocks: [
                bare('a'),
                { type: 'list', ordered: false, items: [{ blocks: [bare('b')] }] },
              ],
            },
          ],
        },
      ],
    ],
    [
      'the facts that components print, on lines of their own and inside a line',
      '<Controller />\n\nText <Contact />',
      [
        {
          type: 'facts',
          of: 'controller',
          entries: [{ field: 'name', values: [[words('A Limited')]] }],
        },
        paragraph(words('Text')),
        {
          type: 'facts',
          of: 'contact',
          entries: [
            {
              field: 'email',
              values: [
                [{ type: 'link', href: 'mailto:a@a.example', content: [words('a@a.example')] }],
              ],
            },
          ],
        },
      ],
    ],
    [
      'an attribute whose value is a literal',
      '<span lang={"cy"}>geiriau</span>',
      [paragraph({ type: 'mark', tag: 'span', language: 'cy', content: [words('geiriau')] })],
    ],
  ])('reads %s', (_what, body, lead) => {
    const { document, codes } = read(body);
    expect(document).toMatchObject({ lead, sections: [] });
    expect(codes).toEqual([]);
  });

  it('gives the page the same anchors as the checks, and calls sections without footnotes', () => {
    const body = [
      '## Keeping[^1] it[^b]',
      '## *Who*[^1] {"we"} are',
      '## § 1 <em>Terms</em>',
      '## Cafe\u0301 <br /> `x`',
      '### Ours {#cafe\u0301-2}',
      '<h3>By hand[^1]</h3>',
      '[^1]: A.',
      '[^b]: B. [Up](#keeping-it)',
    ].join('\n\n');
    const { document, anchors } = read(body);
    const sections = [...sectionsOf(document)];
    expect(sections.map(({ anchor, heading }) => [anchor, headingText(heading)])).toEqual([
      ['keeping-it', 'Keeping it'],
      ['who-we-are', 'Who we are'],
      ['1-terms', '§ 1 Terms'],
      ['caf\u00e9--x', 'Cafe\u0301 x'],
      ['caf\u00e9-2', 'Ours'],
      ['by-hand', 'By hand'],
    ]);
    expect([...anchors]).toEqual(sections.map(({ anchor }) => anchor));
  });

  it('leads a link to its place, however its accents are typed', () => {
    const { document } = read(
      '## Caf\u00e9\n\n[a](#cafe\u0301) [b](/a/#cafe%CC%81) [c](https://a.example/#e\u0301)',
    );
    const hrefs = JSON.stringify(document).match(/(?<="href":")[^"]*/g);
    expect(hrefs?.slice(0, 2)).toEqual(['#caf%C3%A9', '/a/#caf%C3%A9']);
    expect(decodeURI(hrefs?.[2] ?? '')).toBe('https://a.example/#e\u0301');
  });

  it('links a footnote to its place and back', () => {
    const { document } = read('Text[^1].\n\n[^1]: The note.');
    const json = JSON.stringify(document.lead);
    expect(json).toContain('"href":"#user-content-fn-1"');
    expect(json).toContain('{"type":"target","anchor":"user-content-fn-1"}');
    expect(json).toContain('{"type":"target","anchor":"user-content-fnref-1"}');
  });

  it('keeps the anchor of a heading over two lines', () => {
    const { document } = read('Heading over\ntwo lines {#both}\n---\n\nText');
    expect(document.sections).toMatchObject([
      { anchor: 'both', rank: 2, heading: [words('Heading over two lines')] },
    ]);
  });

  it('gives equal headings anchors of their own', () => {
    const { document, codes } = read('## Why\n\nA\n\n## Why\n\nB\n\n## Why {#other}\n\nC');
    expect(document.sections.map(({ anchor }) => anchor)).toEqual(['why', 'why-1', 'other']);
    expect(codes).toEqual(['anchor-suggested']);
  });

  it('reads a document once, however often it is asked for', () => {
    const bytes = new TextEncoder().encode(`${FACTS}\nText\n`);
    const { document } = readVersion({ file: 'a.mdx', bytes });
    expect(document?.()).toBe(document?.());
  });

  it.each([
    ['facts', FACTS],
    ['a later fact', FACTS.replace('controller', 'reviewed: "2024-02-01"\n\ncontroller')],
    [
      'a control character, which is blanked out to read the rest',
      FACTS.replace('A L', 'A\u0001L'),
    ],
    ['Windows line ends', FACTS.replaceAll('\n', '\r\n')],
  ])('knows the part that lasts of a file with %s', (_, facts) => {
    const source = `${facts}\nText\n`;
    const { lasting } = readVersion({
      file: 'a.mdx',
      bytes: new TextEncoder().encode(source),
    });
    expect(lasting).toBe(withoutLater(source));
  });

  it('prints the words of plain paragraphs as they are written', () => {
    const word = fc.stringMatching(/^[a-zàéûñ]{1,9}$/);
    const sentence = fc.array(word, { minLength: 1, maxLength: 9 }).map((all) => all.join(' '));
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 5 }), (sentences) => {
        const { document, facts } = read(sentences.join('\n\n'));
        expect(plainText(facts, document).split('\n\n').slice(1)).toEqual(
          sentences.map((each, index) => (index === sentences.length - 1 ? `${each}\n` : each)),
        );
      }),
      { numRuns: 50 },
    );
  });
});

describe('a file with the markers of a conflict', () => {
  const HEAD =
    '---\ntitle: A\npublished: "2026-01-01"\neffective: "2026-01-01"\ncontroller:\n  name: A\n  contact:\n    email: a@a.example\n---\n';
  const CONFLICT = '<<<<<<< HEAD\ntitle: B\n=======\ntitle: C\n>>>>>>> other\n';
  const found = (text: string): string[] =>
    readVersion({ file: 'x.mdx', bytes: new TextEncoder().encode(text) }).findings.map(
      ({ code, line }) => `${code} ${line}`,
    );

  it.each([
    ['facts', HEAD.replace('title: A\n', CONFLICT), 2],
    ['text', `${HEAD}\n## A {#a}\n\n${CONFLICT}`, 13],
  ])('in its %s has that as its only error', (_, text, line) => {
    expect(found(text)).toEqual([`merge-unfinished ${line}`]);
  });

  it('in an example in a block of code is no conflict', () => {
    expect(found(`${HEAD}\n## A {#a}\n\n\`\`\`\n${CONFLICT}\`\`\`\n`)).toEqual([]);
  });

  it('that are not all there has the error that it had', () => {
    expect(found(`${HEAD}\n## A {#a}\n\n<<<<<<< HEAD\n`)).toEqual(['mdx-syntax 13']);
  });
});
