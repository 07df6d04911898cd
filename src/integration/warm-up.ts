/** In dev, the code of pages is loaded before somebody opens one, which takes Vite some seconds. */
import type { AddressInfo } from 'node:net';
import type { AstroIntegrationLogger } from 'astro';
import type { SharedNotices } from '../site/shared.ts';
import { leaveOut } from './log.ts';

/**
 * Asks the server that has just started for a page of each kind that is opened first, home and a
 * notice. What is wrong with them is printed; that they were asked for is not.
 */
export async function warmUp(
  { port }: Pick<AddressInfo, 'port'>,
  notices: SharedNotices,
  logger: AstroIntegrationLogger,
): Promise<void> {
  let isDone = false;
  leaveOut(logger, ({ message }) => !isDone && message.includes('[200]'));
  try {
    const { href, notices: all } = await notices.site();
    for (const page of ['/', ...all.slice(0, 1).map(({ path }) => path)]) {
      const response = await fetch(`http://localhost:${port}${href(page)}`);
      await response.arrayBuffer();
    }
  } catch {
    // Whoever opens a page is shown what is wrong.
  }
  isDone = true;
}
