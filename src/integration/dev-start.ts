/**
 * In dev, when the server has its address: what reads and reports of the notices before that would only
 * keep the author waiting for it.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { ViteDevServer } from 'vite';

export interface DevStart {
  /** Notes that a server is being started. Where Vite is used without one, nobody waits. */
  opening: (server: Pick<ViteDevServer, 'httpServer'>) => void;
  /** Notes that it is there: whoever waits goes on once its address is printed. */
  started: () => void;
  /** Waits until the server is there, and some seconds at most. */
  wait: () => Promise<void>;
}

/** So many milliseconds a page waits for a server that never says that it is there. */
const LONGEST = 3000;

export function watchStart(longest = LONGEST): DevStart {
  const start = Promise.withResolvers<undefined>();
  let isOpening = false;
  return {
    opening: ({ httpServer }) => {
      isOpening = httpServer !== null;
    },
    started: () => void setImmediate(() => start.resolve(undefined)),
    wait: async () => {
      if (!isOpening) return;
      await Promise.race([start.promise, pause(longest, undefined, { ref: false })]);
    },
  };
}
