import site from '../site.config.ts';

const SCRIPTS_FROM_THE_RIGHT = ['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Syrc', 'Thaa'];

/** The direction in which a language is written, where it is not the page's own. */
export function directionOf(language: string): 'ltr' | 'rtl' | undefined {
  const direction = readDirection(language);
  return direction === readDirection(site.language) ? undefined : direction;
}

function readDirection(language: string): 'ltr' | 'rtl' {
  const { script } = new Intl.Locale(language).maximize();
  return SCRIPTS_FROM_THE_RIGHT.includes(script ?? '') ? 'rtl' : 'ltr';
}

/** The language of words, where it is not the page's own. */
export const languageOf = (language: string): string | undefined =>
  language === site.language ? undefined : language;
