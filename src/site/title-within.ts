/** What a notice is called where the name of its organisation already stands beside it. */

/** Forms of companies, which a title leaves out where the name of the organisation has them. */
const FORMS =
  /[\s,]+(?:limited|ltd|plc|llp|llc|l\.l\.c|inc|incorporated|corp|corporation|company|co|cic|cyf|cyfyngedig|gmbh|ag|s\.a|sa|sarl|sas|b\.v|bv|n\.v|ab|oy|pty)\.?$/iu;

/** Signs between a name and the rest of a title; a hyphen only with spaces, as it is within words too. */
const AFTER_NAME = /^(?:\s*[:|–—·,]\s*|\s+-\s+)/u;
const BEFORE_NAME = /(?:\s*[:|–—·,]\s*|\s+-\s+)$/u;
const POSSESSIVE = /^['’]s?\s+/u;

/**
 * A title without the name of its organisation at its beginning or end: "Acme: Privacy Policy" is
 * "Privacy Policy". A name that is followed by words directly goes only before two of them: "Acme
 * Cookie Policy" is a notice of Acme, "Acme Music privacy notice" may be that of another thing. A title
 * that would be left without words stays whole.
 *
 * @param names the organisation's name, and those it trades under
 */
export function titleWithin(title: string, names: readonly string[]): string {
  for (const name of shorterForms(names)) {
    const rest = afterName(title, name) ?? beforeName(title, name);
    if (rest !== undefined && /\p{L}/u.test(rest)) return capitalised(rest.trim());
  }
  return title;
}

/**
 * The names as titles have them, the longest first: whole, without the form of a company, and by
 * their first words, as "Acme" stands for "Acme Holdings".
 */
function shorterForms(names: readonly string[]): string[] {
  const forms = names.flatMap((name) => {
    const words = name.replace(FORMS, '').trim().split(/\s+/u);
    return [name.trim(), ...words.map((_, index) => words.slice(0, index + 1).join(' '))];
  });
  return [...new Set(forms)].filter(isName).sort((a, b) => b.length - a.length);
}

/** An article, or two letters, is no name yet. */
const isName = (words: string): boolean => /\p{L}{3}/u.test(words) && !/^the$/iu.test(words);

function afterName(title: string, name: string): string | undefined {
  if (!same(title.slice(0, name.length), name)) return undefined;
  const rest = title.slice(name.length);
  const sign = AFTER_NAME.exec(rest) ?? POSSESSIVE.exec(rest);
  if (sign) return rest.slice(sign[0].length);
  return /^\s+\S+\s+\S+$/u.test(rest) ? rest : undefined;
}

function beforeName(title: string, name: string): string | undefined {
  if (!same(title.slice(-name.length), name)) return undefined;
  const rest = title.slice(0, -name.length);
  return BEFORE_NAME.test(rest) ? rest.replace(BEFORE_NAME, '') : undefined;
}

const same = (a: string, b: string): boolean =>
  a.localeCompare(b, 'en', { sensitivity: 'accent' }) === 0;

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
