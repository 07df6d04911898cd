// @ts-check
import { clientSite } from '../../site.mjs';

export default clientSite({
  name: 'Cobblewick Theatre',
  domain: 'privacy.cobblewick.example',
  brand: { light: '#6b21a8', dark: '#d3adf7' },
});
