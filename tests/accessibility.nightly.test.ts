import { describe, inject } from 'vitest';
import {
  allAddressesOf,
  EVERY_LOOK,
  testComparisonsWithAxe,
  testFocus,
  testWidth,
  testWithAxe,
} from './accessibility.cases.ts';

const histories = inject('histories');

describe('in every mode at every width', () => {
  testWithAxe(EVERY_LOOK, Infinity);
  testFocus(EVERY_LOOK);
});
describe('a phone 320 px wide', () => testWidth(allAddressesOf));
describe('every comparison', () =>
  testComparisonsWithAxe([...inject('samples'), ...(histories ? [histories] : [])]));
