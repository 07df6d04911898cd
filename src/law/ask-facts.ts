/** Rules that typed facts decide. */
import { lacking, MET, NOT_ASKED, UNREAD, type Ask, type Hit } from './rule.ts';
import { sourcesInRecords } from './records.ts';
import { cut, firstOf } from './signals.ts';
import { SOURCES } from './told-where.ts';
import { toldAt } from './told.ts';

/** Legal forms of the United Kingdom and of other countries, as they end a name: "s. r. o.", "Sp. z o.o.". */
const LEGAL_FORM = new RegExp(
  String.raw`(?:^|[\s,(])(?:${[
    'limited|ltd|plc|p\.l\.c|llp|cic|c\.i\.c|cyf(?:yngedig)?|ccc|community interest company|unlimited',
    'inc|incorporated|llc|l\.l\.c|corp|corporation|pty|pvt',
    'gmbh|ug|ag|kg|se|e\.?g|b\.?v|n\.?v|s\.?a\.?s|s\.?a\.?r\.?l|s\.?a|sprl|srl|bvba',
    's\.? ?p\.? ?a|s\.? ?r\.? ?l|s\.? ?l(?:\.? ?u)?|lda',
    's\.? ?r\.? ?o|spol\. s r\. ?o|a\. ?s|sp\.? z ?\.?o\.? ?o|d\.? ?o\.? ?o|k\.? ?f\.? ?t|zrt|oü|uab|sia',
    'aps|a\/s|ab|as|asa|oyj?|ehf|hf',
  ].join('|')})\.?\)?$`,
  'i',
);

/** Bodies that have no legal form in their name. */
const BODY =
  /\b(?:council|cyngor|school|ysgol|academy|college|university|prifysgol|NHS|surgery|practice|hospital|church|parish|diocese|trust|charity|foundation|society|association|union|club|institute|museum|library|department|ministry|office|agency|authority|commission|board|partners(?:hip)?|& (?:co|sons?|daughters?)|trading as|t\/a)\b/i;
/** The name of a person, as a sole trader has it. */
const PERSON = /^(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof)\.? )?\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’.-]*)+$/u;

/** The controller by its legal name: UK GDPR Art 13(1)(a). */
export const askIdentity: Ask = ({ facts: { controller } }) => {
  const { kind, name, companyNumber } = controller;
  if (companyNumber !== undefined || LEGAL_FORM.test(name)) return MET;
  if (kind === 'company' || kind === 'llp') return lacking([name]);
  // Without its kind, a single word may be a brand.
  if (kind !== undefined || BODY.test(name) || PERSON.test(name)) return MET;
  return { state: 'unclear', byFacts: true, hits: [{ found: name, severity: 'info' }] };
};

/** A way to reach the officer: UK GDPR Art 13(1)(b). */
export const askDpoContact: Ask = ({ facts: { dpo } }) => {
  if (!dpo) return NOT_ASKED;
  const { email, phone, address, form } = dpo;
  const isReached = [email, phone, address, form].some((route) => route !== undefined);
  return lacking(isReached ? [] : [dpo.role ?? dpo.name ?? 'an officer']);
};

/** Records decide; a text can only say where data comes from, and nothing is held against it. */
export const askSources: Ask = (reading, day) => {
  const byFacts = reading.facts.processing && sourcesInRecords(reading.facts, reading, day);
  if (byFacts) return byFacts;
  if (!reading.isEnglish) return UNREAD;
  const told = toldAt(reading, SOURCES);
  if (told) return { state: 'told', hits: [told] };
  const made = firstOf(reading, [MADE_BY_OTHERS], undefined, true);
  return made ? { state: 'unclear', hits: [{ ...made, severity: 'info' }] } : NOT_ASKED;
};

/** Data that nobody gives of themselves, since others make it. */
const MADE_BY_OTHERS =
  /\b(?:DBS|vetting|credit|background|criminal[- ]record)(?: (?:check|reference))? (?:outcomes?|results?|reports?|scores?)\b/i;

const OFFICER =
  /\b(?:our|the company's|appointed(?: a)?|(?:contact|to|writing to|write to|e-?mail|call) (?:our|the))\s+(?:(?:group|appointed|own) )?(?:data protection officer|DPO)\b/i;
const NO_OFFICER =
  /\b(?:do(?:es)? not|don't|not (?:required|obliged|have)|no need|have not|their|its own)\b/i;
const ROUTE = /@|\[at\]|⟨|\b0\d[\d ]{8,}|\+44|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\bform\b/u;
/** How far below an address may stand from the officer that it is of. */
const BLOCKS_BELOW = 6;

/**
 * An officer whom the text names and the facts do not have. Where a way to reach them stands beside,
 * people are told what they have to be: UK GDPR Art 13(1)(b). Then it is for information.
 */
export const askOfficer: Ask = ({ facts, blocks, isEnglish }) => {
  if (facts.dpo !== undefined || !isEnglish) return NOT_ASKED;
  const hits = blocks.flatMap((block, index): Hit[] => {
    if (!/officer|dpo/u.test(block.lower)) return [];
    const named = block.sentences.flatMap((sentence) => {
      const match = OFFICER.exec(sentence);
      return !match || NO_OFFICER.test(sentence) ? [] : [cut(match[0])];
    });
    if (named.length === 0) return [];
    const beside = blocks
      .slice(index, index + BLOCKS_BELOW)
      .filter(({ anchor }) => anchor === block.anchor);
    const isReached = beside.some(({ text }) => ROUTE.test(text));
    return named.map((found) => ({
      found,
      block,
      ...(isReached && { severity: 'info' as const }),
    }));
  });
  const [reached] = hits.filter(({ severity }) => severity === 'info');
  if (reached) return { state: 'marked', hits: [reached] };
  return hits.length > 0 ? { state: 'marked', hits } : NOT_ASKED;
};
