import type { Status } from '../../notices/timeline.ts';
import { markup } from '../../document/markup.ts';
import type { Words } from '../shape.ts';
import { common } from './common.ts';

const { counts } = common;

const statuses: Record<Status | 'draft', string> = {
  'in-force': 'mewn grym',
  scheduled: 'i ddod',
  superseded: 'wedi’i ddisodli',
  withdrawn: 'wedi’i dynnu’n ôl',
  draft: 'drafft',
};

export const history: Words['history'] = {
  name: 'Hanes',
  title: (notice, controller) => `Hanes ${notice} – ${controller}`,
  description: (notice, controller) =>
    `Pob fersiwn o ${notice}, ${controller}: pryd y bu pob un yn gymwys a beth newidiodd.`,
  heading: 'Pob fersiwn',
  versionsSince: (count, first) =>
    `${count === 1 ? 'Un fersiwn' : counts.versions(count)}; cyhoeddwyd y cyntaf ar ${first}`,
  allVersions: 'Pob fersiwn',

  life: {
    name: 'Fersiynau mewn amser; marc mwy, newid mwy',
    first: (version, status) => `${version}: y fersiwn cyntaf, ${statuses[status]}`,
    earlier: (version, status) => `${version}: y cyntaf yn yr iaith hon, ${statuses[status]}`,
    changed: (version, words, status) =>
      `${version}: newidiwyd ${counts.words(words)}, ${statuses[status]}`,
  },

  map: {
    summary: 'Beth ddaeth o bob adran',
    name: 'Adrannau fesul fersiwn',
    section: 'Adran',
    steady: (sections) => markup`Fel yn y fersiwn cyntaf: ${sections}`,
    splitOrMerged: 'holltwyd neu gyfunwyd',
  },

  entry: {
    why: (reason) => markup`Pam: ${reason}`,
    first: 'Fersiwn cyntaf yr hysbysiad hwn.',
    noNotes: 'Ni ddisgrifiwyd newidiadau ar gyfer y fersiwn hwn.',
    corrected: (day, by, reason) => markup`Cywirwyd ar ${day} gan ${by}: ${reason}`,
    textBefore: 'Y testun cyn hynny',
    published: (day) => markup`Cyhoeddwyd ${day}`,
    reviewed: (day) => markup`adolygwyd ddiwethaf ${day}`,
    told: (by, day) => markup`hysbyswyd pobl ${common.notified[by]} ar ${day}`,
  },

  section: {
    title: (section, notice, controller) => `${section} drwy amser – ${notice}, ${controller}`,
    newFrom: (day) => markup`Newydd o ${day}`,
    unchangedSince: (day) => markup`Heb newid ers ${day}`,
    changedSince: (times, day) =>
      markup`Newidiwyd ${times === 1 ? 'unwaith' : `${common.number(times)} gwaith`} ers ${day}`,
    removed: (version) => `Dilëwyd yn fersiwn ${version}.`,
    toBeRemoved: (version) => `I’w ddileu yn fersiwn ${version}.`,
    merged: (version, link) => markup`Ers fersiwn ${version} yn rhan o ${link('adran arall')}.`,
    splitOff: (link) => markup`Holltwyd oddi wrth ${link('adran arall')}.`,
    neverInForce: 'ni fu erioed mewn grym',
    until: (day) => `tan ${day}`,
    fromThenOn: 'o hynny ymlaen',
    untilToday: 'tan heddiw',
    inVersions: (count) => `mewn ${counts.versions(count)}`,
    renamed: (now, before) => `Enw: “${now}”; cyn hynny: “${before}”.`,
    address: (anchor) => markup`Ei chyfeiriad ar y pryd oedd ${anchor}.`,
    empty: 'Dim ond yr hyn sydd yn ei hadrannau ei hun.',
  },

  day: {
    name: 'Ar ddiwrnod',
    title: (notice, controller) => `Beth oedd yn gymwys ar ddiwrnod: ${notice} – ${controller}`,
    description: (notice, controller) =>
      `Pa fersiwn o ${notice}, ${controller}, oedd yn gymwys ar unrhyw ddiwrnod.`,
    heading: 'Beth oedd yn gymwys ar ddiwrnod',
    label: 'Beth oedd yn gymwys ar',
    show: 'Dangos',
    noScript: 'Mae angen JavaScript ar y ffurflen. Hebddo, dewch o hyd i’r diwrnod isod.',
    spans: 'Pryd y bu pob fersiwn yn gymwys',
    span: (from, to, link, version) =>
      markup`${from} – ${to ?? 'hyd nes y clywir yn wahanol'}: ${link(`fersiwn ${version}`)}`,
    noDay: 'Nid diwrnod yw hwn: dewiswch un uchod.',
    tooEarly: (day) => markup`Ar ${day} nid oedd fersiwn eto.`,
    nothing: (day) => markup`Ar ${day} nid oedd fersiwn yn gymwys.`,
    applied: (day, link, version) =>
      markup`Ar ${day} ${link(`fersiwn ${version}`)} oedd yn gymwys.`,
    toCome: (day, link, version) => markup`Ar ${day} bydd ${link(`fersiwn ${version}`)} yn gymwys.`,
  },
};
