import { describe } from 'vitest';
import { testKilledImports, testKilledPublications } from './killed.cases.ts';
import { useWorkshop } from './setup/workshop.ts';

describe('a publication that is killed at any moment', () =>
  testKilledPublications(useWorkshop('killed'), 2));

describe('an import that is killed at any moment', () =>
  testKilledImports(useWorkshop('killed-imports'), 2));
