/** A notice and its versions in other languages: where each can be read, and what it is called. */
import type { Facts } from '../notices/schema.ts';
import type { HeadLink } from './head.ts';
import { languageOf } from './language.ts';
import type { Notice, Version } from './notices.ts';
import { isPublic, originalsOf, twinOf } from './notices.ts';
import { primaryOf, type Words } from '../words/index.ts';
import type { LinkTo } from '../document/link-to.ts';
import { dayMarkup } from '../words/day.ts';
import { attribute, markup, type Markup } from '../document/markup.ts';

/** A page in one language. */
export interface Edition {
  /** A BCP 47 tag. */
  language: string;
  path: string;
}

/** A notice in all its languages, the one it was written in first. */
export const languagesOf = (notice: Notice): Notice[] => {
  const original = notice.original ?? notice;
  return [original, ...original.translations].filter(isPublic);
};

/** Where a page of a notice is in each language that has it. */
export const editionsOfPage = (
  notice: Notice,
  pathOf: (notice: Notice) => string | undefined,
): Edition[] =>
  languagesOf(notice).flatMap((each) => {
    const path = pathOf(each);
    return path === undefined ? [] : [{ language: each.leading.facts.language, path }];
  });

/** Where a notice can be read in each of its languages. */
export const editionsOf = (notice: Notice): Edition[] => editionsOfPage(notice, ({ path }) => path);

/** Where a version can be read in each language that has it. */
export const editionsOfVersion = (notice: Notice, { name }: Version): Edition[] =>
  languagesOf(notice).flatMap((each) => {
    const version = twinOf(each, { name });
    return version ? [{ language: version.facts.language, path: version.path }] : [];
  });

/**
 * The pages of one text in several languages for search engines: `hreflang`, each page of them
 * naming all, and the first for readers of any other language.
 */
export function languageLinks(editions: readonly Edition[]): HeadLink[] {
  const [first, ...others] = editions;
  if (!first || others.length === 0) return [];
  return [
    ...editions.map(({ language, path }) => ({ rel: 'alternate', path, hreflang: language })),
    { rel: 'alternate', path: first.path, hreflang: 'x-default' },
  ];
}

/** What a language calls itself: "Cymraeg"; with its region where another is of the same. */
export function nameOfLanguage(language: string, editions: readonly Edition[]): string {
  const primary = primaryOf(language);
  const isAlone = editions.every(
    (other) => other.language === language || primaryOf(other.language) !== primary,
  );
  // English stands in where a language has no name for itself, and not that of the machine.
  const { baseName, script } = new Intl.Locale(language);
  const name = new Intl.DisplayNames([language, 'en-GB'], { type: 'language' });
  const words = name.of(isAlone && script === undefined ? primary : baseName) ?? language;
  return words.charAt(0).toLocaleUpperCase(language) + words.slice(1);
}

/**
 * A link on a page of a notice to a page of a version. Where that is in another language, as what
 * is not translated yet, the link says in which.
 *
 * @param address of the path, as it is to stand in the link
 */
export function linkToText(
  path: string,
  { language }: Facts,
  notice: Notice,
  address: (path: string) => string,
): LinkTo {
  const isOther = primaryOf(language) !== primaryOf(notice.leading.facts.language);
  const name =
    isOther && markup` (<span lang="${language}">${nameOfLanguage(language, [])}</span>)`;
  const hreflang = attribute('hreflang', languageOf(language, notice.words));
  return (words) => markup`<a href="${address(path)}"${hreflang}>${words}${name}</a>`;
}

/**
 * Of a translation that lags behind: that the text in force is in another language, and the way
 * there.
 *
 * @param address of a path, as it is to stand in the link
 */
export function describeLag(notice: Notice, address: (path: string) => string): Markup | undefined {
  const { original, newer } = notice;
  const words = notice.words;
  return (
    original &&
    newer &&
    words.notice.banners.behind(
      dayMarkup(words, newer.facts.effective),
      linkToText(original.path, newer.facts, notice, address),
    )
  );
}

/** Each notice once: in the language of a page where it is translated, else in its first. */
export const inLanguageOf = ({ language }: Words, notices: readonly Notice[]): Notice[] =>
  originalsOf(notices).map(
    (notice) =>
      [notice, ...notice.translations].find(
        ({ inForce, leading: { facts } }) =>
          inForce && primaryOf(facts.language) === primaryOf(language),
      ) ?? notice,
  );
