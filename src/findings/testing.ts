/** Markdown as its readers get it, for tests. */
import fc from 'fast-check';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { markdownToHtml } from 'satteri';

/** What a reader of a comment gets of Markdown. */
export interface Shown {
  words: string[];
  /** Each with the names of its attributes. */
  elements: string[];
  /** The values of attributes: where links lead. */
  links: string[];
  /** Words in code, in which hosts look for nothing. */
  code: string[];
}

/** Renders Markdown as GitHub does before it looks for mentions and the like. */
export function shownBy(markdown: string): Shown {
  const shown: Shown = { words: [], elements: [], links: [], code: [] };
  const visit = (node: DefaultTreeAdapterTypes.Node, isCode: boolean): void => {
    if (node.nodeName === '#text') {
      const { value } = node as DefaultTreeAdapterTypes.TextNode;
      // Between blocks there is a line's end, between two words that are marked a space.
      if (value.trim() !== '' || !value.includes('\n'))
        (isCode ? shown.code : shown.words).push(value.replace(/\n$/, ''));
    } else if (node.nodeName === '#comment') shown.elements.push('comment');
    if ('tagName' in node) {
      shown.elements.push([node.tagName, ...node.attrs.map(({ name }) => name)].join(' '));
      shown.links.push(...node.attrs.map(({ value }) => value));
    }
    if (!('childNodes' in node)) return;
    for (const child of node.childNodes) visit(child, isCode || node.nodeName === 'code');
  };
  const features = { gfm: true, frontmatter: false, math: true } as const;
  visit(parseFragment(markdownToHtml(markdown, { features }).html), false);
  return shown;
}

/** What GitHub and GitLab make links, pictures or commands of, in text that was rendered. */
export const FOUND_BY_HOSTS: Record<string, RegExp> = {
  mention: /@[a-z\d]/iu,
  'issue or pull request': /#\d|\bGH-\d/iu,
  'prefix of a repository': /[a-z][-_=+:]\d/iu,
  commit: /\b[\da-f]{7,64}\b/iu,
  address: /:\/\/|\bwww\./iu,
  email: /[\w.+-]@[\w-]/u,
  emoji: /:[\w+-]+:/u,
  mathematics: /\$[^$]+\$/u,
  'reference of GitLab': /[!%&~^][\w"]/u,
  'command of a log': /##\[|^\s*::/mu,
};

/** Texts that mean something in Markdown, in HTML, to a host, in a log or to a terminal. */
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
/** Any text, often with one of those in it. */
export const nasty = fc
  .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 8 })), {
    maxLength: 8,
  })
  .map((parts) => parts.join(''));
