import { describe, expect, inject, it } from 'vitest';
import { at, pdf, testPdf } from './pdf.cases.ts';

// A small site below a base and with a text from right to left.
describe('PDFs', () => {
  testPdf(inject('languages'));

  it('explains what to do if there is no built site', () => {
    const { status, stderr } = pdf(at('nothing'));
    expect(status).toBe(1);
    expect(stderr).toMatch(/no built site in .*: build the site first with npx astro build\n$/);
    expect(stderr).not.toContain('    at ');
  });
});
