/** Sections for people whom the law of another country protects: "California residents". */

const ELSEWHERE = String.raw`(?:Californian?|Colorado|Virginia|Connecticut|Utah|Nevada|Texas|Oregon|United States|American?|Brazil(?:ian)?|Australian?|Canad(?:a|ian)|Quebec|Switzerland|Swiss|South African?|Indian?|Japan(?:ese)?|Korean?|China|Chinese|Singapore)`;
const FOR_WHOM = String.raw`(?:residents?|rights|consumers?|citizens|privacy|notice|supplement\w*|laws?|disclosures?|users|customers|people|information)`;
const OTHER_LAW = new RegExp(
  String.raw`\b${ELSEWHERE}\b.{0,40}\b${FOR_WHOM}\b|\b${FOR_WHOM}\b.{0,40}\b(?:in|of|for|from) (?:the )?${ELSEWHERE}(?![a-z])|\b(?:CCPA|CPRA|LGPD|FADP)\b`,
  'iu',
);
/** Words of headings about our own people too, or about data that goes there. */
const OURS =
  /\b(?:UK|U\.K\.|United Kingdom|EU|EEA|Europe\w*|transfers?|transferr\w+|sen[dt]|sending|stor\w+|outside|abroad)\b/iu;

/** The country, however the heading is typed. */
const SURELY_US = /\bU\.S\.(?:A\b\.?)?|\bUSA\b|(?<=\b(?:the|The|THE) )US\b/gu;
/** In capitals "contact us" looks the same, so what stands on both sides has to be of a country. */
const US_AMONG_CAPITALS =
  /(?<=^|[^\p{L}\s] ?|['’]S |\b(?:FOR|OF|IN|TO|FROM|UNDER|YOUR|OUR|OTHER|ADDITIONAL|INCLUDING|SUPPLEMENTA\w+) )US(?=[ -](?:BASED |STATE |FEDERAL |AND \p{L}+ )?(?:RESIDENTS?|RIGHTS|CONSUMERS?|CITIZENS|PRIVACY|NOTICE|SUPPLEMENT|LAWS?|DISCLOSURES?|USERS|CUSTOMERS|PEOPLE|INFORMATION)\b)/gu;
/** Among small letters capitals make a country of it, unless they stress the word. */
const US_AMONG_SMALL =
  /(?<!\b(?:[Aa]bout|[Aa]sk(?:ing)?|[Cc]all(?:ing)?|[Cc]ontact(?:ing)?|[Ee]-?mail(?:ing)?|[Gg]iv(?:e|ing)|[Ll]et|[Pp]hone|[Ss]how|[Tt]ell(?:ing)?|[Ww]ith|[Ww]rit(?:e|ing) to|ABOUT|ASK|CALL|CONTACT|E-?MAIL|GIVE|TELL|WITH|WRITE TO) )\bUS\b/gu;
/** Crockery, where it has no capital. */
const CHINAWARE = /\bchina\b/gu;

/** A heading with the name of the United States written out: "us" is a word as well. */
function withNames(heading: string): string {
  const us = /\p{Ll}/u.test(heading) ? US_AMONG_SMALL : US_AMONG_CAPITALS;
  return heading
    .replaceAll(SURELY_US, 'United States')
    .replaceAll(us, 'United States')
    .replaceAll(CHINAWARE, '');
}

/**
 * Whether a heading opens a section for people whom another law protects.
 *
 * @param heading one line with straight quotes
 */
export const isOfOtherLaw = (heading: string): boolean =>
  OTHER_LAW.test(withNames(heading)) && !OURS.test(heading);
