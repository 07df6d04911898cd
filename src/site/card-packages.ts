/**
 * The packages that draw cards. They are large, and a site without cards does without them: nothing
 * imports them, not even in a way that a bundler sees, and what needs one loads it then.
 */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * Each package with the module by which it is found. That of sharp is made for one kind of machine, so
 * it has to be loaded; of satori, which is large and runs anywhere, the manifest will do.
 */
const MODULES = {
  satori: 'satori/package.json',
  sharp: 'sharp',
  '@fontsource/inter': '@fontsource/inter/unicode.json',
} as const;

/** Loads a module. @throws when its package is missing, or not made for this machine */
export const loadModule = (name: string): unknown => require(name) as unknown;

/** The path of a package's file. @throws when the package is missing */
export const fileOfPackage = (name: string): string => require.resolve(name);

/** Whether a module can be loaded. */
export function isLoadable(name: string, load = loadModule): boolean {
  try {
    load(name);
    return true;
  } catch {
    return false;
  }
}

/** Which of the packages that draw cards have to be installed. */
export const missingCardPackages = (load = loadModule): string[] =>
  Object.entries(MODULES).flatMap(([name, module]) => (isLoadable(module, load) ? [] : [name]));
