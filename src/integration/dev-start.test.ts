import { setTimeout as pause } from 'node:timers/promises';
import { createServer } from 'node:http';
import { expect, it } from 'vitest';
import { watchStart } from './dev-start.ts';

const server = { httpServer: createServer() };

/** Whether somebody still waits after a moment. */
async function isWaiting(wait: Promise<void>): Promise<boolean> {
  return Promise.race([wait.then(() => false), pause(50, true)]);
}

it('waits for the server that is being started, and not before its address is printed', async () => {
  const start = watchStart();
  start.opening(server);
  const wait = start.wait();
  expect(await isWaiting(wait)).toBe(true);
  const printed: string[] = [];
  void wait.then(() => printed.push('notices'));
  start.started();
  // Astro prints it as soon as the integrations have been told.
  await Promise.resolve();
  printed.push('address');
  await wait;
  expect(printed).toEqual(['address', 'notices']);
});

it('does not wait where Vite is used without a server', async () => {
  const start = watchStart();
  expect(await isWaiting(start.wait())).toBe(false);
  start.opening({ httpServer: null });
  expect(await isWaiting(start.wait())).toBe(false);
});

it('waits no longer than some seconds for a server that never says that it is there', async () => {
  const start = watchStart(20);
  start.opening(server);
  expect(await isWaiting(start.wait())).toBe(false);
});

it('waits once alone for a server that never says that it is there', async () => {
  const start = watchStart(60);
  start.opening(server);
  expect(await isWaiting(start.wait())).toBe(true);
  await pause(30);
  expect(await Promise.race([start.wait().then(() => 'goes on'), pause(20, 'waits')])).toBe(
    'goes on',
  );
});
