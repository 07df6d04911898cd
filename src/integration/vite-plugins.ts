/** What Noticeboard adds to Vite: clean sources, the bodies of versions, the brand's colours. */
import path from 'node:path';
import type { Plugin } from 'vite';
import { normaliseText, readSource } from '../mdx/source.ts';
import { idOfFile } from '../notices/names.ts';
import { versionFiles } from '../site/folder.ts';
import { holds, withSlashes } from '../disk/paths.ts';
import { PAPER, type Site } from '../site/settings.ts';

const BODIES = 'virtual:noticeboard/bodies';

/**
 * The compiled MDX of every version, by its id. Astro's own table of them lies in a file that
 * every build and dev server of the project shares; builds of two folders at once would mix.
 */
export function bodies(directory: string, drafts: boolean): Plugin {
  const isVersion = (file: string): boolean => file.endsWith('.mdx') && holds(directory, file);
  return {
    name: 'noticeboard:bodies',
    resolveId: (id) => (id === BODIES ? `\0${BODIES}` : undefined),
    load(id) {
      if (id !== `\0${BODIES}`) return undefined;
      const entries = versionFiles(directory, drafts).map((file) => {
        const source = withSlashes(path.join(directory, file));
        const key = idOfFile(file);
        return `[${JSON.stringify(key)}, () => import(${JSON.stringify(source)})]`;
      });
      return `export default new Map([${entries.join(',\n')}]);`;
    },
    configureServer({ watcher, environments }) {
      const forget = (file: string): void => {
        if (!isVersion(file)) return;
        for (const { moduleGraph } of Object.values(environments)) {
          const module = moduleGraph.getModuleById(`\0${BODIES}`);
          if (module) moduleGraph.invalidateModule(module);
        }
      };
      watcher.on('add', forget);
      watcher.on('unlink', forget);
    },
  };
}

/** Frontmatter was read by then, and neither a byte-order mark nor `\r` belongs to the text. */
export function cleanSources(directory: string): Plugin {
  return {
    name: 'noticeboard:clean-sources',
    enforce: 'pre',
    transform: {
      filter: { id: /\.mdx$/ },
      handler(code, id) {
        if (!holds(directory, id)) return undefined;
        const source = readSource({ file: id, bytes: new TextEncoder().encode(code) });
        return { code: 'code' in source ? normaliseText(code) : source.body, map: null };
      },
    },
  };
}

/** The style sheets that pages load first: one of them is on every page. */
const FIRST_SHEETS = /\/src\/styles\/(?:index|compare)\.css$/;

/**
 * The site's colours and font, put at the end of the first style sheet of a page: settings reach
 * it without a `style` attribute, and without a file more to wait for.
 */
export function brandStyles({ accent, font }: Site): Plugin {
  const rules =
    `:root{--accent:light-dark(${accent.light},${accent.dark});` +
    `--paper:light-dark(${PAPER.light},${PAPER.dark})${font ? `;--brand-font:"${font.family}"` : ''}}` +
    (font ? fontFaces(font) : '');
  return {
    name: 'noticeboard:brand-styles',
    enforce: 'pre',
    transform: {
      filter: { id: FIRST_SHEETS },
      handler: (code) => ({ code: `${code}\n${rules}\n`, map: null }),
    },
  };
}

/** The brand's font, from the site's own files: a variable one for all weights, or two. */
function fontFaces({ family, regular, bold }: NonNullable<Site['font']>): string {
  const face = (file: string, weight: string): string =>
    `@font-face{font-family:"${family}";src:url("${file}") format("woff2");` +
    `font-weight:${weight};font-display:swap}`;
  return bold === undefined ? face(regular, '100 900') : face(regular, '400') + face(bold, '700');
}
