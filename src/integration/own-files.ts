/** For notices that are a part of a site: keeps their styles and scripts out of the pages themselves. */
import type { AstroConfig } from 'astro';
import type { Plugin } from 'vite';
import { sourceAt } from '../disk/package.ts';
import { holds } from '../disk/paths.ts';

type Limit = NonNullable<AstroConfig['vite']['build']>['assetsInlineLimit'];

/**
 * Writes the styles and scripts of notices to files, since their content security policy allows none
 * within a page. Those of the site's other pages are left to its own limit.
 *
 * @param limit the site's own: up to how many bytes, or which files, are put into pages
 */
export function ownFiles(limit: Limit): Plugin {
  const own = new Set<string>();
  return {
    name: 'noticeboard:own-files',
    apply: 'build',
    config: () => ({
      build: {
        assetsInlineLimit: (file, content) => {
          if (own.has(file)) return false;
          return typeof limit === 'function'
            ? limit(file, content)
            : limit === undefined
              ? undefined
              : content.byteLength < limit;
        },
      },
    }),
    generateBundle: {
      order: 'pre',
      handler(_, bundle) {
        for (const [file, output] of Object.entries(bundle)) {
          if (output.type !== 'chunk' || !output.moduleIds.some(isOurs)) continue;
          own.add(file);
          for (const sheet of output.viteMetadata?.importedCss ?? []) own.add(sheet);
        }
      },
    },
  };
}

const isOurs = (id: string): boolean => holds(sourceAt('.'), id.split('?')[0] ?? '');
