/**
 * Whom a mailbox, telephone or address belongs to, by the words before it: to the controller, to
 * its officer, or to somebody else, whose address must never be given as the controller's.
 */
import {
  headingAt,
  indexAt,
  sentenceAfter,
  sentenceBefore,
  type FactText,
  type Span,
} from './facts-text.ts';

export type Owner = 'us' | 'dpo' | 'complaints' | 'representative' | 'regulator' | 'other';

/** Authorities and ombudsmen, by what they are called. */
const AUTHORITIES = [
  String.raw`information commission(?:er)?(?:['’]?s)?`,
  String.raw`\bICO(?:['’]s)?\b`,
  String.raw`comisiynydd gwybodaeth|\bSCG\b`,
  String.raw`data protection (?:commission(?:er)?|authority|authorities|ombudsman|agency|inspectorate)`,
  String.raw`\b(?:DPC|CNIL|AEPD|BfDI|OAIC|IMY|FTC|JAMS|EDPB|EDPS|FCA|JOIC|ODPA)\b`,
  String.raw`privacy commissioner|federal trade commission|attorney general`,
  String.raw`supervisory authorit(?:y|ies)|awdurdod goruchwylio|competent authorit(?:y|ies)`,
  String.raw`\bregulators?\b|ombudsman|ombwdsmon|tribunal|trading standards|citizens advice`,
  String.raw`autoriteit persoonsgegevens|datatilsynet|garante\b|tietosuoja|datainspektionen`,
  String.raw`(?:telephone|mailing|fundraising) preference service|action fraud`,
  String.raw`solicitors regulation authority|financial conduct authority`,
].join('|');

const OFFICER = String.raw`data (?:protection|privacy) (?:officers?)\b|\bDPO\b|swyddog diogelu data`;
const COMPLAINT = String.raw`\bdeal with your concerns\b|\bcomplain(?:t|ts|ing)?\b|\bcwyn(?:o|ion)?\b`;
const AGENT = String.raw`\b(?:EU|EEA|UK|Swiss|European|GDPR)?[ -]?representatives?\b|\barticle 27\b|\bcynrychiolydd\b`;
const OTHERS = [
  String.raw`\bunsubscrib\w+|\bopt(?:ing|ed)?[ -](?:in|out)\b|\bmarketing (?:communications?|messages?|emails?|team)`,
  String.raw`\bpress (?:office|enquir)|\bmedia enquir|\bvacanc|\bcareers?\b|\brecruit(?:ment|ing)\b`,
  String.raw`\bvulnerabilit|\bsecurity (?:issue|question|incident|team)|\bbilling\b|\bsales team|\bsubject line\b`,
  String.raw`\bprocessors?\b|\bservice providers?\b|\bproviders? (?:is|are)\b|\bhosted by\b|\bpowered by\b|\bfax\b|\bshar(?:e|es|ed|ing) [^.\n]{0,50}\bwith\b`,
].join('|');
const OURS = String.raw`\b(?:contact(?:ing)?|reach(?:ing)?|e-?mail(?:ing)?|write to|writing to|call|phone|ring|telephone|tell|ask|notify|inform|let) (?:to )?(?:us|me|our)\b|\bus (?:at|on|by|via|using|in writing)\b|\bget in touch\b|\bdata protection team\b|\bprivacy team\b|\b(?:enquiries|queries):|\bcontrollers?\b[^.\n]{0,80} (?:is|are)\b|\bcysyllt(?:u|wch) â (?:ni|mi)\b|\b(?:questions?|queries|enquiries|comments|requests?) (?:about|regarding|concerning|should|relating|on|in relation)\b|\bsend(?:ing)? (?:us |me )?an? e-?mail\b|\bregistered (?:office|address)\b|\bcontact (?:the |our )?(?:\w+ ){0,2}(?:office|manager|secretary|reception)\b|\bgeneral (?:enquir|quer)\w+`;
/** How, not whom: ours unless somebody is named before. */
const MEANS = String.raw`\bby e-?mail(?:ing)?\b|\bcontact:|\bcontact (?:details|information|form)\b|\b(?:writ(?:e|ing) to|contact(?:ing)?) <?$`;

const LABELS = new RegExp(
  `(?<regulator>${AUTHORITIES})|(?<dpo>${OFFICER})|(?<representative>${AGENT})|(?<complaints>${COMPLAINT})|(?<other>${OTHERS})|(?<us>${OURS})|(?<means>${MEANS})`,
  'giu',
);

/** The last of the labels in a few words, and whether a complaint stands before it. */
function lastOwner(words: string): Owner | undefined {
  let last: Owner | undefined;
  let isComplaint = false;
  for (const { groups = {} } of words.matchAll(LABELS)) {
    const found = Object.keys(groups).find((name) => groups[name] !== undefined);
    if (found === 'complaints') isComplaint = true;
    last = found === 'means' ? (last ?? 'us') : (found as Owner);
  }
  const isForAll = /\b(?:questions?|queries|enquir\w+|requests?|comments)\b/iu.test(words);
  return last === 'us' && isComplaint && !isForAll ? 'complaints' : last;
}

/**
 * Whom what stands in a place belongs to: by the label nearest before it in its sentence, right
 * after it, in the lines above, in the sentence before, or in the heading.
 */
export function ownerOf(facts: FactText, { start, end }: Span): Owner | undefined {
  const before = sentenceBefore(facts, start);
  const sentence = lastOwner(before);
  // "Email us at" under "Contact our officer:" is the officer's.
  const lead = sentence === 'us' ? leadOfItem(facts, start) : undefined;
  if (lead === 'dpo' || lead === 'regulator' || lead === 'representative') return lead;
  if (sentence !== undefined) return sentence;
  const after = /^[\s,(>–-]{1,4}(?:who is |is |for |being )?(?:our |the )?(?<words>.{0,40})/u.exec(
    sentenceAfter(facts, end, 60),
  )?.groups?.['words'];
  const apposition = after === undefined ? undefined : startsWithLabel(after);
  return (
    apposition ??
    notOther(
      lastOwner(facts.text.slice(Math.max(0, paragraphStart(facts, start), start - 250), start)),
    ) ??
    notOther(lastOwner(linesAbove(facts, start))) ??
    ownerOfHeading(headingAt(facts, start))
  );
}

function startsWithLabel(words: string): Owner | undefined {
  LABELS.lastIndex = 0;
  const match = LABELS.exec(words);
  LABELS.lastIndex = 0;
  if (match?.index !== 0) return undefined;
  const found = Object.keys(match.groups ?? {}).find((name) => match.groups?.[name] !== undefined);
  return found === 'means' ? 'us' : (found as Owner);
}

/** Whether a sentence speaks of the officer. */
export const isOfficerIn = (sentence: string): boolean => new RegExp(OFFICER, 'iu').test(sentence);

/** "Questions and complaints" is for all who write. */
function ownerOfHeading(heading: string): Owner | undefined {
  const owner = lastOwner(heading);
  if (owner === 'complaints' && /question|contact|queries|enquir/iu.test(heading)) return 'us';
  if (
    owner === undefined &&
    /\bcontact|\bget in touch|\bcysylltu|\bwho (?:we are|is responsible)/iu.test(heading)
  )
    return 'us';
  return owner;
}

const paragraphStart = ({ passages }: FactText, offset: number): number =>
  passages[indexAt(passages, offset)]?.start ?? 0;

/** A supplier or purpose is spoken of in the sentence itself, or not at all. */
const notOther = (owner: Owner | undefined): Owner | undefined =>
  owner === 'other' ? undefined : owner;

const NAMED_REACHED =
  /(?:^|[.;:] )(?:The )?(?<name>\p{Lu}[\p{L}’'&]*(?: (?:of |and |the |for |& )?\p{Lu}[\p{L}’'&]*)+) can be (?:reached|contacted)\b[^.]*$/u;

/** Whether a sentence says how to reach an organisation that is not the controller: "NHS England can be reached on". */
export function isOfAnother(facts: FactText, start: number, ours: readonly string[]): boolean {
  const name = NAMED_REACHED.exec(sentenceBefore(facts, start))?.groups?.['name'];
  if (name === undefined || ours.length === 0 || startsWithLabel(name) !== undefined) return false;
  return (
    !/\b(?:Officer|Manager|Team|Office|Department|Lead)$/u.test(name) &&
    !ours.some((each) => each.includes(name))
  );
}

/** Whom the line that leads to a list speaks of, where a place is in its first item. */
function leadOfItem({ text, passages }: FactText, offset: number): Owner | undefined {
  const above = passages[indexAt(passages, offset) - 1];
  const line = above ? text.slice(above.start, above.end).slice(-300) : '';
  return line.endsWith(':') ? lastOwner(line) : undefined;
}

/** Short lines above, to the one that has a label: an address in a block stands below its name. */
function linesAbove({ text, passages }: FactText, offset: number): string {
  let words = '';
  let isLead = true;
  for (
    let index = indexAt(passages, offset) - 1, steps = 0;
    index >= 0 && steps < 8;
    index--, steps++
  ) {
    const passage = passages[index];
    if (!passage?.isKept) break;
    const all = text.slice(Math.max(passage.start, passage.end - 400), passage.end);
    const isShort = all.split('\n').every((line) => line.length <= 90);
    // Above a line that leads on, such as "By post:", a whole sentence says of whom.
    const goesOn = /[:;,]$/u.test(all) || /\b(?:as (?:follows|below)|below)[.:]?$/iu.test(all);
    if (!isShort && !goesOn && !isLead) break;
    words = `${all} ${words}`;
    if (!isShort || passage.isHeading || notOther(lastOwner(words)) !== undefined) break;
    isLead = goesOn;
  }
  return words;
}

/** Domains of authorities, ombudsmen and representatives by trade: no controller's in a notice. */
const DOMAINS =
  /(?:^|[.@])(?:ico\.(?:org|gsi\.gov|gov)\.uk|dataprotection\.(?:ie|gov\.sk|ro)|cnil\.fr|aepd\.es|(?:garanteprivacy|gpdp)\.it|bund\.de|autoriteitpersoonsgegevens\.nl|imy\.se|datatilsynet\.(?:dk|no)|(?:tietosuoja|om)\.fi|uodo\.gov\.pl|uoou\.(?:gov\.)?cz|pdp\.gov\.sk|naih\.hu|dsb\.gv\.at|apd-gba\.be|dataprotectionauthority\.be|cnpd\.(?:lu|pt|public\.lu)|(?:edpb|edps)\.europa\.eu|edoeb\.admin\.ch|oaic\.gov\.au|priv\.gc\.ca|odpa\.gg|jerseyoic\.org|inforights\.im|(?:financial|legal|lg|psow|pensions)-?ombudsman\.org\.uk|ombudsman(?:-services)?\.org(?:\.uk)?|fca\.org\.uk|sra\.org\.uk|jamsadr\.com|fundraisingregulator\.org\.uk|(?:tps|mps)online\.org\.uk|personuvernd\.is|azop\.hr|ip-rs\.si|dpa\.gr|cpdp\.bg|dvi\.gov\.lv|ada\.lt|aki\.ee|idpc\.org\.mt|ftc\.gov|oag\.ca\.gov|gdpr-rep\.(?:com|eu)|(?:prighter|datarep|edpo|verasafe|dp-dock|gdprlocal)\.(?:com|eu)|mcf\.ie)$/iu;

/** Telephones of the same, by their last nine digits. */
const PHONES = new Set([
  ...['303123111', '303123114', '303123115', '625545700', '625545745', '625524510', '330414642'],
  ...['303123113', '293448044', '289027875', '290678400', '017650100', '800437737', '761104800'],
  ...['578684800', '153732222', '300363992', '800023456', '300123912', '345070070', '800111676'],
]);

const POSTCODES = new Set([
  'SK9 5AF',
  'EH8 8FT',
  'EH3 7HL',
  'CF10 2HH',
  'BT7 2JB',
  'BT2 8DH',
  'E14 9SR',
  'WV1 9WJ',
  'B2 2QE',
  'E20 1JN',
]);

/** Whether a mailbox, by its domain, is that of an authority. */
export const isAuthorityDomain = (email: string): boolean => DOMAINS.test(email);

/** Whether a telephone number in E.164 is that of an authority. */
export function isAuthorityPhone(e164: string): boolean {
  const digits = e164.replace(/\D/gu, '');
  return PHONES.has(digits.slice(-9)) || PHONES.has(digits.slice(-10, -1));
}

/** Whether an address is that of an authority. */
export const isAuthorityAddress = (written: string, postcode?: string): boolean =>
  (postcode !== undefined && POSTCODES.has(postcode)) ||
  new RegExp(AUTHORITIES, 'iu').test(written) ||
  /wycliffe house|fitzwilliam sq|pembroke row|canal house.{0,30}portarlington|place de fontenoy|tŷ wycliffe/iu.test(
    written,
  );

/** Whether a name is that of an authority, which has a notice of its own as well. */
export const isAuthorityName = (name: string): boolean => new RegExp(AUTHORITIES, 'iu').test(name);
