import { markup } from '../../document/markup.ts';
import type { Words } from '../index.ts';
import { common } from './common.ts';
import { facts } from './facts.ts';
import { redline } from './redline.ts';

const { counts, listed, number } = common;

const fact = (count: number): string => (count === 1 ? '1 ffaith' : `${number(count)} o ffeithiau`);
const link = (count: number): string => (count === 1 ? '1 ddolen' : `${number(count)} o ddolenni`);
const note = (count: number): string => (count === 1 ? '1 nodyn' : `${number(count)} o nodiadau`);

const count = (changes: number): string =>
  changes === 0 ? 'Nid oes gair yn wahanol' : counts.changes(changes);

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
  fromTo: (from, to) => `${from} i ${to}`,
  noticeOf: (notice, controller) => markup`${notice}, ${controller}`,

  draft: 'y drafft',
  theDraft: 'Y drafft',
  versionOf: (version) => markup`Fersiwn ${version}`,

  standing: {
    inForce: (mark, day) => markup`${mark} ers ${day}`,
    scheduled: (mark, day) => markup`${mark}: yn gymwys o ${day}`,
    ended: (mark, day) => markup`${mark}: bu’n gymwys tan ${day}`,
    never: (mark) => markup`${mark}: ni fu erioed yn gymwys`,
  },

  before: 'Cynt',
  after: 'Wedyn',
  beforeIs: (version) => markup`Cynt: ${version}`,
  afterIs: (version) => markup`Wedyn: ${version}`,
  backwards: 'Rydych yn cymharu am yn ôl: cymerir y fersiwn diweddarach fel yr un a ddaeth gyntaf.',

  count,
  countBetween: (changes, from, to) => `${count(changes)} rhwng ${from} a ${to}.`,

  same: 'Nid oes gair yn wahanol rhwng y ddau fersiwn hyn.',
  onlyFacts: (changes) =>
    `Nid oes gair o’r testun yn wahanol. Mae ${fact(changes)} ym manylion yr hysbysiad yn wahanol.`,
  changes: (changes) => `${count(changes)}.`,
  changesIn: (changes, touched, sections) =>
    `${count(changes)}, mewn ${counts.sections(touched)} (o ${sections}).`,
  words: {
    added: (words) => `ychwanegwyd ${counts.words(words)}`,
    removed: (words) => `dilëwyd ${counts.words(words)}`,
    moved: (words) => `symudwyd ${counts.words(words)}`,
  },
  told: (parts) => {
    const all = parts.join(', ');
    return `${all.charAt(0).toUpperCase()}${all.slice(1)}.`;
  },

  views: 'Golygon o’r gymhariaeth hon',
  layouts: {
    inline: 'Mewn un testun',
    'side-by-side': 'Ochr yn ochr',
  },
  otherWayRound: 'Y ffordd arall',
  otherVersions: 'Fersiynau eraill',

  publisherSays: 'Beth mae’r cyhoeddwr yn ei ddweud',
  notes: (notes) => `${note(notes)} ar yr hyn a newidiodd`,
  why: (reason) => markup`Pam: ${reason}`,

  whatChanged: 'Beth newidiodd',
  listOf: {
    all: (changes, all) =>
      changes === all
        ? `Rhestr o ${counts.changes(changes)}`
        : `Rhestr o ${counts.changes(changes)} (o ${number(all)})`,
    link: (links) => `Rhestr o ${link(links)} sy’n arwain i le arall`,
    format: (changes) => `Rhestr o ${counts.changes(changes)} ffurf`,
  },
  apart: {
    link: 'Dolenni yn unig',
    format: 'Ffurf neu atalnodi yn unig',
  },
  lead: 'Cyn y pennawd cyntaf',
  movedFrom: (heading) => `o “${heading}”`,
  section: {
    renamed: (before) => `ailenwyd o “${before}”`,
    splitInto: (others) => `holltwyd, rhan ohoni nawr yn ${quoted(others).join(', ')}`,
    splitFrom: (other) => `holltwyd, o “${other}”`,
    mergedWith: (others) => `cyfunwyd, gyda ${quoted(others).join(', ')}`,
    mergedInto: (other) => `cyfunwyd, i “${other}”`,
    linksOnly: 'dolenni yn unig',
    formOnly: 'ffurf yn unig',
    linksAndFormOnly: 'dolenni a ffurf yn unig',
  },

  text: 'Y testun',
  bar: 'Newidiadau yn y testun',
  firstChange: 'Newid cyntaf',
  added: 'ychwanegwyd',
  removed: 'dilëwyd',
  hide: {
    link: (links) => `Cuddio ${link(links)}`,
    format: (changes) =>
      changes === 1 ? 'Cuddio 1 newid ffurf' : `Cuddio ${number(changes)} o newidiadau ffurf`,
  },
  keys: 'Bysellau n a p: newid nesaf a newid blaenorol',

  previousChange: 'Newid blaenorol',
  nextChange: 'Newid nesaf',
  position: (place, all) => `${place} o ${all}`,

  from: 'O',
  to: 'I',
  compare: 'Cymharu',
  options: {
    'in-force': (day) => `${day}, mewn grym`,
    scheduled: (day) => `${day}, i ddod`,
    superseded: (day) => day,
    withdrawn: (day) => `${day}, wedi’i dynnu’n ôl`,
    draft: () => 'Drafft',
  },

  compareThis: 'Cymharu’r fersiwn hwn',
  withPrevious: 'Cymharu â’r fersiwn blaenorol',
  withInForce: 'Cymharu â’r fersiwn sydd mewn grym',

  compareVersions: 'Cymharu fersiynau',
  pageTitle: (title, controller) => `Cymharu fersiynau: ${title} – ${controller}`,
  pageDescription: (title, controller) =>
    `Beth newidiodd rhwng unrhyw ddau fersiwn o ${title}, ${controller}.`,
  anyTwo: 'Beth sy’n wahanol rhwng unrhyw ddau fersiwn o’r hysbysiad hwn.',
  noScript: 'Mae angen JavaScript ar y ffurflen. Hebddo, mae’r cymariaethau isod yn gyflawn.',
  table: {
    name: 'Cymariaethau o’r hysbysiad hwn',
    version: 'Fersiwn',
    since: 'Beth newidiodd ers',
    backwards: 'Cymharwyd am yn ôl o',
    to: (version) => ` i ${version}`,
  },

  comparing: 'Yn cymharu’r ddau fersiwn …',
  sameTwice: 'Dewisoch yr un fersiwn ddwywaith: dewiswch un arall i’w gymharu ag ef.',
  unknown: 'Nid yw’r cyfeiriad yn enwi dau fersiwn o’r hysbysiad hwn: dewiswch ddau isod.',
  failed:
    'Nid oedd modd llwytho’r ddau fersiwn. Rhowch gynnig arall arni, neu dewiswch gymhariaeth o’r rhestr.',

  real: {
    whatChanged: 'Beth newidiodd yn y testun',
    nothing: 'dim gair',
    kinds: {
      facts: (changes) => `ffeithiau: ${changes}`,
      wording: (changes) => `geiriad: ${changes}`,
      number: (changes) => `rhif, swm neu ddyddiad: ${changes}`,
      move: (changes) => `symudwyd: ${changes}`,
      link: (changes) => `dolen yn unig: ${changes}`,
      format: (changes) => `ffurf neu atalnodi yn unig: ${changes}`,
    },
    inSections: (touched, sections) => `Mewn ${counts.sections(touched)} (o ${sections})`,
    untold: (headings) => `Newidiwyd hefyd, heb nodyn uchod: ${listed(quoted(headings))}.`,
    unchanged: (headings) =>
      `Nodwyd uchod, er bod y testun yr un fath: ${listed(quoted(headings))}.`,
  },

  correction: {
    replaced: (day, by, removed, added) =>
      markup`Cywirwyd ar ${day} gan ${by}: roedd yn dweud “${removed}”, mae’n dweud “${added}”.`,
    added: (day, by, added) => markup`Cywirwyd ar ${day} gan ${by}: mae’n dweud “${added}”.`,
    removed: (day, by, removed) =>
      markup`Cywirwyd ar ${day} gan ${by}: roedd yn dweud “${removed}”, a dynnwyd allan.`,
    before: 'Y testun cyn hynny',
  },
};
