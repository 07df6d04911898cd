import { describe } from 'vitest';
import { services, testRealHistories } from './lineage.cases.ts';

describe.skipIf(services.length === 0)('the real histories', () => testRealHistories(services));
