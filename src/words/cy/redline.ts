import type { RedlineLabels } from '../../compare/redline/labels.ts';
import { common } from './common.ts';

export const redline: RedlineLabels = {
  added: 'ychwanegwyd:',
  removed: 'dilëwyd:',
  addedBlock: 'Ychwanegwyd',
  removedBlock: 'Dilëwyd',
  movedTo: (heading) => `Symudwyd oddi yma i ${heading ? `“${heading}”` : 'le arall'}`,
  movedFrom: (heading) => `Symudwyd yma o ${heading ? `“${heading}”` : 'le arall'}`,
  split: 'Un paragraff yn flaenorol',
  merge: 'Sawl paragraff yn flaenorol',
  structure: 'Gosodwyd yn wahanol yn flaenorol',
  format: 'newidiwyd y fformatio:',
  link: 'newidiwyd y ddolen:',
  linkBefore: 'dolen flaenorol i',
  picture: 'Llun:',
  unchanged: (paragraphs) =>
    paragraphs === 1 ? '1 paragraff heb newid' : `${paragraphs} o baragraffau heb newid`,
  labelOf: common.labelOf,
};
