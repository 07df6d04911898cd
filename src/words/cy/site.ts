import { markup } from '../../document/markup.ts';
import type { Words } from '../shape.ts';
import { common } from './common.ts';

export const site: Words['site'] = {
  home: {
    heading: 'Hysbysiadau preifatrwydd',
    description: (name) =>
      `Pob hysbysiad preifatrwydd yn ${name}: yr hysbysiad cyfredol a phob fersiwn cynharach.`,
    summary: (notices) =>
      notices === 1
        ? 'Beth rydym yn ei wneud â data personol. Darllenwch hysbysiad heddiw neu unrhyw fersiwn cynharach.'
        : 'Beth mae pob sefydliad yn ei wneud â data personol. Darllenwch hysbysiad heddiw neu unrhyw fersiwn cynharach.',
    none: 'Nid oes hysbysiadau eto. I greu’r un cyntaf, rhedwch: npx noticeboard new customers',
    list: 'Pob hysbysiad',
    audiences: 'Hysbysiadau ar gyfer',
    all: (notices) => `Pob hysbysiad (${notices})`,
    audience: (name, notices) => `Ar gyfer ${name.replaceAll('-', ' ')} (${notices})`,
    letters: 'Sefydliadau, yn nhrefn yr wyddor',
    columns: {
      notice: 'Hysbysiad',
      controller: 'Sefydliad',
      since: 'Cyfredol ers',
      versions: 'Fersiynau',
      changed: 'Newid diwethaf',
    },
    of: (notice, controller) => ` – ${notice}, ${controller}`,
    changed: 'Beth newidiodd',
    next: (day) => markup`Yn newid ar ${day}`,
    filter: {
      label: 'Hidlo yn ôl sefydliad neu hysbysiad',
      shown: (shown, all) => `${common.number(shown)} o ${common.number(all)} hysbysiad`,
      none: 'Nid oes hysbysiad sy’n cyfateb.',
    },
    coming: 'Newidiadau i ddod',
    recent: 'Newidiadau diweddar',
  },

  missing: {
    title: 'Ni chafwyd hyd i’r dudalen',
    heading: 'Ni chafwyd hyd i’r dudalen',
    summary: 'Nid yw fersiynau a gyhoeddwyd byth yn symud. Chwiliwch, neu dewiswch hysbysiad.',
    withdrawn: (notice) => markup`${notice} (wedi’i dynnu’n ôl)`,
    compared: (link) =>
      markup`Roedd y cyfeiriad hwn yn cymharu dau fersiwn o hysbysiad. ${link('Cymharwch nhw yma')}.`,
    dated: (day, version, link) =>
      markup`Nid oes fersiwn â’r dyddiad ${day}. Ar y diwrnod hwnnw, ${link(markup`fersiwn ${version}`)} oedd yn gymwys.`,
    undated: (day, link) =>
      markup`Nid oes fersiwn â’r dyddiad ${day}. ${link('Gweld beth oedd yn gymwys ar y diwrnod hwnnw')}.`,
    comparisons:
      'Os dilynoch ddolen i gymhariaeth o ddau fersiwn, dewiswch “Cymharu fersiynau” wrth ymyl yr hysbysiad.',
  },

  feeds: {
    name: 'Newidiadau',
    ofSite: (name) => `Newidiadau i bob hysbysiad preifatrwydd yn ${name}`,
    ofNotice: (notice, controller) => `Pob fersiwn o ${notice}, ${controller}`,
    ofSection: (section) => `Pob newid i’r adran “${section}”`,
    opened:
      'Ffrwd yw hon: rhestr o fersiynau ar gyfer darllenydd ffrydiau, sy’n ei gwirio ac yn rhoi gwybod i chi am fersiwn newydd. Rhowch gyfeiriad y dudalen hon i’r darllenydd.',
    entry: (title, version) => `${title}: fersiwn ${version}`,
    inForceFrom: (type, day) =>
      `${type === undefined ? 'Fersiwn newydd' : common.changeTypes[type]}, mewn grym o ${day}.`,
    appliesFrom: (day) => `Yn gymwys o ${day}.`,
    calledOff: (title, version) => `${title}: canslwyd fersiwn ${version}`,
    neverApplies: (day, reason) =>
      `Canslwyd ar ${day}: ni fydd y fersiwn hwn byth yn gymwys. Rheswm: ${reason}`,
    changedSince: (version) => `Beth sydd wedi newid ers fersiwn ${version}`,
    more: (changes) => `A ${common.counts.changes(changes)} arall`,
    sectionFrom: (section, day) => `Testun yr adran “${section}” o ${day}.`,
  },

  cards: {
    plainTitle: 'Hysbysiad preifatrwydd',
  },

  describeNotice: (title, controller) =>
    `${title}: sut mae ${controller} yn defnyddio data personol, gyda phob fersiwn a’r hyn a newidiodd.`,
  versionOf: (label) => `Fersiwn ${label}`,

  frame: {
    skip: 'Neidio i’r prif gynnwys',
    trail: 'Rydych chi yma',
    home: 'Pob hysbysiad',
    kept: 'Cedwir gyda Noticeboard',
    privacy: 'Nid yw’r wefan hon yn gosod cwcis nac yn llwytho dim o wefannau eraill.',
    searchAll: 'Chwilio pob hysbysiad',
    searchNotice: 'Chwilio’r hysbysiad hwn',
    searchVersion: 'Chwilio’r fersiwn hwn',
    search: 'Chwilio',
  },
};
