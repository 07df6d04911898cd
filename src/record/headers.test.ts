import { describe, expect, it } from 'vitest';
import { headerFaults, policyFaults } from './headers.ts';

const faults = (asked: Record<string, string>, sent: Record<string, string>): string[] =>
  headerFaults(asked, new Headers(sent)).map(({ header, message }) => `${header} ${message}`);

describe('a header', () => {
  it.each<[string, string, string, string | undefined]>([
    ['X-Content-Type-Options', 'nosniff', 'nosniff', undefined],
    ['X-Content-Type-Options', 'nosniff', 'none', 'is “none” and not “nosniff”'],
    ['Referrer-Policy', 'no-referrer', 'strict-origin, no-referrer', undefined],
    ['Referrer-Policy', 'no-referrer', 'no-referrer, unsafe-url', 'is “no-referrer, unsafe-url”'],
    ['Permissions-Policy', 'camera=(), usb=()', 'usb=(), camera=(), midi=()', undefined],
    [
      'Permissions-Policy',
      'camera=(), usb=()',
      'camera=(self), usb=()',
      'does not turn off camera',
    ],
    ['Content-Security-Policy', "frame-ancestors 'none'", "frame-ancestors 'none'; x", undefined],
    [
      'Content-Security-Policy',
      "frame-ancestors 'none'",
      "default-src 'self', frame-ancestors 'none'",
      undefined,
    ],
    [
      'Content-Security-Policy',
      "frame-ancestors 'none'",
      "default-src 'none'",
      'lets other sites frame',
    ],
    [
      'Content-Security-Policy',
      "frame-ancestors 'none'",
      'frame-ancestors *',
      'lets other sites frame',
    ],
    ['Content-Security-Policy', 'frame-ancestors *', "default-src 'none'", undefined],
    [
      'Content-Security-Policy',
      'frame-ancestors *',
      "frame-ancestors 'self'",
      'keeps other sites from',
    ],
    ['Cache-Control', 'public, max-age=0, must-revalidate', 'no-cache', undefined],
    ['Cache-Control', 'public, max-age=0, must-revalidate', 'max-age=600', 'for 600 seconds'],
    ['Cache-Control', 'public, max-age=0', 'max-age=0, s-maxage=3600', 'for 3600 seconds'],
    [
      'Link',
      '</a>; rel="original", </b>; rel="timemap"',
      '</b>; rel="timemap", </a>; rel="original"',
      undefined,
    ],
    ['Link', '</a>; rel="original"', '</b>; rel="original"', 'has not “</a>; rel="original"”'],
    ['Content-Type', 'text/calendar', 'text/calendar; charset=utf-8', undefined],
    [
      'Memento-Datetime',
      'Thu, 17 Sep 2026 00:00:00 GMT',
      'Thu, 17 Sep 2026 00:00:00 GMT',
      undefined,
    ],
    [
      'Memento-Datetime',
      'Thu, 17 Sep 2026 00:00:00 GMT',
      'Fri, 18 Sep 2026 00:00:00 GMT',
      'is “Fri, 18 Sep',
    ],
    ['Content-Type', 'text/calendar', 'text/plain', 'is “text/plain”'],
  ])('%s of %s that is %s', (header, asked, sent, fault) => {
    const found = faults({ [header]: asked }, { [header]: sent });
    if (fault === undefined) expect(found).toEqual([]);
    else expect(found).toEqual([expect.stringContaining(fault)]);
  });

  it('that is missing is a fault, but where a part may be framed without it', () => {
    expect(faults({ 'Referrer-Policy': 'no-referrer' }, {})).toEqual([
      'Referrer-Policy is missing',
    ]);
    expect(faults({ 'Content-Security-Policy': "frame-ancestors 'none'" }, {})).toHaveLength(1);
    expect(faults({ 'Content-Security-Policy': 'frame-ancestors *' }, {})).toEqual([]);
  });
});

describe('the policy of a page', () => {
  const page = (...policies: string[]): string =>
    `<!doctype html><head>${policies.map((policy) => `<meta http-equiv="Content-Security-Policy" content="${policy}">`).join('')}</head><body>`;

  it.each<[string, string[], string | undefined]>([
    ['that allows none', ["default-src 'none'; style-src 'self'"], undefined],
    [
      'that allows those of the site',
      ["default-src 'none'; script-src 'self' 'wasm-unsafe-eval'"],
      undefined,
    ],
    ['beside one that is strict', ['default-src *', "default-src 'none'"], undefined],
    ['that is not there', [], 'is missing'],
    [
      'that allows scripts within it',
      ["default-src 'none'; script-src 'self' 'unsafe-inline'"],
      'from elsewhere',
    ],
    [
      'that allows another host',
      ["default-src 'none'; script-src https://cdn.example"],
      'from elsewhere',
    ],
    ['that says nothing of scripts', ["style-src 'self'"], 'from elsewhere'],
  ])('%s', (_, policies, fault) => {
    const found = policyFaults(page(...policies)).map(({ message }) => message);
    if (fault === undefined) expect(found).toEqual([]);
    else expect(found).toEqual([expect.stringContaining(fault)]);
  });
});
