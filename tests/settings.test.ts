/** What the settings of a site change in what it publishes. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import jsonld from 'jsonld';
import { afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { namesOfFiles, readFiles } from './setup/build.ts';
import { hasNginx, startNginx } from './setup/nginx.ts';
import { copyProject, type Project } from './setup/project.ts';
import { copyOfSample } from './setup/sample.ts';
import { useWorkshop } from './setup/workshop.ts';

const { at } = useWorkshop('settings');
const CONFIG = 'src/site.config.ts';

let project: Project;
let original: string;
/** Two notices: what settings change does not depend on how many there are. */
let notices: string;
beforeAll(() => {
  project = copyProject(at('project'));
  notices = at('notices');
  copyOfSample(notices, ['larkrise']);
  original = readFileSync(path.join(project.folder, CONFIG), 'utf8');
});
afterEach(() => project.restore(CONFIG, original));

const site = (...parts: string[]): string => path.join(project.folder, 'dist', ...parts);
const read = (file: string): string => readFileSync(site(file), 'utf8');

describe('without the address of the site', () => {
  it(
    'all is built that does not need it, and what does is named',
    { timeout: 60_000 },
    async () => {
      project.change(CONFIG, "  url: 'https://notices.example',\n", '');
      const { code, output } = await project.build(notices);
      expect(output).toMatch(/url is not set .* feeds, the sitemap and cards .* are left out/);
      expect(code).toBe(0);
      const files = namesOfFiles(site());
      expect(
        files.filter((file) => /feed\.(xml|json)$|sitemap\.xml$|card\.png$/.test(file)),
      ).toEqual([]);
      const page = read('larkrise/members/index.html');
      expect(page).not.toMatch(/og:image|rel="canonical"|undefined|\[object/);
      expect(page).toContain(', /larkrise/members/2026-06-19/, SHA-256 ');
      expect(read('robots.txt')).not.toContain('Sitemap');
      expect(JSON.parse(read('versions.json'))).toMatchObject({ url: '/' });
      expect(read('larkrise/members/timemap.link')).toContain('</larkrise/members/2019-09-02/>');
    },
  );
});

describe('what a site may ask for', () => {
  const ASKED = `  dpv: true,
  globalPrivacyControl: '2026-01-31',
  indexPastVersions: true,
  redirects: [{ from: '/old/members.v1/', to: '/larkrise/members/' }],
  name:`;

  it('is there, and valid', { timeout: 60_000 }, async () => {
    const before = project.change(CONFIG, '  name:', ASKED);
    const { code, output } = await project.build(notices);
    project.restore(CONFIG, before);
    expect([code, output.includes('error')]).toEqual([0, false]);

    const control: unknown = JSON.parse(read('.well-known/gpc.json'));
    expect(control).toEqual({ gpc: true, lastUpdate: '2026-01-31' });

    const past = read('larkrise/members/2019-09-02/index.html');
    expect(past).not.toContain('noindex');
    expect(past).toContain('2019-09-02.dpv.jsonld"');
    expect(read('sitemap.xml')).toContain('/larkrise/members/2019-09-02/');

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

    expect(read('_redirects')).toBe('/old/members.v1/* /larkrise/members/:splat 301\n');
    expect(read('.hosting/Caddyfile')).toContain('redir');
    if (!hasNginx) return;
    const { origin, stop } = await startNginx(at('nginx'), site(), '/');
    try {
      const ask = async (address: string) => {
        const { status, headers } = await fetch(origin + address, { redirect: 'manual' });
        return `${status} ${headers.get('location')?.replace(/^http:\/\/[^/]*/, '')}`;
      };
      expect(await ask('/old/members.v1/2019-09-02/')).toBe('301 /larkrise/members/2019-09-02/');
      expect(await ask('/old/members.v1')).toBe('301 /larkrise/members/');
      expect(await ask('/old/membersXv1/')).toBe('404 undefined');
      const described = await fetch(`${origin}/larkrise/members/2019-09-02.dpv.jsonld`);
      expect(described.headers.get('content-type')).toBe('application/ld+json');
    } finally {
      await stop();
    }
  });

  it('is absent when it is not asked for', () => {
    const [asItIs] = inject('samples');
    const files = namesOfFiles(asItIs!.folder);
    const read = (file: string): string => readFileSync(path.join(asItIs!.folder, file), 'utf8');
    expect(files).not.toContain('.well-known/gpc.json');
    expect(files.filter((file) => file.endsWith('.jsonld'))).toEqual([]);
    expect(read('larkrise/members/2019-09-02/index.html')).toContain('noindex');
    expect(read('_redirects')).toBe('');
    const pages = [
      'index.html',
      '2019-09-02/index.html',
      'compare/2019-09-02/2022-04-11/index.html',
    ];
    const kept = pages.map((page) => read(`larkrise/members/${page}`));
    for (const page of kept) expect(page).toContain('card.png"');
  });
});

describe('a font', () => {
  it(
    'is the site’s own, at its base, and no page asks anyone else for it',
    { timeout: 60_000 },
    async () => {
      const font = 'node_modules/@fontsource/inter/files/inter-latin-400-normal.woff2';
      mkdirSync(path.join(project.folder, 'public/fonts'), { recursive: true });
      cpSync(font, path.join(project.folder, 'public/fonts/acme.woff2'));
      project.change(
        CONFIG,
        "  base: '/',",
        "  base: '/privacy/',\n  font: { family: 'Acme Sans', regular: '/fonts/acme.woff2' },",
      );
      expect((await project.build(notices)).code).toBe(0);
      const sheets = [...readFiles(site())].filter(([file]) => file.endsWith('.css'));
      const styles = sheets.map(([, bytes]) => bytes.toString()).join('\n');
      expect(styles).toMatch(
        /@font-face\{font-family:Acme Sans;src:url\(\/privacy\/fonts\/acme\.woff2\)/,
      );
      expect(styles).toMatch(/--brand-font:"?Acme Sans/);
      expect(read('larkrise/members/index.html')).toContain("font-src 'self'");
    },
  );

  it('that is missing stops the build with what to do', { timeout: 60_000 }, async () => {
    project.change(
      CONFIG,
      "  base: '/',",
      "  font: { family: 'A', regular: '/fonts/none.woff2' },",
    );
    const { code, output } = await project.build(notices);
    expect(output).toMatch(/font\.regular: there is no file public\/fonts\/none\.woff2/);
    expect(code).toBe(1);
  });
});

describe('a logo', () => {
  it.each([
    ['that is missing', undefined, /logo: there is no file public\/other\.png/],
    ['that is no picture', 'not a picture', /logo: public\/other\.png is not a picture/],
    ['that is huge', 'x'.repeat(300_000), /logo: public\/other\.png has 293 KB/],
  ])('%s stops the build with what to do', { timeout: 60_000 }, async (_, content, message) => {
    project.change(CONFIG, "logo: '/logo.svg'", "logo: '/other.png'");
    if (content !== undefined) {
      writeFileSync(path.join(project.folder, 'public/other.png'), content);
    }
    const { code, output } = await project.build(notices);
    expect(output).toMatch(message);
    expect(output).not.toContain('    at ');
    expect(code).toBe(1);
  });
});
