/** What the settings of a site change in what it publishes. */
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import jsonld from 'jsonld';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { logoFault } from '../src/exports/cards/logo.ts';
import { readSettings, missingFrom } from '../src/site/settings.ts';
import { namesOfFiles, readFiles, ROOT } from './setup/build.ts';
import { hasNginx, startNginx } from './setup/nginx.ts';
import { copyProject } from './setup/project.ts';
import { copyOfSample } from './setup/sample.ts';
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

  // All at once and below a base, for none of it depends on the rest.
  beforeAll(async () => {
    const project = copyProject(at('project'));
    const font = 'node_modules/@fontsource/inter/files/inter-latin-400-normal.woff2';
    mkdirSync(path.join(project.folder, 'public/fonts'), { recursive: true });
    cpSync(font, path.join(project.folder, 'public/fonts/acme.woff2'));
    project.change(CONFIG, '  name:', ASKED);
    project.change(CONFIG, '  site:', "  base: '/privacy/',\n  site:");
    // Two notices: what settings change does not depend on how many there are.
    copyOfSample(at('notices'), ['larkrise']);
    const { code, output } = await project.build(at('notices'));
    expect([code, output.includes('error')]).toEqual([0, false]);
  });

  it('publish that Global Privacy Control is honoured', () => {
    const control: unknown = JSON.parse(read('.well-known/gpc.json'));
    expect(control).toEqual({ gpc: true, lastUpdate: '2026-01-31' });
  });

  it('let search engines list past versions', () => {
    expect(read('larkrise/members/2019-09-02/index.html')).not.toContain('noindex');
    expect(read('sitemap.xml')).toContain('/larkrise/members/2019-09-02/');
  });

  it('describe every version in the Data Privacy Vocabulary', async () => {
    expect(read('larkrise/members/2019-09-02/index.html')).toContain('2019-09-02.dpv.jsonld"');
    const described = [...readFiles(site())].filter(([file]) => file.endsWith('.dpv.jsonld'));
    expect(described.length).toBe(5);
    for (const [, bytes] of described) {
      // Nothing may be fetched to understand it, and no term may stay behind as unknown.
      const [node] = await jsonld.expand(
        JSON.parse(bytes.toString()) as object,
        {
          documentLoader: (url) => Promise.reject(new Error(`${url} is asked for`)),
          safe: true,
        } as Parameters<typeof jsonld.expand>[1],
      );
      expect(node?.['@type']).toEqual(['https://w3id.org/dpv#PrivacyNotice']);
      expect(node?.['https://w3id.org/dpv#hasDataController']).toHaveLength(1);
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
    const pages = [
      'index.html',
      '2019-09-02/index.html',
      'compare/2019-09-02/2022-04-11/index.html',
    ];
    const kept = pages.map((page) => read(`larkrise/members/${page}`));
    for (const page of kept) expect(page).toContain('card.png"');
  });
});

describe('a project without the packages that draw cards', () => {
  const CARD_PACKAGES = ['satori', 'sharp', '@fontsource'];

  it('builds a site without cards, and refuses one with', async () => {
    const project = copyProject(at('plain'));
    const packages = path.join(project.folder, 'node_modules');
    rmSync(packages);
    mkdirSync(packages);
    for (const entry of readdirSync(path.join(ROOT, 'node_modules'), { withFileTypes: true })) {
      if (!entry.isDirectory() || CARD_PACKAGES.includes(entry.name)) continue;
      symlinkSync(
        path.join(ROOT, 'node_modules', entry.name),
        path.join(packages, entry.name),
        'junction',
      );
    }
    copyOfSample(at('plain-notices'), ['larkrise']);
    const refused = await project.build(at('plain-notices'));
    expect(refused.code).toBe(1);
    expect(refused.output).toContain(
      'run npm install satori sharp @fontsource/inter, or remove cards',
    );

    project.change(CONFIG, '  cards: true,\n', '');
    expect((await project.build(at('plain-notices'))).code).toBe(0);
    const site = path.join(project.folder, 'dist');
    expect(namesOfFiles(site).filter((file) => file.endsWith('card.png'))).toEqual([]);
    const pages = [...readFiles(site)].filter(([file]) => file.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(10);
    const naming = pages.filter(([, bytes]) => /og:image|twitter:card/.test(bytes.toString()));
    expect(naming.map(([file]) => file)).toEqual([]);
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
