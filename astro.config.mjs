// @ts-check
import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import { defineConfig } from 'astro/config';
import { noticeboard } from './src/integration/index.ts';
import { MARKDOWN_FEATURES } from './src/mdx/syntax.ts';

// The address is new each time: a dev server that restarts over a changed setting must see it.
/** @type {{ default: import('./src/site/settings.ts').Settings }} */
const { default: site } = await import(`./src/site.config.ts?${Date.now()}`);

export default defineConfig({
  ...(site.url && { site: site.url }),
  base: site.base,
  outDir: process.env.OUT_DIR || './dist',
  trailingSlash: 'ignore',
  // 'jsx', the default, glues words together across line breaks in templates.
  compressHTML: true,
  prerenderConflictBehavior: 'error',
  // The content security policy allows no inline style.
  build: { inlineStylesheets: 'never' },
  markdown: {
    syntaxHighlight: false,
    processor: satteri({ features: MARKDOWN_FEATURES }),
  },
  integrations: [noticeboard(site), mdx({ optimize: true })],
  // Editors complete frontmatter from the schema of the collection.
  experimental: { contentIntellisense: true },
  vite: {
    build: {
      // Nor an inline script, however small.
      assetsInlineLimit: 0,
      rolldownOptions: {
        onLog(level, log, handler) {
          // Astro marks compiled MDX with a directive that the bundler has no use for.
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handler(level, log);
        },
      },
    },
  },
});
