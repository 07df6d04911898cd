import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { routesFor } from './routes.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'noticeboard-routes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The addresses that a project with these files gets. */
function routes(below: string, files: readonly string[] = []): string[] {
  const root = mkdtempSync(path.join(folder, 'project-'));
  for (const file of files) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), '');
  }
  const places = {
    path: below,
    pages: path.join(root, 'src/pages'),
    publicDirectory: path.join(root, 'public'),
  };
  return routesFor(places).map(({ pattern }) => pattern);
}

describe('the pages of a project', () => {
  it('are all of ours where it has none, prerendered', () => {
    const all = routes('/');
    expect(all).toEqual(
      expect.arrayContaining([
        '/',
        '/404',
        '/robots.txt',
        '/feed.[format]',
        '/.well-known/privacy-notices.json',
        '/[...notice]',
        '/[...notice]/[version]',
        '/[...notice]/[version].txt',
        '/[...notice]/compare/[from]/[to]/side-by-side',
      ]),
    );
    expect(all).not.toContain('/about');
  });

  it('are below a path where notices are a part of a site, without what is of the whole site', () => {
    const below = routes('/legal/privacy/');
    expect(below).toEqual(
      expect.arrayContaining([
        '/legal/privacy',
        '/legal/privacy/[...notice]/[version].txt',
        '/legal/privacy/search/[...language]',
        '/.well-known/privacy-notices.json',
      ]),
    );
    expect(below.filter((each) => /404|robots/.test(each))).toEqual([]);
  });

  it.each([
    ['a page', '/', 'src/pages/index.mdx', '/'],
    ['a page in a folder', '/', 'src/pages/search/[...lang].astro', '/search/[...language]'],
    ['a page of a notice', '/', 'src/pages/[...id]/history.astro', '/[...notice]/history'],
    ['an endpoint', '/', 'src/pages/robots.txt.js', '/robots.txt'],
    ['a public file', '/', 'public/robots.txt', '/robots.txt'],
    ['a public page', '/', 'public/404.html', '/404'],
    ['a public page', '/privacy/', 'public/privacy/index.html', '/privacy'],
    ['a page below the path', '/privacy/', 'src/pages/privacy/index.astro', '/privacy'],
    [
      'a public file',
      '/privacy/',
      'public/.well-known/privacy-notices.json',
      '/.well-known/privacy-notices.json',
    ],
  ])('leave room for %s of its own at %s: %s', (_, below, file, address) => {
    expect(routes(below)).toContain(address);
    expect(routes(below, [file])).not.toContain(address);
    expect(routes(below, [file])).toHaveLength(routes(below).length - 1);
  });

  it('stay where the project has pages at other addresses', () => {
    expect(routes('/privacy/', ['src/pages/index.astro', 'src/pages/search.astro'])).toEqual(
      routes('/privacy/'),
    );
  });
});
