import { describe } from 'vitest';
import { pairs, testCorpus } from './corpus.cases.ts';

describe.skipIf(pairs.length === 0)('real versions', () => testCorpus(10));
