// @ts-check
import { clientSite } from '../../site.mjs';

export default clientSite({
  name: 'Dunmere Boats',
  domain: 'www.dunmere.example',
  brand: { light: '#0b5c75', dark: '#7cc7de' },
  settings: { logo: '/logo.svg' },
});
