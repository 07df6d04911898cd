import { defineSite } from './site/settings.ts';

/** Edit this first: what the site is called, where it stands, and how it looks. */
export default defineSite({
  name: 'Noticeboard',
  url: 'https://notices.example',
  base: '/',
  logo: '/logo.svg',
  accent: { light: '#0b5c75', dark: '#7cc7de' },
  language: 'en-GB',
  footer: [
    { label: 'All notices', href: '/' },
    { label: 'About these notices', href: '/about/' },
  ],
});
