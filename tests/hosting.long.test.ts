import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { notices } from './setup/commands.ts';
import { hasNginx, startNginx } from './setup/nginx.ts';
import { serve } from './setup/server.ts';
import { useBrowser, leave } from './setup/site.ts';
import { useWorkshop } from './setup/workshop.ts';

const { at } = useWorkshop('hosting');

describe.each(inject('samples'))('host files of the site at $base', (site) => {
  const headers = readFileSync(path.join(site.folder, '_headers'), 'utf8');

  it('never repeat a header for a path', () => {
    const rules = headers
      .trim()
      .split('\n\n')
      .map((block) => {
        const [rule = '', ...lines] = block.split('\n');
        return { rule, names: lines.map((line) => line.trim().split(':')[0]) };
      });
    expect(rules.length).toBeGreaterThan(20);
    const matches = (rule: string, address: string): boolean =>
      rule.endsWith('*') ? address.startsWith(rule.slice(0, -1)) : rule === address;
    const twice = rules.flatMap(({ rule }) => {
      const address = rule.replace('*', 'x');
      const names = rules
        .filter((each) => matches(each.rule, address))
        .flatMap((each) => each.names);
      return new Set(names).size === names.length ? [] : [rule];
    });
    expect(twice).toEqual([]);
  });

  describe.runIf(hasNginx)('with nginx', () => {
    let origin: string;
    let stop: () => Promise<void>;
    beforeAll(async () => {
      const root = at(`root${site.base.replaceAll('/', '-')}`);
      ({ origin, stop } = await startNginx(root, site.folder, site.base));
    });
    afterAll(() => stop());

    const ask = (address: string) => fetch(origin + site.base + address);

    it('serve every page and file with the documented headers', async () => {
      for (const address of [
        '',
        'search/',
        'parleyvane/users/',
        'parleyvane/users/history/',
        'parleyvane/users/compare/2018-05-25/2021-06-28/',
      ]) {
        const { status, headers: sent } = await ask(address);
        expect([address, status]).toEqual([address, 200]);
        expect(sent.get('content-security-policy')).toBe("frame-ancestors 'none'");
        expect(sent.get('referrer-policy')).toBe('no-referrer');
        expect(sent.get('cache-control')).toContain('must-revalidate');
      }
      const version = await ask('parleyvane/users/2021-06-28/');
      expect(version.headers.get('memento-datetime')).toMatch(/ 2021 00:00:00 GMT$/);
      expect(version.headers.get('link')).toContain(
        `<${site.base}parleyvane/users/2018-05-25/>; rel="predecessor-version"`,
      );
      const map = await ask('parleyvane/users/timemap.link');
      expect(map.status).toBe(200);
      expect(map.headers.get('content-type')).toBe('application/link-format');
      expect(version.headers.get('link')).toContain(
        `<${site.base}parleyvane/users/timemap.link>; rel="timemap"`,
      );
      const part = await ask('parleyvane/users/parts/retention.html');
      expect(part.status).toBe(200);
      expect(part.headers.get('content-security-policy')).toBe('frame-ancestors *');
      expect((await ask('parleyvane/users/2021-06-28.txt')).status).toBe(200);
      const [, sheet = ''] = /(_astro\/[^"]*\.css)/.exec(await (await ask('')).text()) ?? [];
      expect((await ask(sheet)).headers.get('cache-control')).toContain('immutable');
      expect((await ask('nothing/here/')).status).toBe(404);
      // Every way to a page leads to its one address, where its headers are.
      for (const address of ['parleyvane/users', 'parleyvane/users/2021-06-28/index.html']) {
        const { url, status, headers: sent } = await ask(address);
        expect([status, url]).toEqual([200, expect.stringMatching(/\/$/)]);
        expect(sent.get('content-security-policy')).toBe("frame-ancestors 'none'");
      }
      const text = await ask('parleyvane/users/2021-06-28.txt');
      expect(text.headers.get('content-type')).toBe('text/plain; charset=utf-8');
      for (const address of ['_headers', '_redirects', '.hosting/nginx.conf', '.noticeboard']) {
        expect((await ask(address)).status).toBe(404);
      }
    });

    it('send all that verify asks for, and verify names what is missing', async () => {
      const whole = ['verify', '--strict', '--url', origin + site.base];
      const { code, out } = await notices(whole, { notices: site.notices });
      expect(out).not.toContain('the header');
      expect([code, out]).toEqual([0, expect.stringMatching(/Read \d+ pages.* and \d+ feeds/)]);
      const server = await serve(site.folder, site.base);
      const bare = ['verify', '--url', server.origin + site.base];
      const without = await notices(bare, { notices: site.notices });
      expect(without.code).toBe(0);
      expect(without.out).toMatch(
        /warning {2}the header Referrer-Policy is missing: \S+, \S+ and \d/,
      );
      expect((await notices([...bare, '--strict'], { notices: site.notices })).code).toBe(1);
      await server.close();
    });

    it('lead comparisons without a page to the free comparison', async () => {
      const compare = `${site.base}parleyvane/users/compare/`;
      const locationOf = async (pair: string): Promise<string> => {
        const { status, headers: sent } = await fetch(`${origin}${compare}${pair}`, {
          redirect: 'manual',
        });
        return `${status} ${(sent.get('location') ?? '').replace(/^http:\/\/[^/]*/, '')}`;
      };
      expect(await locationOf('2018-05-25/2021-06-28/')).toBe('200 ');
      expect(await locationOf('2018-05-25/2021-06-28/side-by-side/')).toBe('200 ');
      expect(await locationOf('2018-05-25/current/side-by-side/')).toBe(
        `301 ${compare}2018-05-25/current/`,
      );
      expect(await locationOf('2018-05-25/2024-02-05/side-by-side/')).toBe(
        `301 ${compare}?from=2018-05-25&to=2024-02-05&view=side-by-side`,
      );
      expect(await locationOf('2018-05-25/2027-01-11/')).toBe(
        `301 ${compare}?from=2018-05-25&to=2027-01-11`,
      );
      expect(await locationOf('2027-01-11/2018-05-25/side-by-side/')).toBe(
        `301 ${compare}?from=2027-01-11&to=2018-05-25&view=side-by-side`,
      );
      expect(await locationOf('2018-05-25/nothing/')).toBe('404 ');
    });

    const openPage = useBrowser();
    it('are not needed for that: the page of the 404 has the link', async () => {
      const page = await openPage();
      // A host without rules answers every address with this page.
      const missing = readFileSync(path.join(site.folder, '404.html'), 'utf8');
      await page.route('**/compare/**', (route) =>
        route.fulfill({ status: 404, contentType: 'text/html', body: missing }),
      );
      const compare = `${site.base}parleyvane/users/compare/`;
      await page.goto(`${origin}${compare}2018-05-25/2027-01-11/side-by-side/`);
      const link = page.locator('p.compared-here:visible a').first();
      expect(await link.getAttribute('href')).toBe(
        `${compare}?from=2018-05-25&to=2027-01-11&view=side-by-side`,
      );
      await page.goto(`${origin}${compare}nothing/2027-01-11/`);
      expect(await page.locator('p.compared-here:visible').count()).toBe(0);
      await leave(page);
    });

    it('cause no browser errors, and the search works', async () => {
      const page = await openPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      for (const address of ['', 'parleyvane/users/', 'parleyvane/users/on/?date=2020-01-01']) {
        await page.goto(origin + site.base + address);
      }
      await page.goto(`${origin}${site.base}search/?q=retention`);
      await page.waitForSelector('[data-state="found"]');
      expect(complaints).toEqual([]);
      await leave(page);
    });
  });
});
