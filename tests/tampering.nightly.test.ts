import { describe } from 'vitest';
import { SAMPLE } from './setup/build.ts';
import { copyNotices } from './setup/sample.ts';
import { testTampering } from './tampering.cases.ts';

describe('a published version', () =>
  testTampering((folder) => {
    copyNotices(SAMPLE, folder);
    return folder;
  }, 200));
