// @ts-check
import { defineConfig } from 'astro/config';
import noticeboard from 'noticeboard';

export default defineConfig({
  site: 'https://privacy.tidewater.example',
  integrations: [
    noticeboard({
      name: 'Tidewater Group notices',
      accent: { light: '#1d4e89', dark: '#9cc3f0' },
      footer: [{ label: 'All notices', href: '/' }],
    }),
  ],
});
