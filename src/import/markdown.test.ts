import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readMarkdown } from './markdown.ts';
import { importSource } from './notice.ts';
import { plainMarkdown } from './plain-markdown.ts';
import type { Source } from './model.ts';

const sourceOf = (text: string): Source => {
  const bytes = new TextEncoder().encode(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { kind: 'markdown', name: 'privacy.md', bytes, sha256, text };
};

const bodyOf = (text: string): string => {
  const imported = importSource(sourceOf(text));
  return 'refused' in imported ? imported.refused : imported.body;
};

const NOTICE = `---
title: Privacy notice
layout: page
---

We keep *data* **safe**, see [our page][page].

- One
  - Two

    more of two
- Three

| What | How long |
|---|---|
| Orders | Six years |

<p>Write to <b>us</b>.</p>

## How long {#keep}

1. First
2. Second[^1]

[^1]: A note.

[page]: https://acme.example/privacy
`;

describe('a Markdown text', () => {
  it('becomes lists, tables, links, notes and headings with their ids', () => {
    expect(bodyOf(NOTICE))
      .toBe(`We keep *data* **safe**, see [our page](https://acme.example/privacy).

- One

  - Two

    more of two

- Three

| What | How long |
| --- | --- |
| Orders | Six years |

Write to **us**.

## How long {#keep}

1. First
2. Second[^1]

[^1]: A note.
`);
  });

  it('has a title and no words in the facts above it, and lines of the file', () => {
    const { title, pieces } = readMarkdown(sourceOf(NOTICE));
    expect(title?.text).toBe('Privacy notice');
    expect(pieces[0]).toMatchObject({ type: 'paragraph', at: 6 });
  });

  it('takes lines that are indented too far for text, and those between fences as they are', () => {
    const text = 'We hold:\n\n      - your [name](https://acme.example)\n\n```\n- code\n```\n';
    expect(readMarkdown(sourceOf(text)).pieces).toMatchObject([
      { type: 'paragraph' },
      { type: 'item', at: 3, runs: [{ text: 'your ' }, { href: 'https://acme.example' }] },
      { type: 'paragraph', runs: [{ text: '- code' }] },
    ]);
  });

  it('keeps the mark that a heading has for links, as the ids of a page', () => {
    const text = (heading: string): string =>
      bodyOf(
        `# Privacy notice\n\nWe keep data. See [cookies](#biscuits).\n\n${heading}\n\nWe set one.\n`,
      );
    for (const heading of [
      '## <a name="biscuits"></a> Use of cookies',
      "## Use of cookies <a class='x' id='biscuits'></a>",
      '<a id="biscuits"></a>\n\n## Use of cookies',
    ]) {
      expect(text(heading)).toContain('## Use of cookies {#biscuits}');
      expect(text(heading)).toContain('[cookies](#biscuits)');
    }
    expect(text('## Use of cookies')).toContain('## Use of cookies {#use-of-cookies}');
  });
});

it('reads a box mark with many spaces in linear time, in both readings', () => {
  const line = `:::${' '.repeat(100_000)}!`;
  const before = process.threadCpuUsage();
  expect(readMarkdown(sourceOf(line)).pieces).toHaveLength(1);
  expect(plainMarkdown(line)).toMatchObject([{ at: 1, text: line }]);
  expect(process.threadCpuUsage(before).user / 1000).toBeLessThan(3000);
}, 60_000);

it('takes box marks with a name, braces or spaces for no text, in both readings', () => {
  const marks = [':::', '  > ::: ', ':::note', '::: note ', ':::: {warning}  ', '::: {tip'];
  for (const mark of marks) {
    expect(readMarkdown(sourceOf(mark)).pieces).toEqual([]);
    expect(plainMarkdown(mark)).toMatchObject([{ out: 'script' }]);
  }
});
