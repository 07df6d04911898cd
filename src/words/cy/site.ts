import { markup } from '../../document/markup.ts';
import type { Words } from '../shape.ts';
import { common } from './common.ts';

export const site: Words['site'] = {
  home: {
    heading: 'Hysbysiadau preifatrwydd',
    description: (name) =>
      `Pob hysbysiad preifatrwydd yn ${name}: y testun sydd mewn grym, a phob fersiwn cynharach.`,
    summary: (notices) =>
      notices === 1
        ? 'Beth rydym yn ei wneud â data personol: y testun sydd mewn grym heddiw, a phob testun a fu’n gymwys o’r blaen.'
        : 'Beth mae pob sefydliad yn ei wneud â data personol: y testun sydd mewn grym heddiw, a phob testun a fu’n gymwys o’r blaen.',
    none: 'Nid oes hysbysiadau yma eto. Bydd y cyntaf yn ymddangos yma pan gaiff ei gyhoeddi.',
    audiences: 'Hysbysiadau ar gyfer',
    all: (notices) => `Pob hysbysiad (${notices})`,
    audience: (name, notices) => `Ar gyfer ${name.replaceAll('-', ' ')} (${notices})`,
    controllers: 'Sefydliadau',
    versionsOf: (versions, notice, controller, hidden) =>
      markup`${common.counts.versions(versions)}${hidden(` – ${notice}, ${controller}`)}`,
    coming: 'I ddod',
    lately: 'Newidiwyd yn ddiweddar',
  },

  missing: {
    title: 'Ni chafwyd hyd i’r dudalen',
    heading: 'Nid oes tudalen yma',
    summary:
      'Efallai i’r cyfeiriad gael ei gamdeipio, neu ei dorri mewn neges. Mae pob fersiwn a gyhoeddwyd yma yn cadw ei gyfeiriad: chwiliwch am ei eiriau, neu dewiswch ei hysbysiad.',
    withdrawn: (notice) => markup`${notice} (wedi’i dynnu’n ôl)`,
  },

  feeds: {
    name: 'Newidiadau',
    ofSite: (name) => `Newidiadau i bob hysbysiad preifatrwydd yn ${name}`,
    ofNotice: (notice, controller) => `Pob fersiwn o ${notice}, ${controller}`,
    ofSection: (section) => `Pob testun o’r adran “${section}”`,
    entry: (title, version) => `${title}: fersiwn ${version}`,
    inForceFrom: (type, day) =>
      `${type === undefined ? 'Fersiwn newydd' : common.changeTypes[type]}, mewn grym o ${day}.`,
    appliesFrom: (day) => `Yn gymwys o ${day}.`,
    changedSince: (version) => `Beth sydd wedi newid ers fersiwn ${version}`,
    sectionFrom: (section, day) => `Yr adran “${section}” fel y mae’n gymwys o ${day}.`,
  },

  cards: {
    plainTitle: 'Hysbysiad preifatrwydd',
    whatChanged: (title) => `Beth newidiodd: ${title}`,
    fromTo: (from, to) => `O ${from} i ${to}`,
  },

  describeNotice: (title, controller) =>
    `${title}, ${controller}: beth mae’n ei wneud â data personol, gyda phob fersiwn a’r hyn a newidiodd.`,
  versionOf: (label) => `Fersiwn ${label}`,

  frame: {
    skip: 'Neidio i’r testun',
    trail: 'Rydych chi yma',
    home: 'Pob hysbysiad',
    privacy: 'Nid yw’r wefan hon yn gosod cwcis nac yn llwytho dim gan neb arall.',
    searchAll: 'Chwilio pob hysbysiad',
    searchNotice: 'Chwilio’r hysbysiad hwn',
    searchVersion: 'Chwilio’r fersiwn hwn',
    search: 'Chwilio',
  },
};
