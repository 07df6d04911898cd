/** Words of one language within those of another, each marked as what it is. */
import type { Words } from '../words/index.ts';
import { attribute, markup, type Markup } from '../document/markup.ts';

/** How a text speaks where that is not how its page does. */
export interface Speech {
  /** A BCP 47 tag. */
  language?: string | undefined;
  direction?: 'ltr' | 'rtl' | undefined;
}

/** The attributes of an element with words of a text. */
export const speechOf = ({ language, direction }: Speech): Markup =>
  markup`${attribute('lang', language)}${attribute('dir', direction)}`;

/** Words of a text within a sentence of the page. */
export const said = (words: string, text: Speech): Markup =>
  text.language === undefined ? markup`${words}` : markup`<span${speechOf(text)}>${words}</span>`;

/** The attributes of an element with words of the page, within a text; none where both sound alike. */
export const pageSpeech = (text: Speech, words: Pick<Words, 'language'>): string =>
  soundsLike(text, words) ? '' : ` lang="${words.language}" dir="ltr"`;

/**
 * Whether a text is read aloud as its page is: an American text on a British page has a language of
 * its own, which is said once, and not again at each of its words.
 */
export const soundsLike = (
  { language, direction }: Speech,
  words: Pick<Words, 'language'>,
): boolean =>
  direction === undefined &&
  (language === undefined || primaryOf(language) === primaryOf(words.language));

const primaryOf = (language: string): string => language.split('-')[0]?.toLowerCase() ?? '';
