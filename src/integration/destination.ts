/** Decides whether a site may be written to a folder: a build replaces everything there. */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { foreignFiles } from '../disk/manifest.ts';
import { holds } from '../disk/paths.ts';

/** The folders of a project that no site may replace, not even in part. */
export const sourcesIn = (root: string): string[] =>
  ['src', 'public', 'tests', 'node_modules', '.git'].map((name) => path.join(root, name));

/**
 * Explains why a site cannot be written to a folder. Returns undefined if it can.
 *
 * @param destination absolute path
 * @param kept absolute paths of folders that must not be replaced
 * @param sources absolute paths of folders that must not be replaced, not even in part
 * @param isShared whether other files may be there: those of a site that notices are a part of
 */
export function destinationFault(
  destination: string,
  kept: readonly string[],
  sources: readonly string[],
  isShared = false,
): string | undefined {
  const lost = [...kept, ...sources].find((folder) => holds(destination, folder));
  if (lost !== undefined) return `a site at ${destination} would replace ${lost}`;
  const part = sources.find((folder) => holds(folder, destination));
  if (part !== undefined) return `a site at ${destination} would replace a part of ${part}`;
  if (!existsSync(destination)) return undefined;
  if (!statSync(destination).isDirectory()) return `${destination} is a file`;
  const foreign = isShared ? [] : foreignFiles(destination);
  if (foreign.length === 0) return undefined;
  const named = foreign.slice(0, 3).join(', ') + (foreign.length > 3 ? ', …' : '');
  return `${destination} contains files that no build wrote and that the site would replace: ${named}`;
}
