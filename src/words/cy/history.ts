import type { Status } from '../../notices/timeline.ts';
import { markup } from '../../document/markup.ts';
import type { Words } from '../shape.ts';
import { periodLabel } from '../period.ts';
import { common } from './common.ts';

const { counts } = common;

const statuses: Record<Status | 'draft', string> = {
  'in-force': 'mewn grym',
  scheduled: 'i ddod',
  superseded: 'wedi’i ddisodli',
  withdrawn: 'wedi’i dynnu’n ôl',
  'called-off': 'wedi’i ganslo',
  draft: 'drafft',
};

const perMonths = (months: number): string =>
  ({ 1: 'mis', 12: 'blwyddyn' })[months] ??
  (months % 12 === 0 ? `cyfnod o ${months / 12} mlynedd` : `cyfnod o ${months} mis`);

export const history: Words['history'] = {
  name: 'Hanes',
  title: (notice, controller) => `Hanes ${notice} – ${controller}`,
  description: (notice, controller) =>
    `Hanes ${notice}, ${controller}: pryd y bu pob fersiwn yn gymwys a beth newidiodd.`,
  heading: 'Hanes yr hysbysiad hwn',
  versionsSince: (count, first) =>
    count === 1
      ? markup`Un fersiwn, a gyhoeddwyd ar ${first}`
      : markup`${counts.versions(count)}; cyhoeddwyd y cyntaf ar ${first}`,
  versionsKnownSince: (count, first) =>
    count === 1
      ? markup`Un fersiwn, yn hysbys o ${first}`
      : markup`${counts.versions(count)}; mae’r cyntaf yn hysbys o ${first}`,
  allVersions: 'Pob fersiwn',

  choose: 'Cymharu fersiynau, neu ganfod dyddiad',

  dates: 'Fersiynau yn ôl dyddiad',

  life: {
    name: 'Llinell amser y fersiynau',
    key: (months) =>
      `Mae pob bar yn cynrychioli ${months === 0 ? 'fersiwn' : `${perMonths(months)} â fersiynau newydd`}. Po uchaf y bar, y mwyaf o eiriau a newidiodd.`,
    skip: 'Neidio heibio’r llinell amser',
    keys: 'Mae’r bysellau saeth yn symud o far i far.',
    first: (version) => `${version}: fersiwn cyntaf`,
    earlier: (version) => `${version}: fersiwn cyntaf yn yr iaith hon`,
    changed: (version, words, status) =>
      `${version}: newidiwyd ${counts.words(words)}${status === 'superseded' ? '' : `, ${statuses[status]}`}`,
    several: (from, to, versions, words) =>
      `${periodLabel(common.date, from, to)}: ${counts.versions(versions)}, newidiwyd ${counts.words(words)}`,
  },

  map: {
    summary: 'Sut newidiodd pob adran',
    name: 'Newidiadau i’r adrannau yn y fersiynau diweddaraf',
    nameEarlier: 'Newidiadau i’r adrannau mewn fersiynau cynharach',
    section: 'Adran',
    never: (sections) => markup`Heb newid erioed: ${sections}`,
    others: (sections) => markup`Adrannau eraill: ${sections}`,
    earlier: (versions) => `Fersiynau cynharach (${common.number(versions)})`,
    missing: (versions) =>
      `Ni ddangosir y ${counts.versions(versions)} cyntaf yma. Mae tudalen pob adran yn dangos ei holl newidiadau.`,
    splitOrMerged: 'holltwyd neu gyfunwyd',
    apart: 'dolenni neu fformatio yn unig',
  },

  entry: {
    why: (reason) => markup`Pam: ${reason}`,
    first: 'Fersiwn cyntaf yr hysbysiad hwn.',
    earliest: 'Y fersiwn cynharaf sy’n hysbys.',
    corrected: (day, by, reason) => markup`Cywirwyd ar ${day} gan ${by}: ${reason}`,
    textBefore: 'Y testun cyn y cywiriad',
    calledOff: (by, reason) => markup`Canslwyd gan ${by}: ${reason}`,
    published: (day) => markup`Cyhoeddwyd ${day}`,
    stated: 'Mae ei destun yn dweud ei fod yn gymwys o’r dyddiad hwn',
    updated: 'Mae ei destun yn dweud iddo gael ei ddiweddaru ddiwethaf ar y dyddiad hwn',
    firstSeen: (day) => markup`Gwelwyd gyntaf ${day}`,
    reviewed: (day) => markup`adolygwyd ddiwethaf ${day}`,
    notified: (by, day) => markup`cyhoeddwyd y newid ${common.notified[by]} ar ${day}`,
  },

  section: {
    title: (section, notice, controller) => `Hanes “${section}” – ${notice}, ${controller}`,
    newFrom: (day) => markup`Newydd o ${day}`,
    unchangedSince: (day) => markup`Heb newid ers ${day}`,
    changedSince: (times, day) =>
      markup`Newidiwyd ${times === 1 ? 'unwaith' : `${common.number(times)} gwaith`}. Cyhoeddwyd gyntaf ${day}.`,
    removed: (version) => `Dilëwyd yn fersiwn ${version}.`,
    toBeRemoved: (version) => `Caiff ei dileu yn fersiwn ${version}.`,
    merged: (version, link) => markup`Yn rhan o ${link('adran arall')} ers fersiwn ${version}.`,
    splitOff: (link) => markup`Holltwyd oddi wrth ${link('adran arall')}.`,
    neverInForce: 'ni fu erioed mewn grym',
    until: (day) => `tan ${day}`,
    fromThenOn: 'o’r dyddiad hwn ymlaen',
    untilToday: 'hyd heddiw',
    standing: (until, versions, states) => {
      const same = versions > 1 ? `, yr un fath mewn ${counts.versions(versions)}` : '';
      const [only, ...others] = states;
      if (only === undefined) return `${until}${same}`;
      const how =
        only === common.sectionStates.edited && others.length === 0
          ? 'golygwyd y testun'
          : common.listed(states);
      return `${until}${same}: ${how}`;
    },
    dates: 'Testunau yn ôl dyddiad',
    calledNow: (link) => markup`Enw’r adran hon bellach yw ${link}.`,
    earlierTexts: (count) => `${common.number(count)} testun cynharach`,
    earlierSections: (count) => `Adrannau cynharach â’r cyfeiriad hwn (${common.number(count)})`,
    renamed: (now, before) => `Ailenwyd o “${before}” i “${now}”.`,
    address: (anchor) => markup`Ei chyfeiriad ar y pryd oedd ${anchor}.`,
    empty: 'Nid oes gan yr adran hon destun ei hun, dim ond is-adrannau.',
  },

  day: {
    name: 'Chwilio yn ôl dyddiad',
    title: (notice, controller) =>
      `Dod o hyd i’r hysbysiad ar gyfer dyddiad: ${notice} – ${controller}`,
    description: (notice, controller) =>
      `Pa fersiwn o ${notice}, ${controller}, oedd yn gymwys ar unrhyw ddyddiad.`,
    heading: 'Dod o hyd i’r hysbysiad ar gyfer dyddiad',
    label: 'Dyddiad',
    show: 'Dod o hyd i’r hysbysiad',
    noScript:
      'Mae angen JavaScript ar y ffurflen hon. Hebddo, dewch o hyd i’r dyddiad yn y rhestr isod.',
    spans: 'Pryd y bu pob fersiwn yn gymwys',
    span: (from, to) => markup`${from} – ${to ?? 'nawr'}`,
    from: (day) => markup`O ${day}`,
    noDay: 'Nid yw hwn yn ddyddiad dilys. Dewiswch un isod.',
    tooEarly: (day, first) =>
      markup`Nid oedd dim wedi’i gyhoeddi erbyn ${day}. Roedd y fersiwn cyntaf yn gymwys o ${first}.`,
    notKnown: (day, first) =>
      markup`Ni wyddys pa fersiwn oedd yn gymwys ar ${day}. Y fersiwn cynharaf sy’n hysbys yw un ${first}.`,
    notYet: (day, first) =>
      markup`Nid oedd dim yn gymwys eto ar ${day}. Roedd y fersiwn cyntaf yn gymwys o ${first}.`,
    beforeFirst: (day, first) =>
      markup`Nid oes dim yn gymwys ar ${day}. Bydd y fersiwn cyntaf yn gymwys o ${first}.`,
    nothing: (day) => markup`Nid oedd fersiwn yn gymwys ar ${day}.`,
    applied: (day, version) => markup`Ar ${day}, fersiwn ${version} oedd yn gymwys.`,
    toCome: (day, version) => markup`Ar ${day}, bydd fersiwn ${version} yn gymwys.`,
    unlessReplaced: (day, version) =>
      markup`Ar ${day}, bydd fersiwn ${version} yn gymwys, oni bai y caiff ei ddisodli cyn hynny.`,
    read: 'Ei ddarllen',
    readFirst: 'Darllen y fersiwn cyntaf',
    compare: 'Ei gymharu â heddiw',
  },
};
