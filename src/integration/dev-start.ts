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
  let late: Promise<void> | undefined;
  return {
    opening: ({ httpServer }) => {
      if (httpServer) late = pause(longest, undefined, { ref: false });
    },
    started: () => void setImmediate(() => start.resolve(undefined)),
    wait: async () => {
      if (late) await Promise.race([start.promise, late]);
    },
  };
}
