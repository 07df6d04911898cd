/** What Noticeboard adds to Vite: the brand's colours. */
import type { Plugin } from 'vite';
import { PAPER, type Site } from '../site/settings.ts';

/** The style sheets that pages load first: one of them is on every page. */
const FIRST_SHEETS = /\/src\/styles\/(?:index|compare)\.css$/;

/**
 * The site's colours and font, put at the end of the first style sheet of a page: settings reach
 * it without a `style` attribute, and without a file more to wait for.
 */
export function brandStyles({ accent, font }: Site): Plugin {
  const rules =
    `:root{--accent:light-dark(${accent.light},${accent.dark});` +
    `--paper:light-dark(${PAPER.light},${PAPER.dark})${font ? `;--brand-font:"${font.family}"` : ''}}` +
    (font ? fontFaces(font) : '');
  return {
    name: 'noticeboard:brand-styles',
    enforce: 'pre',
    transform: {
      filter: { id: FIRST_SHEETS },
      handler: (code) => ({ code: `${code}\n${rules}\n`, map: null }),
    },
  };
}

/** The brand's font, from the site's own files: a variable one for all weights, or two. */
function fontFaces({ family, regular, bold }: NonNullable<Site['font']>): string {
  const face = (file: string, weight: string): string =>
    `@font-face{font-family:"${family}";src:url("${file}") format("woff2");` +
    `font-weight:${weight};font-display:swap}`;
  return bold === undefined ? face(regular, '100 900') : face(regular, '400') + face(bold, '700');
}
