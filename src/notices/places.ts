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

/** The name of a part of the UK in the language of a notice; in English where there is no other. */
export const partOfTheUk = (part: PartOfTheUk, language: string): string =>
  (/^cy\b/i.test(language) ? IN_WELSH : PARTS_OF_THE_UK)[part];

/** The name of a country by its ISO 3166-1 code, in a language; the code where there is none. */
export const countryName = (code: string, language = 'en-GB'): string =>
  new Intl.DisplayNames([language, 'en-GB'], { type: 'region' }).of(code) ?? code;
