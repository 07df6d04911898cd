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

/** The attributes of an element with words of the page, within a text; none where both speak alike. */
export const pageSpeech = (text: Speech, words: Pick<Words, 'language'>): string =>
  text.language === undefined ? '' : ` lang="${words.language}" dir="ltr"`;
