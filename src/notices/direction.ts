/** The direction in which a language is written. */

const SCRIPTS_FROM_THE_RIGHT = ['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Syrc', 'Thaa'];

export function readDirection(language: string): 'ltr' | 'rtl' {
  const { script } = new Intl.Locale(language).maximize();
  return SCRIPTS_FROM_THE_RIGHT.includes(script ?? '') ? 'rtl' : 'ltr';
}
