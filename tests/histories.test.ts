import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { mdxToMdast } from 'satteri';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { all, attribute, one, textOf, wordsOf } from './setup/html.ts';
import { kindOf, pagesOf, type BuiltSite, type Page } from './setup/site.ts';

const histories = inject('histories');

/** The files of real versions, by the address that each has to have. */
const sourcesOf = ({ notices }: BuiltSite): Map<string, string> =>
  new Map(
    globSync('**/*.mdx', { cwd: notices })
      .map((file) => file.split(path.sep).join('/'))
      .toSorted()
      .map((file) => [
        `/${file.replace(/\.mdx$/, '')}/`,
        readFileSync(path.join(notices, file), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, ''),
      ]),
  );

describe.runIf(histories)('the real histories', () => {
  const site = histories!;
  let sources: Map<string, string>;
  let pages: Map<string, Page>;

  beforeAll(() => {
    sources = sourcesOf(site);
    pages = new Map(pagesOf(site).map((page) => [page.path, page]));
  });

  /** What `check` finds wrong in each version that is looked at, by address. */
  function versionsWith(check: (page: Page, source: string) => unknown[]): Record<string, unknown> {
    const wrong = [...sources].flatMap(([address, source]) => {
      const page = pages.get(address);
      if (!page) throw new Error(`there is no page ${address}`);
      const found = check(page, source);
      return found.length > 0 ? [[address, found] as const] : [];
    });
    return Object.fromEntries(wrong);
  }

  it('have a page for every version and no other version pages', () => {
    const versions = [...pages.values()].filter((page) => kindOf(page) === 'version');
    expect(sources.size).toBeGreaterThan(30);
    expect(versions.map((page) => page.path)).toEqual([...sources.keys()]);
  });

  it('have a notice and a history for each of the six, with all its versions in it', () => {
    const notices = Map.groupBy(sources.keys(), (address) => address.replace(/[^/]+\/$/, ''));
    expect(notices.size).toBe(6);
    for (const [notice, addresses] of notices) {
      const history = pages.get(`${notice}history/`);
      if (!history) throw new Error(`there is no history of ${notice}`);
      const listed = all(history.document, 'li.version').map((entry) =>
        attribute(one(one(entry, 'h2'), 'a'), 'href'),
      );
      expect(listed).toEqual(addresses.toReversed());
      expect(pages.has(notice)).toBe(true);
    }
  });

  it('show the last version at the address of each notice', () => {
    const notices = Map.groupBy(sources.keys(), (address) => address.replace(/[^/]+\/$/, ''));
    for (const [notice, addresses] of notices) {
      const [atNotice, atVersion] = [notice, addresses.at(-1)!].map((address) =>
        textOf(pages.get(address)!.document),
      );
      expect(atNotice).toBe(atVersion);
      expect(atNotice!.length).toBeGreaterThan(1000);
    }
  });

  it('have a section for every heading with words, in the same order', () => {
    expect(
      versionsWith((page, source) => {
        const written = headingsOf(source);
        const shown = all(one(page.document, '.text'), 'section').map((section) => {
          const heading = all(section, 'div.heading')[0]!.childNodes[0]!;
          return wordsOf(heading);
        });
        return JSON.stringify(written) === JSON.stringify(shown) ? [] : [{ written, shown }];
      }),
    ).toEqual({});
  });

  it('have a link beside every heading', () => {
    expect(
      versionsWith(({ document }) =>
        all(one(document, '.text'), 'section').filter((section) => {
          const [heading, link] = all(section, 'div.heading')[0]!.childNodes;
          if (!heading || !link || !('attrs' in heading) || !('attrs' in link)) return true;
          const id = attribute(heading, 'id') ?? '';
          return !id || attribute(link, 'href') !== `#${encodeURIComponent(id)}`;
        }),
      ),
    ).toEqual({});
  });

  it('keep every sentence of their plain paragraphs word for word', () => {
    let looked = 0;
    expect(
      versionsWith(({ document }, source) => {
        const text = textOf(document);
        const sentences = sentencesOf(source);
        looked += sentences.length;
        return sentences.filter((sentence) => !text.includes(sentence));
      }),
    ).toEqual({});
    expect(looked).toBeGreaterThan(3000);
  });

  it('keep every word of their tables', () => {
    let looked = 0;
    expect(
      versionsWith(({ document }, source) => {
        const cells = all(one(document, '.text'), 'table').map((table) => wordsOf(table));
        const text = cells.join(' ');
        const rows = source.split('\n').filter((line) => /^\|.*\|$/.test(line));
        const words = rows
          .filter((row) => !/^[|\s:-]+$/.test(row))
          .flatMap((row) => plain(row.replace(/(?<!\\)\|/g, ' ')).split(' '))
          .filter((word) => /^\p{L}{5,}$/u.test(word));
        looked += words.length;
        return [...new Set(words.filter((word) => !text.includes(word)))];
      }),
    ).toEqual({});
    expect(looked).toBeGreaterThan(300);
  });
});

interface MarkdownNode {
  type: string;
  value?: unknown;
  alt?: unknown;
  children?: MarkdownNode[];
}

/** The words of a version's headings; those in lists and quotes begin no section. */
function headingsOf(source: string): string[] {
  const root = mdxToMdast(source, { features: { gfm: true, frontmatter: false } }) as MarkdownNode;
  return (root.children ?? [])
    .filter(({ type }) => type === 'heading')
    .map((heading) => markdownWords(heading).replace(/\s+/g, ' ').trim())
    .filter((words) => words !== '');
}

function markdownWords({ type, value, children = [] }: MarkdownNode): string {
  if (type === 'text' || type === 'inlineCode') return String(value);
  return type === 'break' ? ' ' : children.map(markdownWords).join('');
}

/** Sentences of eight words or more that stand in paragraphs without lists, tables or quotes. */
function sentencesOf(source: string): string[] {
  return source
    .split(/\n\s*\n/)
    .filter((block) => /^[\p{L}“"‘*[(]/u.test(block) && !/^\* |\n(-+|=+)$/.test(block))
    .flatMap((block) => plain(block).split(/(?<=[.!?]) (?=\p{Lu})/u))
    .filter((sentence) => sentence.split(' ').length >= 8);
}

/** Markdown without its marks: what a reader sees of it. */
function plain(markdown: string): string {
  return markdown
    .replace(/!?\[((?:[^[\]\\]|\\.)*)\]\((?:[^()\\]|\\.|\([^()]*\))*\)/g, '$1')
    .replace(/\[([^[\]]+)\]\[[^[\]]*\]/g, '$1')
    .replace(/<((?:https?|mailto):[^>]+)>/g, '$1')
    .replace(/\\\n/g, '\n')
    .replace(/(?<!\\)(\*\*\*|\*\*|\*|(?<!\w)_+|_+(?!\w)|`)/g, '')
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/[ \t\n\r]+/g, ' ')
    .trim();
}
