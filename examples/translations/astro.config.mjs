// @ts-check
import { defineConfig } from 'astro/config';
import noticeboard from 'noticeboard';

export default defineConfig({
  site: 'https://hysbysiadau.glanmorfa.example',
  integrations: [
    noticeboard({
      name: 'Glanmorfa',
      accent: { light: '#7a2e4d', dark: '#efa9c4' },
      language: 'en-GB',
    }),
  ],
});
