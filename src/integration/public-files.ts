/**
 * Files of `public/` that notices show where they are a part of a site. An address in a notice means
 * the same wherever it is published, so `/images/map.png` is at `/privacy/images/map.png` too.
 */
import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { publicFile } from '../disk/public.ts';
import { withBase } from '../document/print.ts';
import { filesOfBrands } from '../site/brand.ts';
import { baseBelow } from '../site/addresses.ts';
import type { SiteOptions } from '../site/load.ts';
import type { Settings } from '../site/settings.ts';

/** Serves them in dev. */
export function filesBelow({ base, settings, publicDirectory }: SiteOptions): Plugin {
  const below = baseBelow(base, settings.path);
  return {
    name: 'noticeboard:public-files',
    configureServer({ middlewares }) {
      middlewares.use((request, _, next) => {
        const { url = '' } = request;
        const file = url.startsWith(below) ? url.slice(below.length - 1) : '/';
        if (publicFile(publicDirectory, file)) request.url = withBase(file, baseBelow(base, '/'));
        next();
      });
    },
  };
}

/**
 * Copies them into a built site.
 *
 * @param folder where in the site the notices are
 * @param names without encoding: `/images/a map.png`
 */
export function copyPublicFiles(
  publicDirectory: string,
  folder: string,
  names: Iterable<string>,
): void {
  for (const name of names) {
    const target = path.join(folder, name);
    mkdirSync(path.dirname(target), { recursive: true });
    copyFileSync(path.join(publicDirectory, name), target);
  }
}

/** The names of the files that the settings have the addresses of. */
export const filesOfSettings = (settings: Settings, publicDirectory: string): string[] =>
  [
    ...filesOfBrands(settings).map(([, address]) => address),
    ...[settings.font?.regular, settings.font?.bold].filter((address) => address !== undefined),
  ].flatMap((address) => publicFile(publicDirectory, address)?.name ?? []);
