import type { IsoDate } from '../../notices/dates.ts';
import type { CommonWords } from '../shape.ts';

const MONTHS = [
  'Ionawr',
  'Chwefror',
  'Mawrth',
  'Ebrill',
  'Mai',
  'Mehefin',
  'Gorffennaf',
  'Awst',
  'Medi',
  'Hydref',
  'Tachwedd',
  'Rhagfyr',
] as const;

/** "1 Mai 2018". Not every browser has Welsh, so the names of the months are written here. */
function date(day: IsoDate): string {
  const [year = '', month = '', number = ''] = day.split('-');
  return `${Number(number)} ${MONTHS[Number(month) - 1] ?? ''} ${Number(year)}`;
}

export const number = (count: number): string => count.toLocaleString('en-GB');

/**
 * A number and what it counts. After 1 the noun follows directly; after any other number comes "o"
 * and the plural with its soft mutation: `3 o eiriau`.
 */
export const counted =
  (one: string, many: string) =>
  (count: number): string =>
    count === 1 ? `1 ${one}` : `${number(count)} o ${many}`;

/** "And" is `ac` before a vowel; `w` and `y` are vowels too. */
const and = (next: string): string =>
  /^[^\p{L}\p{N}]*[aeiouwy]/iu.test(next.normalize('NFD')) ? 'ac' : 'a';

function listed(words: readonly string[]): string {
  const [last = '', ...before] = words.toReversed();
  return before.length === 0 ? last : `${before.toReversed().join(', ')} ${and(last)} ${last}`;
}

const factLabels: Record<string, string> = {
  name: 'Rheolydd',
  tradingNames: 'Enwau eraill',
  companyNumber: 'Rhif cwmni',
  registeredIn: 'Cofrestrwyd yn',
  registeredOffice: 'Swyddfa gofrestredig',
  charityNumber: 'Rhif elusen',
  vatNumber: 'Rhif TAW',
  lei: 'LEI',
  icoRegistration: 'Cofrestriad ICO',
  role: 'Rôl',
  email: 'E-bost',
  phone: 'Ffôn',
  address: 'Post',
  form: 'Ar-lein',
  'in-short': 'Yn gryno',
  'representative-uk': 'Yn y DU',
  'representative-eu': 'Yn yr UE',
  'representative-ch': 'Yn y Swistir',
};

const sinceLabel: CommonWords['sinceLabel'] = ({ status, span, facts }) => {
  if (status === 'in-force') return `Mewn grym ers ${date(facts.effective)}`;
  if (status === 'scheduled') return `Yn gymwys o ${date(facts.effective)}`;
  return span?.to ? `Yn gymwys tan ${date(span.to)}` : 'Ni fu erioed yn gymwys';
};

export const common: CommonWords = {
  language: 'cy',
  date,
  number,
  listed,

  counts: {
    words: counted('gair', 'eiriau'),
    versions: counted('fersiwn', 'fersiynau'),
    sections: counted('adran', 'adrannau'),
    changes: counted('newid', 'newidiadau'),
  },

  labelOf: (field) => factLabels[field] ?? field,

  groups: {
    contact: 'Cysylltu',
    dpo: 'Swyddog diogelu data',
    complaints: 'Sut i gwyno',
    representatives: 'Cynrychiolwyr',
  },

  statuses: {
    'in-force': 'Mewn grym',
    scheduled: 'I ddod',
    superseded: 'Wedi’i ddisodli',
    withdrawn: 'Wedi’i dynnu’n ôl',
    'called-off': 'Wedi’i ganslo',
    draft: 'Drafft',
  },

  sinceLabel,
  spanLabel: (version) => {
    const { status, span } = version;
    return span?.to && status !== 'in-force' && status !== 'scheduled'
      ? `Yn gymwys o ${date(span.from)} tan ${date(span.to)}`
      : sinceLabel(version);
  },

  changeKinds: {
    added: 'Ychwanegwyd',
    removed: 'Dilëwyd',
    changed: 'Newidiwyd',
    clarified: 'Eglurwyd',
    moved: 'Symudwyd',
  },

  changeTypes: {
    initial: 'Fersiwn cyntaf',
    major: 'Newid mawr',
    minor: 'Newid bach',
    correction: 'Cywiriad',
  },

  notified: {
    email: 'drwy e-bost',
    post: 'drwy’r post',
    sms: 'drwy neges destun',
    'in-app': 'yn yr ap',
    website: 'ar y wefan',
    'in-person': 'wyneb yn wyneb',
    press: 'yn y wasg',
    banner: 'â baner',
    other: 'mewn ffordd arall',
  },

  differences: {
    facts: 'Ffeithiau',
    wording: 'Geiriad',
    number: 'Rhif, swm neu ddyddiad',
    move: 'Symudwyd',
    link: 'Cyfeiriad dolen',
    format: 'Fformatio neu atalnodi',
  },

  sectionStates: {
    added: 'ychwanegwyd',
    removed: 'dilëwyd',
    edited: 'golygwyd',
    renamed: 'ailenwyd',
    moved: 'symudwyd',
    split: 'holltwyd',
    merged: 'cyfunwyd',
  },

  topics: {
    controller: 'Pwy ydym ni',
    data: 'Beth rydym yn ei gasglu',
    purposes: 'Pam rydym yn ei ddefnyddio',
    recipients: 'Gyda phwy rydym yn ei rannu',
    retention: 'Am ba hyd rydym yn ei gadw',
    rights: 'Eich hawliau',
    complaints: 'Sut i gwyno',
  },

  keyFacts: 'Ffeithiau allweddol',
  moreFacts: 'Rhagor o ffeithiau',
};
