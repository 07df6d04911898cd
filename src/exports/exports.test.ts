import { describe, expect, it } from 'vitest';
import { caddyfile, nginxLocations, timeMap } from './hosting.ts';
import { netlifyRedirects } from './redirects.ts';

describe('addresses that moved', () => {
  const moved = [{ from: '/privacy/old.v1/', to: '/privacy/staff/' }];

  it('are in the files of every host, with everything below them', () => {
    expect(netlifyRedirects(moved)).toBe('/privacy/old.v1/* /privacy/staff/:splat 301\n');
    expect(nginxLocations({ base: '/privacy/' }, [], moved)).toContain(
      'location = /privacy/old.v1 {\n  return 301 /privacy/staff/;\n}\n' +
        'location ^~ /privacy/old.v1/ {\n  rewrite ^/privacy/old\\.v1/(.*)$ /privacy/staff/$1 permanent;\n}',
    );
    // A snippet is defined outside of a site's block, and used within.
    expect(caddyfile([], moved)).toMatch(
      /^# .* above the site's block, .*"import privacy_notices".*\n\(privacy_notices\) \{\n/,
    );
    expect(caddyfile([], moved)).toContain(
      '@moved0 path_regexp moved ^/privacy/old\\.v1(?:/(.*))?$\n\tredir @moved0 /privacy/staff/{re.moved.1} permanent',
    );
  });

  it.each(['privacy.html', 'legal/privacy-policy.php', 'Legal/Notice.aspx', 'files/v.2019.pdf'])(
    'are that one address if it is a file: %s',
    (file) => {
      const from = `/privacy/${file}`;
      const pattern = from.replaceAll('.', String.raw`\.`);
      const one = [{ from, to: '/privacy/staff/' }];
      expect(netlifyRedirects(one)).toBe(`${from} /privacy/staff/ 301\n`);
      const nginx = nginxLocations({ base: '/privacy/' }, [], one);
      expect(nginx).toContain(`\n\nlocation = ${from} {\n  return 301 /privacy/staff/;\n}\n`);
      expect(nginx).not.toContain(`${from}/`);
      expect(nginx).not.toContain('rewrite');
      expect(caddyfile([], one)).toContain(
        `\t@moved0 path_regexp moved ^${pattern}$\n\tredir @moved0 /privacy/staff/ permanent`,
      );
    },
  );

  it('lead nginx from a former index.html before it looks for the folder', () => {
    const nginx = nginxLocations({ base: '/' }, [], [{ from: '/old/index.html', to: '/staff/' }]);
    const own = nginx.indexOf(
      String.raw`"^/old/index\.html(?:\?|$)") {` + '\n  return 301 /staff/;',
    );
    expect(own).toBeGreaterThan(0);
    expect(own).toBeLessThan(nginx.indexOf('"^([^?]*/)index'));
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
