import type { Applied } from '../../search/table.ts';
import { markup } from '../../document/markup.ts';
import type { Words } from '../shape.ts';
import { common, counted } from './common.ts';

const { date, listed } = common;
const { sections } = common.counts;

const results = counted('canlyniad', 'ganlyniadau');

const inQuotes = (words: readonly string[]): string[] => words.map((word) => `“${word}”`);

/** "“un”, “dau” neu “tri”": none of them was found. */
function anyOf(words: readonly string[]): string {
  const [last = '', ...before] = inQuotes(words).toReversed();
  return before.length === 0 ? last : `${before.toReversed().join(', ')} neu ${last}`;
}

function applied({ from, to, isOver }: Applied): string {
  if (to === undefined) return `ers ${date(from)}`;
  return isOver ? `${date(from)} – ${date(to)}` : `ers ${date(from)}, tan ${date(to)}`;
}

export const search: Words['search'] = {
  name: 'Chwilio',
  description:
    'Chwilio adrannau pob hysbysiad ar y wefan hon, mewn fersiynau cyfredol a chynharach.',
  titleFor: (query, title) => `${query} – ${title}`,
  whose: (title, controller) => markup`${title}, ${controller}`,

  form: {
    query: 'Geiriau, neu “union ymadrodd” mewn dyfynodau',
    submit: 'Chwilio',
    past: 'Cynnwys fersiynau cynharach a rhai i ddod',
    narrow: 'Hidlo',
    notice: 'Hysbysiad',
    allNotices: 'Pob hysbysiad',
    controller: 'Sefydliad',
    allControllers: 'Pob sefydliad',
    audience: 'Ar gyfer',
    allAudiences: 'Pawb',
  },

  needsScript:
    'Mae angen JavaScript i chwilio. Hebddo, dewch o hyd i adran yn y rhestr isod, sy’n cynnwys pob adran gyfredol.',
  notStarted: 'Nid yw’r chwiliad wedi llwytho eto. Mae pob adran gyfredol yn y rhestr isod.',
  searching: 'Yn chwilio …',
  noWord: 'Rhowch o leiaf un llythyren neu rif.',
  failed:
    'Nid oedd modd llwytho’r chwiliad. Rhowch gynnig arall arni, neu dewch o hyd i’ch adran yn y rhestr isod.',
  more: 'Dangos mwy',

  keys: {
    box: (slash) => markup`Llwybrau byr: ${slash} chwilio`,
    clear: (escape) => markup`${escape} clirio`,
    walk: (arrows) => markup`${arrows} canlyniadau`,
  },

  list: {
    sections: 'Pob adran gyfredol, yn nhrefn yr wyddor',
    notices: 'Pob hysbysiad, yn nhrefn yr wyddor',
    letters: 'Llythrennau',
  },

  within: {
    notice: (title, controller) => markup`Yn chwilio ${title}, ${controller}.`,
    version: (label, title, controller) =>
      markup`Yn chwilio ${title}, ${controller}, fersiwn ${label}.`,
    unknown: 'Nid yw’r hysbysiad neu’r fersiwn hwn yn bodoli.',
    toAll: 'Chwilio pob hysbysiad',
    toInForce: 'Chwilio’r hysbysiad cyfredol',
  },

  found: {
    'in-force': (count, query) => `${results(count)} ar gyfer “${query}”.`,
    version: (count, query) => `${results(count)} ar gyfer “${query}” yn y fersiwn hwn.`,
    all: (count, query) => `${results(count)} ar gyfer “${query}” ym mhob fersiwn.`,
  },

  foundInPart: {
    'in-force': (count) =>
      `Nid oes adran gyfredol â’r geiriau hyn i gyd. Mae rhai ohonynt mewn ${sections(count)}.`,
    version: (count) =>
      `Nid oes adran o’r fersiwn hwn â’r geiriau hyn i gyd. Mae rhai ohonynt mewn ${sections(count)}.`,
    all: (count) =>
      `Nid oes adran o unrhyw fersiwn â’r geiriau hyn i gyd. ${results(count)} ar gyfer rhai ohonynt.`,
  },

  unknownWords: {
    'in-force': (words) =>
      `Nid oes adran gyfredol sy’n cynnwys ${anyOf(words)}; dangosir canlyniadau ar gyfer y geiriau eraill.`,
    version: (words) =>
      `Nid oes adran o’r fersiwn hwn sy’n cynnwys ${anyOf(words)}; dangosir canlyniadau ar gyfer y geiriau eraill.`,
    all: (words) =>
      `Nid oes fersiwn sy’n cynnwys ${anyOf(words)}; dangosir canlyniadau ar gyfer y geiriau eraill.`,
  },

  foundNothing: {
    'in-force': (query) => `Dim canlyniadau ar gyfer “${query}”.`,
    version: (query) => `Dim canlyniadau ar gyfer “${query}” yn y fersiwn hwn.`,
    all: (query) => `Dim canlyniadau ar gyfer “${query}” ym mhob fersiwn.`,
  },
  wasCut: (most) => `Dim ond ${common.number(most)} nod cyntaf y chwiliad a ddefnyddiwyd.`,
  tooMany: 'Mae gormod o ganlyniadau i’w gwirio i gyd. Rhowch gynnig ar ymadrodd hirach.',
  synonyms: (words) => `Gan gynnwys ${listed(inQuotes(words))}.`,

  advice: {
    begin: 'Rhowch gynnig ar:',
    widen: (link) => markup`${link('gynnwys fersiynau cynharach a rhai i ddod')}`,
    narrowed: (link) =>
      markup`Oherwydd hidlyddion, dim ond rhai o’r hysbysiadau a chwiliwyd. ${link('Chwilio pob hysbysiad')}`,
    otherWords: 'ddefnyddio llai o eiriau, neu air arall am yr un peth',
    list: (link) => markup`ddod o hyd i’ch adran ${link('yn y rhestr yn nhrefn yr wyddor')}`,
  },

  inForce: (times, again) =>
    `${times.length === 1 && !times[0]?.isOver ? 'Heb newid' : 'Mewn grym'} ${listed([
      ...times.map(applied),
      ...(again === undefined ? [] : [`eto o ${date(again)}`]),
    ])}`,
  appliesFrom: (day) => `Yn gymwys o ${date(day)}`,
  neverInForce: 'Ni fu erioed mewn grym',
  sameWords: (count) => `Yr un geiriad mewn ${common.counts.versions(count)}`,

  appearances: {
    heading: (phrase) => `Pryd yr ymddangosodd “${phrase}”`,
    notice: 'Hysbysiad',
    first: 'Ymddangosodd gyntaf',
    last: 'Ymddangosodd olaf',
  },
};
