import fc from 'fast-check';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { markdownToHtml } from 'satteri';
import { describe, expect, it } from 'vitest';
import { inert, inertCode } from './markdown.ts';
import { visible } from './visible.ts';

/** The words and elements of Markdown as a reader of a comment gets them. */
function shownBy(markdown: string): { words: string[]; elements: string[] } {
  const words: string[] = [];
  const elements: string[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if (node.nodeName === '#text') {
      const { value } = node as DefaultTreeAdapterTypes.TextNode;
      if (value.trim() !== '') words.push(value.replace(/\n$/, ''));
    } else if (node.nodeName === '#comment') elements.push('comment');
    if ('tagName' in node) {
      elements.push([node.tagName, ...node.attrs.map(({ name }) => name)].join(' '));
    }
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  const features = { gfm: true, frontmatter: false, math: true } as const;
  visit(parseFragment(markdownToHtml(markdown, { features }).html));
  return { words, elements };
}

/** What GitHub and GitLab make links, pictures or commands of, in text that was rendered. */
const FOUND_BY_HOSTS: Record<string, RegExp> = {
  mention: /@[a-z\d]/iu,
  'issue or pull request': /#\d|\bGH-\d/iu,
  'prefix of a repository': /[a-z][-._=+:/]\d/iu,
  commit: /\b[\da-f]{7,64}\b/iu,
  address: /:\/\/|\bwww\./iu,
  email: /[\w.+-]@[\w-]/u,
  emoji: /:[\w+-]+:/u,
  mathematics: /\$[^$]+\$/u,
  'reference of GitLab': /[!%&~^][\w"]/u,
  'command of a log': /##\[|^\s*::/mu,
};

const withoutZeroWidth = (text: string): string => text.replaceAll('\u200b', '');
const expected = (text: string): string =>
  withoutZeroWidth(visible(text.replace(/\s+/gu, ' '))).trim();

/** Places in which reports put text. */
const PLACES: Record<string, (markdown: string) => string> = {
  paragraph: (markdown) => markdown,
  item: (markdown) => `- ${markdown}`,
  heading: (markdown) => `#### ${markdown}`,
  quote: (markdown) => `> <ins>${markdown}</ins>`,
  cell: (markdown) => `| a |\n| --- |\n| ${markdown} |`,
  'HTML block': (markdown) => `<div>${markdown}</div>`,
  'after words': (markdown) => `words ${markdown} words`,
};

const NASTY = [
  ...['@team', 'a@b.example', '#123', 'GH-1', 'owner/repo#1', 'TICKET-42', '!5', '~"label"', '&3'],
  ...['<img src=x onerror=alert(1)>', '</details>', '<script>', '<!-- -->', '<a href="x">'],
  ...['`code`', '```', '~~~', '**bold**', '_em_', '~~gone~~', '# h', '1. one', '- item', '+ item'],
  ...['[text](https://x.example)', '![i](x.png)', '[x]: /y', '[^1]', '[!NOTE]', '> quote', '| a |'],
  ...['https://x.example/a', 'www.x.example', 'ftp://x.example', 'mailto:a@b.example', '<x:y>'],
  ...['0123456789abcdef0123456789abcdef01234567', 'deadbeef', '1234567', ':+1:', ':tada:'],
  ...['::set-output name=a::b', '::error::x', '##[error]x', '\x1b[2J', '$x^2$', '$$', '\\', '---'],
  ...['===', '{x}', '&lt;', '&#64;team', '\n\n', '\r', '    code', '\t', '/close', ':::note', '\0'],
];
const nasty = fc
  .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 8 })), {
    maxLength: 8,
  })
  .map((parts) => parts.join(''));

describe.each(Object.entries(PLACES))('inert text in a %s', (_, put) => {
  const bare = shownBy(put('x'));

  it('shows any text as it is, and nothing else', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const { words, elements } = shownBy(put(`x${inert(text)}`));
        const spans = elements.filter((element) => element !== 'span');
        expect(spans).toEqual(bare.elements);
        const shown = withoutZeroWidth(words.join(''));
        const around = bare.words.join('').split('x');
        expect(shown.trim()).toBe(
          `${around[0] ?? ''}x${withoutZeroWidth(visible(text.replace(/\s+/gu, ' ')))}${around[1] ?? ''}`.trim(),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('begins a line with any text', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const given = expected(text);
        fc.pre(given !== '');
        const { words, elements } = shownBy(put(inert(text).trim()));
        expect(elements.filter((element) => element !== 'span')).toEqual(bare.elements);
        const [before = '', after = ''] = bare.words.join('').split('x');
        expect(withoutZeroWidth(words.join('')).trim()).toBe(`${before}${given}${after}`.trim());
      }),
      { numRuns: 300 },
    );
  });

  it('has nothing that a host acts on', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const { words } = shownBy(put(inert(text)));
        for (const [what, found] of Object.entries(FOUND_BY_HOSTS)) {
          for (const word of words) expect(word, what).not.toMatch(found);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('inert text', () => {
  it.each([
    ['Ask @team about #12', 'Ask @&#8203;team about &#35;&#8203;12'],
    ['https://acme.example', 'https:&#8203;//acme.example'],
    ['1. January & <b>', '1&#46; January &#38; &#60;b&#62;'],
    ['costs $5', 'costs <span>&#36;</span>5'],
    ['at 10:30 on 2026-01-31, COVID-19', 'at 10:30 on 2026-01-31, COVID-&#8203;19'],
    ['We keep it for six years.', 'We keep it for six years.'],
  ])('is written so that its source can be read: %s', (text, markdown) => {
    expect(inert(text)).toBe(markdown);
  });

  it('is a name in code as well', () => {
    expect(shownBy(inertCode('a`b<c>|@d'))).toEqual({
      words: ['a`b<c>|@\u200bd'],
      elements: ['p', 'code'],
    });
  });
});
