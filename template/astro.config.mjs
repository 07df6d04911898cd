// @ts-check
import { defineConfig } from 'astro/config';
import noticeboard from 'noticeboard';

export default defineConfig({
  site: 'https://notices.example',
  integrations: [
    noticeboard({
      name: 'Privacy notices',
      accent: { light: '#0b5c75', dark: '#7cc7de' },
    }),
  ],
});
