import { describe } from 'vitest';
import { copyOfSample } from './setup/sample.ts';
import { testTampering } from './tampering.cases.ts';

describe('a published version', () =>
  testTampering((folder) => {
    copyOfSample(folder, ['larkrise', 'quillmere']);
    return folder;
  }, 8));
