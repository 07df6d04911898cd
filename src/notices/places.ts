/** Names of places, in English, for the codes that facts are written in. */

/** Where a company can be registered. */
export const PARTS_OF_THE_UK = {
  'england-and-wales': 'England and Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
} as const;

/** The name of a country by its ISO 3166-1 code; the code where there is none. */
export const countryName = (code: string): string =>
  new Intl.DisplayNames(['en-GB'], { type: 'region' }).of(code) ?? code;
