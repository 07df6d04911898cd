/** The parts of the search page, and what stands in them. */
import { describeWithin } from '../views/search.ts';
import { common as cyCommon } from '../words/cy/common.ts';
import { search as cy } from '../words/cy/search.ts';
import { common as enCommon } from '../words/en/common.ts';
import { search as en } from '../words/en/search.ts';
import type { SearchWords } from '../words/index.ts';
import { addressOf, scopeOf, type Asked } from './asked.ts';
import type { Index } from './search-index.ts';
import { wordsOfPage } from './words.ts';

export const words = wordsOfPage<SearchWords>({
  en: { ...enCommon, search: en },
  cy: { ...cyCommon, search: cy },
});
export const page = one<HTMLElement>('.search-page');
export const form = one<HTMLFormElement>('form.search');
export const box = one<HTMLInputElement>('form.search input[name="q"]');
export const status = one('.search-status');
const within = one<HTMLElement>('.within');
export const appearances = one('.appearances');
export const notes = one('.search-notes');
export const list = one<HTMLOListElement>('.results');
export const more = one<HTMLButtonElement>('.more');
export const keys = one<HTMLElement>('.keys');
export const keysBox = one<HTMLInputElement>('.keys input');
export const base = page.dataset['base'] ?? '/';

/** An element that the page has; without it the script is not on its page. */
function one<E extends Element = HTMLElement>(selector: string): E {
  const found = document.querySelector<E>(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return found;
}

/** Takes away what was found before. */
export function clear(): void {
  for (const place of [appearances, notes, list]) place.replaceChildren();
  more.hidden = true;
  within.hidden = true;
}

/** Tells what is going on, aloud as well. */
export function say(message: string, state = ''): void {
  page.dataset['state'] = state;
  status.textContent = message;
}

/** Says which version is searched alone, and how to search more. */
export function tellWithin({ table }: Index, asked: Asked): void {
  const ways = {
    notice: addressOf({ ...asked, in: scopeOf(asked).notice ?? '' }),
    all: addressOf({ ...asked, in: '' }),
  };
  const told = describeWithin(table, scopeOf(asked), ways, words);
  within.hidden = told === '';
  within.innerHTML = told;
}

/** The links of the results within an element. */
export const linksIn = (element: Element): HTMLAnchorElement[] => [
  ...element.querySelectorAll<HTMLAnchorElement>('h2 a'),
];
