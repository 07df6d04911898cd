import { describe, inject } from 'vitest';
import {
  allAddressesOf,
  EVERY_LOOK,
  EXAMPLES,
  IN_LANGUAGES,
  longestPages,
  MORE_EXAMPLES,
  MORE_IN_LANGUAGES,
  testComparisonsWithAxe,
  testFocus,
  testWidth,
  testWithAxe,
} from './accessibility.cases.ts';

const [sample, ...others] = inject('samples');
const histories = inject('histories');
const real = histories ? [histories] : [];

describe('in every mode at every width', () => {
  const inAll = () => EVERY_LOOK;
  testWithAxe(sample!, [...EXAMPLES, ...MORE_EXAMPLES], inAll);
  testWithAxe(inject('languages'), [...IN_LANGUAGES, ...MORE_IN_LANGUAGES], inAll);
  for (const site of real) testWithAxe(site, longestPages(site), inAll);
  testFocus(EVERY_LOOK);
});
describe('a phone 320 px wide', () =>
  testWidth([sample!, inject('languages'), ...real], allAddressesOf));
describe('every comparison', () => testComparisonsWithAxe([sample!, ...others, ...real]));
