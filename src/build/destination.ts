/** Where a site may be written: a build replaces what stands there, so not just anywhere. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { holds } from './paths.ts';

/**
 * Says why a folder is no place for the built site; nothing when it is one.
 *
 * @param destination absolute path
 * @param kept absolute paths of folders that must be there afterwards
 * @param sources absolute paths of folders of which no part may be replaced either
 */
export function destinationFault(
  destination: string,
  kept: readonly string[],
  sources: readonly string[],
): string | undefined {
  const lost = [...kept, ...sources].find((folder) => holds(destination, folder));
  if (lost !== undefined) return `a site at ${destination} would replace ${lost}`;
  const part = sources.find((folder) => holds(folder, destination));
  if (part !== undefined) return `a site at ${destination} would replace a part of ${part}`;
  if (!existsSync(destination)) return undefined;
  if (!statSync(destination).isDirectory()) return `${destination} is a file`;
  const entries = readdirSync(destination);
  // A site of ours has both; a folder of other things hardly would.
  const isSite = entries.includes('index.html') && entries.includes('404.html');
  if (entries.length === 0 || isSite) return undefined;
  return `${destination} holds something else than a site, and would be replaced`;
}
