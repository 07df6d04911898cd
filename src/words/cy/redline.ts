import type { RedlineLabels } from '../../compare/redline/labels.ts';
import { common } from './common.ts';

export const redline: RedlineLabels = {
  added: 'ychwanegwyd:',
  removed: 'dilëwyd:',
  movedTo: (heading) => `Symudwyd oddi yma i ${heading ? `“${heading}”` : 'le arall'}`,
  movedFrom: (heading) => `Symudwyd yma o ${heading ? `“${heading}”` : 'le arall'}`,
  split: 'Un paragraff o’r blaen',
  merge: 'Sawl paragraff o’r blaen',
  structure: 'Gosodwyd mewn ffordd arall o’r blaen',
  format: 'pwyslais arall o’r blaen:',
  link: 'newidiwyd y ddolen:',
  linkBefore: 'cyn hynny yn ddolen i',
  picture: 'Llun:',
  unchanged: (paragraphs) =>
    paragraphs === 1 ? '1 paragraff heb newid' : `${paragraphs} o baragraffau heb newid`,
  labelOf: common.labelOf,
};
