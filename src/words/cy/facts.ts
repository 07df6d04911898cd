import type { FactField } from '../../compare/facts.ts';
import { countryName, partOfTheUk, PARTS_OF_THE_UK } from '../../notices/places.ts';
import type { ContactRoutes } from '../../notices/schema.ts';
import type { Words } from '../shape.ts';
import { common } from './common.ts';

type Facts = Words['comparison']['facts'];

const routes = <P extends string>(path: P, whose: string) =>
  ({
    [`${path}.email`]: `e-bost ${whose}`,
    [`${path}.phone`]: `ffôn ${whose}`,
    [`${path}.address`]: `cyfeiriad ${whose}`,
    [`${path}.form`]: `ffurflen we ${whose}`,
  }) as Record<`${P}.${keyof ContactRoutes}`, string>;

const names: Record<FactField, string> = {
  title: 'teitl',
  summary: 'crynodeb',
  language: 'iaith',
  audience: 'cynulleidfa',
  withdrawn: 'dyddiad tynnu’n ôl',
  'controller.name': 'enw’r rheolydd',
  'controller.tradingNames': 'enwau masnachu',
  'controller.kind': 'math o sefydliad',
  'controller.companyNumber': 'rhif cwmni',
  'controller.registeredIn': 'man cofrestru',
  'controller.registeredOffice': 'swyddfa gofrestredig',
  ...routes('controller.contact', 'cyswllt'),
  'controller.icoRegistration': 'cofrestriad ICO',
  'controller.charityNumber': 'rhif elusen',
  'controller.vatNumber': 'rhif TAW',
  'controller.lei': 'LEI',
  'dpo.role': 'rôl y swyddog diogelu data',
  'dpo.name': 'enw’r swyddog diogelu data',
  ...routes('dpo', 'y swyddog diogelu data'),
  'representatives.uk.name': 'enw’r cynrychiolydd yn y DU',
  ...routes('representatives.uk', 'y cynrychiolydd yn y DU'),
  'representatives.eu.name': 'enw’r cynrychiolydd yn yr UE',
  ...routes('representatives.eu', 'y cynrychiolydd yn yr UE'),
  'representatives.ch.name': 'enw’r cynrychiolydd yn y Swistir',
  ...routes('representatives.ch', 'y cynrychiolydd yn y Swistir'),
  ...routes('complaints', 'cwynion'),
  processing: 'dibenion',
  records: 'cofnodion dibenion',
  'processing.purpose': 'diben',
  'processing.kind': 'math o ddiben',
  'processing.lawfulBasis': 'sail gyfreithiol',
  'processing.legitimateInterest': 'ein buddiant',
  'processing.dataCategories': 'beth rydym yn ei ddefnyddio',
  'processing.sources': 'o ble rydym yn ei gael',
  'processing.provision': 'a oes rhaid i chi ei roi',
  'processing.pecr': 'marchnata electronig',
  'processing.recipients': 'pwy sy’n ei gael',
  'processing.transfers': 'trosglwyddiadau dramor',
  'processing.retention': 'am ba hyd rydym yn ei gadw',
  automatedDecisions: 'penderfyniadau awtomatig',
  withdrawal: 'sut i dynnu cydsyniad yn ôl',
  storageAccess: 'storio ar eich dyfais',
};

const nameOf = new Map<string, string>(Object.entries(names));

const name: Facts['name'] = (field) => nameOf.get(field) ?? field;

const subject = (field: string, of?: string): string =>
  (nameOf.has(field) ? name(field).charAt(0).toUpperCase() + name(field).slice(1) : field) +
  (of === undefined || field === 'processing.purpose' ? '' : ` ar gyfer “${of}”`);

/** Kinds of organisations, by the codes of the facts. */
const kinds = new Map<string, string>([
  ['company', 'cwmni'],
  ['llp', 'PAC'],
  ['partnership', 'partneriaeth'],
  ['sole-trader', 'unig fasnachwr'],
  ['charity', 'elusen'],
  ['public-authority', 'awdurdod cyhoeddus'],
  ['other', 'arall'],
]);

const purposeKinds: Facts['purposeKinds'] = {
  service: 'darparu gwasanaeth',
  account: 'rheoli cyfrif',
  marketing: 'marchnata',
  'direct-marketing': 'marchnata uniongyrchol',
  legal: 'dyletswyddau a hawliadau cyfreithiol',
  security: 'diogelwch',
  analytics: 'dadansoddi',
  recruitment: 'recriwtio',
  employment: 'cyflogaeth',
  complaints: 'cwynion',
  research: 'ymchwil',
  other: 'arall',
};

const marketingGrounds: Facts['marketingGrounds'] = {
  consent: 'cydsyniad',
  'soft-opt-in': 'cwsmeriaid presennol nad ydynt wedi gwrthod (optio i mewn meddal)',
  'charity-soft-opt-in':
    'cefnogwyr presennol nad ydynt wedi gwrthod (optio i mewn meddal elusennau)',
  'not-electronic': 'dim negeseuon electronig',
};

const isPart = (code: string): code is keyof typeof PARTS_OF_THE_UK =>
  Object.hasOwn(PARTS_OF_THE_UK, code);

export const facts: Facts = {
  name,
  added: (field, value, of) =>
    of === undefined
      ? `${subject(field)} – ychwanegwyd: ${value}`
      : `${subject(field, of)}: bellach ${value}`,
  removed: (field, value, of) =>
    of === undefined
      ? `${subject(field)} – dilëwyd: ${value}`
      : `${subject(field, of)}: dilëwyd, gynt ${value}`,
  changed: (field, before, after, of) =>
    of === undefined
      ? `${subject(field)} – newidiwyd o ${before} i ${after}`
      : `${subject(field, of)}: ${before}; bellach ${after}`,
  members: (field, left, came, of) => {
    const comings = [
      ...(left.length > 0 ? [`dilëwyd ${common.listed(left)}`] : []),
      ...(came.length > 0 ? [`ychwanegwyd ${common.listed(came)}`] : []),
    ];
    return `${subject(field, of)}: ${comings.join(', ')}`;
  },
  quoted: (value) => `“${value}”`,
  lines: (lines) => lines.join(', '),
  none: 'dim',
  kind: (code) => kinds.get(code) ?? code,
  purposeKinds,
  marketingGrounds,
  partOfTheUk: (code) => (isPart(code) ? partOfTheUk(code, 'cy') : code),
  country: (code) => countryName(code, 'cy'),
};
