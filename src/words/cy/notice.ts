import { markup, type Markup } from '../../document/markup.ts';
import type { StatusLine } from '../status-line.ts';
import type { Words } from '../shape.ts';
import { common } from './common.ts';

const { statuses } = common;

const over = (mark: string) => ({
  applied: (from: Markup, to: Markup): StatusLine => ({
    mark,
    since: markup`Bu’n gymwys o ${from} tan ${to}`,
  }),
  never: { mark, since: markup`Ni fu erioed yn gymwys` },
  ended: (day: Markup): StatusLine => ({ mark, since: markup`ar ${day}` }),
  bare: { mark },
});

/** What a followed link was to, before a phrase that needs no gender. */
const target = (heading: Markup | undefined): Markup =>
  heading ? markup`“${heading}”:` : markup`Y darn y dilynoch ddolen iddo:`;

export const notice: Words['notice'] = {
  changed: {
    unchanged: (day) => `Heb newid ers ${day}`,
    last: (day) => `Newidiwyd ddiwethaf ${day}`,
    coming: (day) => `Yn newid ar ${day}`,
  },

  marks: { caption: 'Pwy sy’n cael beth', yes: 'Ydy' },

  layers: {
    name: 'Faint i’w ddarllen',
    short: 'Yn gryno',
    full: 'Yn llawn',
    onlyInFull: 'Yn yr hysbysiad llawn yn unig',
    shortTitle: (title, controller) => `${title} yn gryno – ${controller}`,
  },

  statusLine: {
    'in-force': (day) => ({ mark: statuses['in-force'], since: markup`ers ${day}` }),
    scheduled: {
      applies: (day) => ({ mark: statuses.scheduled, since: markup`Yn gymwys o ${day}` }),
      bare: (day) => ({ mark: 'Yn gymwys', since: markup`o ${day}` }),
    },
    superseded: over(statuses.superseded),
    withdrawn: over(statuses.withdrawn),
    'called-off': (day) => ({ mark: statuses['called-off'], since: markup`ar ${day}` }),
    draft: { mark: statuses.draft },
  },

  statusSentence: {
    scheduled: (day) => ({
      mark: 'Ddim mewn grym eto.',
      since: markup`Bydd y fersiwn hwn yn gymwys o ${day}.`,
    }),
    superseded: {
      applied: (from, to) => ({
        mark: 'Disodlwyd y fersiwn hwn.',
        since: markup`Bu’n gymwys o ${from} tan ${to}.`,
      }),
      never: { mark: 'Disodlwyd y fersiwn hwn.', since: markup`Ni fu erioed yn gymwys.` },
    },
    withdrawn: {
      applied: (from, to) => ({
        mark: 'Tynnwyd yr hysbysiad hwn yn ôl.',
        since: markup`Bu’r fersiwn hwn yn gymwys o ${from} tan ${to}.`,
      }),
      never: {
        mark: 'Tynnwyd yr hysbysiad hwn yn ôl.',
        since: markup`Ni fu’r fersiwn hwn erioed yn gymwys.`,
      },
    },
    'called-off': (day, reason) => ({
      mark: statuses['called-off'],
      since: markup`Cafodd y fersiwn hwn ei ganslo ar ${day} ac ni fu erioed yn gymwys. Rheswm: ${reason}`,
    }),
  },

  languages: 'Ieithoedd',

  banners: {
    behind: (day, read) =>
      markup`Nid yw’r hysbysiad cyfredol, mewn grym ers ${day}, wedi’i gyfieithu eto. ${read('Ei ddarllen yn yr iaith wreiddiol')}`,
    current: 'Hysbysiad cyfredol',
    changedSince: 'Beth sydd wedi newid ers hynny',
    noneInForce: 'Nid oes fersiwn o’r hysbysiad hwn mewn grym',
    notPublished: 'Heb ei gyhoeddi. Dim ond rhagolygon sy’n ei ddangos.',
    readDraft: 'Darllen drafft y fersiwn nesaf',
    newVersion: (day, read, compare) =>
      markup`Bydd fersiwn newydd yn gymwys o ${day}. ${read('Ei ddarllen nawr')} neu ${compare('gweld beth fydd yn newid')}`,
    isWithdrawn: (day) => markup`Caiff yr hysbysiad hwn ei dynnu’n ôl ar ${day}.`,
    wasWithdrawn: (day, applied, read) => {
      const when = applied
        ? markup`Bu’n gymwys o ${applied.from} tan ${applied.to}.`
        : markup`Ni fu erioed yn gymwys.`;
      return markup`Cafodd yr hysbysiad hwn ei dynnu’n ôl ar ${day}. ${when} ${read('Darllen y fersiwn olaf')}`;
    },
    isComing: (day, read) =>
      markup`Bydd yr hysbysiad hwn yn gymwys o ${day}. ${read('Ei ddarllen nawr')}`,
    readCalledOff: 'Darllen y fersiwn a gafodd ei ganslo',
  },

  version: {
    title: (title, label, controller) => `${title}, fersiwn ${label} – ${controller}`,
    draftTitle: (title, controller) => `${title}, drafft – ${controller}`,
    seeChanges: (day) => markup`Beth newidiodd ar ${day}`,
    seeChangesSince: (day) => markup`Beth newidiodd ers ${day}`,
    all: (count) => (count === 1 ? 'Un fersiwn' : `Pob fersiwn (${count})`),
    seeAll: 'Hanes yr hysbysiad hwn',
    answers: 'Cwestiynau cyffredin',
    contents: 'Cynnwys',
    onThisPage: 'Ar y dudalen hon',
    close: 'Cau',
    willChange: 'Beth fydd yn newid',
    compareWithCurrent: 'Cymharu â’r hysbysiad cyfredol',
    linkToSection: (heading) => `Dolen i “${heading}”`,
    sectionInForce: 'Yr adran hon heddiw',
    noSectionInForce: (read) =>
      markup`Nid yw’r adran hon yn yr hysbysiad cyfredol. ${read('Darllen yr hysbysiad cyfredol')}`,
    others: 'Fersiynau eraill',
    previous: 'Fersiwn blaenorol',
    next: 'Fersiwn nesaf',
  },

  block: {
    heading: 'Y fersiwn hwn',
    published: 'Cyhoeddwyd',
    imported: {
      label: 'Sut y gwyddom y dyddiad',
      stated: (day, from) =>
        markup`Mae ei destun yn dweud ei fod yn gymwys o’r dyddiad hwn. Gwelwyd gyntaf ar ${day} yn ${from}.`,
      updated: (day, from) =>
        markup`Mae ei destun yn dweud iddo gael ei ddiweddaru ddiwethaf ar y dyddiad hwn, ac efallai nad hwn yw’r dyddiad yr oedd yn gymwys ohono. Gwelwyd gyntaf ar ${day} yn ${from}.`,
      seen: (day, from) =>
        markup`Gwelwyd gyntaf ar ${day} yn ${from}. Ni wyddys o ba ddyddiad yr oedd yn gymwys.`,
    },
    effective: 'Yn gymwys o',
    wouldApply: 'I fod yn gymwys o',
    reviewed: 'Adolygwyd ddiwethaf',
    reviewDue: 'Adolygiad nesaf',
    kind: 'Math o newid',
    corrected: 'Cywirwyd',
    updates: 'Cael diweddariadau',
    whatFeedsAre:
      'Rhestr o fersiynau yw ffrwd. Mae darllenydd ffrydiau yn ei gwirio, ac yn rhoi gwybod i chi am un newydd.',
    atom: 'Ffrwd Atom',
    jsonFeed: 'Ffrwd JSON',
    calendar: (day) => `Ychwanegu ${day} at galendr`,
    cite: 'Dyfynnu',
    citation: ({ controller, title, label, address, fingerprint }) =>
      `${controller}, ${title}, fersiwn ${label}, ${address} (SHA-256 ${fingerprint})`,
    fingerprint: 'Ôl bys cyfan',
    fingerprintOf: (text) => markup`SHA-256 y ${text('testun plaen')}`,
    download: 'Lawrlwytho',
    formats: { pdf: 'PDF', text: 'Testun plaen', markdown: 'Markdown', json: 'JSON' },
  },

  calendar: {
    summary: (title, controller) => `Fersiwn newydd o ${title} – ${controller}`,
    calledOff: 'Cafodd y fersiwn hwn ei ganslo.',
  },

  pastAnchor: {
    notToday: (heading) => markup`${target(heading)} mewn fersiwn nad yw’n gymwys heddiw.`,
    notYet: (heading) => markup`${target(heading)} heb fod yn yr hysbysiad cyfredol eto.`,
    removed: (heading, day) => markup`${target(heading)} dilëwyd ar ${day}.`,
    notAnyMore: (heading) => markup`${target(heading)} heb fod yn yr hysbysiad cyfredol bellach.`,
    read: (day) => markup`Ei ddarllen yn fersiwn ${day}`,
  },

  sourceOfPart: (title, controller, day, link) =>
    markup`Rhan o: ${link(`${title}, ${controller}`)}, fersiwn ${day}`,

  today: 'heddiw',
  unchanged: 'heb newid',
  absent: 'ddim yn y fersiwn hwn',
};
