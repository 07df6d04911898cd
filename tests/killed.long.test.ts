import { describe } from 'vitest';
import { testKilledPublications } from './killed.cases.ts';
import { useWorkshop } from './setup/workshop.ts';

describe('a publication that is killed at any moment', () =>
  testKilledPublications(useWorkshop('killed'), 2));
