/** The direction in which a language is written. */
import { memo } from './memo.ts';

const SCRIPTS_FROM_THE_RIGHT = ['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Syrc', 'Thaa'];

/** @throws RangeError if the language is no well-formed tag of BCP 47 */
export const readDirection: (language: string) => 'ltr' | 'rtl' = memo((language) => {
  const { script } = new Intl.Locale(language).maximize();
  return SCRIPTS_FROM_THE_RIGHT.includes(script ?? '') ? 'rtl' : 'ltr';
});
