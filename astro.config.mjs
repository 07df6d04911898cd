// @ts-check
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import noticeboard from './src/index.ts';

/** @type {import('./src/index.ts').NoticeboardSettings} */
export const settings = {
  name: 'Noticeboard',
  logo: '/logo.svg',
  cards: true,
  accent: { light: '#0b5c75', dark: '#7cc7de' },
  language: 'en-GB',
  footer: [
    { label: 'All notices', href: '/' },
    { label: 'About these notices', href: '/about/' },
  ],
};

export default defineConfig({
  site: 'https://notices.example',
  outDir: process.env.OUT_DIR || './dist',
  // MDX is for the page about these notices: a notice needs none.
  integrations: [noticeboard(settings), mdx({ optimize: true })],
});
