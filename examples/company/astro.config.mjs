// @ts-check
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import noticeboard from 'noticeboard';

export default defineConfig({
  site: 'https://www.brackenmill.example',
  integrations: [
    noticeboard({
      name: 'Brackenmill',
      path: '/privacy/',
      accent: { light: '#8a3b12', dark: '#f2b48c' },
      footer: [{ label: 'Brackenmill', href: 'https://www.brackenmill.example' }],
    }),
    mdx(),
    sitemap(),
  ],
});
