/** A link within a sentence: the page knows where it leads, the sentence what it says. */
import { markup, type Markup } from './markup.ts';

export type LinkTo = (words: Markup | string) => Markup;

/** @param address as it stands in the link, the site's base and all */
export const linkTo =
  (address: string): LinkTo =>
  (words) =>
    markup`<a href="${address}">${words}</a>`;
