/** Names of places for the codes that facts are written in. */

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
  new Intl.DisplayNames([isWelsh(language) ? 'cy' : 'en-GB'], { type: 'region' }).of(code) ?? code;

const isWelsh = (language: string): boolean => /^cy\b/i.test(language);
