import { markup } from '../../document/markup.ts';
import type { Words } from '../shape.ts';
import { common, counted } from './common.ts';
import { facts } from './facts.ts';
import { redline } from './redline.ts';

const { counts, listed, number } = common;

const fact = counted('ffaith', 'ffeithiau');
const linkChange = counted('newid i ddolen', 'newidiadau i ddolenni');
const formattingChange = counted('newid fformatio', 'newidiadau fformatio');
const note = counted('nodyn', 'nodiadau');

const count = (changes: number): string =>
  changes === 0 ? 'Dim newidiadau' : counts.changes(changes);

const quoted = (headings: readonly string[]): string[] => headings.map((heading) => `“${heading}”`);

export const comparison: Words['comparison'] = {
  redline,
  facts,

  series: (parts) => parts.join(', '),

  titles: {
    inline: ({ from, to, title, controller }) =>
      `Beth newidiodd o ${from} i ${to} – ${title}, ${controller}`,
    'side-by-side': ({ from, to, title, controller }) =>
      `Beth newidiodd o ${from} i ${to}, ochr yn ochr – ${title}, ${controller}`,
  },

  heading: (before, after) => markup`Beth newidiodd rhwng ${before} a ${after}`,
  since: (version) => markup`Beth newidiodd ers ${version}`,
  nothingSince: 'Nid oes dim wedi newid ers y fersiwn hwn.',
  withCurrent: {
    always: 'Mae’r dudalen hon bob amser yn cymharu â’r hysbysiad cyfredol.',
    noneInForce: (version) =>
      markup`Nid oes fersiwn o’r hysbysiad hwn mewn grym, felly mae’r dudalen hon yn cymharu â fersiwn ${version}.`,
    ofThese: (link) => markup`Mae ${link('cymhariaeth y ddau fersiwn hyn')} yn aros yr un fath.`,
  },
  fromTo: (from, to) => `${from} i ${to}`,
  noticeOf: (notice, controller) => markup`${notice}, ${controller}`,

  draft: 'y drafft',
  theDraft: 'Y drafft',
  versionOf: (version) => markup`Fersiwn ${version}`,

  before: 'Cynt',
  after: 'Wedyn',
  backwards: 'Rydych yn cymharu am yn ôl: dangosir y fersiwn mwy newydd fel “Cynt”.',

  count,
  countBetween: (changes, from, to) => `${count(changes)} rhwng ${from} a ${to}.`,

  same: 'Yr un testun sydd gan y ddau fersiwn hyn.',
  onlyFacts: (changes) => `Mae’r testun yr un fath. Newidiodd ${fact(changes)} am yr hysbysiad.`,
  changes: (changes) => `${count(changes)}.`,
  changesIn: (changes, touched, sections) =>
    `${count(changes)} mewn ${counts.sections(touched)} (o ${sections}).`,
  words: {
    added: (words) => `ychwanegwyd ${counts.words(words)}`,
    removed: (words) => `dilëwyd ${counts.words(words)}`,
    moved: (words) => `symudwyd ${counts.words(words)}`,
  },
  summary: (parts) => {
    const all = parts.join(', ');
    return `${all.charAt(0).toUpperCase()}${all.slice(1)}.`;
  },

  views: 'Golygon o’r gymhariaeth hon',
  layouts: {
    inline: 'Yn y testun',
    'side-by-side': 'Ochr yn ochr',
  },
  swap: 'Cyfnewid',
  otherVersions: 'Cymharu fersiynau eraill',

  publisherSays: (notes) => `Crynodeb y cyhoeddwr (${note(notes)})`,
  moreNotes: (notes) => `Dangos ${note(notes)} arall`,
  why: (reason) => markup`Pam: ${reason}`,

  figures: {
    heading: 'Ffigurau a ffeithiau a newidiodd',
    changed: (subject, before, after) => markup`${subject}: ${before}, bellach ${after}`,
    more: (others) => `Dangos ${number(others)} arall`,
  },

  list: 'Rhestr',
  listOf: (changes) => `Rhestr o newidiadau (${number(changes)})`,
  apart: {
    link: 'Cyfeiriadau dolenni',
    format: 'Fformatio neu atalnodi',
  },
  lead: 'Cyflwyniad',
  movedFrom: (heading) => `o “${heading}”`,
  section: {
    renamed: (before) => `ailenwyd o “${before}”`,
    splitInto: (others) => `holltwyd, mae rhan ohoni nawr yn ${listed(quoted(others))}`,
    splitFrom: (other) => `holltwyd oddi wrth “${other}”`,
    mergedWith: (others) => `cyfunwyd â ${listed(quoted(others))}`,
    mergedInto: (other) => `cyfunwyd yn “${other}”`,
    linksOnly: 'cyfeiriadau dolenni yn unig',
    formOnly: 'fformatio yn unig',
    linksAndFormOnly: 'cyfeiriadau dolenni a fformatio yn unig',
  },

  text: 'Testun llawn',
  bar: 'Newidiadau yn y testun',
  barOptions: 'Dewisiadau',
  added: 'ychwanegwyd',
  removed: 'dilëwyd',
  hide: {
    link: (links) => `Cuddio ${linkChange(links)}`,
    format: (changes) => `Cuddio ${formattingChange(changes)}`,
  },
  keys: 'Llwybrau byr: N nesaf, P blaenorol',

  previousChange: 'Newid blaenorol',
  nextChange: 'Newid nesaf',
  position: (place, all) => `${place} o ${all}`,

  from: 'O',
  to: 'I',
  compare: 'Cymharu',
  options: {
    'in-force': (day) => `${day} (cyfredol)`,
    scheduled: (day) => `${day} (i ddod)`,
    superseded: (day) => day,
    withdrawn: (day) => `${day} (wedi’i dynnu’n ôl)`,
    'called-off': (day) => `${day} (wedi’i ganslo)`,
    draft: () => 'Drafft',
  },

  compareThis: 'Cymharu’r fersiwn hwn',
  withPrevious: 'Cymharu â’r fersiwn blaenorol',
  withInForce: 'Cymharu â’r hysbysiad cyfredol',

  compareVersions: 'Cymharu fersiynau',
  pageTitle: (title, controller) => `Cymharu fersiynau: ${title} – ${controller}`,
  pageDescription: (title, controller) =>
    `Beth newidiodd rhwng unrhyw ddau fersiwn o ${title}, ${controller}.`,
  anyTwo: 'Dewiswch ddau fersiwn i weld beth newidiodd.',
  noScript:
    'Mae angen JavaScript ar y ffurflen hon, ac ar y rhan fwyaf o gymariaethau ochr yn ochr. Hebddo, dewiswch gymhariaeth o’r rhestr isod.',
  table: {
    name: 'Pob cymhariaeth',
    version: 'Fersiwn',
    changes: 'Beth newidiodd',
    since: (version) => `ers ${version}`,
    withCurrent: 'hyd at yr hysbysiad cyfredol',
    back: (version) => `yn ôl o ${version}`,
    more: (others) => `${number(others)} arall`,
    to: (version) => `, i ${version}`,
    from: (version) => `, o ${version}`,
  },

  comparing: 'Yn cymharu’r ddau fersiwn …',
  sameTwice: 'Dewiswch ddau fersiwn gwahanol.',
  unknown: 'Nid yw’r cyfeiriad hwn yn enwi dau fersiwn o’r hysbysiad hwn. Dewiswch ddau isod.',
  failed:
    'Nid oedd modd llwytho’r ddau fersiwn. Rhowch gynnig arall arni, neu dewiswch gymhariaeth o’r rhestr.',

  real: {
    whatChanged: 'Beth newidiodd yn y testun',
    nothing: 'dim newidiadau',
    kinds: {
      facts: (changes) => `ffeithiau: ${changes}`,
      wording: (changes) => `geiriad: ${changes}`,
      number: (changes) => `rhif, swm neu ddyddiad: ${changes}`,
      move: (changes) => `symudwyd: ${changes}`,
      link: linkChange,
      format: formattingChange,
    },
    inSections: (touched, sections) => `Newidiodd ${number(touched)} o’r ${number(sections)} adran`,
    largest: (change) => markup`Y newid mwyaf: ${change}`,
    largestIn: (section, change) => markup`Y newid mwyaf, yn “${section}”: ${change}`,
    unmentioned: (headings) =>
      `Newidiwyd hefyd, ond heb sôn amdano uchod: ${listed(quoted(headings))}.`,
    unchanged: (headings) =>
      `Soniwyd amdano uchod, ond mae’r testun yr un fath: ${listed(quoted(headings))}.`,
  },

  correction: {
    replaced: (day, by, removed, added) =>
      markup`Cywirwyd ar ${day} gan ${by}: newidiwyd “${removed}” i “${added}”.`,
    added: (day, by, added) => markup`Cywirwyd ar ${day} gan ${by}: ychwanegwyd “${added}”.`,
    removed: (day, by, removed) => markup`Cywirwyd ar ${day} gan ${by}: dilëwyd “${removed}”.`,
    before: 'Y testun cyn y cywiriad',
  },
};
