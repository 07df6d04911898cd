/** Addresses that stand in a text as programs write them: what only a program needs is left out. */

/** The scheme of an email address. "Links with mailto: open your program" has none behind it. */
const SCHEME =
  /(?<![\p{L}\p{N}])mailto:(?:\/\/)?(?=[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}\.)/giu;

/** What mail programs write behind the words of a link: `privacy@firm.example<mailto:privacy@firm.example>`. */
const TARGET =
  /(?<words>[^\s<>()]{4,200}|\+?\d[\d ()-]{5,22}\d) ?<(?<to>(?:mailto:|tel:|https?:\/\/)[^<>\s]{3,2000})>/giu;

/** A text whose email addresses have no `mailto:` before them. */
export const withoutScheme = (text: string): string => text.replace(SCHEME, '');

/** Where in a text such schemes stand. */
export const schemesIn = (text: string): { start: number; end: number }[] =>
  [...text.matchAll(SCHEME)].map(({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }));

/** A line of pasted text without the targets that only repeat the words before them. */
export const withoutTargets = (line: string): string =>
  withoutScheme(
    line.replace(TARGET, (all, words: string, to: string) =>
      namedBy(words) === namedBy(to) ? words : all,
    ),
  );

/** What an address names, however it is written: a mailbox, a number, a page. */
const namedBy = (address: string): string => {
  const plain = address.toLowerCase().replace(/^(?:mailto:|tel:|https?:\/\/)/, '');
  return /^[\d+][\d\s().-]*$/.test(plain)
    ? plain.replace(/\D/g, '')
    : plain.replace(/\?subject=.*$|^www\.|\/$/g, '');
};
