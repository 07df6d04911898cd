/** Where a site may be written: a build replaces what stands there, so not just anywhere. */
import { existsSync, statSync } from 'node:fs';
import { foreignFiles } from '../disk/manifest.ts';
import { holds } from '../disk/paths.ts';

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
  const foreign = foreignFiles(destination);
  if (foreign.length === 0) return undefined;
  const named = foreign.slice(0, 3).join(', ') + (foreign.length > 3 ? ', …' : '');
  return `${destination} holds files that no build wrote, and a site would replace them: ${named}`;
}
