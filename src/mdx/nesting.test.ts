import { describe, expect, it } from 'vitest';
import { check, put, say } from '../checks/testing.ts';

const codes = (...lines: string[]): string[] =>
  check(say('## A {#a}', '', ...lines)).map(({ code, line }) => `${code} ${line}`);

/** Milliseconds of processor time, the least of three runs: what else a machine does matters less. */
function timeOf(run: () => unknown): number {
  const times = [1, 2, 3].map(() => {
    const { user } = process.cpuUsage();
    run();
    return (process.cpuUsage().user - user) / 1000;
  });
  return Math.min(...times);
}

describe('a text that is nested too deeply', () => {
  it.each<[what: string, text: string]>([
    ['braces', '{'.repeat(30_000)],
    ['braces with spaces', '{ '.repeat(30_000)],
    ['braces and slashes', '{/'.repeat(10_000)],
    ['brackets in braces', `{${'['.repeat(20_000)}${']'.repeat(20_000)}}`],
    ['brackets in an attribute', `<a id={${'('.repeat(20_000)}1${')'.repeat(20_000)}} />`],
    ['brackets in a line of code', `export const a = ${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ['signs of code', `{${'!'.repeat(50_000)}1}`],
    ['brackets in braces after words', `Words (like these): {${'('.repeat(200)}`],
    ['braces after a closed one', `{1} "{" ${'{'.repeat(200)}`],
    ['tags', '<div>'.repeat(2_500) + 'x' + '</div>'.repeat(2_500)],
    ['tags in a line', `a ${'<span>'.repeat(2_500)}x${'</span>'.repeat(2_500)}`],
    ['quotes', `${'> '.repeat(100_000)}x`],
    ['lists', `${'- '.repeat(2_500)}x`],
    ['lists with numbers', `${'1. '.repeat(2_500)}x`],
    ['quotes and lists', `${'> - '.repeat(2_500)}x`],
    ['emphasis', `${'**a '.repeat(2_500)}b${'**'.repeat(2_500)}`],
    ['marks', '_a'.repeat(50_000)],
    ['beginnings of tags', '<a '.repeat(20_000)],
    ['signs of no tag', '<'.repeat(100_000)],
  ])('is one finding at its place: %s', (_, text) => {
    expect(codes(text)).toEqual(['nesting-too-deep 13']);
  });

  it('is found in lists by their indent', () => {
    const list = Array.from({ length: 1_500 }, (_, depth) => `${'  '.repeat(depth)}- a`);
    expect(codes(...list)[0]).toMatch(/^nesting-too-deep/);
  });

  it('is not what a deep but plain notice is', () => {
    const list = Array.from({ length: 12 }, (_, depth) => `${'  '.repeat(depth)}- a`);
    const code = ['```', '{'.repeat(500), '<td>'.repeat(500), '```'];
    const remark = `{/* ${'(a) [b] {c! '.repeat(300)}*/}`;
    expect(codes(...list, '', ...code, '', remark, '', '> > > quote')).toEqual([]);
  });

  it('is not what words in quotes and brackets are', () => {
    expect(codes(`${'(['.repeat(200)} ${'"{" '.repeat(200)} ${',;:'.repeat(500)}`)).toEqual([
      'mdx-syntax 13',
    ]);
    expect(codes(`${',;: '.repeat(500)} {1} ${'. , ('.repeat(500)} {2}`)).toEqual([]);
  });

  it('does not hide a stray brace in a long text', () => {
    const long = Array.from({ length: 500 }, () => 'Ask us (or them), or [read](/about/) it.\n');
    expect(codes('Write { here.', '', ...long)).toEqual(['mdx-syntax 13']);
  });
});

describe('a long text', () => {
  it.each<[what: string, text: (length: number) => string]>([
    ['brackets', (length) => say('['.repeat(length))],
    ['brackets that close', (length) => say('['.repeat(length) + ']'.repeat(length))],
    ['beginnings of footnotes', (length) => say('[^'.repeat(length))],
    ['bullets', (length) => say('• a\n'.repeat(length))],
    ['a heading', (length) => say(`## ${'a'.repeat(length * 3)}`)],
    ['a title', (length) => put(2, `title: ${'a'.repeat(length * 10)}`)],
    [
      'dead links',
      (length) =>
        say(...Array.from({ length: length / 30 }, (_, index) => `[l](#gone-${index})\n`)),
    ],
  ])('takes time in proportion to it: %s', { retry: 2 }, (_, text) => {
    const short = timeOf(() => check(text(12_500)));
    // In the square of its length it would be sixteen times as long.
    expect(timeOf(() => check(text(50_000)))).toBeLessThan(10 * Math.max(short, 10));
  });
});
