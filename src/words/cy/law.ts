import type { IsoDate } from '../../notices/dates.ts';
import type { Words } from '../shape.ts';
import { common, counted } from './common.ts';

const { date } = common;

/** To be read by a Welsh speaker, as all words here. */
export const law: Words['law'] = {
  name: 'Rhestr wirio',
  title: (title) => `Rhestr wirio ar gyfer ${title}`,
  heading: 'Yr hyn y mae’r gyfraith yn gofyn amdano',
  about: (day) => `Y gyfraith fel yr oedd ar ${date(day)}.`,
  noAdvice:
    'Nid cyngor cyfreithiol yw hwn. Mae’n gweld geiriau a ffeithiau, ac nid a ydynt yn wir.',
  readDraft: 'Darllen y drafft',
  readCurrent: 'Darllen yr hysbysiad cyfredol',
  ofDraft: 'Rhestr wirio’r drafft',
  ofCurrent: 'Rhestr wirio’r hysbysiad cyfredol',
  nothing: 'Nid oes dim ar agor.',
  open: 'I’w ateb',
  change: 'Geiriau i’w newid',
  info: 'Er gwybodaeth',
  all: 'Pob dyletswydd',
  columns: { duty: 'Dyletswydd', state: 'Cyflwr', where: 'Ble' },
  states: {
    met: 'Wedi’i bodloni gan ffeithiau',
    told: 'Yn y testun',
    unclear: 'Aneglur',
    missing: 'Ar goll',
    'not-asked': 'Heb ei gofyn',
  },
  meanings: {
    met: 'ffeithiau’r hysbysiad sy’n penderfynu',
    told: 'mae geiriau yno: darllenwch a ydynt yn dweud digon',
    unclear: 'geiriau gwag, neu eiriau sy’n ei gadael yn agored',
    missing: 'nid oes dim yn y testun na’r ffeithiau yn ei hateb',
    'not-asked': 'nid yw’r gyfraith yn gofyn amdani ar y diwrnod hwnnw',
  },
  duties: {
    'who decides': 'Pwy sy’n penderfynu',
    'data protection officer': 'Swyddog diogelu data',
    purposes: 'Dibenion',
    'lawful basis for each purpose': 'Sail gyfreithlon ar gyfer pob diben',
    'legitimate interests': 'Buddiannau cyfreithlon',
    sources: 'Ffynonellau',
    recipients: 'Derbynwyr',
    transfers: 'Trosglwyddiadau',
    retention: 'Cadw data',
    rights: 'Hawliau',
    'right to object, by itself': 'Yr hawl i wrthwynebu, ar wahân',
    'taking back consent': 'Tynnu cydsyniad yn ôl',
    'whether data must be given': 'A oes rhaid rhoi’r data',
    'automated decisions': 'Penderfyniadau awtomataidd',
    'complaint to you': 'Cwyno wrthych chi',
    'complaint to the regulator': 'Cwyno wrth y rheoleiddiwr',
    'stopping marketing': 'Atal marchnata',
    'cookies and devices': 'Cwcis a dyfeisiau',
  },
  byFacts: 'y ffeithiau',
  edit: 'Golygiad',
  line: (line) => `llinell ${line}`,
  more: counted('lle arall', 'leoedd eraill'),
  waivers: 'Canfyddiadau a adawyd',
  waiver: (by, on, until) =>
    `${by}, ${date(on)}${until === undefined ? '' : `, hyd at ${date(until)}`}`,
  reading: 'Sut mae’n darllen',
  readingAbout:
    'Mesurir yr oedran darllen o hyd brawddegau a geiriau Saesneg. Awgrym yw, ac nid prawf bod pobl yn ei ddeall.',
  section: 'Adran',
  whole: 'Y testun cyfan',
  introduction: 'Cyflwyniad',
  words: 'Geiriau',
  perSentence: 'Geiriau mewn brawddeg',
  age: 'Oedran darllen',
  jargon: 'Heb ei egluro',
  longest: 'Y brawddegau hiraf',
  silent: {
    'not-uk':
      'Ni ofynnwyd rheolau’r Deyrnas Unedig: nid oes ffaith yn dweud bod y rheolydd yno. Os yw, ysgrifennwch ei gyfeiriad, ei rif cwmni neu registeredIn.',
    'not-english': 'Ffeithiau yn unig a ofynnwyd: Saesneg a ŵyr y rheolau am eiriau.',
  },
  why: (not) => {
    switch (not.why) {
      case 'before':
        return `Mae’r gyfraith yn gofyn amdani o ${date(not.day as string as IsoDate)}.`;
      case 'until':
        return `Roedd y gyfraith yn gofyn amdani tan ${date(not.day as string as IsoDate)}.`;
      case 'not-uk':
        return 'Nid oes ffaith yn dweud bod y rheolydd yn y Deyrnas Unedig.';
      case 'not-english':
        return 'Nid yw ei eiriau yn Saesneg.';
      case 'not-raised':
        return 'Nid oes dim yn yr hysbysiad yn ei chodi.';
    }
  },
  unreadable: 'Ni ellir darllen y testun. Daw gwallau’r drafft yn gyntaf.',
};
