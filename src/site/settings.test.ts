import { describe, expect, it } from 'vitest';
import { contrastOf } from './colour.ts';
import { PAPER } from './brand.ts';
import {
  missingFrom,
  missingFromProject,
  readSettings,
  type NoticeboardSettings,
} from './settings.ts';
import { SettingsError } from './settings-error.ts';

const MINIMAL: NoticeboardSettings = {
  name: 'Harbourlight privacy',
  accent: { light: '#0b5c8a', dark: '#7cc4f0' },
};

/** The message for settings with errors. */
function complaint(input: unknown): SettingsError {
  try {
    readSettings(input as NoticeboardSettings);
  } catch (error) {
    if (error instanceof SettingsError) return error;
    throw error;
  }
  throw new Error('the settings were accepted');
}

const withAccent = (accent: Partial<NoticeboardSettings['accent']>): NoticeboardSettings => ({
  ...MINIMAL,
  accent: { ...MINIMAL.accent, ...accent },
});

describe('readSettings', () => {
  it('fills in defaults', () => {
    expect(readSettings(MINIMAL)).toEqual({
      ...MINIMAL,
      path: '/',
      language: 'en-GB',
      organisations: {},
      styles: [],
      components: {},
      indexPastVersions: false,
      cards: false,
      dpv: false,
      redirects: [],
      footer: [],
    });
  });

  it('keeps all settings', () => {
    const everything: NoticeboardSettings = {
      ...MINIMAL,
      path: '/legal/privacy/',
      logo: '/logo.svg',
      organisations: {
        harbour: {
          name: 'Harbour Rail',
          logo: { light: '/rail.svg', dark: '/rail-dark.svg' },
          accent: { light: '#0b5c8a', dark: '#7cc4f0' },
        },
      },
      home: 'All our notices.',
      styles: './src/notices.css',
      components: { Header: './src/Header.astro' },
      font: { family: 'Acme Sans', regular: '/fonts/acme.woff2', bold: '/fonts/acme-bold.woff2' },
      language: 'en',
      indexPastVersions: true,
      cards: true,
      dpv: true,
      globalPrivacyControl: '2026-01-31',
      redirects: [
        { from: '/old/staff/', to: '/staff/' },
        { from: '/away/', to: 'https://elsewhere.example/' },
        { from: '/privacy.html', to: '/staff/' },
        { from: '/legal/Privacy_Policy.php', to: '/staff/' },
        { from: '/legal/notice.v2.aspx', to: '/staff/2020-01-01/' },
        { from: '/downloads/privacy-2019.pdf', to: 'https://elsewhere.example/old/2019.pdf' },
      ],
      footer: [
        { label: 'Home', href: 'https://www.harbourlight.example/' },
        { label: 'Staff', href: '/staff/' },
        { label: 'Write', href: 'mailto:privacy@harbourlight.example' },
      ],
    };
    expect(readSettings(everything)).toEqual({
      ...everything,
      logo: { light: '/logo.svg' },
      styles: ['./src/notices.css'],
    });
  });

  it.each(['privacy', '/privacy', 'privacy/', '//', '/a b/', '/a//b/', 'https://x.example/'])(
    'rejects the path "%s"',
    (path) => {
      expect(complaint({ ...MINIMAL, path }).message).toBe(
        'the settings of noticeboard() in astro.config.mjs have errors:\n' +
          '  path: must begin and end with a slash, such as "/" or "/privacy/"',
      );
    },
  );

  it.each([
    [undefined, 'name and accent are missing; write noticeboard({'],
    [{ ...MINIMAL, styles: 'src/notices.css' }, 'styles: must be a path from the folder of the'],
    [{ ...MINIMAL, styles: 5 }, 'styles: must be a path from the folder of the project'],
    [
      { ...MINIMAL, organisations: { 'a"]{}': {} } },
      'organisations.a"]{}: must be the name of a folder of notices, such as "acme"',
    ],
    [
      { ...MINIMAL, approval: 'Data protection officer' },
      'approval: is missing or has the wrong type; write approval: { by: ["Data protection officer"] }',
    ],
    [
      { ...MINIMAL, approval: { by: 'DPO' } },
      'approval.by: is missing or has the wrong type; write approval: { by: [',
    ],
    [{ ...MINIMAL, approval: { by: [] } }, 'approval.by: names nobody; name a role, or remove'],
    [{ ...MINIMAL, approval: { by: ['DPO', 'dpo '] } }, 'approval.by: names a role twice'],
    [{ ...MINIMAL, approval: { by: ['D\u202ePO'] } }, 'approval.by.0: has characters that'],
    [
      { ...MINIMAL, organisations: { acme: { approval: {} } } },
      'organisations.acme.approval.by: is missing or has the wrong type; write approval: { by: [',
    ],
    [{ ...MINIMAL, approval: { roles: ['DPO'] } }, 'approval: unknown setting "roles"'],
    [{ ...MINIMAL, name: 'A\u202eB' }, 'name: has characters that are not seen: "A\\u202eB"'],
    [{ ...MINIMAL, home: 'A\0' }, 'home: has characters that are not seen: "A\\x00"; delete them'],
    [{ ...MINIMAL, logo: '/../logo.svg' }, 'logo: must be a path in public/'],
    [
      { ...MINIMAL, font: { family: 'A', regular: '/fonts/../a.woff2' } },
      'font.regular: must be a path in public/',
    ],
  ])('says what to write instead of %j', (input, expected) => {
    expect(complaint(input).message).toContain(`\n  ${expected}`);
  });

  it('names an unknown key', () => {
    expect(complaint({ ...MINIMAL, titel: 'x' }).message).toContain('"titel"');
  });

  it.each([
    ['url', 'url is a setting of Astro: write it as site, beside integrations'],
    ['site', 'site is a setting of Astro: write it beside integrations'],
    [
      'base',
      'base is a setting of Astro: write it beside integrations; for notices below a folder of a site, write path here',
    ],
  ])('leaves %s to Astro', (name, message) => {
    expect(complaint({ ...MINIMAL, [name]: '/x/' }).message).toContain(message);
  });

  it.each([
    ['name', { name: ' ' }],
    ['logo', { logo: 'logo.svg' }],
    ['logo', { logo: '//cdn.example/logo.svg' }],
    ['logo', { logo: { light: '/logo.svg' } }],
    ['home', { home: '' }],
    ['styles', { styles: '/src/notices.css' }],
    ['components.Header', { components: { Header: 'https://cdn.example/Header.astro' } }],
    ['organisations.a b', { organisations: { 'a b': {} } }],
    [
      'organisations.acme.accent.light',
      { organisations: { acme: { accent: { light: 'x', dark: '#7cc4f0' } } } },
    ],
    ['language', { language: 'tlh' }],
    ['footer.0.href', { footer: [{ label: 'Run', href: 'javascript:alert(1)' }] }],
    ['footer.0.label', { footer: [{ label: '', href: '/' }] }],
    ['accent', { accent: undefined }],
    ['font.family', { font: { family: '"}', regular: '/a.woff2' } }],
    ['font.regular', { font: { family: 'A', regular: 'https://cdn.example/a.woff2' } }],
    ['cards', { cards: 'yes' }],
    ['dpv', { dpv: 'yes' }],
    ['globalPrivacyControl', { globalPrivacyControl: 'always' }],
    ['redirects.0.from', { redirects: [{ from: 'old', to: '/staff/' }] }],
    ['redirects.0.from', { redirects: [{ from: '/a b; c/', to: '/staff/' }] }],
    ['redirects.0.from', { redirects: [{ from: '/_astro/', to: '/staff/' }] }],
    ['redirects.0.from', { redirects: [{ from: '/', to: '/staff/' }] }],
    ['redirects.0.from', { redirects: [{ from: '/old', to: '/staff/' }] }],
    ['redirects.0.from', { redirects: [{ from: 'privacy.html', to: '/staff/' }] }],
    ['redirects.0.from', { redirects: [{ from: '/a;b.html', to: '/staff/' }] }],
    ['redirects.0.from', { redirects: [{ from: '/privacy.php?id=3', to: '/staff/' }] }],
    ['redirects.0.from', { redirects: [{ from: '/../privacy.html', to: '/staff/' }] }],
    ['redirects.0.from', { redirects: [{ from: '/_headers.html', to: '/staff/' }] }],
    ['redirects.0.to', { redirects: [{ from: '/old/', to: '/staff.pdf' }] }],
    ['redirects.0.to', { redirects: [{ from: '/old.html', to: '/old.html' }] }],
    ['redirects.0.to', { redirects: [{ from: '/old/', to: 'javascript:alert(1)' }] }],
    ['redirects.0.to', { redirects: [{ from: '/old/', to: 'https://a.example' }] }],
    ['redirects.0.to', { redirects: [{ from: '/old/', to: 'https://a.example/{env.X}/' }] }],
    ['redirects.0.to', { redirects: [{ from: '/old/', to: 'https://a.example/;} x/' }] }],
    ['redirects.0.to', { redirects: [{ from: '/old/', to: '/old/new/' }] }],
    [
      'redirects',
      {
        redirects: [
          { from: '/old/', to: '/staff/' },
          { from: '/old/', to: '/people/' },
        ],
      },
    ],
  ] as [string, object][])('names the wrong setting: %s in %j', (path, setting) => {
    expect(complaint({ ...MINIMAL, ...setting }).message).toContain(`\n  ${path}: `);
  });

  it('reports all errors at once', () => {
    const { message } = complaint({ ...withAccent({ light: 'blu' }), name: '', path: 'x' });
    expect(message.split('\n').map((line) => line.trim().split(':')[0])).toEqual([
      'the settings of noticeboard() in astro.config.mjs have errors',
      'name',
      'path',
      'accent.light',
    ]);
  });

  it('has no stack trace', () => {
    expect(complaint({ ...MINIMAL, base: 'x' }).stack).toBe('');
  });
});

describe('the accent colour', () => {
  it('is rejected if it is not a colour', () => {
    expect(complaint(withAccent({ light: 'blu' })).message).toContain(
      'accent.light: "blu" is not a colour; write it like "#0b5c8a"',
    );
  });

  it.each([
    ['#06c', '#0066cc'],
    ['rgb(0 80 160)', '#0050a0'],
    ['oklch(45% 0.12 250)', '#0e5794'],
    ['darkblue', '#00008b'],
  ])('may be written as %s and becomes %s', (light, hex) => {
    expect(readSettings(withAccent({ light })).accent.light).toBe(hex);
  });

  it('is rejected if it is transparent', () => {
    expect(complaint(withAccent({ light: '#0b5c7500' })).message).toContain('is not opaque');
  });

  it('is rejected with its contrast if it is illegible', () => {
    expect(complaint(withAccent({ light: '#ffffff' })).message).toContain(
      'accent.light: "#ffffff" has a contrast of 1.00:1 on the light page (#ffffff); links need 4.5:1',
    );
  });

  it('is compared with the page of its own scheme', () => {
    expect(complaint(withAccent({ dark: '#0b5c8a' })).message).toContain(
      'accent.dark: "#0b5c8a" has a contrast of',
    );
  });

  const tooFaint: ['light' | 'dark', string][] = [
    ['light', '#ffffff'],
    ['light', '#ffff00'],
    ['light', '#7cc4f0'],
    ['light', '#00ff00'],
    ['light', '#ff8800'],
    ['light', 'hotpink'],
    ['dark', '#000000'],
    ['dark', '#0b5c8a'],
    ['dark', '#0000ff'],
    ['dark', '#800000'],
  ];
  const suggested = (scheme: 'light' | 'dark', written: string): string =>
    /which "(.+)" has/.exec(complaint(withAccent({ [scheme]: written })).message)?.[1] ?? '';

  it.each(tooFaint)('for the %s page is accepted as suggested for %s', (scheme, written) => {
    const suggestion = suggested(scheme, written);
    expect(readSettings(withAccent({ [scheme]: suggestion })).accent[scheme]).toBe(suggestion);
  });

  it.each(tooFaint)(
    'for the %s page is suggested as close to %s as possible',
    (scheme, written) => {
      const contrast = contrastOf(suggested(scheme, written), PAPER[scheme]);
      expect(contrast).toBeGreaterThanOrEqual(4.5);
      expect(contrast).toBeLessThan(5.5);
    },
  );
});

describe('missingFrom', () => {
  const site = readSettings({
    ...MINIMAL,
    logo: '/logo.svg',
    footer: [
      { label: 'Staff', href: '/staff/#retention' },
      { label: 'Home', href: 'https://www.harbourlight.example/' },
    ],
  });

  it('returns nothing if everything exists', () => {
    expect(
      missingFrom(
        site,
        (path) => ['/logo.svg', '/staff/'].includes(path),
        () => false,
      ),
    ).toEqual([]);
  });

  it('reports redirects to missing pages and from existing ones', () => {
    const moved = readSettings({
      ...MINIMAL,
      redirects: [
        { from: '/staff/', to: '/people/' },
        { from: '/old/', to: 'https://elsewhere.example/' },
      ],
    });
    expect(
      missingFrom(
        moved,
        (path) => path === '/staff/rota/',
        (path) => '/staff/rota/'.startsWith(path),
      ),
    ).toEqual([
      'redirects.0.from: the site has pages at "/staff/", which nobody could reach',
      'redirects.0.to: there is no page at "/people/"; redirect to a notice',
    ]);
  });

  it('reports an organisation without notices', () => {
    const group = readSettings({ ...MINIMAL, organisations: { rail: {}, ral: {} } });
    expect(
      missingFrom(
        group,
        () => true,
        (path) => path === '/rail/',
      ),
    ).toEqual([
      'organisations.ral: there are no notices below /ral/; write the folder of its notices',
    ]);
  });

  it('reports missing files and pages', () => {
    expect(
      missingFrom(
        site,
        () => false,
        () => false,
      ),
    ).toEqual([
      'logo: there is no file public/logo.svg; add it, or remove logo',
      'footer.0.href: there is no page or file at "/staff/#retention"; link to a notice or a public file',
    ]);
  });

  it('reports packages that draw cards only if there are to be cards', () => {
    const none = (): boolean => false;
    const missing = (): string[] => ['satori', '@fontsource/inter'];
    const plain = readSettings(MINIMAL);
    expect(missingFrom(plain, none, none, missing)).toEqual([]);
    expect(missingFrom({ ...plain, cards: true }, none, none, missing)).toEqual([
      'cards: what draws them is not installed; run npm install satori @fontsource/inter, or remove cards',
    ]);
    expect(missingFrom({ ...plain, cards: true }, none, none)).toEqual([]);
  });

  it('suggests the right name of a mistyped setting', () => {
    const mistyped = { ...MINIMAL, foter: [] } as unknown as NoticeboardSettings;
    expect(complaint(mistyped).message).toContain(
      'unknown setting "foter". Did you mean "footer"?',
    );
  });
});

describe('missingFromProject', () => {
  it('names the files that are not there', () => {
    const settings = readSettings({
      ...MINIMAL,
      styles: ['./src/one.css', './src/two.css'],
      components: { Header: './src/Header.astro' },
    });
    expect(missingFromProject(settings, (file) => file === './src/two.css')).toEqual([
      'styles: there is no file ./src/one.css; add it, or remove the setting',
      'components.Header: there is no file ./src/Header.astro; add it, or remove the setting',
    ]);
  });
});
