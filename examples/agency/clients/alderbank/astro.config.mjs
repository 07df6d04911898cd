// @ts-check
import { clientSite } from '../../site.mjs';

export default clientSite({
  name: 'Alderbank Vets',
  domain: 'privacy.alderbank.example',
  brand: { light: '#14532d', dark: '#86d6a3' },
});
