/**
 * The words that records of processing are printed with. They are words of the notice, and in its
 * fingerprint, so they never change: docs/decisions/0015. Better words would be added beside them.
 */
import type { Amount, Unit } from './periods.ts';
import type {
  BASES,
  GROUNDS,
  MECHANISMS,
  PROVISIONS,
  RECOGNISED,
  ROLES,
  SOURCES,
} from './schema-records.ts';

type Code<Codes extends readonly string[]> = Codes[number];

export interface RecordWords {
  /** The heads of columns, for all tables. */
  heads: Record<Head, string>;
  bases: Record<Code<typeof BASES>, string>;
  recognised: Record<Code<typeof RECOGNISED>, string>;
  /** What a source is called that has no name. */
  sources: Record<Code<typeof SOURCES>, string>;
  /** A source with the answer to whether anyone can see it. */
  accessible: (source: string, isPublic: boolean) => string;
  roles: Record<Code<typeof ROLES>, string>;
  mechanisms: Record<Code<typeof MECHANISMS>, string>;
  provisions: Record<Code<typeof PROVISIONS>, string>;
  grounds: Record<Code<typeof GROUNDS>, string>;
  amount: (amount: Amount) => string;
  /** Words and what comes last of them. */
  and: (words: string, last: string) => string;
  after: (period: string, startsFrom: string) => string;
  then: Record<'delete' | 'anonymise', (howLong: string) => string>;
  /** What stands in place of a table where the answer is none. */
  none: Record<'Recipients' | 'Transfers' | 'Automated' | 'Storage', string>;
}

export type Head =
  | 'purpose'
  | 'data'
  | 'basis'
  | 'interest'
  | 'provision'
  | 'consequence'
  | 'retention'
  | 'recipient'
  | 'activity'
  | 'role'
  | 'country'
  | 'mechanism'
  | 'copy'
  | 'decision'
  | 'logic'
  | 'effects'
  | 'safeguards'
  | 'name'
  | 'does'
  | 'lasts'
  | 'ground';

const english: RecordWords = {
  heads: {
    purpose: 'Purpose',
    data: 'What we use',
    basis: 'Lawful basis',
    interest: 'Our interest',
    provision: 'Must you give it?',
    consequence: 'If you do not',
    retention: 'How long we keep it',
    recipient: 'Who receives it',
    activity: 'What they do with it',
    role: 'On whose behalf',
    country: 'Where',
    mechanism: 'What protects it',
    copy: 'How to get a copy',
    decision: 'Decision',
    logic: 'How it is made',
    effects: 'What it means for you',
    safeguards: 'What you can do',
    name: 'Name',
    does: 'What it does',
    lasts: 'How long it lasts',
    ground: 'Why we may use it',
  },
  bases: {
    consent: 'Consent',
    contract: 'Contract',
    'legal-obligation': 'Legal obligation',
    'vital-interests': 'Vital interests',
    'public-task': 'Public task',
    'recognised-legitimate-interest': 'Recognised legitimate interest',
    'legitimate-interests': 'Legitimate interests',
  },
  recognised: {
    'public-task-request': 'a request from a body that needs it for a public task',
    'security-defence': 'national security, public security or defence',
    emergency: 'an emergency',
    crime: 'finding, investigating or preventing crime',
    safeguarding: 'safeguarding vulnerable people',
  },
  sources: {
    'data-subject': 'You',
    'third-party': 'Other organisations or people',
    public: 'Public sources',
    observed: 'What we record when you deal with us',
    inferred: 'What we work out from other information',
  },
  accessible: (source, isPublic) =>
    `${source} (${isPublic ? 'publicly accessible' : 'not publicly accessible'})`,
  roles: {
    processor: 'For us, on our instructions',
    controller: 'On its own behalf',
    joint: 'On its own behalf and ours',
    authority: 'As a public authority',
  },
  mechanisms: {
    'adequacy-regulations': 'UK adequacy regulations',
    'uk-us-data-bridge': 'UK–US data bridge',
    idta: 'International data transfer agreement',
    'uk-addendum-sccs': 'UK addendum to the EU standard contractual clauses',
    bcr: 'Binding corporate rules',
    art49: 'An exception in Article 49 of the UK GDPR',
  },
  provisions: {
    'required-by-law': 'Yes: the law requires it',
    'required-by-contract': 'Yes: our contract requires it',
    'needed-to-enter-contract': 'Yes, to make a contract with us',
    voluntary: 'No',
  },
  grounds: {
    consent: 'You agreed to it',
    communication: 'It carries a message',
    'strictly-necessary': 'What you ask for does not work without it',
    statistics: 'Statistics; you can object',
    appearance: 'How the site looks and works for you; you can object',
    emergency: 'Help in an emergency',
  },
  amount: ({ unit, count }) => `${count} ${count === 1 ? unit.slice(0, -1) : unit}`,
  and: (words, last) => `${words} and ${last}`,
  after: (period, startsFrom) => `${period} after ${startsFrom}`,
  then: {
    delete: (howLong) => `${howLong}, then deleted`,
    anonymise: (howLong) => `${howLong}, then made anonymous`,
  },
  none: {
    Recipients: 'Nobody else receives it.',
    Transfers: 'We do not send it outside the United Kingdom.',
    Automated: 'We make no decisions about you by automated means alone.',
    Storage: 'We store nothing on your device, and read nothing from it.',
  },
};

/** The forms of words after a number in Welsh, where that is not the plain one. */
const WELSH_UNITS: Record<Unit, (count: number) => string> = {
  years: (count) =>
    count === 1
      ? 'flwyddyn'
      : count === 2
        ? 'flynedd'
        : [3, 4, 6].includes(count)
          ? 'blynedd'
          : 'mlynedd',
  months: (count) => (count === 2 ? 'fis' : 'mis'),
  weeks: () => 'wythnos',
  days: (count) => (count === 2 ? 'ddiwrnod' : 'diwrnod'),
  hours: () => 'awr',
};

const welsh: RecordWords = {
  heads: {
    purpose: 'Diben',
    data: 'Beth rydym yn ei ddefnyddio',
    basis: 'Sail gyfreithiol',
    interest: 'Ein buddiant',
    provision: 'Oes rhaid i chi ei roi?',
    consequence: 'Os na wnewch chi',
    retention: 'Am ba hyd rydym yn ei gadw',
    recipient: 'Pwy sy’n ei gael',
    activity: 'Beth maen nhw’n ei wneud ag ef',
    role: 'Ar ran pwy',
    country: 'Ble',
    mechanism: 'Beth sy’n ei ddiogelu',
    copy: 'Sut i gael copi',
    decision: 'Penderfyniad',
    logic: 'Sut y caiff ei wneud',
    effects: 'Beth mae’n ei olygu i chi',
    safeguards: 'Beth gallwch chi ei wneud',
    name: 'Enw',
    does: 'Beth mae’n ei wneud',
    lasts: 'Am ba hyd y mae’n para',
    ground: 'Pam y cawn ei ddefnyddio',
  },
  bases: {
    consent: 'Cydsyniad',
    contract: 'Contract',
    'legal-obligation': 'Rhwymedigaeth gyfreithiol',
    'vital-interests': 'Buddiannau hanfodol',
    'public-task': 'Tasg gyhoeddus',
    'recognised-legitimate-interest': 'Buddiant cyfreithlon cydnabyddedig',
    'legitimate-interests': 'Buddiannau cyfreithlon',
  },
  recognised: {
    'public-task-request': 'cais gan gorff y mae arno ei angen ar gyfer tasg gyhoeddus',
    'security-defence': 'diogelwch gwladol, diogelwch y cyhoedd neu amddiffyn',
    emergency: 'argyfwng',
    crime: 'canfod, ymchwilio i neu atal troseddau',
    safeguarding: 'diogelu pobl agored i niwed',
  },
  sources: {
    'data-subject': 'Chi',
    'third-party': 'Sefydliadau neu bobl eraill',
    public: 'Ffynonellau cyhoeddus',
    observed: 'Beth rydym yn ei gofnodi pan fyddwch yn delio â ni',
    inferred: 'Beth rydym yn ei gasglu o wybodaeth arall',
  },
  accessible: (source, isPublic) =>
    `${source} (${isPublic ? 'ar gael i’r cyhoedd' : 'ddim ar gael i’r cyhoedd'})`,
  roles: {
    processor: 'Ar ein rhan ni, yn ôl ein cyfarwyddiadau',
    controller: 'Ar ei ran ei hun',
    joint: 'Ar ei ran ei hun ac ar ein rhan ni',
    authority: 'Fel awdurdod cyhoeddus',
  },
  mechanisms: {
    'adequacy-regulations': 'Rheoliadau digonolrwydd y DU',
    'uk-us-data-bridge': 'Pont ddata’r DU a’r Unol Daleithiau',
    idta: 'Cytundeb trosglwyddo data rhyngwladol',
    'uk-addendum-sccs': 'Atodiad y DU i gymalau contract safonol yr UE',
    bcr: 'Rheolau corfforaethol rhwymol',
    art49: 'Eithriad yn Erthygl 49 o GDPR y DU',
  },
  provisions: {
    'required-by-law': 'Oes: mae’r gyfraith yn gofyn amdano',
    'required-by-contract': 'Oes: mae ein contract yn gofyn amdano',
    'needed-to-enter-contract': 'Oes, i wneud contract â ni',
    voluntary: 'Nac oes',
  },
  grounds: {
    consent: 'Rydych wedi cytuno iddo',
    communication: 'Mae’n cludo neges',
    'strictly-necessary': 'Nid yw’r hyn rydych yn gofyn amdano yn gweithio hebddo',
    statistics: 'Ystadegau; gallwch wrthwynebu',
    appearance: 'Sut mae’r wefan yn edrych ac yn gweithio i chi; gallwch wrthwynebu',
    emergency: 'Cymorth mewn argyfwng',
  },
  amount: ({ unit, count }) => `${count} ${WELSH_UNITS[unit](count)}`,
  // A number that is spoken with a vowel first: un, wyth, un ar ddeg and so on.
  and: (words, last) => `${words} ${/^(?:1|8|1[1-9]|8\d)\b/.test(last) ? 'ac' : 'a'} ${last}`,
  after: (period, startsFrom) => `${period} ar ôl ${startsFrom}`,
  then: {
    delete: (howLong) => `${howLong}, yna caiff ei ddileu`,
    anonymise: (howLong) => `${howLong}, yna caiff ei wneud yn ddienw`,
  },
  none: {
    Recipients: 'Nid oes neb arall yn ei gael.',
    Transfers: 'Nid ydym yn ei anfon y tu allan i’r Deyrnas Unedig.',
    Automated: 'Nid ydym yn gwneud unrhyw benderfyniadau amdanoch drwy ddulliau awtomatig yn unig.',
    Storage: 'Nid ydym yn storio dim ar eich dyfais, nac yn darllen dim ohoni.',
  },
};

/** The words for a notice in a language; undefined where there are none. */
export function recordWords(language: string): RecordWords | undefined {
  const [primary = ''] = language.toLowerCase().split('-');
  return primary === 'cy' ? welsh : primary === 'en' ? english : undefined;
}

/** The words for records where none of the language's own are needed: English for all others. */
export const recordWordsOr = (language: string): RecordWords => recordWords(language) ?? english;
