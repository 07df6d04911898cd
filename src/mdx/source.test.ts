import { describe, expect, it } from 'vitest';
import { normaliseText, readSource } from './source.ts';

const read = (text: string) =>
  readSource({ file: 'notices/a.mdx', bytes: new TextEncoder().encode(text) });

describe('normaliseText', () => {
  it.each([
    ['\uFEFFa', 'a', 'a byte-order mark at the beginning goes'],
    ['a\uFEFFb', 'a\uFEFFb', 'one elsewhere is a character'],
    ['a\r\nb\r\n', 'a\nb\n', 'Windows line ends'],
    ['a\rb', 'a\nb', 'old Macintosh line ends'],
    ['a\r\n\r\nb', 'a\n\nb', 'an empty line stays one'],
    ['a\n b ', 'a\n b ', 'spaces stay'],
  ])('makes of %j the text %j: %s', (text, expected) => {
    expect(normaliseText(text)).toBe(expected);
  });
});

describe('readSource', () => {
  it('parts frontmatter from body and keeps the lines of both', () => {
    expect(read('---\ntitle: x\n---\n\nText.\n')).toEqual({
      file: 'notices/a.mdx',
      text: '---\ntitle: x\n---\n\nText.\n',
      frontmatter: 'title: x\n',
      frontmatterLine: 2,
      body: '\n\n\n\nText.\n',
    });
  });

  it('allows blank lines before the frontmatter and spaces after its dashes', () => {
    expect(read('\n\n--- \ntitle: x\n---\t\nText.')).toMatchObject({
      frontmatter: 'title: x\n',
      frontmatterLine: 4,
      body: '\n\n\n\n\nText.',
    });
  });

  it('ends the frontmatter at the first line of dashes alone', () => {
    expect(read('---\ntitle: a --- b\n---\none\n\n---\n\ntwo')).toMatchObject({
      frontmatter: 'title: a --- b\n',
      body: '\n\n\none\n\n---\n\ntwo',
    });
  });

  it('reads frontmatter that ends with the file', () => {
    expect(read('---\ntitle: x\n---')).toMatchObject({ frontmatter: 'title: x\n', body: '\n\n' });
  });
});
