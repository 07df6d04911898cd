/** Where this package is: its sources here, or what was compiled of them in a user's project. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of `package.json`. */
export const PACKAGE = path.resolve(import.meta.dirname, '../..');

/** The version of this package: `0.1.0`. */
export function releaseOfPackage(): string {
  const { version }: { version?: unknown } = JSON.parse(
    readFileSync(path.join(PACKAGE, 'package.json'), 'utf8'),
  );
  return String(version);
}

/** The folder of the code that runs: `src` here, `lib` where the package is installed. */
export const CODE = path.resolve(import.meta.dirname, '..');

/** A source of the package, for Vite, which compiles it with the user's project. */
export const sourceAt = (file: string): string => path.join(PACKAGE, 'src', file);

/**
 * The `package.json` of a package that is used here, which names its version.
 *
 * @throws if the package is not installed
 */
export function manifestOf(name: string): string {
  const entry = fileURLToPath(import.meta.resolve(name));
  const end = entry.lastIndexOf(path.join('node_modules', name)) + 'node_modules/'.length;
  return path.join(entry.slice(0, end), name, 'package.json');
}
