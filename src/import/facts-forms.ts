/** Names of organisations, by the legal form at their end or the kind of body they say they are. */
import { lineStart, type FactText, type Span } from './facts-text.ts';

/** A name in the text. */
export interface Named extends Span {
  name: string;
  /** Whether it ends with a legal form; else it is a public body, a charity or the like. */
  isLegal: boolean;
}

const LEGAL = [
  ...[
    String.raw`(?:Private |Pvt\.? |Pty\.? |Pte\.? |PTY |PTE |PVT )?(?:Ltd\.?|Limited|LTD\.?|LIMITED)`,
  ],
  ...[
    'LLP',
    String.raw`L\.L\.P\.`,
    'PLC',
    'plc',
    'Plc',
    String.raw`P\.L\.C\.`,
    'C\\.?I\\.?C\\.?',
    'SCIO',
    'CIO',
  ],
  ...['Cyfyngedig', String.raw`Cyf\.?`, 'CBC', 'CCC', 'PAC', 'Teoranta', 'DAC', 'CLG', 'UC'],
  ...[
    String.raw`Inc\.?`,
    'INC\\.?',
    'Incorporated',
    'LLC',
    String.raw`L\.L\.C\.?`,
    String.raw`Corp\.?`,
    'Corporation',
    'L\\.?P\\.?',
  ],
  ...[
    'GmbH(?: & Co\\.? KG)?',
    'Gmbh',
    'GMBH',
    'AG',
    'UG',
    'KGaA',
    'KG',
    'SE',
    String.raw`e\.V\.`,
    'eG',
    'SCE',
  ],
  ...[
    String.raw`S\.?A\.?S\.?U?\.?`,
    'SARL',
    String.raw`S\.?[àa]\.? ?r\.?l\.?`,
    String.raw`S\.A\.?`,
    'SA',
    'SNC',
    'SCOP',
  ],
  ...[
    String.raw`S\.?p\.?A\.?`,
    String.raw`S\.?r\.?l\.?s?\.?`,
    String.raw`S\.?L\.?U?\.?`,
    'Lda\\.?',
    'Ltda\\.?',
  ],
  ...[
    String.raw`s\. ?r\. ?o\.`,
    'sro',
    String.raw`a\. ?s\.`,
    String.raw`[Ss]p\. ?z ?o\. ?o\.`,
    String.raw`d\.o\.o\.`,
    'Kft\\.?',
    'Zrt\\.?',
  ],
  ...[
    'AB',
    'A/S',
    'ApS',
    'ASA',
    'AS',
    'Oyj?',
    'Abp',
    'OÜ',
    'SIA',
    'UAB',
    'EOOD',
    'OOD',
    'SRL',
    'S\\.R\\.L\\.',
    'Nyrt\\.?',
  ],
  ...[
    String.raw`B\.?V\.?`,
    String.raw`N\.?V\.?`,
    'VOF',
    'BVBA',
    'SPRL',
    'VZW',
    'ASBL',
    'K\\.K\\.',
    'KK',
    'JSC',
    'FZ-?LLC',
  ],
];

const BODY = [
  '(?:County |City |Borough |District |Parish |Town |Community |Metropolitan )*Council',
  'COUNCIL|TRUST|UNIVERSITY|SCHOOL|CHARITY|SOCIETY|ASSOCIATION|CLUB',
  'University|College|Nursery|Academy|Academies|(?:Multi-)?Academy Trust|Pre-?School|Playgroup',
  '(?:Primary |High |Grammar |Secondary |Infant |Junior |Preparatory |Nursery )*School',
  '(?:NHS |Foundation |Wildlife |Housing |Health |Charitable )*Trust|Health Board',
  '(?:Medical |Health |Day |Community |Arts |Sports )?Centre|Surgery|Pharmacy|Practice|Hospital|Hospice',
  'Medical Group|Medical Practice|Clinic|Care Home|Opticians?|Veterinary Group',
  'Church|Parish|Diocese|Cathedral|Synagogue|Mosque|Chapel',
  'Police|Constabulary|Fire and Rescue Service|Ambulance Service',
  'Foundation|Charity|Society|Association|Club|Commission|Agency|Authority|Institute|Fund',
  'Coalition|Alliance|Network|Forum|Consortium|Federation|Union|Congress|Guild|Cooperative|Co-operative',
  'Partnership|Museum|Library|Theatre|Orchestra|Solicitors|Accountants|Architects|Chambers|Associates',
];

const SUFFIX = new RegExp(
  String.raw`(?<=[\p{L}\d)"”’'!.&],? )(?:(?<legal>${LEGAL.join('|')})|(?<body>${BODY.join('|')}))(?![\p{L}\d&])`,
  'gu',
);

/** Bodies whose kind stands before their name. */
const PREFIX =
  /(?:\b(?:[Tt]he )?(?:(?:Department|Ministry|Office) (?:for|of)|(?:University|College|Diocese|Borough|City|Church|Parish|Parochial Church Council) of|Royal Borough of|London Borough of)|(?:Adran|Prifysgol|Cyngor|Ymddiriedolaeth|Bwrdd Iechyd|Gweinyddiaeth|Llywodraeth)(?: (?:yr|y|Sir|Tref|Bwrdeistref))?) /gu;

/** What a name does not begin with: it is the start of the sentence around it. */
const LEADS = new Set(
  'we our us at when this by in for and or of contact controller copyright © where company either both is are from to on with as if under that please controlled responsible data website address name registered between effective while although however write email call visit mae and/or all any'.split(
    ' ',
  ),
);
const JOINS = new Set([
  '&',
  'and',
  'of',
  'the',
  'for',
  'on',
  'upon',
  '+',
  'a',
  "'n'",
  'y',
  'yr',
  'o',
]);

const known = new WeakMap<FactText, Named[]>();

/** All names of organisations, in order. */
export function namesOf(facts: FactText): Named[] {
  const names = known.get(facts) ?? namesWithin(facts.text);
  known.set(facts, names);
  return names;
}

/** "This Privacy Notice for Example Ltd": the notice is no part of the name. */
const POLICY_FOR =
  /^(?:[Tt]his )?(?:(?:Website|Online|Customer|Candidate|Employee) )?(?:Privacy|Cookies?|Data Protection|Data Privacy|Fair Processing)(?: and Cookies?)? (?:Notice|Policy|Statement) (?:for|of|by|-|–) (?:the )?/u;

/** The names in a few words. */
export function namesWithin(text: string): Named[] {
  const names: Named[] = [];
  for (const match of text.matchAll(SUFFIX)) {
    const first = nameStart(text, match.index);
    if (first === undefined) continue;
    const start = first + (POLICY_FOR.exec(text.slice(first, match.index))?.[0].length ?? 0);
    const end = match.index + match[0].length;
    names.push({
      name: nameIn(text, start, end),
      start,
      end,
      isLegal: match.groups?.['legal'] !== undefined,
    });
  }
  for (const { 0: prefix, index } of text.matchAll(PREFIX)) {
    const end = nameEnd(text, index + prefix.length);
    if (end === undefined) continue;
    const start = index + (prefix.startsWith('the ') ? 4 : 0);
    names.push({ name: nameIn(text, start, end), start, end, isLegal: false });
  }
  return names.toSorted((a, b) => a.start - b.start);
}

/** The last name that ends before a place. */
export function nearestBefore(names: readonly Named[], offset: number): Named | undefined {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((names[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return names[low - 1];
}

const nameIn = (text: string, start: number, end: number): string =>
  text.slice(start, end).replace(/\s+/gu, ' ').trim();

const TOKEN = /(?<token>\S{1,40})[ ]?$/u;

/** Goes back from a legal form over the words of a name: with a capital or digit, or between such. */
function nameStart(text: string, suffix: number): number | undefined {
  const from = lineStart(text, suffix, 90);
  const words: { text: string; start: number }[] = [];
  let rest = text.slice(from, suffix);
  while (words.length < 9) {
    const token = TOKEN.exec(rest)?.groups?.['token'];
    if (token === undefined) break;
    const start = rest.lastIndexOf(token);
    const isFirst = words.length === 0;
    const isEnded =
      /[.:;!?,]$/u.test(token) &&
      !(isFirst && token.endsWith(',')) &&
      !/^(?:St|Dr|Mr|Mrs|Messrs|[A-Z])\.$/u.test(token) &&
      !/^[A-Z][\p{L}]*,$/u.test(token);
    if (isEnded || (!isFirst && /^(?:Ltd|Limited|LLP|LLC|Inc|PLC|plc)[.,]?$/u.test(token))) break;
    // A comma joins names only in a list with "and", which is seldom a name.
    if (!isFirst && token.endsWith(',')) break;
    // "Example (Services Holdings) Ltd": the bracket closes within the name.
    const isWithin =
      token.startsWith('(') &&
      words.some(({ text: word }) => word.endsWith(')') && !word.startsWith('('));
    const bare = isWithin ? token : token.replace(/^[("“‘'<©]+/u, '');
    if (/[”"]\)?$|’\)$/u.test(token)) break;
    if (!/^[\p{Lu}\d(&+©]/u.test(bare) && !JOINS.has(bare) && !/^\p{Ll}+-?\p{Lu}/u.test(bare)) {
      if (
        isFirst &&
        /\b(?:[Ww]e are|[Ww]e,|is|:) $/u.test(text.slice(from, from + start)) &&
        /^\p{Ll}{3,}$/u.test(bare)
      ) {
        return from + start;
      }
      break;
    }
    const cut = token.length - bare.length;
    words.push({ text: bare, start: from + start + cut });
    if (cut > 0 && !/^\(\p{L}+\)$/u.test(token)) break;
    rest = rest.slice(0, start);
  }
  while (words.length > 0) {
    const first = words.at(-1);
    const plain = first?.text.toLowerCase().replace(/[,.]$/u, '') ?? '';
    if (
      !LEADS.has(plain) &&
      !(JOINS.has(plain) && plain !== 'the') &&
      !/^[&+©(]$|^\d+(?:\.\d+)*[.)]?$/u.test(plain.replace(/^365$/u, 'x'))
    )
      break;
    if (/^\d+$/u.test(plain) && words.length === 2) break;
    words.pop();
  }
  const first = words.at(-1);
  return first === undefined || (first.text.toLowerCase() === 'the' && words.length === 1)
    ? undefined
    : first.start + (/^the /u.test(text.slice(first.start, first.start + 4)) ? 4 : 0);
}

/** Goes on from "Department for" over the words of a name. */
function nameEnd(text: string, start: number): number | undefined {
  const words =
    /^(?:(?:\p{Lu}[\p{L}\d'’-]*|and|&|of|the|for|a|ac|o|yr|y|Gwledig)(?:, | |(?![\p{L}\d])))+/u.exec(
      text.slice(start, start + 90),
    );
  const name = words?.[0].replace(/(?:,? ?\b(?:and|&|of|the|for|a|ac|o|yr|y)\b ?|, | )+$/u, '');
  return name === undefined || name === '' ? undefined : start + name.length;
}

const LEGAL_NAME = new RegExp(String.raw`\p{L}[^,\n]{0,60},? (?:${LEGAL.join('|')})$`, 'u');
const BODY_NAME = new RegExp(
  String.raw`(?:${BODY.join('|')})$|^(?:the )?(?:Department|Ministry|University|Office) (?:for|of)`,
  'u',
);

/** Whether a line is a name with a legal form. */
export const isLegalName = (line: string): boolean => line.length < 90 && LEGAL_NAME.test(line);

/** Whether a line is the name of an organisation of any kind. */
export const isOrganisation = (line: string): boolean =>
  line.length < 90 && (LEGAL_NAME.test(line) || BODY_NAME.test(line));

/** A name as it is compared: "Example Ltd." and "EXAMPLE LIMITED" are one. */
export const nameKey = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^the /u, '')
    .replace(/\blimited\b/gu, 'ltd')
    .replace(/[^\p{L}\p{N}]/gu, '');
