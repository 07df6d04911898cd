/** Rules that compare the prose with the facts: names, numbers, days and addresses. */
import { guessDate } from '../notices/dates.ts';
import { readCompanyNumber, readPhone, readUkPostcode } from '../notices/identifiers.ts';
import type { Facts } from '../notices/schema.ts';
import type { Block, Reading } from './reading.ts';
import { CLEAR, NOT_ASKED, type Answer, type Ask, type Hit } from './rule.ts';
import { cut } from './signals.ts';
import { literally } from './words.ts';

const marked = (hits: readonly Hit[]): Answer =>
  hits.length > 0 ? { state: 'marked', hits } : CLEAR;

/** Every match in the sentences of a text, with its block and sentence. */
const matchesIn = (
  blocks: readonly Block[],
  signal: RegExp,
  /** What every match holds: most sentences need not be looked through. */
  holds = /(?:)/u,
  /** Asked once for a sentence, which may have any number of matches. */
  isAbout: (sentence: string) => boolean = () => true,
): { block: Block; sentence: string; match: RegExpExecArray }[] =>
  blocks.flatMap((block) =>
    block.sentences.flatMap((sentence) =>
      (holds.test(sentence) && isAbout(sentence) ? [...sentence.matchAll(signal)] : []).map(
        (match) => ({
          block,
          sentence,
          match,
        }),
      ),
    ),
  );

const DIGIT = /\d/u;

const MONTH =
  'January|February|March|April|May|June|July|August|September|October|November|December';

const DATED = new RegExp(
  String.raw`\b(?:last (?:updated|reviewed|revised|amended|modified|changed)|updated on|effective(?: as of| from| date)?|(?:this )?version dated|with effect from|in force from)\b.{0,30}?\b(\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:${MONTH}),? \d{4}|(?:${MONTH}) \d{1,2}(?:st|nd|rd|th)?,? \d{4}|(?:${MONTH}),? \d{4}|\d{1,2}\/\d{1,2}\/\d{4}|\d{4}-\d{2}-\d{2})`,
  'gi',
);

const isMonth = (written: string): boolean => /^\p{L}/u.test(written) && !/\d.*\D\d/u.test(written);

/** "April 2018" as 2018-04. */
const monthOf = (written: string): string =>
  guessDate(`1 ${written.replaceAll(',', '')}`)?.slice(0, 7) ?? '';

/** Whether words are one of the known days, or no day at all. */
const isDay = (written: string, known: ReadonlySet<string>): boolean => {
  const day = guessDate(written.replaceAll(',', ''));
  return day === undefined || known.has(day);
};

/** A day, or a month, that the text gives itself and no fact has. */
export const askDate: Ask = ({ facts, blocks }) => {
  const known = new Set<string>([facts.published, facts.effective, facts.reviewed ?? '']);
  const knownMonths = new Set([...known].map((day) => day.slice(0, 7)));
  const last = blocks.length - 1;
  const isPlace = (block: Block): boolean => {
    const index = blocks.indexOf(block);
    return index < 6 || index > last - 6 || /chang|updat|version/i.test(block.anchor);
  };
  return marked(
    matchesIn(blocks.filter(isPlace), DATED, DIGIT).flatMap(({ block, match }) => {
      const written = (match[1] ?? '')
        .replace(/(?<=\d)(?:st|nd|rd|th)\b/i, '')
        .replace(/ of /i, ' ');
      const isKnown = isMonth(written) ? knownMonths.has(monthOf(written)) : isDay(written, known);
      return isKnown ? [] : [{ found: cut(match[0]), block }];
    }),
  );
};

const FORM = /[\s,]*\b(?:limited|ltd|plc|llp|cic|c\.i\.c)\b\.?$/i;
const bare = (name: string): string =>
  name
    .replace(FORM, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();

/** A company name that begins as the controller's does and is another one. */
export const askName: Ask = ({ facts: { controller }, blocks }) => {
  const { kind, name, tradingNames } = controller;
  if (kind !== undefined && !['company', 'llp', 'charity'].includes(kind)) return NOT_ASKED;
  const first = /^[\p{L}\p{N}&'-]+/u.exec(name)?.[0];
  if (first === undefined || first.length < 3 || /^the$/i.test(first)) return NOT_ASKED;
  const known = new Set([name, ...tradingNames].map(bare));
  const escaped = literally(first);
  const company = new RegExp(
    String.raw`\b${escaped}(?:[ -][A-Z][\w&'-]*){0,4}[ -](?:Limited|Ltd\.?|PLC|LLP|CIC)(?!\w)`,
    'gu',
  );
  const hits = matchesIn(blocks, company)
    .filter(({ match }) => !known.has(bare(match[0])))
    .map(({ block, match }): Hit => ({ found: match[0], block, now: name }));
  // The whole text is looked through for each name, so not for each time it stands there.
  return marked(oncePerWords(hits).filter(({ found }) => !isSupplier(found, blocks)));
};

const ROLE = String.raw`(?:data )?(?:sub-?)?(?:processors?|suppliers?|(?:\w+ ){0,2}providers?|contractors?)`;

/** Whether the text says that a company acts for the controller: it is no other name of it. */
const isSupplier = (name: string, blocks: readonly Block[]): boolean => {
  const company = literally(name.replace(/\.$/u, ''));
  const signal = new RegExp(
    [
      String.raw`${company},? (?:\([^)]{0,200}\),? )?(?:who |which |that )?(?:is|acts?|acting)\b[^.]{0,40}\b(?:${ROLE}|(?:for us|on our behalf))\b`,
      String.raw`${company} \([^)]{0,200}\b${ROLE}[^)]{0,200}\)`,
      String.raw`${company}\b[^.]{0,80}\bon (?:our|\w+'s?) behalf\b`,
      String.raw`\b(?:our|the|a|an) ${ROLE},? ${company}`,
    ].join('|'),
    'i',
  );
  return blocks.some(({ plain }) => signal.test(plain));
};

const oncePerWords = (hits: readonly Hit[]): Hit[] => [
  ...new Map(hits.map((hit) => [hit.found.toLowerCase(), hit])).values(),
];

const COMPANY_NUMBER =
  /\b(?:company|registered|registration|companies house)\b[^.]{0,40}?\b(?:no|number|num|reg(?:istration)? no)\.?:? ?((?:[A-Z]{2}|R0)? ?\d{5,8})\b/gi;

/** A company number of the controller that is not that of the facts. */
export const askCompanyNumber: Ask = ({ facts: { controller }, blocks }) => {
  const { companyNumber, name } = controller;
  if (companyNumber === undefined) return NOT_ASKED;
  const isOurs = (sentence: string): boolean =>
    /\b(?:we|our|us)\b/i.test(sentence) ||
    sentence.toLowerCase().includes(bare(name).split(' ')[0] ?? '');
  return marked(
    matchesIn(blocks, COMPANY_NUMBER, DIGIT, isOurs)
      .filter(({ match }) => readCompanyNumber(match[1] ?? '').value !== companyNumber)
      .map(({ block, match }) => ({ found: cut(match[1] ?? ''), block, now: companyNumber })),
  );
};

const ICO_NUMBER = /\bZ[A-Z0-9]\d{6}\b|\bZ\d{6}[0-9X]\b/gu;

const isOfRegister = (sentence: string): boolean =>
  /\b(?:ICO|registered|registration|Information Commission(?:er)?|data protection)\b/i.test(
    sentence,
  );

/** A reference in the regulator's register that is not that of the facts. */
export const askIcoNumber: Ask = ({ facts: { controller }, blocks }) => {
  const { icoRegistration } = controller;
  if (icoRegistration === undefined) return NOT_ASKED;
  return marked(
    matchesIn(blocks, ICO_NUMBER, DIGIT, isOfRegister)
      .filter(({ match }) => match[0] !== icoRegistration)
      .map(({ block, match }) => ({ found: match[0], block, now: icoRegistration })),
  );
};

const EMAIL = /\b[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+\b/gi;
const PHONE = /(?:\+44 ?(?:\(0\) ?)?|\b0)\d(?:[ -]?\d){8,9}\b/gu;
const POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/gu;

/** The regulator's own, which any notice may print. */
const REGULATORS = new Set(['+443031231113', 'SK9 5AF', 'M1 7BL']);

const isOfController = (sentence: string): boolean => !/\b(?:ICO|Commission)\b/u.test(sentence);

/** Ways to reach the controller that are typed in the text alone. */
export const askContacts: Ask = (reading) => {
  const known = contactsOf(reading.facts);
  const hits = [
    ...matchesIn(reading.blocks, EMAIL, /@/u, isOfController).filter(({ match }) =>
      isOwnEmail(match[0], reading),
    ),
    ...matchesIn(reading.blocks, PHONE, DIGIT, isOfController),
    ...matchesIn(reading.blocks, POSTCODE, DIGIT, isOfController),
  ]
    .filter(({ match }) => {
      const value = normal(match[0]);
      return !known.has(value) && !REGULATORS.has(value);
    })
    .map(({ match, block }): Hit => ({ found: match[0], block }));
  return marked(oncePerWords(hits));
};

const domainOf = (email: string): string => email.split('@')[1]?.toLowerCase() ?? '';

const isOwnEmail = (email: string, { facts }: Reading): boolean =>
  [...contactsOf(facts)].some((each) => each.includes('@') && domainOf(each) === domainOf(email));

const normal = (written: string): string => {
  if (written.includes('@')) return written.toLowerCase();
  if (/^[+\d]/.test(written)) return readPhone(written).value;
  return readUkPostcode(written).value;
};

function contactsOf({ controller, dpo, complaints, representatives }: Facts): Set<string> {
  const routes = [controller.contact, dpo, complaints, ...representatives];
  const addresses = [controller.registeredOffice, ...routes.map((route) => route?.address)];
  return new Set(
    [
      ...routes.flatMap((route) => [route?.email?.toLowerCase(), route?.phone]),
      ...addresses.map((address) => address?.postcode),
    ].filter((each) => each !== undefined),
  );
}
