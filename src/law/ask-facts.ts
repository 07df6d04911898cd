/** Rules that typed facts decide. */
import { lacking, MET, NOT_ASKED, type Ask } from './rule.ts';
import { sourcesInRecords, unfitBases } from './records.ts';

const LEGAL_FORM =
  /\b(?:limited|ltd|plc|llp|cic|c\.i\.c|cyf(?:yngedig)?|ccc|community interest company|unlimited|inc|llc|gmbh|bv|sas?|ag)\b\.?$/iu;

/** A company by its legal name: UK GDPR Art 13(1)(a). */
export const askIdentity: Ask = ({ facts: { controller } }) => {
  const { kind, name, companyNumber } = controller;
  if (kind !== 'company' && kind !== 'llp') return MET;
  return lacking(companyNumber !== undefined || LEGAL_FORM.test(name) ? [] : [name]);
};

/** A way to reach the officer: UK GDPR Art 13(1)(b). */
export const askDpoContact: Ask = ({ facts: { dpo } }) => {
  if (!dpo) return NOT_ASKED;
  const { email, phone, address, form } = dpo;
  const isReached = [email, phone, address, form].some((route) => route !== undefined);
  return lacking(isReached ? [] : [dpo.role ?? dpo.name ?? 'an officer']);
};

export const askSources: Ask = (reading, day) =>
  sourcesInRecords(reading.facts, reading, day) ?? NOT_ASKED;

/** How the ICO's generator lists the bases of a purpose; its items are the next blocks. */
const LISTS_BASES =
  /\blawful bases for collecting or using (?:your )?personal information (?:to|for) (.{0,80}?) are:/iu;

/** Bases that do not fit a purpose: of the records, and in the layout of the ICO's generator. */
export const askBases: Ask = ({ facts, blocks }) => {
  const unfit = unfitBases(facts).map((found) => ({ found }));
  const inProse = blocks.flatMap((block, index) => {
    const purpose = LISTS_BASES.exec(block.plain)?.[1];
    if (purpose === undefined || !/\blegal requirements?\b/iu.test(purpose)) return [];
    const after = blocks.slice(index + 1);
    const end = after.findIndex(({ kind }) => kind !== 'item');
    const items = end === -1 ? after : after.slice(0, end);
    if (items.length === 0 || items.some(({ plain }) => /\blegal obligation\b/iu.test(plain))) {
      return [];
    }
    return [{ found: purpose, block }];
  });
  const hits = [...unfit, ...inProse];
  if (hits.length === 0) return { state: 'clear' };
  return { state: 'marked', hits, ...(unfit.length > 0 && { byFacts: true }) };
};
