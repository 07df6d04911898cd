// @ts-check
import { defineConfig } from 'astro/config';
import noticeboard from 'noticeboard';

export default defineConfig({
  site: 'https://notices.fernhollow.example',
  integrations: [
    noticeboard({
      name: 'Fernhollow notices',
      accent: { light: '#2f6b3a', dark: '#8fd19e' },
    }),
  ],
});
