import type { Words } from '../shape.ts';
import { counted, number } from './common.ts';

const sentences = counted('frawddeg', 'brawddeg');
const sections = counted('adran', 'adrannau');

export const imports: Words['imports'] = {
  name: 'Mewnforio',
  title: (title) => `Mewnforio ${title}`,
  heading: 'Beth ddigwyddodd i bob brawddeg',
  from: (source) => `Mewnforiwyd o ${source}`,
  readDraft: 'Darllen y drafft',
  edited:
    'Mae’r drafft wedi’i olygu ers ei fewnforio. Mae’r dudalen hon yn dangos yr hyn a fewnforiwyd.',
  statuses: {
    kept: 'Cadwyd',
    changed: 'Newidiwyd',
    dropped: 'Gadawyd allan',
    asked: 'I’w benderfynu',
  },
  reasons: {
    menu: 'dewislenni a dolenni o amgylch y testun',
    header: 'pennyn y dudalen',
    footer: 'troedyn y dudalen',
    banner: 'baneri cwcis a blychau deialog',
    form: 'ffurflenni a botymau',
    hidden: 'heb ei ddangos ar y dudalen',
    deleted: 'wedi’i ddileu â llinell drwyddo ar y dudalen',
    aside: 'wrth ochr y prif destun',
    contents: 'rhestr gynnwys, y mae’r wefan hon yn ei gwneud ei hun',
    title: 'y teitl',
    script: 'cod, a’r hyn nad yw’n destun',
    picture: 'lluniau',
    comment: 'sylwadau',
    'page-header': 'penynnau tudalennau',
    'page-footer': 'troedynnau tudalennau',
    'tracked-insertion': 'mewnosodiadau a wrthodwyd',
    'tracked-deletion': 'dileadau a dderbyniwyd',
    'field-code': 'codau meysydd',
    answered: 'gadawyd allan gan y sawl a’i mewnforiodd',
    unsure: 'nid yw’n glir a yw’n rhan o’r hysbysiad',
    'bullet-typed': 'bwled wedi’i theipio, bellach yn eitem rhestr',
    'number-typed': 'rhif wedi’i deipio, bellach wedi’i gyfrif gan y wefan hon',
    'lines-joined': 'llinellau toredig, bellach wedi’u cysylltu',
    'cell-list': 'rhestr mewn cell, bellach yn llinellau',
    'email-shown': 'cyfeiriad e-bost cudd, bellach yn ddarllenadwy',
    'address-typed':
      'cyfeiriad fel y mae rhaglenni’n ei ysgrifennu, megis “mailto:…”, bellach y cyfeiriad yn unig',
    moved: 'wedi’i symud',
    spaces: 'bylchau gwahanol o fewn geiriau',
    characters: 'nodau gwahanol am yr un geiriau',
    shortened: 'rhai geiriau wedi’u gadael allan',
  },
  dropped: (count, reason) => `Gadawyd allan ${sentences(count)}: ${reason}`,
  why: 'Pam y gadawyd brawddegau allan',
  first: 'Edrychwch ar y rhain yn gyntaf',
  tooMany: (count, file) =>
    `Mae gormod o frawddegau yn y ffynhonnell (${count}) ar gyfer un dudalen. Mae’r hyn a gadwyd air am air yn y drafft; isod mae brawddegau na chadwyd felly, y rhai cyntaf o bob math. Mae’r cofnod yn eu rhestru i gyd, yn ~imports/${file.replace(/mdx$/, 'json')}.`,
  group: (status, count, reason) =>
    `${{ kept: 'Cadwyd', changed: 'Newidiwyd', dropped: 'Gadawyd allan', asked: 'I’w benderfynu' }[status]}, ${sentences(count)}: ${reason}`,
  more: (count) => `a ${sentences(count)} arall`,
  moreSections: (count) => `a ${sections(count)} arall`,
  countOf: (status, count) =>
    `${number(count)} ${{ kept: 'wedi’u cadw', changed: 'wedi’u newid', dropped: 'wedi’u gadael allan', asked: 'i’w penderfynu' }[status]}`,
  facts: 'Ffeithiau a gafwyd yn y testun',
  source: 'Testun y ffynhonnell',
  line: (line) => `llinell ${number(line)}`,
  paragraph: (paragraph) => `paragraff ${number(paragraph)}`,
  before: 'Cyn yr adran gyntaf',
  isUnsure: 'i’w wirio',
};
