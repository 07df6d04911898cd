import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const lockfile = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, '../package-lock.json'), 'utf8'),
) as { packages: Record<string, { os?: string[]; cpu?: string[]; libc?: string[] }> };

/** Packages that come as a build for each platform, by the name their builds share. */
const families = Map.groupBy(
  Object.entries(lockfile.packages).filter(([, { os, cpu }]) => os && cpu),
  ([name]) =>
    name
      .replace(/^.*node_modules\//, '')
      .replace(
        /[-/](?:android|darwin|freebsd|linux|linuxmusl|win32|windows|wasm32|openharmony)\b.*$/,
        '',
      ),
);

describe('the lockfile', () => {
  it('has the packages with native builds', () => {
    expect([...families.keys()]).toEqual(
      expect.arrayContaining(['@astrojs/compiler-binding', '@bruits/satteri', '@rolldown/binding']),
    );
  });

  it.each([
    ['linux', 'x64'],
    ['linux', 'arm64'],
    ['darwin', 'arm64'],
    ['darwin', 'x64'],
    ['win32', 'x64'],
  ])('has every native package for %s on %s', (os, cpu) => {
    const missing = [...families]
      .filter(
        ([, builds]) =>
          builds.length > 1 &&
          !builds.some(([, build]) => build.os?.includes(os) && build.cpu?.includes(cpu)),
      )
      .map(([family]) => family)
      // libvips stands inside sharp's own package on Windows.
      .filter((family) => !(family === '@img/sharp-libvips' && os === 'win32'));
    expect(missing).toEqual([]);
  });
});
