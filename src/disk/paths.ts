import { realpathSync } from 'node:fs';
import path from 'node:path';

/** Whether the path `inner` is `outer` or is inside it. */
export function holds(outer: string, inner: string): boolean {
  const relative = path.relative(outer, inner);
  const goesUp = relative === '..' || relative.startsWith(`..${path.sep}`);
  return !goesUp && !path.isAbsolute(relative);
}

/** A path with `/` on every system. */
export const withSlashes = (file: string): string => file.split(path.sep).join('/');

/** The absolute path of a folder, without links; as it was written if it does not exist. */
export function realFolder(directory: string): string {
  try {
    return realpathSync(directory);
  } catch {
    return path.resolve(directory);
  }
}
