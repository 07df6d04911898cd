/** What the settings of a site change in what it publishes. */
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { namesOfFiles, readFiles } from './setup/build.ts';
import { englishOn, languageOf } from './setup/english.ts';
import { hasNginx, startNginx } from './setup/nginx.ts';
import { removeCardPackages, type Project } from './setup/project.ts';
import { kindOf, pagesOf } from './setup/site.ts';

const CONFIG = 'astro.config.mjs';

const ASKED = `  dpv: true,
  globalPrivacyControl: '2026-01-31',
  indexPastVersions: true,
  redirects: [
    { from: '/old/members.v1/', to: '/shop/' },
    { from: '/old/members.v1/privacy.html', to: '/shop/2024-01-01/' },
    { from: '/legal/index.html', to: '/shop/' },
  ],
  font: { family: 'Acme Sans', regular: '/fonts/acme.woff2' },
  name: 'Noticeboard'`;

/**
 * Asks for all that can be set: below a base, in Welsh, without an address and without cards, for
 * none of it depends on the rest.
 */
export function setAll(project: Project): void {
  const font = 'node_modules/@fontsource/inter/files/inter-latin-400-normal.woff2';
  mkdirSync(path.join(project.folder, 'public/fonts'), { recursive: true });
  cpSync(font, path.join(project.folder, 'public/fonts/acme.woff2'));
  project.change(CONFIG, "  name: 'Noticeboard'", ASKED);
  project.change(CONFIG, "language: 'en-GB'", "language: 'cy'");
  project.change(CONFIG, "label: 'All notices'", "label: 'Pob hysbysiad'");
  project.change(CONFIG, "  site: 'https://notices.example',\n", "  base: '/privacy/',\n");
  project.change(CONFIG, '  cards: true,\n', '');
  removeCardPackages(project.folder);
}

/**
 * Tests a site that was built with all of that.
 *
 * @param folder the folder of the site, once it is built
 * @param log what its build printed
 * @param at a path in a place for files of the tests
 */
export function testSettings(
  folder: () => string,
  log: () => string,
  at: (...parts: string[]) => string,
): void {
  describe('optional settings', () => {
    const site = (...parts: string[]): string => path.join(folder(), ...parts);
    const read = (file: string): string => readFileSync(site(file), 'utf8');

    it('publish that Global Privacy Control is honoured', () => {
      const control: unknown = JSON.parse(read('.well-known/gpc.json'));
      expect(control).toEqual({ gpc: true, lastUpdate: '2026-01-31' });
    });

    it('let search engines list past versions', () => {
      expect(read('shop/2024-01-01/index.html')).not.toContain('noindex');
    });

    it('describe every version in the Data Privacy Vocabulary', () => {
      expect(read('shop/2024-01-01/index.html')).toContain('2024-01-01.dpv.jsonld"');
      const files = namesOfFiles(site());
      const described = files.filter((file) => file.endsWith('.dpv.jsonld'));
      expect(described.length).toBeGreaterThan(4);
      const texts = files.filter((file) => /\/\d{4}-\d\d-\d\d[^/.]*\.txt$/.test(file));
      expect(described).toEqual(texts.map((file) => file.replace(/txt$/, 'dpv.jsonld')));
      for (const file of described) {
        expect(JSON.parse(read(file))).toMatchObject({ '@type': 'dpv:PrivacyNotice' });
      }
    });

    it('redirect addresses that moved', async () => {
      const lines = read('_redirects').split('\n');
      const moved = lines.filter((line) => !line.includes('/compare/'));
      expect(moved.join('\n')).toBe(
        '/privacy/old/members.v1/privacy.html /privacy/shop/2024-01-01/ 301\n' +
          '/privacy/legal/index.html /privacy/shop/ 301\n' +
          '/privacy/old/members.v1/* /privacy/shop/:splat 301\n',
      );
      expect(read('.hosting/Caddyfile')).toContain('redir');
      if (!hasNginx) return;
      const { origin, stop } = await startNginx(at('nginx'), site(), '/privacy/');
      try {
        const ask = async (address: string) => {
          const { status, headers } = await fetch(origin + address, { redirect: 'manual' });
          return `${status} ${headers.get('location')?.replace(/^http:\/\/[^/]*/, '')}`;
        };
        expect(await ask('/privacy/old/members.v1/2024-01-01/')).toBe(
          '301 /privacy/shop/2024-01-01/',
        );
        expect(await ask('/privacy/old/members.v1')).toBe('301 /privacy/shop/');
        expect(await ask('/privacy/old/membersXv1/')).toBe('404 undefined');
        expect(await ask('/privacy/old/members.v1/privacy.html')).toBe(
          '301 /privacy/shop/2024-01-01/',
        );
        expect(await ask('/privacy/legal/index.html')).toBe('301 /privacy/shop/');
        expect(await ask('/privacy/legal/')).toBe('404 undefined');
        const described = await fetch(`${origin}/privacy/shop/2024-01-01.dpv.jsonld`);
        expect(described.headers.get('content-type')).toBe('application/ld+json');
      } finally {
        await stop();
      }
    });

    it('load the font of the site from its own base', () => {
      const sheets = [...readFiles(site())].filter(([file]) => file.endsWith('.css'));
      const styles = sheets.map(([, bytes]) => bytes.toString()).join('\n');
      expect(styles).toMatch(
        /@font-face\{font-family:Acme Sans;src:url\(\/privacy\/fonts\/acme\.woff2\)/,
      );
      expect(styles).toMatch(/--brand-font:"?Acme Sans/);
      expect(read('shop/index.html')).toContain("font-src 'self'");
    });

    it('have every page in the language of the site, with home and search', () => {
      const pages = pagesOf({ folder: site() });
      // What a page of the site's own says is its author's.
      const welsh = pages.filter((page) => languageOf(page) === 'cy' && kindOf(page) !== 'prose');
      expect(welsh.map(({ path: address }) => address)).toEqual(
        expect.arrayContaining(['/', '/404.html', '/search/', '/clann/']),
      );
      expect(
        welsh.flatMap((page) => englishOn(page).map((text) => `${page.path}: ${text}`)),
      ).toEqual([]);
    });

    it('leave out cards, and need no package that draws them', () => {
      expect(namesOfFiles(site()).filter((file) => file.endsWith('card.png'))).toEqual([]);
      const pages = [...readFiles(site())].filter(([file]) => file.endsWith('.html'));
      expect(pages.length).toBeGreaterThan(10);
      const naming = pages.filter(([, bytes]) => /og:image|twitter:card/.test(bytes.toString()));
      expect(naming.map(([file]) => file)).toEqual([]);
    });

    it('leave out only what needs an address if there is none, and the build names it', () => {
      expect(log()).toMatch(/site is not set .* feeds, the sitemap and cards are left out/);
      const left = namesOfFiles(site()).filter((file) =>
        /feed\.(xml|json)$|sitemap\.xml$|card\.png$/.test(file),
      );
      expect(left).toEqual([]);
      const page = read('shop/index.html');
      expect(page).not.toMatch(/og:image|rel="canonical"|undefined|\[object/);
      expect(page.replaceAll('<wbr>', '')).toContain(', /privacy/shop/2025-01-01/ (SHA-256 ');
      expect(read('robots.txt')).not.toContain('Sitemap');
      expect(JSON.parse(read('versions.json'))).toMatchObject({ url: '/privacy/' });
      expect(read('shop/timemap.link')).toContain('</privacy/shop/2024-01-01/>');
    });
  });
}
