// @ts-check
/** The sample's configuration without cards: they take most of the time of a first build. */
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { settings } from '../../astro.config.mjs';
import noticeboard from '../../src/index.ts';

export default defineConfig({
  site: 'https://notices.example',
  outDir: process.env.OUT_DIR || './dist',
  integrations: [noticeboard({ ...settings, cards: false }), mdx({ optimize: true })],
});
