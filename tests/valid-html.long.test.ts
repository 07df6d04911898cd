import { describe, inject } from 'vitest';
import { testValidHtml } from './valid-html.cases.ts';

// Hundreds of pages, all of few kinds: one of each.
describe.each(inject('samples'))('the site $name', (site) => testValidHtml(site, 1));
describe('the site of odd notices', () => testValidHtml(inject('corners'), 1));
