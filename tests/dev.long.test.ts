import { describe } from 'vitest';
import { testDev, useDevServer } from './dev.cases.ts';

describe('the dev server', () => testDev(useDevServer()));
