import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeOfPages, hasMiddleware, openKeptPages, type KeptPages } from './kept-pages.ts';

const ADDRESS = '/customers/2026-06-01/';
let folder: string;
let made: number;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pages-'));
  made = 0;
});
afterEach(() => rmSync(folder, { recursive: true }));

const make = (): Promise<Response> => {
  made += 1;
  return Promise.resolve(new Response(`page ${made}`));
};

function pages({ code = 'code', customers = 'customers', site = 'site' } = {}): KeptPages {
  const notices = new Map([
    ['customers', customers],
    ['staff', 'staff'],
  ]);
  return openKeptPages(folder, code, { site, notices }, (address) => address.split('/')[1]);
}

/** Asks one build for one page. */
async function bodyOf(from: KeptPages, address = ADDRESS): Promise<string> {
  const page = await from.pageAt(address, make);
  await from.close();
  return page.text();
}

describe('a page that is kept', () => {
  it('is made once', async () => {
    expect(await bodyOf(pages())).toBe('page 1');
    expect(await bodyOf(pages())).toBe('page 1');
  });

  it.each([
    ['its notice changed', { customers: 'edited' }],
    ['the code of pages changed', { code: 'edited' }],
  ])('is made again if %s', async (_, change) => {
    await bodyOf(pages());
    expect(await bodyOf(pages(change))).toBe('page 2');
  });

  it('is kept with the others of its notice, however many notices follow', async () => {
    const build = async (): Promise<string[]> => {
      const store = pages();
      const addresses = [
        '/a/',
        '/customers/',
        '/customers/on/',
        '/b/',
        '/staff/',
        '/search/',
        '/c/',
      ];
      const bodies: string[] = [];
      for (const address of addresses)
        bodies.push(await (await store.pageAt(address, make)).text());
      await store.close();
      return bodies;
    };
    const first = await build();
    expect(await build()).toEqual(first);
    expect(made).toBe(7);
  });

  it('stays if another page or another notice changed', async () => {
    await bodyOf(pages(), '/staff/');
    expect(await bodyOf(pages({ customers: 'edited', site: 'edited' }), '/staff/')).toBe('page 1');
  });

  it('of no notice is made again if anything changed', async () => {
    await bodyOf(pages(), '/search/');
    expect(await bodyOf(pages({ site: 'edited' }), '/search/')).toBe('page 2');
  });

  it.each([
    ['cut', (bytes: Buffer) => bytes.subarray(0, -1)],
    ['edited', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('x')])],
    ['empty', () => Buffer.alloc(0)],
  ])('is made again if its file is %s', async (_, damage) => {
    await bodyOf(pages());
    for (const file of readdirSync(folder)) {
      const at = path.join(folder, file);
      writeFileSync(at, damage(readFileSync(at)));
    }
    expect(await bodyOf(pages())).toBe('page 2');
  });

  it('is a page all the same where those of its notice are kept before it is made', async () => {
    const store = pages();
    const isMade = Promise.withResolvers<Response>();
    await store.pageAt('/customers/', make);
    const late = store.pageAt(ADDRESS, () => isMade.promise);
    await store.pageAt('/staff/', make);
    await store.close();
    isMade.resolve(new Response('late'));
    expect(await (await late).text()).toBe('late');
    expect(await bodyOf(pages(), '/customers/')).toBe('page 1');
  });

  it.each(['text', 'blob', 'arrayBuffer', 'bytes'] as const)('has its words as %s', async (how) => {
    const words = async (page: Response): Promise<string> => new Response(await page[how]()).text();
    expect(await words(await pages().pageAt(ADDRESS, make))).toBe('page 1');
    expect(await words((await pages().pageAt(ADDRESS, make)).clone())).toBe('page 2');
  });

  it('is no answer but a page', async () => {
    const redirect = () => Promise.resolve(Response.redirect('https://notices.example/'));
    const store = pages();
    await store.pageAt(ADDRESS, redirect);
    await store.close();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is made where nothing can be kept', async () => {
    writeFileSync(path.join(folder, 'file'), '');
    const store = openKeptPages(
      path.join(folder, 'file'),
      'code',
      { site: '', notices: new Map() },
      () => undefined,
    );
    expect(await bodyOf(store)).toBe('page 1');
  });
});

describe('the hash of the code of pages', () => {
  const write = (files: Record<string, string>): string => {
    const output = mkdtempSync(path.join(folder, 'site-'));
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(output, name)), { recursive: true });
      writeFileSync(path.join(output, name), text);
    }
    return codeOfPages(output);
  };
  const FILES = {
    '.prerender/entry.a1.mjs': 'run()',
    '.prerender/chunks/page.b2.mjs': 'page()',
    '_astro/page.c3.css': 'a{}',
  };

  it.each([
    ['the entry', { '.prerender/entry.a1.mjs': 'run(1)' }],
    ['another part', { '.prerender/chunks/page.b2.mjs': 'page(1)' }],
    ['a new part', { '.prerender/chunks/page.b4.mjs': 'page()' }],
    ['a file that pages load', { '_astro/page.c5.css': 'a{}' }],
  ])('is another with a change of %s', (_, change) => {
    expect(write({ ...FILES, ...change })).not.toBe(write(FILES));
  });

  it.each([
    ['is no middleware', false, '_noop-middleware_D5dh.mjs'],
    ['is the middleware of an integration', true, '_virtual_astro_middleware_Bm-P.mjs'],
    ['is none of the parts that are known', true, 'middleware.mjs'],
  ])('says whether there is a middleware: there %s', (_, isThere, name) => {
    const output = path.join(folder, 'site');
    mkdirSync(path.join(output, '.prerender', 'chunks'), { recursive: true });
    writeFileSync(path.join(output, '.prerender', 'chunks', name), 'export {}');
    expect(hasMiddleware(output)).toBe(isThere);
  });

  it('does not depend on what each build has anew', () => {
    const entry = (code: string): string => write({ ...FILES, '.prerender/entry.a1.mjs': code });
    process.env['NOTICEBOARD_TEST'] = 'one';
    const one = entry('const e = { NOTICEBOARD_TEST: "one" };{"key":"1="}');
    delete process.env['NOTICEBOARD_TEST'];
    expect(entry('const e = {\n\t};{"key":"2="}')).toBe(one);
  });
});
