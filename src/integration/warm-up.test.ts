import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AstroIntegrationLogger, AstroLoggerMessage } from 'astro';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SharedNotices } from '../site/shared.ts';
import { warmUp } from './warm-up.ts';

const asked: string[] = [];
const printed: string[] = [];
const server = createServer((request, response) => {
  asked.push(request.url ?? '');
  print(`[200] ${request.url} 80ms`);
  response.end('A page.');
});
const options = {
  level: 'info',
  destination: { write: ({ message }: AstroLoggerMessage) => void printed.push(message) },
};
const logger = { options } as unknown as AstroIntegrationLogger;
const print = (message: string): void =>
  options.destination.write({ label: null, level: 'info', message, newLine: true });

/** Notices of a site that is below `/privacy/`. */
const noticesAt = (...paths: string[]) =>
  ({
    site: () =>
      Promise.resolve({
        href: (page: string) => `/privacy${page}`,
        notices: paths.map((path) => ({ path })),
      }),
  }) as unknown as SharedNotices;

const port = (): number => (server.address() as AddressInfo).port;

beforeEach(async () => {
  asked.length = 0;
  printed.length = 0;
  await new Promise<void>((resolve) => void server.listen(0, resolve));
});
afterEach(() => void server.close());

it('asks for home and for a notice, and prints nothing of it', async () => {
  await warmUp({ port: port() }, noticesAt('/parcels/', '/letters/'), logger);
  expect(asked).toEqual(['/privacy/', '/privacy/parcels/']);
  print('[200] /letters/ 20ms');
  expect(printed).toEqual(['[200] /letters/ 20ms']);
});

it('asks for home alone where there is no notice', async () => {
  await warmUp({ port: port() }, noticesAt(), logger);
  expect(asked).toEqual(['/privacy/']);
});

it('leaves what is wrong to those who open a page', async () => {
  const broken = { site: () => Promise.reject(new Error('no')) } as unknown as SharedNotices;
  await expect(warmUp({ port: port() }, broken, logger)).resolves.toBeUndefined();
});
