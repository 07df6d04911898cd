import Color from 'colorjs.io';
import { describe, expect, it } from 'vitest';
import { defineSite, PAPER, SettingsError, type SiteInput, missingFrom } from './settings.ts';

const MINIMAL: SiteInput = {
  name: 'Harbourlight privacy',
  accent: { light: '#0b5c8a', dark: '#7cc4f0' },
};

/** The message for settings with errors. */
function complaint(input: unknown): SettingsError {
  try {
    defineSite(input as SiteInput);
  } catch (error) {
    if (error instanceof SettingsError) return error;
    throw error;
  }
  throw new Error('the settings were accepted');
}

const withAccent = (accent: Partial<SiteInput['accent']>): SiteInput => ({
  ...MINIMAL,
  accent: { ...MINIMAL.accent, ...accent },
});

describe('defineSite', () => {
  it('fills in what is left out', () => {
    expect(defineSite(MINIMAL)).toEqual({
      ...MINIMAL,
      base: '/',
      language: 'en-GB',
      indexPastVersions: false,
      dpv: false,
      redirects: [],
      footer: [],
    });
  });

  it('keeps everything that can be set', () => {
    const everything: SiteInput = {
      ...MINIMAL,
      url: 'https://www.harbourlight.example',
      base: '/legal/privacy/',
      logo: '/logo.svg',
      font: { family: 'Acme Sans', regular: '/fonts/acme.woff2', bold: '/fonts/acme-bold.woff2' },
      language: 'en',
      indexPastVersions: true,
      dpv: true,
      globalPrivacyControl: '2026-01-31',
      redirects: [
        { from: '/old/staff/', to: '/staff/' },
        { from: '/away/', to: 'https://elsewhere.example/' },
      ],
      footer: [
        { label: 'Home', href: 'https://www.harbourlight.example/' },
        { label: 'Staff', href: '/staff/' },
        { label: 'Write', href: 'mailto:privacy@harbourlight.example' },
      ],
    };
    expect(defineSite(everything)).toEqual(everything);
  });

  it.each(['privacy', '/privacy', 'privacy/', '//', '/a b/', '/a//b/', 'https://x.example/'])(
    'refuses the base "%s"',
    (base) => {
      expect(complaint({ ...MINIMAL, base }).message).toBe(
        'src/site.config.ts has errors:\n' +
          '  base: must begin and end with a slash, such as "/" or "/privacy/"',
      );
    },
  );

  it('names a key that it does not know', () => {
    expect(complaint({ ...MINIMAL, titel: 'x' }).message).toContain('"titel"');
  });

  it.each([
    ['name', { name: ' ' }],
    ['url', { url: 'harbourlight.example' }],
    ['url', { url: 'ftp://harbourlight.example' }],
    ['url', { url: 'https://harbourlight.example/privacy' }],
    ['logo', { logo: 'logo.svg' }],
    ['logo', { logo: '//cdn.example/logo.svg' }],
    ['language', { language: 'tlh' }],
    ['footer.0.href', { footer: [{ label: 'Run', href: 'javascript:alert(1)' }] }],
    ['footer.0.label', { footer: [{ label: '', href: '/' }] }],
    ['accent', { accent: undefined }],
    ['font.family', { font: { family: '"}', regular: '/a.woff2' } }],
    ['font.regular', { font: { family: 'A', regular: 'https://cdn.example/a.woff2' } }],
    ['dpv', { dpv: 'yes' }],
    ['globalPrivacyControl', { globalPrivacyControl: 'always' }],
    ['redirects.0.from', { redirects: [{ from: 'old', to: '/staff/' }] }],
    ['redirects.0.from', { redirects: [{ from: '/a b; c/', to: '/staff/' }] }],
    ['redirects.0.from', { redirects: [{ from: '/search/', to: '/staff/' }] }],
    ['redirects.0.from', { redirects: [{ from: '/_astro/', to: '/staff/' }] }],
    ['redirects.0.from', { redirects: [{ from: '/', to: '/staff/' }] }],
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
  ] as [string, object][])('names the setting at fault: %s in %j', (path, setting) => {
    expect(complaint({ ...MINIMAL, ...setting }).message).toContain(`\n  ${path}: `);
  });

  it('lists all mistakes at once', () => {
    const { message } = complaint({ ...withAccent({ light: 'blu' }), name: '', base: 'x' });
    expect(message.split('\n').map((line) => line.trim().split(':')[0])).toEqual([
      'src/site.config.ts has errors',
      'name',
      'base',
      'accent.light',
    ]);
  });

  it('shows no stack, since the mistake is in a file and not in a call', () => {
    expect(complaint({ ...MINIMAL, base: 'x' }).stack).toBe('');
  });
});

describe('the accent', () => {
  it('is refused when it is not a colour', () => {
    expect(complaint(withAccent({ light: 'blu' })).message).toContain(
      'accent.light: "blu" is not a colour; write it like "#0b5c8a"',
    );
  });

  it.each([
    ['#06c', '#0066cc'],
    ['rgb(0 80 160)', '#0050a0'],
    ['oklch(45% 0.12 250)', '#0e5794'],
    ['darkblue', '#00008b'],
  ])('may be written as %s, and reaches the page as %s', (light, hex) => {
    expect(defineSite(withAccent({ light })).accent.light).toBe(hex);
  });

  it('is refused when one can see through it', () => {
    expect(complaint(withAccent({ light: '#0b5c7500' })).message).toContain('is not opaque');
  });

  it('is refused with its contrast when it cannot be read', () => {
    expect(complaint(withAccent({ light: '#ffffff' })).message).toContain(
      'accent.light: "#ffffff" has a contrast of 1.00:1 on the light page (#ffffff); links need 4.5:1',
    );
  });

  it('is judged by the page of its own scheme', () => {
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

  it.each(tooFaint)('on the %s page is accepted as it is suggested for %s', (scheme, written) => {
    const suggestion = suggested(scheme, written);
    expect(defineSite(withAccent({ [scheme]: suggestion })).accent[scheme]).toBe(suggestion);
  });

  it.each(tooFaint)(
    'on the %s page is suggested no further from %s than it must be',
    (scheme, written) => {
      const contrast = new Color(suggested(scheme, written)).contrastWCAG21(PAPER[scheme]);
      expect(contrast).toBeGreaterThanOrEqual(4.5);
      expect(contrast).toBeLessThan(5.5);
    },
  );
});

describe('what the settings name', () => {
  const site = defineSite({
    ...MINIMAL,
    logo: '/logo.svg',
    footer: [
      { label: 'Staff', href: '/staff/#retention' },
      { label: 'Home', href: 'https://www.harbourlight.example/' },
    ],
  });

  it('is there', () => {
    expect(
      missingFrom(
        site,
        (path) => ['/logo.svg', '/staff/'].includes(path),
        () => false,
      ),
    ).toEqual([]);
  });

  it('is reported if addresses are redirected to nothing, or exist themselves', () => {
    const moved = defineSite({
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

  it('is reported if it is missing', () => {
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

  it('is suggested where a name is mistyped', () => {
    const mistyped = { ...MINIMAL, foter: [] } as unknown as SiteInput;
    expect(complaint(mistyped).message).toContain(
      'unknown setting "foter". Did you mean "footer"?',
    );
  });
});
