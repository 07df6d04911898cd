import { expect, it } from 'vitest';
import { offerPdf } from './offer.ts';

const page =
  '<div><ul class="plain" data-pdf="/privacy/shop/2024-01-01.pdf" data-pdf-name="PDF"><li>Text</li></ul></div>';
const offered =
  '<div><ul class="plain"><li><a href="/privacy/shop/2024-01-01.pdf" type="application/pdf">PDF</a></li><li>Text</li></ul></div>';

it('puts the link to a PDF before the other downloads', () => {
  expect(offerPdf(page)).toBe(offered);
});

it('leaves a page that offers it already, or has no downloads', () => {
  expect(offerPdf(offered)).toBe(offered);
  expect(offerPdf('<ul class="plain"><li>Text</li></ul>')).toBe(
    '<ul class="plain"><li>Text</li></ul>',
  );
});
