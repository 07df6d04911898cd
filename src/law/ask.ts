/**
 * Asks the rules of a text by the law of a day: that on which it begins, or today. A rule is silent on
 * the days on which it does not hold.
 */
import type { Facts } from '../notices/schema.ts';
import type { Reading } from './reading.ts';
import { isFault, NOT_ASKED, type Answer, type Rule, type Severity } from './rule.ts';
import { RULES } from './rules/index.ts';

export interface Asked {
  rule: Rule;
  answer: Answer;
  severity: Severity;
}

/**
 * What every rule says of a text on a day.
 *
 * @param day the law of which day: that on which the version begins, or today
 */
export const askAll = (reading: Reading, day: string): Asked[] =>
  RULES.map((rule) => {
    const answer = isAsked(rule, reading, day) ? rule.ask(reading, day) : NOT_ASKED;
    return { rule, answer, severity: severityOf(rule, answer) };
  });

/** What is wrong on a day, by all rules. */
export const faultsOn = (reading: Reading, day: string): Asked[] =>
  askAll(reading, day).filter(({ answer }) => isFault(answer.state));

function isAsked(rule: Rule, { facts, isEnglish }: Reading, day: string): boolean {
  if (rule.from !== undefined && day < rule.from) return false;
  if (rule.until !== undefined && rule.until <= day) return false;
  if (!isEnglish && !rule.readsFacts) return false;
  if (rule.isOfAnyLaw) return true;
  return isOfUk(facts) && !(rule.isSilencedByEu && hasEuRepresentative(facts));
}

function severityOf({ severity, inProse }: Rule, { byFacts, hits }: Answer): Severity {
  const ofHits = hits?.map((hit) => hit.severity);
  if (ofHits && ofHits.length > 0 && ofHits.every((each) => each === 'info')) return 'info';
  return byFacts ? severity : (inProse ?? severity);
}

/**
 * Whether the law of the United Kingdom is asked for: the controller is there or has a representative
 * there. Where no fact says where it is, its legal form or its domain may.
 */
export function isOfUk({ controller, representatives }: Facts): boolean {
  const { registeredIn, companyNumber, icoRegistration, charityNumber, vatNumber } = controller;
  const numbers = [registeredIn, companyNumber, icoRegistration, charityNumber, vatNumber];
  if (numbers.some((each) => each !== undefined)) return true;
  if (representatives.some(({ regime }) => regime === 'uk')) return true;
  const { address, phone, email } = controller.contact;
  const countries = [controller.registeredOffice, address].flatMap((each) =>
    each ? [each.country] : [],
  );
  if (countries.length > 0) return countries.includes('GB');
  return (
    UK_FORM.test(controller.name) ||
    (phone?.startsWith('+44') ?? false) ||
    /\.(?:uk|cymru|wales|scot)$/iu.test(email ?? '')
  );
}

/** Legal forms and bodies that are mostly of the United Kingdom. */
const UK_FORM =
  /\b(?:limited|ltd|plc|llp|cic|cio|cyf(?:yngedig)?|ccc|NHS|council|cyngor)\b\.?|\bdepartment for\b/iu;

const hasEuRepresentative = ({ representatives }: Facts): boolean =>
  representatives.some(({ regime }) => regime === 'eu');
