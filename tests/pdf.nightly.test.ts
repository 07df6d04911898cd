import { describe, inject } from 'vitest';
import { testPdf } from './pdf.cases.ts';

describe.each(inject('samples'))('npm run pdf on the site $name', testPdf);
