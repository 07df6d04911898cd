/** Pages are built before there is a PDF, so they say where it would be, and what its link is called. */
const PLACE = /<ul class="plain" data-pdf="([^"]*)" data-pdf-name="([^"]*)">/;

/** A page that offers the PDF of its version among its downloads; as it is, where it has no place for one. */
export const offerPdf = (html: string): string =>
  html.replace(PLACE, '<ul class="plain"><li><a href="$1" type="application/pdf">$2</a></li>');
