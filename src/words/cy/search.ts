import type { Applied } from '../../search/table.ts';
import { markup } from '../../document/markup.ts';
import type { Words } from '../shape.ts';
import { common } from './common.ts';

const { date, listed } = common;
const { sections } = common.counts;

const texts = (count: number): string =>
  count === 1 ? '1 testun' : `${common.number(count)} o destunau`;

const quoted = (words: readonly string[]): string => listed(words.map((word) => `“${word}”`));

function applied({ from, to, isOver }: Applied): string {
  if (to === undefined) return `ers ${date(from)}`;
  return isOver ? `${date(from)} – ${date(to)}` : `ers ${date(from)}, tan ${date(to)}`;
}

export const search: Words['search'] = {
  name: 'Chwilio',
  description:
    'Chwilio pob hysbysiad ar y wefan hon, hyd at yr adran, fel y mae nawr neu fel yr oedd.',
  titleFor: (query, title) => `${query} – ${title}`,
  whose: (title, controller) => markup`${title}, ${controller}`,

  form: {
    query: 'Geiriau, neu “union ymadrodd” mewn dyfynodau',
    submit: 'Chwilio',
    past: 'Testunau’r gorffennol a rhai i ddod hefyd',
    narrow: 'Cyfyngu’r chwiliad',
    notice: 'Hysbysiad',
    allNotices: 'Pob hysbysiad',
    controller: 'Sefydliad',
    allControllers: 'Pob sefydliad',
    audience: 'Ysgrifennwyd ar gyfer',
    allAudiences: 'Pawb',
  },

  needsScript:
    'Mae angen JavaScript i chwilio. Hebddo, dewch o hyd i adran yn y rhestr isod: mae’n cynnwys pob un sydd mewn grym.',
  notStarted: 'Nid yw’r chwiliad wedi dechrau. Mae pob adran sydd mewn grym yn y rhestr isod.',
  searching: 'Yn chwilio …',
  noWord: 'Teipiwch air: nid oes llythyren na rhif yn hwn.',
  failed:
    'Nid oedd modd llwytho’r chwiliad. Rhowch gynnig arall arni, neu dewch o hyd i’ch adran yn y rhestr isod.',
  more: 'Dangos mwy',

  keys: {
    box: (slash) => markup`Bysellau: mae ${slash} yn mynd i’r blwch`,
    clear: (escape) => markup`mae ${escape} yn ei wagio`,
    walk: (arrows) => markup`mae ${arrows} yn symud drwy’r canlyniadau`,
  },

  list: {
    heading: 'Pob adran mewn grym, yn nhrefn yr wyddor',
    letters: 'Llythrennau',
  },

  within: {
    notice: (title, controller) => markup`Yn chwilio ${title}, ${controller}.`,
    version: (label, title, controller) =>
      markup`Yn chwilio fersiwn ${label} o ${title}, ${controller}.`,
    unknown: 'Nid oes hysbysiad na fersiwn o’r fath.',
    toAll: 'Chwilio pob hysbysiad',
    toInForce: 'Chwilio’r hyn sydd mewn grym',
  },

  found: {
    'in-force': (count, query) => `Cafwyd ${sections(count)} ar gyfer ${query}.`,
    version: (count, query) => `Cafwyd ${sections(count)} yn y fersiwn hwn ar gyfer ${query}.`,
    all: (count, query) =>
      `Cafwyd ${texts(count)} ar gyfer ${query}, gan gynnwys rhai’r gorffennol a rhai i ddod.`,
  },

  foundInPart: {
    'in-force': (count) =>
      `Nid oes adran mewn grym â’r geiriau hyn i gyd. Mae rhai ohonynt mewn ${sections(count)} mewn grym.`,
    version: (count) =>
      `Nid oes adran o’r fersiwn hwn â’r geiriau hyn i gyd. Mae rhai ohonynt mewn ${sections(count)} o’r fersiwn hwn.`,
    all: (count) =>
      `Nid oes testun â’r geiriau hyn i gyd. Mae rhai ohonynt mewn ${texts(count)}, gan gynnwys rhai’r gorffennol a rhai i ddod.`,
  },

  unknownWords: {
    'in-force': (words) => `Nid oes adran mewn grym â ${quoted(words)}: chwiliwyd am y gweddill.`,
    version: (words) =>
      `Nid oes adran o’r fersiwn hwn â ${quoted(words)}: chwiliwyd am y gweddill.`,
    all: (words) => `Nid oes testun â ${quoted(words)}: chwiliwyd am y gweddill.`,
  },

  foundNothing: (query) => `Ni chafwyd dim ar gyfer ${query}.`,
  wasCut: (most) => `Torrwyd y chwiliad ar ôl ${common.number(most)} o lythrennau.`,
  tooMany: 'Mae gormod ohonynt i’w darllen i gyd: bydd ymadrodd hirach yn dweud mwy.',
  synonyms: (words) => `Chwiliwyd hefyd am ${quoted(words)}.`,

  advice: {
    begin: 'Gallech',
    widen: (link) => markup`${link('chwilio testunau’r gorffennol a rhai i ddod hefyd')},`,
    all: (link) => markup`${link('chwilio pob hysbysiad')},`,
    otherWords: 'defnyddio llai o eiriau, neu air arall am yr un peth,',
    list: (link) => markup`neu ddod o hyd i’ch adran ${link('yn y rhestr yn nhrefn yr wyddor')}.`,
  },

  inForce: (times, again) =>
    `Mewn grym ${listed([
      ...times.map(applied),
      ...(again === undefined ? [] : [`eto o ${date(again)}`]),
    ])}`,
  appliesFrom: (day) => `Yn gymwys o ${date(day)}`,
  neverInForce: 'Ni fu erioed mewn grym',
  sameWords: (count) => `Yr un geiriau mewn ${texts(count)} o’r adran hon.`,

  appearances: {
    heading: (phrase) => `Pryd yr ymddangosodd “${phrase}”`,
    notice: 'Hysbysiad',
    first: 'Gyntaf yn fersiwn',
    last: 'Olaf yn fersiwn',
  },
};
