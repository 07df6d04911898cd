/** A static server like the ones that sites are put on. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import path from 'node:path';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
};

export interface RunningServer {
  /** `http://127.0.0.1:1234`, without a slash at the end. */
  origin: string;
  close: () => Promise<void>;
}

/** Serves a folder below `base`, which has a slash at both ends. */
export async function serve(folder: string, base: string): Promise<RunningServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const found = find(folder, base, pathname);
    if (found.redirect !== undefined) {
      response.writeHead(301, { location: found.redirect }).end();
      return;
    }
    response.writeHead(found.status, {
      'content-type': TYPES[path.extname(found.file)] ?? 'application/octet-stream',
    });
    createReadStream(found.file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${portOf(server)}`, close: () => close(server) };
}

interface Found {
  status: 200 | 404;
  file: string;
  redirect?: string;
}

function find(folder: string, base: string, pathname: string): Found {
  const missing: Found = { status: 404, file: path.join(folder, '404.html') };
  if (!pathname.startsWith(base)) return missing;
  const file = path.join(folder, decodeURIComponent(pathname.slice(base.length)));
  if (!file.startsWith(folder) || !existsSync(file)) return missing;
  if (!statSync(file).isDirectory()) return { status: 200, file };
  if (!pathname.endsWith('/')) return { ...missing, redirect: `${pathname}/` };
  const index = path.join(file, 'index.html');
  return existsSync(index) ? { status: 200, file: index } : missing;
}

function portOf(server: Server): number {
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the server has no port');
  return address.port;
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
