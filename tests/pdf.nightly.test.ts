import { describe, inject } from 'vitest';
import { testPdf } from './pdf.cases.ts';

describe.each(inject('samples'))('PDFs of the site $name', testPdf);
