/** Names of places for the codes that facts are written in. */
import { memo } from './memo.ts';

/** Where a company can be registered. */
export const PARTS_OF_THE_UK = {
  'england-and-wales': 'England and Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
} as const;

type PartOfTheUk = keyof typeof PARTS_OF_THE_UK;

const IN_WELSH: Record<PartOfTheUk, string> = {
  'england-and-wales': 'Cymru a Lloegr',
  scotland: 'Yr Alban',
  'northern-ireland': 'Gogledd Iwerddon',
};

/** The name of a part of the UK: in Welsh for a notice in Welsh, otherwise in English. */
export const partOfTheUk = (part: PartOfTheUk, language: string): string =>
  (isWelsh(language) ? IN_WELSH : PARTS_OF_THE_UK)[part];

/**
 * The name of a country by its ISO 3166-1 code, in Welsh for a notice in Welsh and in English for
 * all others: published text does not change when another language is added. The code if there is
 * no name.
 */
export const countryName = (code: string, language = 'en-GB'): string =>
  namesIn(isWelsh(language) ? 'cy' : 'en-GB').of(code) ?? code;

const namesIn = memo((language) => new Intl.DisplayNames([language], { type: 'region' }));

/** Codes that people write for a country that has another one. */
const OTHER_CODES: Readonly<Record<string, string>> = { UK: 'GB', EL: 'GR' };

/**
 * Whether a code is a country's in ISO 3166-1. Kosovo has no code there, and XK everywhere else.
 *
 * @returns the code that is meant, if it is known; false if there is no such country
 */
export function checkCountry(code: string): true | { meant: string | undefined } {
  // Nearly all are, and to load the names of all countries takes longer than to read a notice.
  if (code === 'GB') return true;
  const meant = OTHER_CODES[code];
  const isPlace = code === 'XK' || (!NOT_COUNTRIES.test(code) && hasName(code));
  return meant === undefined && isPlace ? true : { meant };
}

/** What people call countries that have another name in ISO 3166-1, or are a part of one. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'northern ireland': 'GB',
  'great britain': 'GB',
  britain: 'GB',
  usa: 'US',
  america: 'US',
  'united states of america': 'US',
};

const ALPHABET = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const CODES = ALPHABET.flatMap((first) => ALPHABET.map((second) => first + second));

/** The code of a country that was written by its code, in whatever case, or by its English name. */
export function countryMeant(written: string): string | undefined {
  const code = written.trim().toUpperCase();
  if (/^[A-Z]{2}$/.test(code)) {
    const known = checkCountry(code);
    return known === true ? code : known.meant;
  }
  const name = written.trim().toLowerCase();
  return (
    OTHER_NAMES[name] ??
    CODES.find((each) => countryName(each).toLowerCase() === name && checkCountry(each) === true)
  );
}

/** Codes with names that are not those of countries: reserved for groups, regions, users and tests. */
const NOT_COUNTRIES = /^(?:AC|CP|CQ|DG|EA|EU|EZ|IC|QO|TA|UN|X[A-Z]|ZZ)$/;

const hasName = memo((code) => {
  const names = new Intl.DisplayNames(['en-GB'], { type: 'region', fallback: 'none' });
  // A code that was replaced has the name of the country that it is now part of.
  return names.of(code) !== undefined && new Intl.Locale(`und-${code}`).region === code;
});

const isWelsh = (language: string): boolean => /^cy\b/i.test(language);
