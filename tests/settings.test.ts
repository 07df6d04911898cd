/** What the settings of a site change in what it publishes. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { logoFault } from '../src/exports/cards/logo.ts';
import { readSettings, missingFrom } from '../src/site/settings.ts';
import { LANGUAGES, namesOfFiles, readFiles, SAMPLE } from './setup/build.ts';
import { englishOn, languageOf } from './setup/english.ts';
import { hasNginx, startNginx } from './setup/nginx.ts';
import { copyProject, removeCardPackages } from './setup/project.ts';
import { kindOf, pagesOf } from './setup/site.ts';
import { useWorkshop } from './setup/workshop.ts';

const { at } = useWorkshop('settings');
const CONFIG = 'astro.config.mjs';

describe('optional settings', () => {
  const ASKED = `  dpv: true,
  globalPrivacyControl: '2026-01-31',
  indexPastVersions: true,
  redirects: [
    { from: '/old/members.v1/', to: '/larkrise/members/' },
    { from: '/old/members.v1/privacy.html', to: '/larkrise/members/2019-09-02/' },
    { from: '/legal/index.html', to: '/larkrise/members/' },
  ],
  font: { family: 'Acme Sans', regular: '/fonts/acme.woff2' },
  name:`;

  const site = (...parts: string[]): string => at('project', 'dist', ...parts);
  const read = (file: string): string => readFileSync(site(file), 'utf8');

  let output = '';

  // All at once, below a base, in Welsh, without an address and without cards, for none of it
  // depends on the rest.
  beforeAll(async () => {
    const project = copyProject(at('project'));
    const font = 'node_modules/@fontsource/inter/files/inter-latin-400-normal.woff2';
    mkdirSync(path.join(project.folder, 'public/fonts'), { recursive: true });
    cpSync(font, path.join(project.folder, 'public/fonts/acme.woff2'));
    project.change(CONFIG, '  name:', ASKED);
    project.change(CONFIG, "language: 'en-GB'", "language: 'cy'");
    project.change(CONFIG, "label: 'All notices'", "label: 'Pob hysbysiad'");
    project.change(CONFIG, "  site: 'https://notices.example',\n", "  base: '/privacy/',\n");
    removeCardPackages(project.folder);
    for (const [from, name] of [
      [SAMPLE, 'larkrise/members'],
      [LANGUAGES, 'qantara'],
    ] as const) {
      cpSync(path.join(from, name), at('notices', name), { recursive: true });
    }
    project.change(CONFIG, '  cards: true,\n', '');
    const built = await project.build(at('notices'));
    ({ output } = built);
    expect(output).not.toMatch(/[1-9] errors?/);
    expect(built.code).toBe(0);
  });

  it('publish that Global Privacy Control is honoured', () => {
    const control: unknown = JSON.parse(read('.well-known/gpc.json'));
    expect(control).toEqual({ gpc: true, lastUpdate: '2026-01-31' });
  });

  it('let search engines list past versions', () => {
    expect(read('larkrise/members/2019-09-02/index.html')).not.toContain('noindex');
  });

  it('describe every version in the Data Privacy Vocabulary', () => {
    expect(read('larkrise/members/2019-09-02/index.html')).toContain('2019-09-02.dpv.jsonld"');
    const files = namesOfFiles(site());
    const described = files.filter((file) => file.endsWith('.dpv.jsonld'));
    expect(described.length).toBe(5);
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
      '/privacy/old/members.v1/privacy.html /privacy/larkrise/members/2019-09-02/ 301\n' +
        '/privacy/legal/index.html /privacy/larkrise/members/ 301\n' +
        '/privacy/old/members.v1/* /privacy/larkrise/members/:splat 301\n',
    );
    expect(read('.hosting/Caddyfile')).toContain('redir');
    if (!hasNginx) return;
    const { origin, stop } = await startNginx(at('nginx'), site(), '/privacy/');
    try {
      const ask = async (address: string) => {
        const { status, headers } = await fetch(origin + address, { redirect: 'manual' });
        return `${status} ${headers.get('location')?.replace(/^http:\/\/[^/]*/, '')}`;
      };
      expect(await ask('/privacy/old/members.v1/2019-09-02/')).toBe(
        '301 /privacy/larkrise/members/2019-09-02/',
      );
      expect(await ask('/privacy/old/members.v1')).toBe('301 /privacy/larkrise/members/');
      expect(await ask('/privacy/old/membersXv1/')).toBe('404 undefined');
      expect(await ask('/privacy/old/members.v1/privacy.html')).toBe(
        '301 /privacy/larkrise/members/2019-09-02/',
      );
      expect(await ask('/privacy/legal/index.html')).toBe('301 /privacy/larkrise/members/');
      expect(await ask('/privacy/legal/')).toBe('404 undefined');
      const described = await fetch(`${origin}/privacy/larkrise/members/2019-09-02.dpv.jsonld`);
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
    expect(read('larkrise/members/index.html')).toContain("font-src 'self'");
  });

  it('have every page in the language of the site, with home and search', () => {
    const pages = pagesOf({ folder: site() });
    // What a page of the site's own says is its author's.
    const welsh = pages.filter((page) => languageOf(page) === 'cy' && kindOf(page) !== 'prose');
    expect(welsh.map(({ path: address }) => address)).toEqual(
      expect.arrayContaining(['/', '/404.html', '/search/', '/qantara/readers/']),
    );
    expect(welsh.flatMap((page) => englishOn(page).map((text) => `${page.path}: ${text}`))).toEqual(
      [],
    );
  });

  it('leave out cards, and need no package that draws them', () => {
    expect(namesOfFiles(site()).filter((file) => file.endsWith('card.png'))).toEqual([]);
    const pages = [...readFiles(site())].filter(([file]) => file.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(10);
    const naming = pages.filter(([, bytes]) => /og:image|twitter:card/.test(bytes.toString()));
    expect(naming.map(([file]) => file)).toEqual([]);
  });

  it('leave out only what needs an address if there is none, and the build names it', () => {
    expect(output).toMatch(/site is not set .* feeds, the sitemap and cards are left out/);
    const left = namesOfFiles(site()).filter((file) =>
      /feed\.(xml|json)$|sitemap\.xml$|card\.png$/.test(file),
    );
    expect(left).toEqual([]);
    const page = read('larkrise/members/index.html');
    expect(page).not.toMatch(/og:image|rel="canonical"|undefined|\[object/);
    expect(page).toContain(', /privacy/larkrise/members/2026-06-19/, SHA-256 ');
    expect(read('robots.txt')).not.toContain('Sitemap');
    expect(JSON.parse(read('versions.json'))).toMatchObject({ url: '/privacy/' });
    expect(read('larkrise/members/timemap.link')).toContain(
      '</privacy/larkrise/members/2019-09-02/>',
    );
  });

  it('have no effect by default', () => {
    const asItIs = inject('samples')[0]!;
    const files = namesOfFiles(asItIs.folder);
    const read = (file: string): string => readFileSync(path.join(asItIs.folder, file), 'utf8');
    expect(files).not.toContain('.well-known/gpc.json');
    expect(files.filter((file) => file.endsWith('.jsonld'))).toEqual([]);
    expect(read('larkrise/members/2019-09-02/index.html')).toContain('noindex');
    // Only those of comparisons.
    const redirects = read('_redirects').trim().split('\n');
    expect(redirects.filter((line) => !line.includes('/compare/'))).toEqual([]);
  });
});

describe('a logo or a font that a site cannot use', () => {
  const settings = readSettings({
    name: 'Notices',
    accent: { light: '#0b5c75', dark: '#7cc7de' },
    logo: '/other.png',
    font: { family: 'A', regular: '/fonts/none.woff2' },
  });

  it('is reported if it is missing, with what to do', () => {
    expect(
      missingFrom(
        settings,
        () => false,
        () => false,
      ),
    ).toEqual([
      'logo: there is no file public/other.png; add it, or remove logo',
      'font.regular: there is no file public/fonts/none.woff2; add it, or remove font',
    ]);
  });

  it.each([
    ['no picture', 'not a picture', 'is not a picture'],
    ['huge', 'x'.repeat(300_000), 'has 293 KB'],
  ])('is reported if it is %s', async (name, content, message) => {
    const file = at(`${name}.png`);
    writeFileSync(file, content);
    expect(await logoFault(file)).toContain(message);
  });
});
