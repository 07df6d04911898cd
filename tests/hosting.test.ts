import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { useBrowser } from './setup/site.ts';
import { useWorkshop } from './setup/workshop.ts';

const NGINX = ['/usr/sbin/nginx', '/usr/bin/nginx'].find((file) => existsSync(file));
if (!NGINX) process.stdout.write('nginx is not on this machine; its tests are left out.\n');

const { at } = useWorkshop('hosting');

describe.each(inject('samples'))('the files for hosts of the site at $base', (site) => {
  const headers = readFileSync(path.join(site.folder, '_headers'), 'utf8');

  it('name no header twice for one path, which hosts would join', () => {
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

  describe.runIf(NGINX)('with nginx', () => {
    let server: ChildProcess;
    let origin: string;

    beforeAll(async () => {
      const root = at(`root${site.base.replaceAll('/', '-')}`);
      cpSync(site.folder, path.join(root, 'www', site.base), { recursive: true });
      mkdirSync(path.join(root, 'logs'), { recursive: true });
      const port = await freePort();
      origin = `http://127.0.0.1:${port}`;
      writeFileSync(
        path.join(root, 'nginx.conf'),
        `${process.getuid?.() === 0 ? 'user root; ' : ''}daemon off; pid ${root}/nginx.pid; error_log ${root}/logs/error.log;
events {}
http {
  include /etc/nginx/mime.types; access_log off;
  client_body_temp_path ${root}/a; proxy_temp_path ${root}/b; fastcgi_temp_path ${root}/c;
  uwsgi_temp_path ${root}/d; scgi_temp_path ${root}/e;
  server { listen 127.0.0.1:${port}; root ${root}/www; include ${path.join(site.folder, '.hosting/nginx.conf')}; }
}`,
      );
      server = spawn(NGINX!, ['-c', path.join(root, 'nginx.conf'), '-p', root], {
        stdio: 'ignore',
      });
      for (let tries = 0; tries < 100 && !(await isAnswering(origin + site.base)); tries += 1) {
        await pause(50);
      }
    });
    afterAll(async () => {
      const ended = new Promise((resolve) => server.once('close', resolve));
      server.kill('SIGTERM');
      await ended;
    });

    const ask = (address: string) => fetch(origin + site.base + address);

    it('every page and file is answered, with the headers that were promised', async () => {
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
      const part = await ask('parleyvane/users/parts/retention.html');
      expect(part.status).toBe(200);
      expect(part.headers.get('content-security-policy')).toBe('frame-ancestors *');
      expect((await ask('parleyvane/users/2021-06-28.txt')).status).toBe(200);
      const [, sheet = ''] = /(_astro\/[^"]*\.css)/.exec(await (await ask('')).text()) ?? [];
      expect((await ask(sheet)).headers.get('cache-control')).toContain('immutable');
      expect((await ask('nothing/here/')).status).toBe(404);
    });

    const openPage = useBrowser();
    it('a browser has nothing to complain of, and the search works', async () => {
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
      await page.context().close();
    });
  });
});

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const isAnswering = (address: string): Promise<boolean> =>
  fetch(address).then(
    ({ ok }) => ok,
    () => false,
  );

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
