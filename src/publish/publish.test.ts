import { describe, expect, it } from 'vitest';
import { caddyfile, netlifyRedirects, nginxLocations, timeMap } from './hosting.ts';
import { printStyle } from './print-style.ts';

describe('what stands at the edges of paper', () => {
  const printed = { title: 'Notice', controller: 'A', label: 'Version of 1 May 2026', of: 'of' };

  it('is the name, the version, the fingerprint and the page', () => {
    const style = printStyle({ ...printed, fingerprint: 'abc' });
    expect(style).toContain('content: "Notice – A"');
    expect(style).toContain('content: "Version of 1 May 2026"');
    expect(style).toContain('content: "SHA-256 abc"');
    expect(style).toContain('content: counter(page) " of " counter(pages)');
  });

  it('is words, whatever a title holds', () => {
    const style = printStyle({ ...printed, title: '"; } body { display: none } \\ </style>\n' });
    const [line = ''] = style.split('\n').filter((each) => each.includes('body {'));
    expect(line).toBe('    content: "\\22 ; } body { display: none } \\5c  \\3c /style>\\a  – A";');
  });

  it('is cut between characters, not within one', () => {
    expect(printStyle({ ...printed, title: '🔒'.repeat(200) })).toMatch(/"(🔒){89}…"/u);
  });
});

describe('addresses that moved', () => {
  const moved = [{ from: '/privacy/old.v1/', to: '/privacy/staff/' }];

  it('are told to hosts, with all that stood below them', () => {
    expect(netlifyRedirects(moved)).toBe('/privacy/old.v1/* /privacy/staff/:splat 301\n');
    expect(nginxLocations('/privacy/', [], moved)).toContain(
      'location = /privacy/old.v1 {\n  return 301 /privacy/staff/;\n}\n' +
        'location ^~ /privacy/old.v1/ {\n  rewrite ^/privacy/old\\.v1/(.*)$ /privacy/staff/$1 permanent;\n}',
    );
    expect(caddyfile([], moved)).toContain(
      '@moved0 path_regexp moved ^/privacy/old\\.v1(?:/(.*))?$\n\tredir @moved0 /privacy/staff/{re.moved.1} permanent',
    );
  });
});

describe('a TimeMap', () => {
  it('is in the order of publication, whichever version applies first', () => {
    const links = timeMap('/n/', '/n/timemap.link', [
      { url: '/n/2', published: '2026-05-02' },
      { url: '/n/1', published: '2026-05-01' },
    ]);
    expect(links.trim().split(',\n').slice(2)).toEqual([
      '</n/1>; rel="first memento"; datetime="Fri, 01 May 2026 00:00:00 GMT"',
      '</n/2>; rel="last memento"; datetime="Sat, 02 May 2026 00:00:00 GMT"',
    ]);
  });
});
