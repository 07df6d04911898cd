/** In which language a script speaks: that of its page. */

/** The words for the page among those for each language; in English where there are none. */
export const wordsOfPage = <W>({ en, cy }: { en: W; cy: W }): W =>
  /^cy\b/i.test(document.documentElement.lang) ? cy : en;
