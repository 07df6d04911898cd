/** A real host for a built site: nginx with the site's own snippet, where the machine has it. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';

const NGINX = ['/usr/sbin/nginx', '/usr/bin/nginx'].find((file) => existsSync(file));
if (!NGINX) process.stdout.write('nginx is not on this machine; its tests are left out.\n');

export const hasNginx = NGINX !== undefined;

/** Serves a copy of a site below its base. */
export async function startNginx(
  root: string,
  folder: string,
  base: string,
): Promise<{ origin: string; stop: () => Promise<void> }> {
  cpSync(folder, path.join(root, 'www', base), { recursive: true });
  mkdirSync(path.join(root, 'logs'), { recursive: true });
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  writeFileSync(
    path.join(root, 'nginx.conf'),
    `${process.getuid?.() === 0 ? 'user root; ' : ''}daemon off; pid ${root}/nginx.pid; error_log ${root}/logs/error.log;
events {}
http {
  include /etc/nginx/mime.types; access_log off;
  client_body_temp_path ${root}/a; proxy_temp_path ${root}/b; fastcgi_temp_path ${root}/c;
  uwsgi_temp_path ${root}/d; scgi_temp_path ${root}/e;
  server { listen 127.0.0.1:${port}; root ${root}/www; include ${path.join(folder, '.hosting/nginx.conf')}; }
}`,
  );
  const server = spawn(NGINX ?? 'nginx', ['-c', path.join(root, 'nginx.conf'), '-p', root], {
    stdio: 'ignore',
  });
  for (let tries = 0; tries < 100 && !(await isAnswering(origin + base)); tries += 1) {
    await pause(50);
  }
  const stop = async () => {
    const ended = new Promise((resolve) => server.once('close', resolve));
    server.kill('SIGTERM');
    await ended;
  };
  return { origin, stop };
}

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
