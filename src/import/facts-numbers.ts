/** Numbers of registers, by the label within sixty characters before them. */
import * as identifiers from '../notices/identifiers.ts';
import { oneOfEach, type Found } from './facts-found.ts';
import { namesOf, nameKey, nearestBefore, type Named } from './facts-forms.ts';
import { passageAt, sentenceAfter, sentenceBefore, type FactText } from './facts-text.ts';

type Register = 'company' | 'charity' | 'ico' | 'vat' | 'lei' | 'other';

const LABELS = new RegExp(
  [
    String.raw`(?<charity>charit(?:y|able)\b|\belusen\b|\bOSCR\b|\bscottish charity)`,
    String.raw`(?<ico>\bICO\b|information commissioner|data protection (?:act )?(?:public )?regist|notification number|comisiynydd gwybodaeth|\bDPA reg)`,
    String.raw`(?<vat>\bVAT\b|\bTAW\b)`,
    String.raw`(?<lei>\bLEI\b|legal entity identifier)`,
    String.raw`(?<other>\bF(?:RN|CA)\b|firm reference|\bSRA\b|\bABN\b|\bACN\b|\bDUNS\b|business id|financial conduct|\bOfsted\b|\bURN\b|\bCQC\b|\btel\b|phone|fax|ombudsman|tax (?:id|number)|\bSIREN\b|\bCIN\b)`,
    String.raw`(?<company>\bcompan(?:y|ies)(?: house)? ?(?:registration |registered |reg\.? )?(?:no\b|num|reg|#|house|\()|\bcompany (?:limited|registered|incorporated)|\bregistered (?:(?:company )?(?:no\b|num)|in (?:england|scotland|wales|northern|the uk|cardiff)|as a (?:private |limited )?company|with (?:company|number))|\bregistration (?:no\b|num)|\bincorporated\b|\brhif (?:y )?cwmni|\bcofrestr\w* yng|\bcwmni)`,
  ].join('|'),
  'giu',
);

/** The label nearest before a number, and no further away than sixty characters. */
function labelBefore(text: string, start: number): Register | undefined {
  const window = text.slice(Math.max(0, start - 75), start);
  let last: Register | undefined;
  for (const { groups = {}, index, 0: label } of window.matchAll(LABELS)) {
    if (window.length - index - label.length <= 60) {
      last = Object.keys(groups).find((name) => groups[name] !== undefined) as Register;
    }
  }
  // "Registered charity in England and Wales (1089464)" is no company.
  if (
    last === 'company' &&
    /charity (?:registered )?(?:in|no|number)[^.;]{0,45}$/iu.test(window) &&
    !/company/iu.test(window.slice(window.toLowerCase().lastIndexOf('charity')))
  )
    return 'charity';
  return last;
}

const NUMBERS =
  /(?<![\w.+/£$€-])(?:(?:SC|NI|OC|SO|NC|LP|SL|NL|FC|IP|RS|CE|RC|CS|AC|NIC|R0|GE|IC|SP)\s?\d{4,6}[\dA-Z]?|(?:GB ?|XI ?)?\d{3}[ .]?\d{4}[ .]?\d{2}(?: ?\d{3})?|\d[\d ]{4,8}\d|\d{5,8}(?:-\d)?)(?![\w/%]|[.,]\d)/giu;
const ICO = /(?<![\w-])Z[A-Z]?\s?\d{3}\s?\d{3}[\dX]?(?![\w-])/gu;

/** Numbers of the controller: at Companies House, the ICO, the Charity Commission, HMRC. */
export function numberFacts(facts: FactText, controller: string | undefined): Found[] {
  const names = namesOf(facts).filter(({ isLegal }) => isLegal);
  const found = [...icoFacts(facts), ...leiFacts(facts)];
  for (const { 0: raw, index } of facts.text.matchAll(NUMBERS)) {
    const written = raw.trim();
    const register = labelBefore(facts.text, index);
    const direct = register === undefined && isAfterName(facts.text, index, written);
    if (register === undefined && !direct) continue;
    if (!isOurs(facts, names, index, controller)) continue;
    const fact = readNumber(register ?? 'company', written);
    if (fact === undefined) continue;
    const isKept = passageAt(facts, index)?.isKept ?? false;
    const isSure = fact.isSure && !direct && (isKept || isOwnFooter(names, index, controller));
    found.push({ ...fact, start: index, end: index + written.length, isSure });
  }
  return [...oneOfEach(found), ...oneOfEach(registryFacts(facts, names, controller)).slice(0, 1)];
}

/** "Example Ltd (01234567)". */
const isAfterName = (text: string, index: number, written: string): boolean =>
  /\b(?:Ltd|Limited|LLP|plc|PLC)\.? \($/u.test(text.slice(Math.max(0, index - 14), index)) &&
  /^(?:\d{8}|[A-Z]{2}\d{6})$/u.test(written);

function readNumber(
  register: Register,
  written: string,
): Pick<Found, 'key' | 'value' | 'isSure'> | undefined {
  if (register === 'company') {
    const { value, problems } = identifiers.readCompanyNumber(written);
    // A number that was printed without its zeros is said with them: seven digits can be nothing else.
    if (
      problems.some(({ severity }) => severity === 'error') ||
      !/^[A-Z\d]{6,8}$/iu.test(written.replace(/\s/gu, ''))
    )
      return undefined;
    if (/^\d{6}$/u.test(written)) return { key: 'controller.companyNumber', value, isSure: false };
    return { key: 'controller.companyNumber', value, isSure: true };
  }
  if (register === 'charity') {
    const { value, problems } = identifiers.readCharityNumber(written);
    return problems.length > 0
      ? undefined
      : { key: 'controller.charityNumber', value, isSure: true };
  }
  if (register === 'vat') {
    const { value, problems } = identifiers.readVatNumber(written);
    if (problems.some(({ severity }) => severity === 'error')) return undefined;
    return { key: 'controller.vatNumber', value, isSure: problems.length === 0 };
  }
  return undefined;
}

function icoFacts(facts: FactText): Found[] {
  return [...facts.text.matchAll(ICO)].flatMap(({ 0: written, index }): Found[] => {
    const { value, problems } = identifiers.readIcoRegistration(written);
    if (problems.length > 0) return [];
    const around = facts.text.slice(Math.max(0, index - 160), index + 80);
    const isNamed =
      /\bICO\b|information commissioner|comisiynydd|data protection|regist|notification|data controller/iu.test(
        around,
      );
    if (!isNamed) return [];
    const isSure = passageAt(facts, index)?.isKept ?? false;
    return [
      {
        key: 'controller.icoRegistration',
        value,
        start: index,
        end: index + written.length,
        isSure,
      },
    ];
  });
}

function leiFacts(facts: FactText): Found[] {
  return [...facts.text.matchAll(/(?<!\w)[A-Z\d]{18}\d{2}(?!\w)/gu)].flatMap(
    ({ 0: written, index }): Found[] => {
      const { value, problems } = identifiers.readLei(written);
      if (problems.length > 0 || labelBefore(facts.text, index) !== 'lei') return [];
      return [
        { key: 'controller.lei', value, start: index, end: index + written.length, isSure: true },
      ];
    },
  );
}

/** Whether the company named nearest before a place, in its sentence, is the controller. */
function isOurs(
  facts: FactText,
  names: readonly Named[],
  offset: number,
  controller: string | undefined,
): boolean {
  const from = offset - sentenceBefore(facts, offset).length;
  const near = nearestBefore(names, offset);
  if (near === undefined || near.end < from || controller === undefined)
    return !/\b(?:processors?|provided by|hosted by|platform is|supplier)\b/iu.test(
      facts.text.slice(from, offset),
    );
  return nameKey(near.name) === nameKey(controller);
}

/** In a footer, a number is the controller's for sure if its name stands right before. */
function isOwnFooter(
  names: readonly Named[],
  offset: number,
  controller: string | undefined,
): boolean {
  const near = nearestBefore(names, offset);
  return (
    near !== undefined &&
    controller !== undefined &&
    offset - near.end < 200 &&
    nameKey(near.name) === nameKey(controller)
  );
}

const REGISTRY =
  /\b(?:registered|incorporated|established|cofrestrwyd|gofrestrwyd)(?: and (?:registered|incorporated))?(?: office)?(?: as an? [\w ]{3,40}?)? (?:in|under the laws of|yng?) (?<place>England(?: (?:and|&|&amp;) Wales)?|Scotland|Northern Ireland|Wales|Nghymru a Lloegr|Cymru a Lloegr)/giu;

/** The part of the United Kingdom that the controller says it is registered in. */
function registryFacts(
  facts: FactText,
  names: readonly Named[],
  controller: string | undefined,
): Found[] {
  return [...facts.text.matchAll(REGISTRY)].flatMap(({ 0: match, index, groups = {} }): Found[] => {
    const place = groups['place'] ?? '';
    const around =
      sentenceBefore(facts, index, 160) + match + sentenceAfter(facts, index + match.length, 100);
    if (/charit/iu.test(around) && !/compan|ltd|limited/iu.test(around)) return [];
    if (!isOurs(facts, names, index, controller)) return [];
    const start = index + match.length - place.length;
    const value = /scotland/iu.test(place)
      ? 'scotland'
      : /northern/iu.test(place)
        ? 'northern-ireland'
        : 'england-and-wales';
    const isSure =
      (passageAt(facts, index)?.isKept ?? false) || isOwnFooter(names, index, controller);
    return [{ key: 'controller.registeredIn', value, start, end: index + match.length, isSure }];
  });
}
