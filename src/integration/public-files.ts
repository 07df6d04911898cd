/**
 * Files of `public/` that notices show where they are a part of a site. An address in a notice means
 * the same wherever it is published, so `/images/map.png` is at `/privacy/images/map.png` too.
 */
import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { publicFile } from '../disk/public.ts';
import { withBase } from '../document/print.ts';
import { filesOfBrands } from '../site/brand.ts';
import { baseBelow, type SiteOptions } from '../site/load.ts';
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
 * @param names by their addresses: `/images/map.png`
 */
export function copyPublicFiles(
  publicDirectory: string,
  folder: string,
  names: Iterable<string>,
): void {
  for (const name of names) {
    if (!publicFile(publicDirectory, name)) continue;
    const target = path.join(folder, name);
    mkdirSync(path.dirname(target), { recursive: true });
    cpSync(path.join(publicDirectory, name), target);
  }
}

/** The files that the settings name. */
export const filesOfSettings = (settings: Settings): string[] => [
  ...filesOfBrands(settings).map(([, file]) => file),
  ...[settings.font?.regular, settings.font?.bold].filter((file) => file !== undefined),
];
